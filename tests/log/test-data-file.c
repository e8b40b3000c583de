/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>
#include <sys/stat.h>

#include "data-sample.h"

static void
test_json (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DataFile) file = data_sample_load ("sample.json",
                                         "{\n"
                                         "  \"label\": \"🧪 Describe\",\n"
                                         "  \"url\": \"https://example.org/a?b#c\",\n"
                                         "\t\"escapes\": \"a\\\"b\\\\c\\n\",\n"
                                         "  \"checks\": [\"Flaky test\", \"x: y\"]\n"
                                         "}\n", &error);
  const DataNode *root;

  g_assert_no_error (error);
  root = data_file_get_root (file);
  g_assert_cmpstr (data_node_get_member (root, "label", ""), ==, "🧪 Describe");
  g_assert_cmpstr (data_node_get_member (root, "url", ""), ==, "https://example.org/a?b#c");
  g_assert_cmpstr (data_node_get_member (root, "escapes", ""), ==, "a\"b\\c\n");
  g_assert_cmpuint (data_node_get_n_items (data_node_get (root, "checks")), ==, 2);
}

/* Marks of where the only document starts and ends are no other one. */
static void
test_marked_document (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DataFile) file = data_sample_load ("marked.yml", "%YAML 1.1\n---\nname: a\n...\n# end\n", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (data_node_get_member (data_file_get_root (file), "name", ""), ==, "a");
}

static void
test_errors_name_file_and_line (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (data_sample_load ("broken.yml", "name: sample\nlist: [a\n", &error));
  g_assert_error (error, DATA_ERROR, DATA_ERROR_SYNTAX);
  g_assert_true (g_str_has_prefix (error->message, "broken.yml:3: "));
  g_clear_error (&error);

  g_assert_null (data_sample_load ("empty.yml", "", &error));
  g_assert_error (error, DATA_ERROR, DATA_ERROR_SYNTAX);
  g_clear_error (&error);
}

static void
test_deep_nesting_is_an_error (void)
{
  g_autofree char *text = g_strnfill (1000, '[');
  g_autofree char *closing = g_strnfill (1000, ']');
  g_autofree char *all = g_strconcat (text, closing, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (data_sample_load ("deep.yml", all, &error));
  g_assert_nonnull (error);
}

static void
test_deepest_nesting_takes_no_time (void)
{
  g_autofree char *text = g_strnfill (1000000, '[');
  g_autoptr (GError) error = NULL;

  g_assert_null (data_sample_load ("deepest.yml", text, &error));
  g_assert_cmpstr (error->message, ==, "deepest.yml:1: nested too deeply");
}

/* Nobody writes to the pipe: reading it would never end. */
static void
test_pipe_in_the_folder_is_no_file (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_config_dir (), "culprit", "secrets", NULL);
  g_autofree char *pipe = g_build_filename (folder, "pipe.yml", NULL);
  g_autofree char *expected = g_strconcat (pipe, ": not a regular file", NULL);
  g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) files = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);

  files = data_files_load_folder ("secrets", warnings);

  g_assert_cmpuint (files->len, >, 0);
  g_assert_cmpuint (warnings->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (warnings, 0), ==, expected);
  g_unlink (pipe);
}

static void
test_users_file_takes_the_place_of_a_shipped_one (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_config_dir (), "culprit", "profiles", NULL);
  g_autofree char *mine = g_build_filename (folder, "generic.json", NULL);
  g_autofree char *broken = g_build_filename (folder, "broken.json", NULL);
  g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) files = NULL;
  const char *generic = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (mine, "{\"title\": \"Mine\"}", -1, NULL));
  g_assert_true (g_file_set_contents (broken, "{\n\"title\": ", -1, NULL));

  files = data_files_load_folder ("profiles", warnings);
  for (guint i = 0; i < files->len; i++)
    if (g_str_equal (data_file_get_name (g_ptr_array_index (files, i)), "generic"))
      generic = data_node_get_member (data_file_get_root (g_ptr_array_index (files, i)), "title", "");

  g_assert_cmpstr (generic, ==, "Mine");
  g_assert_cmpuint (warnings->len, ==, 1);
  g_assert_true (g_str_has_prefix (g_ptr_array_index (warnings, 0), "broken.json:"));
}

/* What is small in the file and is to be large in memory, has no end, or is not there. */
static void
test_hostile_files (void)
{
  const struct {
    const char *text;
    const char *message;
  } cases[] = {
    { "a: &a [x, x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]\n"
      "c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]\nd: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]\n"
      "e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d]\nf: &f [*e, *e, *e, *e, *e, *e, *e, *e, *e, *e]\n",
      "bad.yml:1: more than 200000 values" },
    { "&a [*a, *a]\n", "bad.yml:1: nested too deeply" },
    { "a: [\n", "bad.yml:2: " },
    { "a: \x01\n", "bad.yml:1: " },
    { "a: b\nc: d\n\ne: \xff\nf: g\n", "bad.yml:4: " },
    { "a: b\nc: \x01\n", "bad.yml:2: " },
    { "", "bad.yml:1: the file is empty" },
    { "a: b\n---\nc: d\n", "bad.yml:2: a file holds only one document" },
    { "---\na: b\n...\n\n---\n- c\n", "bad.yml:5: a file holds only one document" },
    { "a: b\n---\nc: [\n", "bad.yml:4: " },
  };
  g_autoptr (GError) endless = NULL;
  g_autoptr (GError) missing = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (data_sample_load ("bad.yml", cases[i].text, &error));
    g_test_message ("%s", error->message);
    g_assert_true (g_str_has_prefix (error->message, cases[i].message));
  }
  g_assert_null (data_file_load ("/dev/zero", &endless));
  g_assert_cmpstr (endless->message, ==, "zero:1: larger than 4 MiB");
  g_assert_null (data_file_load ("/nowhere.yml", &missing));
  g_assert_cmpstr (missing->message, ==, "/nowhere.yml: No such file or directory");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/data-file/json", test_json);
  g_test_add_func ("/data-file/marked-document", test_marked_document);
  g_test_add_func ("/data-file/errors-name-file-and-line", test_errors_name_file_and_line);
  g_test_add_func ("/data-file/deep-nesting-is-an-error", test_deep_nesting_is_an_error);
  g_test_add_func ("/data-file/deepest-nesting", test_deepest_nesting_takes_no_time);
  g_test_add_func ("/data-file/pipe", test_pipe_in_the_folder_is_no_file);
  g_test_add_func ("/data-file/users-file-takes-the-place-of-a-shipped-one",
                   test_users_file_takes_the_place_of_a_shipped_one);
  g_test_add_func ("/data-file/hostile-files", test_hostile_files);

  return g_test_run ();
}
