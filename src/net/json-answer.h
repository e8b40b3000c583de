/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

/* What services answer, of which nothing can be taken for granted: a member that is not there, or is something else,
 * reads as "", 0, FALSE or NULL. */

/* BODY, which URL gave, as JSON (transfer full); HTTP_ERROR_ANSWER where it is none, or is nested too deeply. */
JsonNode   *json_answer_parse        (GBytes      *body,
                                      const char  *url,
                                      GError     **error);

/* NODE as an object or array, or NULL. Borrowed, as all that follows. */
JsonObject *json_answer_get_object   (JsonNode    *node);
JsonArray  *json_answer_get_array    (JsonNode    *node);

/* Members of OBJECT, which may be NULL. */
const char *json_answer_read_string  (JsonObject *object,
                                      const char *name);
gint64      json_answer_read_integer (JsonObject *object,
                                      const char *name);
gboolean    json_answer_read_boolean (JsonObject *object,
                                      const char *name);
JsonObject *json_answer_read_object  (JsonObject *object,
                                      const char *name);
JsonArray  *json_answer_read_array   (JsonObject *object,
                                      const char *name);

/* Whether it is there and is not null. */
gboolean    json_answer_has_value    (JsonObject *object,
                                      const char *name);

/* A time as both services write it ("2026-05-07T08:11:40Z") in seconds since 1970, or 0. */
gint64      json_answer_read_time    (JsonObject *object,
                                      const char *name);

/* Items of ARRAY, which may be NULL, that are objects; any other is NULL. */
guint       json_answer_count        (JsonArray  *array);
JsonObject *json_answer_read_item    (JsonArray  *array,
                                      guint       index);
