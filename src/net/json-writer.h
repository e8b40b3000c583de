/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

/* Members of the object that BUILDER is in. Text that is not UTF-8 is made so; NULL is "". */
void  json_writer_add_string   (JsonBuilder *builder,
                                const char  *name,
                                const char  *value);
void  json_writer_add_strings  (JsonBuilder *builder,
                                const char  *name,
                                GPtrArray   *values);    /* element-type utf8 */

/* "2026-05-07T08:11:40Z" of SECONDS since 1970; "" of 0 or less, and where there is no such time. */
void  json_writer_add_time     (JsonBuilder *builder,
                                const char  *name,
                                gint64       seconds);
void  json_writer_add_integer  (JsonBuilder *builder,
                                const char  *name,
                                gint64       value);
void  json_writer_add_number   (JsonBuilder *builder,
                                const char  *name,
                                double       value);
void  json_writer_add_boolean  (JsonBuilder *builder,
                                const char  *name,
                                gboolean     value);

/* A member that is a list or an object, which json_builder_end_array() or json_builder_end_object() ends. */
void  json_writer_begin_list   (JsonBuilder *builder,
                                const char  *name);
void  json_writer_begin_object (JsonBuilder *builder,
                                const char  *name);

/* What was built, for people to read too (transfer full). */
char *json_writer_dup_text     (JsonBuilder *builder);
