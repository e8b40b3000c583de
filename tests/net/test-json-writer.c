/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "json-answer.h"

#include "json-writer.h"

static JsonBuilder *
begin (void)
{
  return json_builder_begin_object (json_builder_new ());
}

/* What was built, as it is read again; BUILDER is taken over. */
static JsonNode *
end (JsonBuilder *builder)
{
  g_autoptr (JsonBuilder) taken = builder;
  g_autofree char *text = NULL;
  g_autoptr (GBytes) body = NULL;
  JsonNode *json;

  json_builder_end_object (taken);
  text = json_writer_dup_text (taken);
  body = g_bytes_new (text, strlen (text));
  json = json_answer_parse (body, "", NULL);
  g_assert_nonnull (json);

  return json;
}

static void
check_string (const char *value,
              const char *expected)
{
  JsonBuilder *builder = begin ();
  g_autoptr (JsonNode) json = NULL;

  json_writer_add_string (builder, "text", value);
  json = end (builder);
  g_assert_cmpstr (json_answer_read_string (json_answer_get_object (json), "text"), ==, expected);
}

static void
test_string (void)
{
  check_string ("words", "words");
  check_string ("", "");
  check_string (NULL, "");
  check_string ("\"quoted\" \\ and\nlines\t\x01", "\"quoted\" \\ and\nlines\t\x01");
  check_string ("</script> é 👍", "</script> é 👍");
  check_string ("no \xff text \xc3", "no \xef\xbf\xbd text \xef\xbf\xbd");
}

static void
test_strings (void)
{
  JsonBuilder *builder = begin ();
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GPtrArray) some = g_ptr_array_new ();
  g_autoptr (JsonNode) json = NULL;
  JsonArray *array;

  g_ptr_array_add (some, (char *) "a");
  g_ptr_array_add (some, (char *) "\xff");
  json_writer_add_strings (builder, "none", none);
  json_writer_add_strings (builder, "some", some);
  json = end (builder);
  g_assert_cmpuint (json_answer_count (json_answer_read_array (json_answer_get_object (json), "none")), ==, 0);
  array = json_answer_read_array (json_answer_get_object (json), "some");
  g_assert_cmpuint (json_answer_count (array), ==, 2);
  g_assert_cmpstr (json_array_get_string_element (array, 0), ==, "a");
  g_assert_cmpstr (json_array_get_string_element (array, 1), ==, "\xef\xbf\xbd");
}

static void
check_time (gint64      seconds,
            const char *expected)
{
  JsonBuilder *builder = begin ();
  g_autoptr (JsonNode) json = NULL;

  json_writer_add_time (builder, "time", seconds);
  json = end (builder);
  g_assert_true (json_answer_has_value (json_answer_get_object (json), "time"));
  g_assert_cmpstr (json_answer_read_string (json_answer_get_object (json), "time"), ==, expected);
}

static void
test_time (void)
{
  check_time (1778141500, "2026-05-07T08:11:40Z");
  check_time (0, "");
  check_time (-1, "");
  check_time (G_MAXINT64, "");
  check_time (G_MININT64, "");
}

static void
test_numbers (void)
{
  JsonBuilder *builder = begin ();
  g_autoptr (JsonNode) json = NULL;
  JsonObject *object;

  json_writer_add_integer (builder, "large", G_MAXINT64);
  json_writer_add_integer (builder, "small", G_MININT64);
  json_writer_add_number (builder, "number", 0.25);
  json_writer_add_boolean (builder, "yes", TRUE);
  json_writer_add_boolean (builder, "no", FALSE);
  json = end (builder);
  object = json_answer_get_object (json);
  g_assert_cmpint (json_answer_read_integer (object, "large"), ==, G_MAXINT64);
  g_assert_cmpint (json_answer_read_integer (object, "small"), ==, G_MININT64);
  g_assert_cmpfloat (json_object_get_double_member (object, "number"), ==, 0.25);
  g_assert_true (json_answer_read_boolean (object, "yes"));
  g_assert_true (json_answer_has_value (object, "no"));
  g_assert_false (json_answer_read_boolean (object, "no"));
}

static void
test_nested (void)
{
  JsonBuilder *builder = begin ();
  g_autoptr (JsonNode) json = NULL;
  JsonObject *object;

  json_writer_begin_list (builder, "list");
  json_builder_begin_object (builder);
  json_writer_add_string (builder, "a", "b");
  json_builder_end_object (builder);
  json_builder_end_array (builder);
  json_writer_begin_object (builder, "member");
  json_writer_add_string (builder, "c", "d");
  json_builder_end_object (builder);
  json_writer_add_string (builder, "after", "e");
  json = end (builder);
  object = json_answer_get_object (json);
  g_assert_cmpstr (json_answer_read_string (json_answer_read_item (json_answer_read_array (object, "list"), 0), "a"), ==, "b");
  g_assert_cmpstr (json_answer_read_string (json_answer_read_object (object, "member"), "c"), ==, "d");
  g_assert_cmpstr (json_answer_read_string (object, "after"), ==, "e");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/net/json-writer/string", test_string);
  g_test_add_func ("/net/json-writer/strings", test_strings);
  g_test_add_func ("/net/json-writer/time", test_time);
  g_test_add_func ("/net/json-writer/numbers", test_numbers);
  g_test_add_func ("/net/json-writer/nested", test_nested);

  return g_test_run ();
}
