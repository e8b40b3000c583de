/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "data-sample.h"

static void
test_values (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DataFile) file = data_sample_load ("sample.yml",
                                         "name: sample\n"
                                         "tail: 525\n"
                                         "one: '^\\d+$'\n"
                                         "many:\n"
                                         "  - first\n"
                                         "  - second\n", &error);
  const DataNode *root;
  const DataNode *many;

  g_assert_no_error (error);
  root = data_file_get_root (file);
  many = data_node_get (root, "many");

  g_assert_cmpstr (data_file_get_name (file), ==, "sample");
  g_assert_cmpstr (data_node_get_member (root, "name", ""), ==, "sample");
  g_assert_cmpint (data_node_get_integer (root, "tail", 0), ==, 525);
  g_assert_cmpint (data_node_get_integer (root, "name", -1), ==, -1);
  g_assert_cmpuint (data_node_get_n_items (data_node_get (root, "one")), ==, 1);
  g_assert_cmpuint (data_node_get_n_items (many), ==, 2);
  g_assert_cmpstr (data_node_get_string (data_node_get_item (many, 1)), ==, "second");
  g_assert_cmpint (data_node_get_line (data_node_get_item (many, 1)), ==, 6);
  g_assert_null (data_node_get (root, "none"));
  g_assert_cmpuint (data_node_get_n_items (NULL), ==, 0);
}

static void
test_boolean (void)
{
  static const char * const yes[] = { "true", "yes", "on", "y", "True", "YES" };
  static const char * const no[] = { "false", "no", "off", "n", "False", "OFF" };
  static const char * const others[] = { "maybe", "1", "''", "[true]" };

  for (guint i = 0; i < 2 * G_N_ELEMENTS (yes); i++) {
    g_autofree char *text = g_strdup_printf ("is: %s\n", i % 2 ? yes[i / 2] : no[i / 2]);
    g_autoptr (DataFile) file = data_sample_load ("boolean.yml", text, NULL);
    const DataNode *root = data_file_get_root (file);
    gboolean value = i % 2 == 0;

    g_assert_true (data_node_read_boolean (root, "was", &value, NULL));
    g_assert_cmpint (value, ==, i % 2 == 0);
    g_assert_true (data_node_read_boolean (root, "is", &value, NULL));
    g_assert_cmpint (value, ==, i % 2);
  }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++) {
    g_autofree char *text = g_strdup_printf ("name: a\nis: %s\n", others[i]);
    g_autoptr (DataFile) file = data_sample_load ("boolean.yml", text, NULL);
    g_autoptr (GError) error = NULL;
    gboolean value = TRUE;

    g_assert_false (data_node_read_boolean (data_file_get_root (file), "is", &value, &error));
    g_assert_cmpstr (error->message, ==, "boolean.yml:2: “is” is either true or false");
  }
}

static void
test_unknown_key (void)
{
  const char * const keys[] = { "name", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (DataFile) file = data_sample_load ("key.yml", "name: sample\n\nnmae: x\n", &error);

  g_assert_no_error (error);
  g_assert_false (data_node_check_keys (data_file_get_root (file), keys, &error));
  g_assert_cmpstr (error->message, ==, "key.yml:3: unknown key “nmae”");
}

/* The second would be lost without a word. */
static void
test_key_twice (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (data_sample_load ("key.yml", "list:\n  - name: a\n    has: b\n    name: c\n", &error));
  g_assert_error (error, DATA_ERROR, DATA_ERROR_VALUE);
  g_assert_cmpstr (error->message, ==, "key.yml:4: the key “name” is there twice");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/data-node/values", test_values);
  g_test_add_func ("/data-node/boolean", test_boolean);
  g_test_add_func ("/data-node/unknown-key", test_unknown_key);
  g_test_add_func ("/data-node/key-twice", test_key_twice);

  return g_test_run ();
}
