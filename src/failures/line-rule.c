/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "lookback.h"
#include "rule.h"

#define PART_LINES     40      /* of a failure, where the rule does not say */
#define MAX_PART_LINES 1000

static const char * const is_names[] = {
  "session", "chapter", "totals", "start", "outcome", "report", "report-end", "detail",
  "location", "item", "summary-end", "file", "crash", "crash-frame", "test-above", "test-below",
  "trace", "frame", "chain", "fatal", "exception", "failure", "begin", "passed", "stopped", "nothing",
  "count", "place", "lanes", "good", "exit", "fault", "ending", "success", "failed", "finished", "step", "inner", "retry", "clean-up",
  NULL,
};

static const char * const chapter_names[] = {
  "none", "progress", "failures", "errors", "summary", "other", NULL,
};

static const char * const count_names[] = { "none", "above", "below", NULL };

static const char * const command_names[] = { "none", "starts", "starts-ignored", "was-ignored", NULL };

static const char * const covers_names[] = { "runner", "all", "run", NULL };

static const char * const weight_names[] = { "echo", "word", "error", "report", NULL };

static void
detail_free (gpointer data)
{
  Detail *detail = data;

  pattern_free (detail->pattern);
  pattern_free (detail->then);
  g_free (detail->adds);
  g_free (detail);
}

void
line_rule_free (LineRule *rule)
{
  if (rule == NULL)
    return;

  pattern_free (rule->pattern);
  pattern_free (rule->above);
  pattern_free (rule->below);
  pattern_free (rule->until);
  pattern_free (rule->through);
  pattern_free (rule->unless);
  pattern_free (rule->names);
  g_ptr_array_unref (rule->details);
  g_free (rule->source);
  g_free (rule);
}

/* The place of NODE's word in NAMES, or an error that names what may stand there. Without a node
 * RET_INDEX stays as it is. */
