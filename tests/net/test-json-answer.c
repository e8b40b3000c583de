/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "http-error.h"

#include "json-answer.h"

#define URL "https://api.github.com/x?token=secret"

static JsonNode *
parse (const char  *text,
       gssize       length,
       GError     **error)
{
  g_autoptr (GBytes) body = g_bytes_new (text, length < 0 ? strlen (text) : (gsize) length);

  return json_answer_parse (body, URL, error);
}

static void
check_refused (const char *text,
               gssize      length)
{
  g_autofree char *shown = g_strescape (text, NULL);
  g_autoptr (GError) error = NULL;
  JsonNode *node = parse (text, length, &error);

  g_test_message ("%.60s", shown);
  g_assert_null (node);
  g_assert_error (error, HTTP_ERROR, HTTP_ERROR_ANSWER);
  g_assert_nonnull (strstr (error->message, "GitHub"));
  g_assert_null (strstr (error->message, "secret"));
}

static void
test_refused (void)
{
  static const char * const texts[] = {
    "", " ", "<html></html>", "{", "[1,", "{\"a\":}", "[1] x", "nul", "\"", "\"a", "[\"\\u12\"]", "[-]", "\377\376",
    "[\"\303\"]", "{a: 1, b 2}", "[1 2]", "]", "}{", "[\"\\",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    check_refused (texts[i], -1);
  check_refused ("[1]\0[2]", 7);
  check_refused ("\0", 1);
}

/* OPEN so many times, then CLOSE as often. */
static char *
nest (const char *open,
      const char *close,
      guint       depth)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < depth; i++)
    g_string_append (text, open);
  g_string_append (text, "1");
  for (guint i = 0; i < depth; i++)
    g_string_append (text, close);

  return g_string_free (text, FALSE);
}

static void
test_too_much (void)
{
  g_autofree char *deep = nest ("[", "]", 100000);
  g_autofree char *deep_objects = nest ("{\"a\":", "}", 100000);
  g_autofree char *deep_enough = nest ("[", "]", 90);
  g_autofree char *wide = nest ("[],", "", 2500000);
  g_autofree char *wide_list = g_strconcat ("[", wide, "]", NULL);
  g_autofree char *brackets = g_strnfill (100000, '[');
  g_autofree char *in_string = g_strconcat ("[\"\\\"", brackets, "\"]", NULL);
  g_autoptr (JsonNode) node = parse (deep_enough, -1, NULL);
  g_autoptr (JsonNode) quoted = parse (in_string, -1, NULL);

  check_refused (deep, -1);
  check_refused (deep_objects, -1);
  check_refused (wide_list, -1);
  g_assert_nonnull (node);
  g_assert_nonnull (quoted);
}

/* Texts that are none, and what is read of them. */
static void
check_text (const char *json,
            const char *expected)
{
  g_autofree char *text = g_strdup_printf ("{\"a\": \"%s\"}", json);
  g_autofree char *shown = g_strescape (json, NULL);
  g_autoptr (JsonNode) node = parse (text, -1, NULL);
  const char *found;

  g_test_message ("%s", shown);
  g_assert_nonnull (node);
  found = json_answer_read_string (json_answer_get_object (node), "a");
  g_assert_true (g_utf8_validate (found, -1, NULL));
  g_assert_cmpstr (found, ==, expected);
}

static void
test_escapes (void)
{
  check_text ("\\ud83d\\ude00", "\360\237\230\200");
  check_text ("\\ud83d\\ude00\\ud83d\\ude00", "\360\237\230\200\360\237\230\200");
  check_text ("\\ud83dx", "\357\277\275x");
  check_text ("\\ud83d", "\357\277\275");
  check_text ("\\ude00", "\357\277\275");
  check_text ("\\ud83d\\u0041", "\357\277\275A");
  check_text ("\\ude00\\ud83d", "\357\277\275\357\277\275");
  check_text ("a\\u0000b", "a\357\277\275b");
  check_text ("\\\\ud83d", "\\ud83d");
  check_text ("\\\\\\ud83d", "\\\357\277\275");
  check_text ("\\u00e4\\\"\\n", "\303\244\"\n");
}

