/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "form-field.h"

static void
check_markdown (FormField  *field,
                const char *expected)
{
  g_autoptr (GString) out = g_string_new (NULL);

  form_field_append (field, out);
  g_assert_cmpstr (out->str, ==, expected);
}

static void
test_text (void)
{
  const ProfileField profile_field = { .label = (char *) "What", .kind = PROFILE_FIELD_TEXT };
  FormField *field = form_field_new (&profile_field);

  form_field_make (field, "", secret_list_new ());
  check_markdown (field, "### What\n\n_No response_\n");
  form_field_make (field, "made", secret_list_new ());
  check_markdown (field, "### What\n\nmade\n");
  g_assert_false (form_field_is_edited (field));

  form_field_edit (field, "HF_TOKEN=abcdef12\xe2\x80\xae");
  form_field_make (field, "made again", secret_list_new ());
  g_assert_true (form_field_is_edited (field));
  g_assert_cmpstr (form_field_get_value (field), ==, "HF_TOKEN=[REDACTED:secret]<U+202E>");
  g_assert_cmpuint (form_field_get_secrets (field)->n_masked, ==, 1);

  form_field_edit (field, NULL);
  g_assert_cmpstr (form_field_get_value (field), ==, "made again");
  form_field_free (field);
}

static void
test_checks (void)
{
  const char *labels[] = { "Flaky", "Local `x`", NULL };
  const ProfileField profile_field = {
    .label = (char *) "Basic", .kind = PROFILE_FIELD_CHECKS, .checks = (char **) labels
  };
  FormField *field = form_field_new (&profile_field);

  form_field_make (field, "", secret_list_new ());
  check_markdown (field, "### Basic\n\n- [ ] Flaky\n- [ ] Local `x`\n");
  g_assert_false (form_field_is_edited (field));
  field->checks[1] = TRUE;
  form_field_make (field, "", secret_list_new ());
  check_markdown (field, "### Basic\n\n- [ ] Flaky\n- [x] Local `x`\n");
  g_assert_true (form_field_is_edited (field));
  form_field_free (field);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/form-field/text", test_text);
  g_test_add_func ("/form-field/checks", test_checks);

  return g_test_run ();
}
