/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "issue-form.h"

/* A form with one field, a block of text called LABEL, between one for the log and another. */
static ProfileContent
get_content (const char *label)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "form.yml", NULL);
  g_autofree char *text = g_strdup_printf ("body:\n"
                                           "  - { type: textarea, attributes: { label: '%s' } }\n"
                                           "  - { type: textarea, attributes: { label: Anything } }\n",
                                           label);
  g_autoptr (GError) error = NULL;
  g_autoptr (DataFile) file = NULL;
  g_autoptr (IssueForm) form = NULL;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  file = data_file_load (path, &error);
  g_assert_no_error (error);
  form = issue_form_new (file, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (form->fields->len, ==, 2);

  return ((const ProfileField *) g_ptr_array_index (form->fields, 0))->content;
}

/* Labels of real projects' forms; what nothing knows becomes the description here. */
static const struct {
  const char     *label;
  ProfileContent  content;
} labels[] = {
  { "Name of failing test", PROFILE_CONTENT_TESTS },
  { "Test name", PROFILE_CONTENT_TESTS },
  { "Failing test(s)", PROFILE_CONTENT_TESTS },
  { "Which tests are flaking?", PROFILE_CONTENT_TESTS },
  { "🧪 Describe the failing test", PROFILE_CONTENT_DESCRIPTION },
  { "What happened?", PROFILE_CONTENT_DESCRIPTION },
  { "Relevant log output", PROFILE_CONTENT_DESCRIPTION },
  { "Error message", PROFILE_CONTENT_DESCRIPTION },
  { "Stack trace", PROFILE_CONTENT_DESCRIPTION },
  { "Which jobs are flaking?", PROFILE_CONTENT_JOB },
  { "CI job", PROFILE_CONTENT_JOB },
  { "Link to the build", PROFILE_CONTENT_JOB },
  { "Environment", PROFILE_CONTENT_ENVIRONMENT },
  { "Commit", PROFILE_CONTENT_ENVIRONMENT },
  { "Steps to reproduce", PROFILE_CONTENT_RERUN },
  { "How can we reproduce it?", PROFILE_CONTENT_RERUN },
};

static void
test_contents (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++) {
    g_test_message ("%s", labels[i].label);
    g_assert_cmpint (get_content (labels[i].label), ==, labels[i].content);
  }
}

/* A field for a file is one that is filled in the browser. */
static void
test_upload (void)
{
  const char *text = "name: x\nbody:\n"
                     "  - { type: upload, attributes: { label: Log file } }\n"
                     "  - { type: textarea, attributes: { label: Anything } }\n";
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "upload.yml", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (DataFile) file = NULL;
  g_autoptr (IssueForm) form = NULL;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  file = data_file_load (path, &error);
  g_assert_no_error (error);
  form = issue_form_new (file, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (form->fields->len, ==, 2);
  g_assert_cmpint (((const ProfileField *) g_ptr_array_index (form->fields, 0))->content, ==,
                   PROFILE_CONTENT_NONE);
  g_assert_cmpint (((const ProfileField *) g_ptr_array_index (form->fields, 1))->content, ==,
                   PROFILE_CONTENT_DESCRIPTION);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/issue-form/contents", test_contents);
  g_test_add_func ("/issue-form/upload", test_upload);

  return g_test_run ();
}
