/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>

#include "lines.h"
#include "rule.h"

#include "own-rules.h"

static void
file_destroy (gpointer file)
{
  data_file_free (file);
}

static DataFile *
load_file (const char *folder,
           const char *name,
           const char *yaml)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (folder, name, NULL);
  DataFile *file;

  g_assert_true (g_file_set_contents (path, yaml, -1, &error));
  file = data_file_load (path, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_unlink (path), ==, 0);

  return file;
}

Rules *
own_rules_load (const char *yaml)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("rules-XXXXXX", &error);
  g_auto (GStrv) parts = g_strsplit (yaml, "---\n", -1);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (file_destroy);
  g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);
  Rules *rules;

  g_assert_no_error (error);
  for (guint i = 0; parts[i] != NULL; i++) {
    g_autofree char *name = i == 0 ? g_strdup ("own.yml") : g_strdup_printf ("own-%u.yml", i);

    g_ptr_array_add (files, load_file (folder, name, parts[i]));
  }
  rules = rules_new (files, warnings);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  if (warnings->len > 0)
    g_error ("%s", (const char *) g_ptr_array_index (warnings, 0));

  return rules;
}

char *
own_rules_describe (Rules      *rules,
                    const char *text)
{
  g_autoptr (Findings) findings = find_in_rules (rules, text, TRUE);
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < findings->failures->len; i++) {
    const Failure *failure = get_failure (findings, i);

    g_string_append_printf (string, "%s “%s” %s “%s” %d %d-%d%s\n",
                            failure_kind_to_string (failure->kind), failure->test,
                            failure->exception, failure->message, (int) failure->line,
                            (int) failure->first_line, (int) failure->last_line,
                            failure->flaky ? " flaky" : "");
  }
  for (guint i = 0; i < findings->warnings->len; i++)
    g_string_append_printf (string, "%s\n",
                            (const char *) g_ptr_array_index (findings->warnings, i));

  return g_string_free (string, FALSE);
}

void
own_rules_check (const char *yaml,
                 const char *text,
                 const char *expected)
{
  g_autoptr (Rules) rules = own_rules_load (yaml);
  g_autofree char *description = own_rules_describe (rules, text);

  g_test_message ("%s", text);
  g_assert_cmpstr (description, ==, expected);
}
