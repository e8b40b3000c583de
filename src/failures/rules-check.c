/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

#include "rule.h"

#include "rules-check.h"

/* Characters that words must have besides blanks, so that few lines have them by chance. */
#define MIN_WORD_CHARACTERS 4

/* Bytes of a line that a regular expression is tried on. */
#define LINE_LENGTH 1000

/* What long lines of logs are made of. */
static const char * const fillers[] = {
  " ", "a", "A", "0", ".", "/", "-", "=", ":", "_", "\t", "a ", "a.", "a/", "a: ", "(a) ", "[a]", "a::", "\"a\" ",
};

/* How such a line ends: with something that nobody looks for, and with what a pattern may look for
 * before it starts to try. */
static const char line_end[] =
  "\x7f !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~\x7f";

typedef struct {
  Runner       *runner;
  PatternMatch *match;
  GPtrArray    *problems;
} Check;

static void add_problem (Check          *check,
                         const LineRule *rule,
                         const char     *format,
                         ...) G_GNUC_PRINTF (3, 4);

static void
add_problem (Check          *check,
             const LineRule *rule,
             const char     *format,
             ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_ptr_array_add (check->problems, g_strdup_printf ("%s: %s", rule->source, message));
}

/* Whether many lines may have WORDS by chance: hardly any has a "●" or a "✗". */
static gboolean
is_common (const char *words)
{
  guint n = 0;

  for (const char *p = words; *p != '\0'; p++)
    n += !g_ascii_isspace (*p);

  return g_str_is_ascii (words) && n < MIN_WORD_CHARACTERS;
}

static void
check_words (Check             *check,
             const LineRule    *rule,
             const RuleLiteral *literal)
{
  /* At the start of a line even a short word is rare. */
  if (literal->place != LITERAL_ANYWHERE || !is_common (literal->text))
    return;

  add_problem (check, rule,
               _("“%s” stands in too many lines; use a longer word, or “starts” where it is the first"),
               literal->text);
}

static gboolean
is_slow_on (Check         *check,
            const Pattern *pattern,
            const char    *words,
            const char    *filler)
{
  g_autoptr (GString) line = g_string_new (words);

  while (line->len < LINE_LENGTH)
    g_string_append (line, filler);
  g_string_append (line, line_end);
  if (pattern_find (pattern, check->match, line->str, line->len) == PATTERN_TOO_SLOW)
    return TRUE;

  g_string_prepend (line, filler);
  g_string_append (line, words);
  g_string_append (line, line_end);

  return pattern_find (pattern, check->match, line->str, line->len) == PATTERN_TOO_SLOW;
}

static gboolean
is_slow_after (Check         *check,
               const Pattern *pattern,
               const char    *words)
{
  for (guint i = 0; i < G_N_ELEMENTS (fillers); i++)
    if (is_slow_on (check, pattern, words, fillers[i]))
      return TRUE;

  return FALSE;
}

/* Where RULE's own lines are meant, on lines with its words. */
static gboolean
is_slow (Check          *check,
         const LineRule *rule,
         const Pattern  *pattern)
{
  if (pattern != rule->pattern)
    return is_slow_after (check, pattern, "");

  for (guint i = 0; i < check->runner->literals->len; i++) {
    const RuleLiteral *literal = g_ptr_array_index (check->runner->literals, i);

    if (g_ptr_array_index (check->runner->lines, literal->line) == rule &&
        is_slow_after (check, pattern, literal->text))
      return TRUE;
  }

  return FALSE;
}

static void
check_pattern (Check          *check,
               const LineRule *rule,
               const Pattern  *pattern,
               const char     *member)
{
  if (pattern != NULL && is_slow (check, rule, pattern))
    add_problem (check, rule,
                 _("“%s” takes very long on some lines; start it with “^”, and repeat nothing that repeats itself"),
                 member);
}

static void
check_line (Check          *check,
            const LineRule *rule)
{
  check_pattern (check, rule, rule->pattern, "matches");
  check_pattern (check, rule, rule->above, "above");
  check_pattern (check, rule, rule->below, "below");
  check_pattern (check, rule, rule->until, "until");
  check_pattern (check, rule, rule->through, "through");
  check_pattern (check, rule, rule->unless, "unless");
  check_pattern (check, rule, rule->names, "names");
  for (guint i = 0; i < rule->details->len; i++) {
    const Detail *detail = g_ptr_array_index (rule->details, i);

    check_pattern (check, rule, detail->pattern, "details");
    check_pattern (check, rule, detail->then, "then");
  }
  if (rule->is == LINE_IS_FAILURE && rule->pattern == NULL && rule->details->len == 0 &&
      rule->weight == WEIGHT_REPORT)
    add_problem (check, rule,
                 _("a report of a failure names neither a test nor a message; add “matches” with one of these groups"));
}

static int
get_line (const char *problem)
{
  const char *colon = strchr (problem, ':');

  return colon != NULL ? atoi (colon + 1) : 0;
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  return get_line (*(const char * const *) a) - get_line (*(const char * const *) b);
}

guint
rules_check_file (DataFile  *file,
                  GPtrArray *problems)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (Runner) runner = runner_new (file, found);
  g_autoptr (PatternMatch) match = pattern_match_new ();
  const DataNode *root = data_file_get_root (file);
  g_autoptr (GError) error = NULL;
  Check check = { runner, match, found };

  for (guint i = 0; i < runner->literals->len; i++) {
    const RuleLiteral *literal = g_ptr_array_index (runner->literals, i);

    check_words (&check, g_ptr_array_index (runner->lines, literal->line), literal);
  }
  for (guint i = 0; i < runner->lines->len; i++)
    check_line (&check, g_ptr_array_index (runner->lines, i));
  if (data_node_get_n_items (data_node_get (root, "lines")) == 0 &&
      !data_node_set_error (root, &error, _("no rules in it; put a list of them under “lines”")))
    g_ptr_array_add (found, g_strdup (error->message));
  g_ptr_array_sort (found, compare_lines);
  g_ptr_array_extend_and_steal (problems, g_steal_pointer (&found));

  return runner->lines->len;
}
