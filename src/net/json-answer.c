/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "http-error.h"
#include "services.h"

#include "json-answer.h"

/* json-glib reads what is nested by calling itself; what services say is nested less than 20 deep. */
#define MAX_DEPTH 100

/* Whether brackets of TEXT stand in each other more than MAX_DEPTH deep; those in strings are none. */
static gboolean
is_too_deep (const char *text,
             gsize       length)
{
  gboolean is_string = FALSE;
  int depth = 0;

  for (gsize i = 0; i < length; i++) {
    if (is_string && text[i] == '\\')
      i++;
    else if (text[i] == '"')
      is_string = !is_string;
    else if (!is_string && (text[i] == '[' || text[i] == '{') && ++depth > MAX_DEPTH)
      return TRUE;
    else if (!is_string && (text[i] == ']' || text[i] == '}'))
      depth--;
  }

  return FALSE;
}

static void
set_error (GError     **error,
           const char  *url)
{
  Service service = service_of_url (url, NULL);

  if (service == SERVICE_OTHER)
    g_set_error (error, HTTP_ERROR, HTTP_ERROR_ANSWER, _("%s: the answer makes no sense"), url);
  else
    g_set_error (error, HTTP_ERROR, HTTP_ERROR_ANSWER, _("%s answers in a way that is not known; its pages may have changed: %s"),
                 service_get_name (service), url);
}

JsonNode *
json_answer_parse (GBytes      *body,
                   const char  *url,
                   GError     **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  gsize length;
  const char *text = g_bytes_get_data (body, &length);

  if (length == 0 || is_too_deep (text, length) || !g_utf8_validate_len (text, length, NULL) ||
      !json_parser_load_from_data (parser, text, length, NULL) || json_parser_get_root (parser) == NULL) {
    set_error (error, url);
    return NULL;
  }

  return json_parser_steal_root (parser);
}

JsonObject *
json_answer_get_object (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

JsonArray *
json_answer_get_array (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static JsonNode *
get_member (JsonObject *object,
            const char *name)
{
  return object != NULL ? json_object_get_member (object, name) : NULL;
}

/* The member where it is a value of TYPE, or NULL. */
static JsonNode *
get_value (JsonObject *object,
           const char *name,
           GType       type)
{
  JsonNode *node = get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type ? node : NULL;
}

const char *
json_object_read_string (JsonObject *object,
                         const char *name)
{
  JsonNode *node = get_value (object, name, G_TYPE_STRING);

  return node != NULL ? json_node_get_string (node) : "";
}

gint64
json_object_read_integer (JsonObject *object,
                          const char *name)
{
  JsonNode *node = get_value (object, name, G_TYPE_INT64);

  return node != NULL ? json_node_get_int (node) : 0;
}

double
json_object_read_number (JsonObject *object,
                         const char *name)
{
  JsonNode *node = get_value (object, name, G_TYPE_DOUBLE);

  return node != NULL ? json_node_get_double (node) : json_object_read_integer (object, name);
}

gboolean
json_object_read_boolean (JsonObject *object,
                          const char *name)
{
  JsonNode *node = get_value (object, name, G_TYPE_BOOLEAN);

  return node != NULL && json_node_get_boolean (node);
}

JsonObject *
json_object_read_object (JsonObject *object,
                         const char *name)
{
  return json_answer_get_object (get_member (object, name));
}

JsonArray *
json_object_read_array (JsonObject *object,
                        const char *name)
{
  return json_answer_get_array (get_member (object, name));
}

gboolean
json_object_has_value (JsonObject *object,
                       const char *name)
{
  JsonNode *node = get_member (object, name);

  return node != NULL && !JSON_NODE_HOLDS_NULL (node);
}

gint64
json_object_read_time (JsonObject *object,
                       const char *name)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (json_object_read_string (object, name), NULL);

  return time != NULL ? g_date_time_to_unix (time) : 0;
}

guint
json_array_count (JsonArray *array)
{
  return array != NULL ? json_array_get_length (array) : 0;
}

JsonObject *
json_array_read_object (JsonArray *array,
                        guint      index)
{
  return json_answer_get_object (json_array_get_element (array, index));
}
