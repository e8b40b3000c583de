/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "rule.h"

static void
runner_destroy (gpointer runner)
{
  runner_free (runner);
}

static void
add_runner (Rules  *rules,
            Runner *runner)
{
  guint first = rules->lines->len;

  runner->index = rules->runners->len;
  g_ptr_array_add (rules->runners, runner);
  for (guint i = 0; i < runner->lines->len; i++) {
    LineRule *rule = g_ptr_array_index (runner->lines, i);

    rule->number = rules->lines->len;
    g_ptr_array_add (rules->lines, rule);
  }
  for (guint i = 0; i < runner->literals->len; i++) {
    const RuleLiteral *literal = g_ptr_array_index (runner->literals, i);

    literals_add (rules->literals, literal->text, literal->place, first + literal->line);
  }
}

Rules *
rules_new (const GPtrArray *files,
           GPtrArray       *warnings)
{
  Rules *rules = g_new0 (Rules, 1);

  rules->runners = g_ptr_array_new_with_free_func (runner_destroy);
  rules->lines = g_ptr_array_new ();
  rules->literals = literals_new ();
  for (guint i = 0; i < files->len; i++)
    add_runner (rules, runner_new (g_ptr_array_index (files, i), warnings));

  return rules;
}

Rules *
rules_load (GPtrArray *warnings)
{
  g_autoptr (GPtrArray) files = data_files_load_folder ("rules", warnings);

  return rules_new (files, warnings);
}

const Rerun *
rules_get_rerun (Rules      *rules,
                 const char *runner)
{
  for (guint i = 0; i < rules->runners->len; i++) {
    const Runner *candidate = g_ptr_array_index (rules->runners, i);

    if (candidate->rerun != NULL && g_str_equal (candidate->name, runner))
      return candidate->rerun;
  }

  return NULL;
}

void
rules_free (Rules *rules)
{
  if (rules == NULL)
    return;

  g_ptr_array_unref (rules->lines);
  g_ptr_array_unref (rules->runners);
  literals_free (rules->literals);
  g_free (rules);
}
