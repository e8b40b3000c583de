/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "rule.h"

static const char * const is_names[] = {
  "session", "chapter", "totals", "start", "outcome", "report", "report-end", "detail",
  "location", "item", "summary-end", "crash", "crash-frame", "exit", "ending", "trace", "frame", "chain",
  "fatal", "exception", NULL,
};

static const char * const chapter_names[] = {
  "none", "progress", "failures", "errors", "summary", "other", NULL,
};

static const char * const outcome_names[] = { "", "failed", "passed", "other", NULL };

static void
line_rule_free (gpointer data)
{
  LineRule *rule = data;

  pattern_free (rule->pattern);
  g_free (rule->place);
  g_free (rule);
}

static void
rule_literal_free (gpointer data)
{
  RuleLiteral *literal = data;

  g_free (literal->text);
  g_free (literal);
}

static void
pattern_destroy (gpointer pattern)
{
  pattern_free (pattern);
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
  pattern_free (runner->prefix);
  pattern_free (runner->noise);
  g_ptr_array_unref (runner->echoes);
  g_hash_table_unref (runner->outcomes);
  g_hash_table_unref (runner->statuses);
  g_ptr_array_unref (runner->lines);
  g_ptr_array_unref (runner->literals);
  g_free (runner);
}

/* The place of NODE's word in NAMES, or an error that names what may stand there. */
static gboolean
read_word (const DataNode      *node,
           const char * const  *names,
           guint               *ret_index,
           GError             **error)
{
  const char *word = data_node_get_string (node);
  g_autofree char *choices = NULL;

  for (guint i = 0; names[i] != NULL; i++)
    if (g_strcmp0 (word, names[i]) == 0) {
      *ret_index = i;
      return TRUE;
    }
  choices = g_strjoinv (", ", (char **) names);

  return data_node_set_error (node, error, _("“%s” is none of: %s"), word != NULL ? word : "",
                              choices);
}

static gboolean
read_pattern (const DataNode  *node,
              Pattern        **ret_pattern,
              GError         **error)
{
  const char *source = data_node_get_string (node);
  g_autoptr (GError) problem = NULL;

  if (node == NULL)
    return TRUE;
  if (source == NULL)
    return data_node_set_error (node, error, _("a regular expression is missing"));
  *ret_pattern = pattern_new (source, &problem);
  if (*ret_pattern == NULL)
    return data_node_set_error (node, error, _("the regular expression is wrong: %s"),
                                problem->message);

  return TRUE;
}

static gboolean
read_literals (Runner          *runner,
               const DataNode  *list,
               gboolean         anchored,
               GError         **error)
{
  for (guint i = 0; i < data_node_get_n_items (list); i++) {
    const DataNode *item = data_node_get_item (list, i);
    const char *text = data_node_get_string (item);
    RuleLiteral *literal;

    if (text == NULL || *text == '\0')
      return data_node_set_error (item, error, _("words are missing"));
    literal = g_new (RuleLiteral, 1);
    literal->text = g_strdup (text);
    literal->anchored = anchored;
    literal->line = runner->lines->len - 1;
    g_ptr_array_add (runner->literals, literal);
  }

  return TRUE;
}

static gboolean
read_kind (const DataNode  *node,
           FailureKind     *ret_kind,
           GError         **error)
{
  if (node == NULL || failure_kind_from_string (data_node_get_string (node), ret_kind))
    return TRUE;

  return data_node_set_error (node, error, _("no such kind of failure"));
}

static gboolean
read_chapters (const DataNode  *list,
               guint           *ret_chapters,
               GError         **error)
{
  for (guint i = 0; i < data_node_get_n_items (list); i++) {
    guint chapter;

    if (!read_word (data_node_get_item (list, i), chapter_names, &chapter, error))
      return FALSE;
    *ret_chapters |= 1u << chapter;
  }

  return TRUE;
}

