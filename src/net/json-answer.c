/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "http-error.h"

#include "json-answer.h"

/* json-glib reads what is nested by calling itself; what services say is nested less than 20 deep. */
#define MAX_DEPTH 100

/* Each is about 100 bytes of memory, whatever it takes in the text; a build with thousands of jobs has some 100,000. */
#define MAX_VALUES 2000000

#define ESCAPE_LENGTH 6     /* "\\ud83d" */

/* Whether brackets of TEXT stand in each other more than MAX_DEPTH deep, or there are too many values; what is in strings
 * is neither. */
static gboolean
is_too_much (const char *text,
             gsize       length)
{
  gboolean is_string = FALSE;
  gsize n_values = 0;
  int depth = 0;

  for (gsize i = 0; i < length; i++) {
    if (is_string && text[i] == '\\')
      i++;
    else if (text[i] == '"')
      is_string = !is_string;
    else if (!is_string && strchr ("[{,:", text[i]) != NULL && ++n_values > MAX_VALUES)
      return TRUE;
    else if (!is_string && (text[i] == '[' || text[i] == '{') && ++depth > MAX_DEPTH)
      return TRUE;
    else if (!is_string && (text[i] == ']' || text[i] == '}'))
      depth--;
  }

  return FALSE;
}

/* The character of the escape "\u1234" at TEXT, or -1. */
static int
read_escape (const char *text,
             gsize       length)
{
  int character = 0;

  if (length < ESCAPE_LENGTH || text[0] != '\\' || text[1] != 'u')
    return -1;
  for (guint i = 2; i < ESCAPE_LENGTH; i++) {
    int digit = g_ascii_xdigit_value (text[i]);

    if (digit < 0)
      return -1;
    character = character * 16 + digit;
  }

  return character;
}

/* Characters of the escape at TEXT, which may be two that belong together; 0 where it stands for none that a text may
 * have, 1 where it is no such escape. */
static guint
count_escaped (const char *text,
               gsize       length)
{
  int character = read_escape (text, length);
  int second = length > ESCAPE_LENGTH ? read_escape (text + ESCAPE_LENGTH, length - ESCAPE_LENGTH) : -1;

  if (character < 0 || (character != 0 && (character < 0xd800 || character > 0xdfff)))
    return 1;

  return character != 0 && character < 0xdc00 && second >= 0xdc00 && second <= 0xdfff ? 2 : 0;
}

/* TEXT, in which an escape that is no character, and of which json-glib would make a text that is none, is U+FFFD
 * (transfer full). */
static char *
dup_clean (const char *text,
           gsize       length)
{
  char *clean = g_strndup (text, length);

  for (gsize i = 0; i + 1 < length; i++) {
    guint n;

    if (clean[i] != '\\')
      continue;
    n = count_escaped (clean + i, length - i);
    if (n == 0)
      memcpy (clean + i, "\\ufffd", ESCAPE_LENGTH);
    i += n == 2 ? 2 * ESCAPE_LENGTH - 1 : 1;
  }

  return clean;
}

static void
set_error (GError     **error,
           const char  *url)
{
  g_autofree char *place = http_error_dup_place (url);
  g_autofree char *shown = http_error_dup_url (url);

  g_set_error (error, HTTP_ERROR, HTTP_ERROR_ANSWER,
               _("%s answers in a way that is not known, its pages may have changed; a log that was saved can be opened: %s"),
               place, shown);
}

JsonNode *
json_answer_parse (GBytes      *body,
                   const char  *url,
                   GError     **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autofree char *clean = NULL;
  gsize length;
  const char *text = g_bytes_get_data (body, &length);

  if (length > 0 && !is_too_much (text, length) && g_utf8_validate_len (text, length, NULL))
    clean = dup_clean (text, length);
  if (clean == NULL || !json_parser_load_from_data (parser, clean, length, NULL) || json_parser_get_root (parser) == NULL) {
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
json_answer_read_string (JsonObject *object,
                         const char *name)
{
  JsonNode *node = get_value (object, name, G_TYPE_STRING);
  const char *string = node != NULL ? json_node_get_string (node) : NULL;

  /* Escapes may make what is no text. */
  return string != NULL && g_utf8_validate (string, -1, NULL) ? string : "";
}

gint64
json_answer_read_integer (JsonObject *object,
                          const char *name)
{
  JsonNode *node = get_value (object, name, G_TYPE_INT64);

  return node != NULL ? json_node_get_int (node) : 0;
}

gboolean
json_answer_read_boolean (JsonObject *object,
                          const char *name)
{
  JsonNode *node = get_value (object, name, G_TYPE_BOOLEAN);

  return node != NULL && json_node_get_boolean (node);
}

JsonObject *
json_answer_read_object (JsonObject *object,
                         const char *name)
{
  return json_answer_get_object (get_member (object, name));
}

JsonArray *
json_answer_read_array (JsonObject *object,
                        const char *name)
{
  return json_answer_get_array (get_member (object, name));
}

gboolean
json_answer_has_value (JsonObject *object,
                       const char *name)
{
  JsonNode *node = get_member (object, name);

  return node != NULL && !JSON_NODE_HOLDS_NULL (node);
}

gint64
json_answer_read_time (JsonObject *object,
                       const char *name)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (json_answer_read_string (object, name), NULL);

  return time != NULL ? g_date_time_to_unix (time) : 0;
}

guint
json_answer_count (JsonArray *array)
{
  return array != NULL ? json_array_get_length (array) : 0;
}

JsonObject *
json_answer_read_item (JsonArray *array,
                       guint      index)
{
  return json_answer_get_object (json_array_get_element (array, index));
}