static void
test_members (void)
{
  g_autoptr (JsonNode) node = parse ("{\"s\": \"x\", \"i\": 5, \"d\": 0.5, \"b\": true, \"n\": null, \"o\": {\"s\": \"y\"}, "
                                     "\"a\": [{}, 1, null], \"t\": \"2026-05-07T08:11:40Z\"}", -1, NULL);
  JsonObject *object = json_answer_get_object (node);
  static const char * const names[] = { "s", "i", "d", "b", "n", "o", "a", "t", "none" };

  g_assert_cmpstr (json_answer_read_string (object, "s"), ==, "x");
  g_assert_cmpint (json_answer_read_integer (object, "i"), ==, 5);
  g_assert_true (json_answer_read_boolean (object, "b"));
  g_assert_cmpint (json_answer_read_time (object, "t"), ==, 1778141500);
  g_assert_cmpstr (json_answer_read_string (json_answer_read_object (object, "o"), "s"), ==, "y");
  g_assert_cmpuint (json_answer_count (json_answer_read_array (object, "a")), ==, 3);
  g_assert_nonnull (json_answer_read_item (json_answer_read_array (object, "a"), 0));
  g_assert_null (json_answer_read_item (json_answer_read_array (object, "a"), 1));
  g_assert_null (json_answer_read_item (json_answer_read_array (object, "a"), 2));
  g_assert_true (json_answer_has_value (object, "s"));
  g_assert_false (json_answer_has_value (object, "n"));
  g_assert_false (json_answer_has_value (object, "none"));

  /* Anything asked for as anything else. */
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_assert_nonnull (json_answer_read_string (object, names[i]));
    g_assert_cmpint (json_answer_read_integer (object, names[i]), >=, 0);
    g_assert_cmpint (json_answer_read_time (object, names[i]), >=, 0);
    g_assert_cmpint (json_answer_read_boolean (object, names[i]), ==, g_str_equal (names[i], "b"));
    g_assert_true ((json_answer_read_object (object, names[i]) != NULL) == g_str_equal (names[i], "o"));
    g_assert_true ((json_answer_read_array (object, names[i]) != NULL) == g_str_equal (names[i], "a"));
  }
}

static void
test_nothing (void)
{
  g_autoptr (JsonNode) number = parse ("5", -1, NULL);
  g_autoptr (JsonNode) null = parse ("null", -1, NULL);
  g_autoptr (JsonNode) list = parse ("[]", -1, NULL);

  g_assert_null (json_answer_get_object (NULL));
  g_assert_null (json_answer_get_object (number));
  g_assert_null (json_answer_get_object (null));
  g_assert_null (json_answer_get_object (list));
  g_assert_null (json_answer_get_array (number));
  g_assert_nonnull (json_answer_get_array (list));
  g_assert_cmpuint (json_answer_count (NULL), ==, 0);
  g_assert_cmpstr (json_answer_read_string (NULL, "a"), ==, "");
  g_assert_null (json_answer_read_object (NULL, "a"));
  g_assert_null (json_answer_read_array (NULL, "a"));
  g_assert_false (json_answer_has_value (NULL, "a"));
}

static void
test_times (void)
{
  static const char * const times[] = { "soon", "2026-13-41T99:99:99Z", "", "-", "2026-05-07", "99999999999999999999-01-01T00:00:00Z" };

  for (guint i = 0; i < G_N_ELEMENTS (times); i++) {
    g_autofree char *text = g_strdup_printf ("{\"t\": \"%s\"}", times[i]);
    g_autoptr (JsonNode) node = parse (text, -1, NULL);

    g_assert_cmpint (json_answer_read_time (json_answer_get_object (node), "t"), ==, 0);
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/net/json-answer/refused", test_refused);
  g_test_add_func ("/net/json-answer/too-much", test_too_much);
  g_test_add_func ("/net/json-answer/escapes", test_escapes);
  g_test_add_func ("/net/json-answer/members", test_members);
  g_test_add_func ("/net/json-answer/nothing", test_nothing);
  g_test_add_func ("/net/json-answer/times", test_times);

  return g_test_run ();
}