static gboolean
read_line (Runner          *runner,
           DataFile        *file,
           const DataNode  *node,
           GError         **error)
{
  const char * const keys[] = { "is", "in", "starts", "has", "matches", "kind", "chapter",
                                "fatal", NULL };
  const DataNode *starts = data_node_get (node, "starts");
  const DataNode *has = data_node_get (node, "has");
  const DataNode *chapter = data_node_get (node, "chapter");
  LineRule *rule = g_new0 (LineRule, 1);
  guint is = 0, number = 0;

  g_ptr_array_add (runner->lines, rule);
  rule->runner = runner;
  rule->place = g_strdup_printf ("%s.yml:%d", data_file_get_name (file), data_node_get_line (node));
  rule->fatal = data_node_get_boolean (node, "fatal", FALSE);
  if (data_node_get (node, "is") == NULL)
    return data_node_set_error (node, error, _("a line needs “is”"));
  if (data_node_get_n_items (starts) + data_node_get_n_items (has) == 0)
    return data_node_set_error (node, error, _("a line needs “starts” or “has”"));
  if (!data_node_check_keys (node, keys, error) ||
      !read_word (data_node_get (node, "is"), is_names, &is, error) ||
      !read_chapters (data_node_get (node, "in"), &rule->chapters, error) ||
      !read_literals (runner, starts, TRUE, error) ||
      !read_literals (runner, has, FALSE, error) ||
      !read_pattern (data_node_get (node, "matches"), &rule->pattern, error) ||
      !read_kind (data_node_get (node, "kind"), &rule->kind, error) ||
      (chapter != NULL && !read_word (chapter, chapter_names, &number, error)))
    return FALSE;
  rule->is = is;
  rule->chapter = number;

  return TRUE;
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
read_echoes (Runner          *runner,
             const DataNode  *list,
             GError         **error)
{
  for (guint i = 0; i < data_node_get_n_items (list); i++) {
    Pattern *pattern = NULL;

    if (!read_pattern (data_node_get_item (list, i), &pattern, error))
      return FALSE;
    g_ptr_array_add (runner->echoes, pattern);
  }

  return TRUE;
}

static gboolean
read_lines (Runner          *runner,
            DataFile        *file,
            const DataNode  *list,
            GError         **error)
{
  for (guint i = 0; i < data_node_get_n_items (list); i++)
    if (!read_line (runner, file, data_node_get_item (list, i), error))
      return FALSE;

  return TRUE;
}

Runner *
runner_new (DataFile  *file,
            GError   **error)
{
  const char * const keys[] = { "name", "heading", "exception", "counts", "outcomes", "statuses",
                                "prefix", "noise", "echoes", "lines", NULL };
  const char * const heading_keys[] = { "after", "join", NULL };
  const DataNode *root = data_file_get_root (file);
  const DataNode *heading = data_node_get (root, "heading");
  g_autoptr (Runner) runner = g_new0 (Runner, 1);

  runner->echoes = g_ptr_array_new_with_free_func (pattern_destroy);
  runner->outcomes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  runner->statuses = g_hash_table_new (NULL, NULL);
  runner->lines = g_ptr_array_new_with_free_func (line_rule_free);
  runner->literals = g_ptr_array_new_with_free_func (rule_literal_free);
  runner->name = g_strdup (data_node_get_member (root, "name", data_file_get_name (file)));
  runner->heading_after = g_strdup (data_node_get_member (heading, "after", NULL));
  runner->heading_join = g_strdup (data_node_get_member (heading, "join", ""));
  if (!data_node_check_keys (root, keys, error) ||
      !data_node_check_keys (heading, heading_keys, error) ||
      !read_pattern (data_node_get (root, "exception"), &runner->exception, error) ||
      !read_pattern (data_node_get (root, "counts"), &runner->counts, error) ||
      !read_pattern (data_node_get (root, "prefix"), &runner->prefix, error) ||
      !read_pattern (data_node_get (root, "noise"), &runner->noise, error) ||
      (data_node_get (root, "outcomes") != NULL &&
       !read_outcomes (runner, data_node_get (root, "outcomes"), error)) ||
      !read_statuses (runner, data_node_get (root, "statuses"), error) ||
      !read_echoes (runner, data_node_get (root, "echoes"), error) ||
      !read_lines (runner, file, data_node_get (root, "lines"), error))
    return NULL;

  return g_steal_pointer (&runner);
}