static gboolean
read_word (const DataNode      *node,
           const char * const  *names,
           guint               *ret_index,
           GError             **error)
{
  const char *word = data_node_get_string (node);
  g_autofree char *choices = NULL;

  if (node == NULL)
    return TRUE;
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
read_literals (Runner          *runner,
               const DataNode  *list,
               LiteralPlace     place,
               GError         **error)
{
  for (guint i = 0; i < data_node_get_n_items (list); i++) {
    const DataNode *item = data_node_get_item (list, i);
    const char *text = data_node_get_string (item);
    RuleLiteral *literal;

    if (text == NULL || *text == '\0' || g_str_equal (text, "#"))
      return data_node_set_error (item, error, _("words are missing"));
    literal = g_new (RuleLiteral, 1);
    literal->place = place;
    literal->text = g_strdup (text);
    if (place == LITERAL_IN_FIRST_WORD && g_str_has_suffix (text, "#")) {
      literal->place = LITERAL_BEFORE_DIGIT;
      literal->text[strlen (text) - 1] = '\0';
    }
    literal->line = runner->lines->len;
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
    guint chapter = 0;

    if (!read_word (data_node_get_item (list, i), chapter_names, &chapter, error))
      return FALSE;
    *ret_chapters |= 1u << chapter;
  }

  return TRUE;
}

/* A detail is a regular expression, or a mapping that says besides what becomes of what it tells. */
static gboolean
read_detail (LineRule        *rule,
             const DataNode  *node,
             GError         **error)
{
  const char * const keys[] = { "matches", "kind", "then", "adds", "weak", NULL };
  gboolean is_mapping = data_node_get (node, "matches") != NULL;
  const DataNode *kind = is_mapping ? data_node_get (node, "kind") : NULL;
  Detail *detail = g_new0 (Detail, 1);

  g_ptr_array_add (rule->details, detail);
  detail->has_kind = kind != NULL;
  if (is_mapping) {
    detail->adds = g_strdup (data_node_get_member (node, "adds", NULL));
    detail->is_last = detail->is_weak = g_str_equal (data_node_get_member (node, "weak", ""), "last");
  }

  return (!is_mapping || data_node_check_keys (node, keys, error)) &&
         (!is_mapping || detail->is_last || data_node_read_boolean (node, "weak", &detail->is_weak, error)) &&
         read_kind (kind, &detail->kind, error) &&
         pattern_read (is_mapping ? data_node_get (node, "matches") : node, &detail->pattern,
                            error) &&
         pattern_read (is_mapping ? data_node_get (node, "then") : NULL, &detail->then, error);
}

static gboolean
read_details (LineRule        *rule,
              const DataNode  *list,
              GError         **error)
{
  for (guint i = 0; i < data_node_get_n_items (list); i++)
    if (!read_detail (rule, data_node_get_item (list, i), error))
      return FALSE;

  return TRUE;
}

/* The number that member NAME of NODE is, at most MAX; DEFAULT_NUMBER without. */
static gboolean
read_number (const DataNode  *node,
             const char      *name,
             guint            default_number,
             int              max,
             guint           *ret_number,
             GError         **error)
{
  const DataNode *member = data_node_get (node, name);
  int number = member != NULL ? data_node_get_integer (node, name, -1) : (int) default_number;

  if (number < 0 || number > max)
    return data_node_set_error (member, error, _("“%s” is a number from 0 to %d"), name, max);
  *ret_number = number;

  return TRUE;
}

/* What is so or not. */
static gboolean
read_switches (LineRule        *rule,
               const DataNode  *node,
               GError         **error)
{
  const struct {
    const char *name;
    gboolean   *value;
  } switches[] = {
    { "shared", &rule->is_shared },
    { "recap", &rule->is_recap },
    { "may-end-unseen", &rule->may_end_unseen },
    { "alone", &rule->is_alone },
    { "json", &rule->is_json },
    { "each", &rule->is_each },
    { "fatal", &rule->fatal },
    { "handled", &rule->handled },
  };

  for (guint i = 0; i < G_N_ELEMENTS (switches); i++)
    if (!data_node_read_boolean (node, switches[i].name, switches[i].value, error))
      return FALSE;

  return TRUE;
}

/* What belongs to a failure besides the line that names it. */
static gboolean
read_part (LineRule        *rule,
           const DataNode  *node,
           GError         **error)
{
  const char * const since_names[] = { "line", "begin", "running", NULL };
  const char * const suite_names[] = { "own", "above", NULL };
  guint since = SINCE_LINE, suite = 0, weight = WEIGHT_REPORT, count = rule->count;

  if (!read_number (node, "lines", PART_LINES, MAX_PART_LINES, &rule->n_lines, error) ||
      !read_number (node, "lines-above", LOOKBACK_LINES - 1, LOOKBACK_LINES - 1, &rule->n_above,
                    error) ||
      !read_word (data_node_get (node, "weight"), weight_names, &weight, error) ||
      !read_word (data_node_get (node, "since"), since_names, &since, error) ||
      !read_word (data_node_get (node, "suite"), suite_names, &suite, error) ||
      !read_word (data_node_get (node, "count"), count_names, &count, error) ||
      !pattern_read (data_node_get (node, "above"), &rule->above, error) ||
      !pattern_read (data_node_get (node, "below"), &rule->below, error) ||
      !pattern_read (data_node_get (node, "until"), &rule->until, error) ||
      !pattern_read (data_node_get (node, "through"), &rule->through, error) ||
      !pattern_read (data_node_get (node, "unless"), &rule->unless, error) ||
      !pattern_read (data_node_get (node, "names"), &rule->names, error) ||
      !read_details (rule, data_node_get (node, "details"), error))
    return FALSE;
  rule->weight = weight;
  rule->since = since;
  rule->names_suite = suite == 1;
  rule->count = count;
  if (count != COUNT_NONE && rule->runner->counts == NULL)
    return data_node_set_error (node, error, _("what is counted, the member “counts” of the file has to say"));

  return TRUE;
}

static gboolean
has_group (const DataNode *node,
           const char     *group)
{
  return strstr (data_node_get_member (node, "matches", ""), group) != NULL;
}

LineRule *
line_rule_new (Runner          *runner,
               DataFile        *file,
               const DataNode  *node,
               GError         **error)
{
  const char * const keys[] = { "is", "in", "starts", "ends", "has", "first-word", "matches", "kind", "weight", "above",
                                "below", "until", "through", "unless", "lines", "lines-above", "since", "count", "names",
                                "each", "shared", "suite", "recap", "may-end-unseen", "alone", "json", "details", "chapter",
                                "fatal", "handled", "covers", "command", NULL };
  const DataNode *starts = data_node_get (node, "starts");
  const DataNode *ends = data_node_get (node, "ends");
  const DataNode *has = data_node_get (node, "has");
  const DataNode *first_word = data_node_get (node, "first-word");
  g_autoptr (LineRule) rule = g_new0 (LineRule, 1);
  guint is = 0, chapter = 0, covers = 0, command = 0;

  rule->runner = runner;
  rule->details = g_ptr_array_new_with_free_func (detail_free);
  rule->source = g_strdup_printf ("%s:%d", data_file_get_base_name (file), data_node_get_line (node));
  if (data_node_get (node, "is") == NULL) {
    data_node_set_error (node, error, _("a line needs “is”"));
    return NULL;
  }
  if (data_node_get_n_items (starts) + data_node_get_n_items (ends) +
      data_node_get_n_items (has) + data_node_get_n_items (first_word) == 0) {
    data_node_set_error (node, error,
                         _("a line needs “starts”, “ends”, “has” or “first-word”"));
    return NULL;
  }
  if (!read_word (data_node_get (node, "is"), is_names, &is, error))
    return NULL;
  rule->count = is == LINE_IS_COUNT ? COUNT_ABOVE : COUNT_NONE;
  rule->kind = is >= LINE_IS_EXIT ? FAILURE_EXIT : FAILURE_FAILED;
  if (!data_node_check_keys (node, keys, error) ||
      !read_chapters (data_node_get (node, "in"), &rule->chapters, error) ||
      !pattern_read (data_node_get (node, "matches"), &rule->pattern, error) ||
      !read_kind (data_node_get (node, "kind"), &rule->kind, error) ||
      !read_word (data_node_get (node, "chapter"), chapter_names, &chapter, error) ||
      !read_word (data_node_get (node, "covers"), covers_names, &covers, error) ||
      !read_word (data_node_get (node, "command"), command_names, &command, error) ||
      !read_part (rule, node, error) ||
      !read_switches (rule, node, error) ||
      !read_literals (runner, starts, LITERAL_AT_START, error) ||
      !read_literals (runner, ends, LITERAL_AT_END, error) ||
      !read_literals (runner, has, LITERAL_ANYWHERE, error) ||
      !read_literals (runner, first_word, LITERAL_IN_FIRST_WORD, error))
    return NULL;
  rule->is = is;
  rule->chapter = chapter;
  rule->command = command;
  rule->has_place = has_group (node, "(?<place>");
  rule->has_runs = has_group (node, "(?<runs>");
  rule->has_title = has_group (node, "(?<title>");
  rule->is_good = is == LINE_IS_GOOD || data_node_get (node, "covers") != NULL;
  rule->covers_all = covers >= 1;
  rule->covers_run = covers == 2;

  return g_steal_pointer (&rule);
}
