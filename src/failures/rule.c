/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "lane-prefixes.h"

#include "rule.h"

#define MAX_COUNT 1000000  /* more are no failures that anybody counted */

static const char * const outcome_names[] = { "", "failed", "passed", "retried", "other", NULL };

static void
line_rule_destroy (gpointer rule)
{
  line_rule_free (rule);
}

static void
lane_prefix_destroy (gpointer prefix)
{
  lane_prefix_free (prefix);
}

static void
rule_literal_free (gpointer data)
{
  RuleLiteral *literal = data;

  g_free (literal->text);
  g_free (literal);
}

void
runner_free (Runner *runner)
{
  if (runner == NULL)
    return;

  g_free (runner->name);
  g_free (runner->heading_after);
  g_free (runner->heading_join);
  pattern_free (runner->exception);
  pattern_free (runner->counts);
  pattern_free (runner->ran);
  pattern_free (runner->prefix);
  pattern_free (runner->noise);
  pattern_free (runner->lookups);
  pattern_free (runner->points);
  g_ptr_array_unref (runner->echoes);
  g_ptr_array_unref (runner->lasting);
  g_ptr_array_unref (runner->vague);
  g_ptr_array_unref (runner->empty);
  g_ptr_array_unref (runner->mild);
  g_hash_table_unref (runner->outcomes);
  g_hash_table_unref (runner->statuses);
  g_ptr_array_unref (runner->lanes);
  g_ptr_array_unref (runner->lines);
  g_ptr_array_unref (runner->literals);
  rerun_free (runner->rerun);
  g_free (runner);
}

static gboolean
read_outcomes (Runner          *runner,
               const DataNode  *node,
               GError         **error)
{
  if (!data_node_check_keys (node, outcome_names + 1, error))
    return FALSE;

  for (guint outcome = OUTCOME_FAILED; outcome_names[outcome] != NULL; outcome++) {
    const DataNode *list = data_node_get (node, outcome_names[outcome]);

    for (guint i = 0; i < data_node_get_n_items (list); i++) {
      const char *word = data_node_get_string (data_node_get_item (list, i));

      if (word == NULL)
        return data_node_set_error (list, error, _("words are missing"));
      g_hash_table_insert (runner->outcomes, g_strdup (word), GUINT_TO_POINTER (outcome));
    }
  }

  return TRUE;
}

static gboolean
read_statuses (Runner          *runner,
               const DataNode  *node,
               GError         **error)
{
  for (guint k = 0; k < data_node_get_n_members (node); k++) {
    const DataNode *list = data_node_get_value (node, k);
    FailureKind kind;

    if (!failure_kind_from_string (data_node_get_key (node, k), &kind))
      return data_node_set_error (list, error, _("no such kind of failure"));
    for (guint i = 0; i < data_node_get_n_items (list); i++) {
      const char *status = data_node_get_string (data_node_get_item (list, i));
      gint64 number;

      if (status == NULL ||
          !g_ascii_string_to_signed (status, 10, G_MININT, G_MAXINT, &number, NULL))
        return data_node_set_error (list, error, _("an exit status is a number"));
      g_hash_table_insert (runner->statuses, GINT_TO_POINTER ((int) number),
                           GUINT_TO_POINTER (kind));
    }
  }

  return TRUE;
}

static gboolean
read_patterns (GPtrArray       *patterns,
               const DataNode  *list,
               GError         **error)
{
  for (guint i = 0; i < data_node_get_n_items (list); i++) {
    Pattern *pattern = NULL;

    if (!pattern_read (data_node_get_item (list, i), &pattern, error))
      return FALSE;
    g_ptr_array_add (patterns, pattern);
  }

  return TRUE;
}

static gboolean
read_rerun (Runner          *runner,
            const DataNode  *node,
            GError         **error)
{
  if (node == NULL)
    return TRUE;
  runner->rerun = rerun_new (node, error);

  return runner->rerun != NULL;
}

static gboolean
read_lanes (Runner          *runner,
            const DataNode  *list,
            GError         **error)
{
  for (guint i = 0; i < data_node_get_n_items (list); i++) {
    LanePrefix *prefix = lane_prefix_new (data_node_get_item (list, i), error);

    if (prefix == NULL)
      return FALSE;
    g_ptr_array_add (runner->lanes, prefix);
  }

  return TRUE;
}

/* A problem costs what it is in, and is told. */
static void
take_problem (GPtrArray *problems,
              GError    *error)
{
  if (problems != NULL)
    g_ptr_array_add (problems, g_strdup (error->message));
  g_error_free (error);
}

static void
read_lines (Runner          *runner,
            DataFile        *file,
            const DataNode  *list,
            GPtrArray       *problems)
{
  for (guint i = 0; i < data_node_get_n_items (list); i++) {
    guint n_literals = runner->literals->len;
    GError *error = NULL;
    LineRule *rule = line_rule_new (runner, file, data_node_get_item (list, i), &error);

    if (rule != NULL) {
      g_ptr_array_add (runner->lines, rule);
    } else {
      g_ptr_array_set_size (runner->literals, n_literals);
      take_problem (problems, error);
    }
  }
}

