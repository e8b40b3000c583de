/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <time.h>

#include "cleaner.h"
#include "log-source.h"
#include "rule.h"

/* usage: rule-costs FILE
 *
 * Prints what each rule costs on the lines of FILE, one a line, with tabs between: its place
 * ("pytest.yml:12"), the lines that have its words and so are tried with its regular expression,
 * those of them that match, and the milliseconds of the processor that this takes. Before them, with
 * "words" as place: all lines, those that have words of any rule, and what it takes to look for the
 * words of all. A rule is not tried on a line that one before it in its file matches; chapters are not
 * known here, so that a rule that counts in some of them alone costs less than is printed.
 */

#define CHUNK_SIZE (256 * 1024)
#define ROUNDS     3

typedef struct {
  const char *text;
  gsize       length;
} Text;

typedef struct {
  GArray *tried;       /* of guint: numbers of lines */
  guint   n_matches;
} Cost;

typedef struct {
  Rules        *rules;
  PatternMatch *match;
  GString      *text;
  GArray       *ends;       /* of gsize, one a line */
  Cost         *costs;      /* one a rule */
  guint         n_found;    /* lines that have words */
} Log;

static void
got_line (const Line *line,
          gpointer    user_data)
{
  Log *log = user_data;

  g_string_append_len (log->text, line->text, line->length);
  if (!line->is_cut)
    g_array_append_val (log->ends, log->text->len);
}

static gboolean
read_log (Log         *log,
          const char  *path,
          GError     **error)
{
  g_autofree guint8 *chunk = g_malloc (CHUNK_SIZE);
  g_autoptr (CiFormats) formats = ci_formats_load (NULL);
  g_autoptr (Cleaner) cleaner = cleaner_new (formats, got_line, log);
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (LogSource) source = log_source_open_file (file, NULL, error);
  gssize length = -1;

  while (source != NULL &&
         (length = g_input_stream_read (source->stream, chunk, CHUNK_SIZE, NULL, error)) > 0)
    cleaner_push (cleaner, chunk, (gsize) length);
  cleaner_finish (cleaner);

  return length == 0;
}

static Text
get_line (const Log *log,
          guint      number)
{
  gsize start = number > 0 ? g_array_index (log->ends, gsize, number - 1) : 0;

  return (Text) { log->text->str + start, g_array_index (log->ends, gsize, number) - start };
}

static double
get_milliseconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static void
found_word (guint    id,
            gsize    end,
            gpointer user_data)
{
  ((guint8 *) user_data)[id] = TRUE;
}

static gboolean
matches (const Log      *log,
         const LineRule *rule,
         Text            line)
{
  return rule->pattern == NULL ||
         pattern_find (rule->pattern, log->match, line.text, line.length) == PATTERN_MATCH;
}

/* Notes which rules are tried on a line, as a Finder does. */
static void
try_line (Log   *log,
          guint  number)
{
  guint n_rules = log->rules->lines->len;
  g_autofree guint8 *found = g_new0 (guint8, n_rules + 1);
  Text line = get_line (log, number);
  const Runner *done = NULL;
  gboolean is_found = FALSE;

  literals_scan (log->rules->literals, line.text, line.length, found_word, found);
  for (guint i = 0; i < n_rules; i++) {
    const LineRule *rule = g_ptr_array_index (log->rules->lines, i);

    if (!found[i] || rule->runner == done)
      continue;
    is_found = TRUE;
    g_array_append_val (log->costs[i].tried, number);
    if (matches (log, rule, line)) {
      log->costs[i].n_matches++;
      done = rule->runner;
    }
  }
  log->n_found += is_found;
}

static double
time_words (Log *log)
{
  g_autofree guint8 *found = g_new0 (guint8, log->rules->lines->len + 1);
  double started = get_milliseconds ();

  for (guint i = 0; i < log->ends->len; i++) {
    Text line = get_line (log, i);

    literals_scan (log->rules->literals, line.text, line.length, found_word, found);
  }

  return get_milliseconds () - started;
}

static double
time_rule (Log   *log,
           guint  number)
{
  const LineRule *rule = g_ptr_array_index (log->rules->lines, number);
  const GArray *tried = log->costs[number].tried;
  double started = get_milliseconds ();

  for (guint i = 0; i < tried->len; i++)
    matches (log, rule, get_line (log, g_array_index (tried, guint, i)));

  return get_milliseconds () - started;
}

static void
print_costs (Log *log)
{
  double best = time_words (log);

  for (guint round = 1; round < ROUNDS; round++)
    best = MIN (best, time_words (log));
  g_print ("words\t%u\t%u\t%.3f\n", log->ends->len, log->n_found, best);

  for (guint i = 0; i < log->rules->lines->len; i++) {
    const LineRule *rule = g_ptr_array_index (log->rules->lines, i);

    best = time_rule (log, i);
    for (guint round = 1; round < ROUNDS; round++)
      best = MIN (best, time_rule (log, i));
    g_print ("%s\t%u\t%u\t%.3f\n", rule->source, log->costs[i].tried->len, log->costs[i].n_matches,
             best);
  }
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (Rules) rules = rules_load (NULL);
  g_autoptr (PatternMatch) match = pattern_match_new ();
  g_autoptr (GError) error = NULL;
  Log log = { rules, match };

  if (argc != 2) {
    g_printerr ("usage: rule-costs FILE\n");
    return 2;
  }

  log.text = g_string_new (NULL);
  log.ends = g_array_new (FALSE, FALSE, sizeof (gsize));
  log.costs = g_new0 (Cost, rules->lines->len);
  for (guint i = 0; i < rules->lines->len; i++)
    log.costs[i].tried = g_array_new (FALSE, FALSE, sizeof (guint));
  if (!read_log (&log, argv[1], &error)) {
    g_printerr ("rule-costs: %s\n", error->message);
    return 1;
  }

  for (guint i = 0; i < log.ends->len; i++)
    try_line (&log, i);
  print_costs (&log);

  return 0;
}