static void
read_members (Runner         *runner,
              const DataNode *root,
              GPtrArray      *problems)
{
  const char * const keys[] = { "name", "heading", "exception", "counts", "ran", "outcomes", "statuses",
                                "prefix", "noise", "general", "lookups", "points", "echoes", "lasting", "vague", "empty",
                                "mild", "rerun", "lanes", "lines", NULL };
  const char * const heading_keys[] = { "after", "join", NULL };
  const struct {
    const char  *name;
    Pattern    **pattern;
  } patterns[] = {
    { "exception", &runner->exception },
    { "counts", &runner->counts },
    { "ran", &runner->ran },
    { "prefix", &runner->prefix },
    { "noise", &runner->noise },
    { "lookups", &runner->lookups },
    { "points", &runner->points },
  };
  const struct {
    const char *name;
    GPtrArray  *patterns;
  } lists[] = {
    { "echoes", runner->echoes },
    { "lasting", runner->lasting },
    { "vague", runner->vague },
    { "empty", runner->empty },
    { "mild", runner->mild },
  };
  GError *error = NULL;

  if (!data_node_check_keys (root, keys, &error))
    take_problem (problems, g_steal_pointer (&error));
  if (!data_node_read_boolean (root, "general", &runner->is_general, &error))
    take_problem (problems, g_steal_pointer (&error));
  if (!data_node_check_keys (data_node_get (root, "heading"), heading_keys, &error))
    take_problem (problems, g_steal_pointer (&error));
  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    if (!pattern_read (data_node_get (root, patterns[i].name), patterns[i].pattern, &error))
      take_problem (problems, g_steal_pointer (&error));
  if (!read_outcomes (runner, data_node_get (root, "outcomes"), &error))
    take_problem (problems, g_steal_pointer (&error));
  if (!read_statuses (runner, data_node_get (root, "statuses"), &error))
    take_problem (problems, g_steal_pointer (&error));
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (!read_patterns (lists[i].patterns, data_node_get (root, lists[i].name), &error))
      take_problem (problems, g_steal_pointer (&error));
  if (!read_rerun (runner, data_node_get (root, "rerun"), &error))
    take_problem (problems, g_steal_pointer (&error));
  if (!read_lanes (runner, data_node_get (root, "lanes"), &error))
    take_problem (problems, g_steal_pointer (&error));
}

Runner *
runner_new (DataFile  *file,
            GPtrArray *problems)
{
  const DataNode *root = data_file_get_root (file);
  const DataNode *heading = data_node_get (root, "heading");
  Runner *runner = g_new0 (Runner, 1);

  runner->echoes = g_ptr_array_new_with_free_func (pattern_destroy);
  runner->lasting = g_ptr_array_new_with_free_func (pattern_destroy);
  runner->vague = g_ptr_array_new_with_free_func (pattern_destroy);
  runner->empty = g_ptr_array_new_with_free_func (pattern_destroy);
  runner->mild = g_ptr_array_new_with_free_func (pattern_destroy);
  runner->outcomes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  runner->statuses = g_hash_table_new (NULL, NULL);
  runner->lanes = g_ptr_array_new_with_free_func (lane_prefix_destroy);
  runner->lines = g_ptr_array_new_with_free_func (line_rule_destroy);
  runner->literals = g_ptr_array_new_with_free_func (rule_literal_free);
  runner->name = g_strdup (data_node_get_member (root, "name", data_file_get_name (file)));
  runner->is_own = data_file_get_path (file) != NULL;
  runner->heading_after = g_strdup (data_node_get_member (heading, "after", NULL));
  runner->heading_join = g_strdup (data_node_get_member (heading, "join", ""));
  read_members (runner, root, problems);
  read_lines (runner, file, data_node_get (root, "lines"), problems);

  return runner;
}

gboolean
runner_tells_success (const Runner *runner)
{
  for (guint i = 0; i < runner->lines->len; i++) {
    const LineRule *rule = g_ptr_array_index (runner->lines, i);

    if (rule->is == LINE_IS_SUCCESS || rule->is == LINE_IS_FINISHED)
      return TRUE;
  }

  return FALSE;
}

/* The sum of the numbers that the GROUPs of PATTERN have in TEXT. */
static int
add_up (const Pattern *pattern,
        const char    *group,
        PatternMatch  *match,
        const char    *text,
        gsize          length)
{
  int count = 0;

  while (pattern != NULL && length > 0 && pattern_find (pattern, match, text, length) == PATTERN_MATCH) {
    g_autofree char *number = pattern_match_dup_group (pattern, match, group, 9);
    gsize start, end;

    count = MIN (count + atoi (number), MAX_COUNT);
    pattern_match_get_range (match, &start, &end);
    text += MAX (end, 1);
    length -= MAX (end, 1);
  }

  return count;
}

int
runner_count_failures (const Runner *runner,
                       PatternMatch *match,
                       const char   *text,
                       gsize         length)
{
  return add_up (runner->counts, "count", match, text, length);
}

int
runner_count_tests (const Runner *runner,
                    PatternMatch *match,
                    const char   *text,
                    gsize         length)
{
  return add_up (runner->ran, "ran", match, text, length);
}
