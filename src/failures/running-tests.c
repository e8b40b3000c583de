/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "running-tests.h"

#define MAX_BEGUN 10000
#define MAX_QUIET 10000
#define MIN_QUIET 3        /* lines: less holds no exception */

struct RunningTests {
  Matcher    *matcher;
  GHashTable *begun;           /* runner, suite and test -> BegunTest */
  GHashTable *last;            /* Runner -> the key of the test that began last, while that runs */
  Block      *offered;         /* names the test whose output starts with the next line, or NULL */
  Block      *heading;         /* names the one that began last, and the next line may go on with its name; or NULL */
  GArray     *quiet;           /* of LineRange: what tests printed that ended and did not fail */
  gint64      ended_line;      /* where the test began that ends with the next line, or 0 */
};

static void
begun_test_free (gpointer data)
{
  BegunTest *begun = data;

  g_free (begun->suite);
  g_free (begun->test);
  g_free (begun);
}

static BegunTest *
find_last (RunningTests *running,
           const Runner *runner)
{
  const char *key = g_hash_table_lookup (running->last, runner);

  return key != NULL ? g_hash_table_lookup (running->begun, key) : NULL;
}

/* The one of SUITE that began last. */
static BegunTest *
find_last_of (RunningTests *running,
              const Runner *runner,
              const char   *suite)
{
  GHashTableIter iter;
  gpointer value;
  BegunTest *last = NULL;

  g_hash_table_iter_init (&iter, running->begun);
  while (g_hash_table_iter_next (&iter, NULL, &value)) {
    BegunTest *begun = value;

    if (begun->runner == runner && g_str_equal (begun->suite, suite) &&
        (last == NULL || begun->line > last->line))
      last = begun;
  }

  return last;
}

static char *
dup_key (const Runner *runner,
         const char   *suite,
         const char   *test)
{
  return g_strjoin ("\n", runner->name, suite, test, NULL);
}

RunningTests *
running_tests_new (Matcher *matcher)
{
  RunningTests *running = g_new0 (RunningTests, 1);

  running->matcher = matcher;
  running->begun = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, begun_test_free);
  running->last = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  running->quiet = g_array_new (FALSE, FALSE, sizeof (LineRange));

  return running;
}

void
running_tests_free (RunningTests *running)
{
  block_free (running->offered);
  block_free (running->heading);
  g_hash_table_unref (running->begun);
  g_hash_table_unref (running->last);
  g_array_unref (running->quiet);
  g_free (running);
}

void
running_tests_offer (RunningTests   *running,
                     const LineRule *rule)
{
  block_free (running->offered);
  running->offered = block_new (rule);
  if (rule->pattern != NULL)
    block_fill_in (running->offered, rule->pattern, matcher_get_match (running->matcher));
}

/* Takes the lines above the last one of LOOKBACK that are the heading of BEGAN's test. Returns the first one's
 * number, or NUMBER. */
static gint64
take_above (RunningTests   *running,
            Block          *began,
            const Lookback *lookback,
            gint64          number)
{
  const LookbackLine *line;

  if (began->rule->above == NULL)
    return number;
  for (guint back = 1; (line = lookback_get (lookback, back)) != NULL; back++) {
    if (!matcher_find (running->matcher, began->rule, began->rule->above, line->text, line->length))
      break;
    number = line->number;
    if (block_take_heading (began, running->matcher, line->text, line->length))
      break;
  }

  return number;
}

/* The test that BEGAN names began with BEGUN. */
static void
add_begun (RunningTests *running,
           const Block  *began,
           BegunTest     begun)
{
  g_autofree char *key = dup_key (began->runner, began->suite, began->test);

  /* So many have no ends that are known. */
  if (g_hash_table_size (running->begun) >= MAX_BEGUN)
    g_hash_table_remove_all (running->begun);
  begun.suite = g_strdup (began->suite);
  begun.test = g_strdup (began->test);
  g_hash_table_insert (running->begun, g_strdup (key), g_memdup2 (&begun, sizeof begun));
  g_hash_table_insert (running->last, (gpointer) began->runner, g_steal_pointer (&key));
}

/* Where the test began that does not run any more, or 0. */
static gint64
take_test (RunningTests *running,
           const Runner *runner,
           const char   *suite,
           const char   *test)
{
  g_autofree char *key = NULL;
  const BegunTest *begun;
  gint64 line;

  if (g_hash_table_size (running->begun) == 0)
    return 0;
  key = dup_key (runner, suite, test);
  begun = g_hash_table_lookup (running->begun, key);
  if (*suite != '\0' && begun == NULL)
    return take_test (running, runner, "", test);
  line = begun != NULL && !begun->is_heading ? begun->line : 0;
  g_hash_table_remove (running->begun, key);
  if (g_strcmp0 (g_hash_table_lookup (running->last, runner), key) == 0)
    g_hash_table_remove (running->last, runner);

  return line;
}

/* Takes LINE where it goes on with the name of the test that began right above. */
static void
take_below (RunningTests       *running,
            const LookbackLine *line)
{
  g_autoptr (Block) heading = g_steal_pointer (&running->heading);
  const BegunTest *begun = heading != NULL ? find_last (running, heading->runner) : NULL;
  BegunTest longer;

  if (begun == NULL || line == NULL || !block_take_name (heading, running->matcher, line->text, line->length))
    return;
  longer = *begun;
  take_test (running, heading->runner, begun->suite, begun->test);
  add_begun (running, heading, longer);
  running->heading = g_steal_pointer (&heading);
}

/* The test that ends with line NUMBER did not fail. */
static void
note_quiet (RunningTests *running,
            gint64        number)
{
  LineRange range = { running->ended_line, number };

  running->ended_line = 0;
  if (range.first > 0 && number - range.first >= MIN_QUIET && running->quiet->len < MAX_QUIET)
    g_array_append_val (running->quiet, range);
}

void
running_tests_push (RunningTests   *running,
                    const Lookback *lookback,
                    gint64          number)
{
  g_autoptr (Block) began = g_steal_pointer (&running->offered);
  BegunTest *last;
  gint64 first_line;

  if (running->heading != NULL)
    take_below (running, lookback_get (lookback, 0));
  note_quiet (running, number);
  if (began == NULL)
    return;

  first_line = take_above (running, began, lookback, number);
  last = find_last (running, began->runner);
  if (last != NULL && last->end_line == 0)
    last->end_line = number;
  add_begun (running, began, (BegunTest) { .runner = began->runner, .first_line = first_line, .line = number,
                                           .is_heading = began->rule->names != NULL,
                                           .may_have_ended = began->rule->may_end_unseen });
  if (began->rule->names != NULL && began->rule->above == NULL) {
    block_free (running->heading);
    running->heading = g_steal_pointer (&began);
  }
}

gboolean
running_tests_is_open (RunningTests *running)
{
  return running->heading != NULL;
}

void
running_tests_end (RunningTests *running,
                   const Runner *runner,
                   const char   *suite,
                   const char   *test)
{
  gint64 line = take_test (running, runner, suite, test);

  if (line > 0)
    running->ended_line = line;
}

void
running_tests_fail (RunningTests *running,
                    const Block  *block)
{
  g_autofree char *key = dup_key (block->runner, block->suite, block->test);
  const BegunTest *begun = g_hash_table_lookup (running->begun, key);
  BegunTest *last = find_last (running, block->runner);

  if (last != NULL && last->may_have_ended && last->end_line == 0)
    last->end_line = block->first_line;
  if (begun == NULL || !begun->is_heading)
    take_test (running, block->runner, block->suite, block->test);
}

static gboolean
is_of_runner (gpointer key,
              gpointer begun,
              gpointer runner)
{
  return ((BegunTest *) begun)->runner == runner;
}

void
running_tests_end_all (RunningTests *running,
                       const Runner *runner)
{
  if (g_hash_table_size (running->begun) > 0)
    g_hash_table_foreach_remove (running->begun, is_of_runner, (gpointer) runner);
  g_hash_table_remove (running->last, runner);
}

gboolean
running_tests_has (RunningTests *running,
                   const Runner *runner)
{
  return g_hash_table_contains (running->last, runner);
}

const BegunTest *
running_tests_find (RunningTests *running,
                    Block        *block)
{
  const BegunTest *begun;

  if (block->rule->since == SINCE_LINE)
    return NULL;
  if (*block->test != '\0') {
    g_autofree char *key = dup_key (block->runner, block->suite, block->test);

    return g_hash_table_lookup (running->begun, key);
  }

  begun = *block->suite != '\0' && block->rule->is_json ? find_last_of (running, block->runner, block->suite)
                                                      : find_last (running, block->runner);
  if (begun != NULL) {
    g_free (block->test);
    block->test = g_strdup (begun->test);
    g_free (block->suite);
    block->suite = g_strdup (begun->suite);
  }

  return begun;
}

const BegunTest *
running_tests_find_own (RunningTests *running,
                        const Block  *block)
{
  g_autofree char *key = NULL;

  if (*block->test == '\0' || g_hash_table_size (running->begun) == 0)
    return NULL;
  key = dup_key (block->runner, block->suite, block->test);

  return g_hash_table_lookup (running->begun, key);
}

void
running_tests_add_quiet (RunningTests *running,
                         GArray       *ranges)
{
  GHashTableIter iter;
  gpointer value;

  g_array_append_vals (ranges, running->quiet->data, running->quiet->len);
  g_hash_table_iter_init (&iter, running->begun);
  while (g_hash_table_iter_next (&iter, NULL, &value)) {
    const BegunTest *begun = value;
    LineRange range = { begun->line, begun->end_line - 1 };

    if (begun->end_line > 0 && !begun->is_heading)
      g_array_append_val (ranges, range);
  }
}

const BegunTest *
running_tests_get_last (RunningTests *running)
{
  GHashTableIter iter;
  gpointer key;
  const BegunTest *last = NULL;

  g_hash_table_iter_init (&iter, running->last);
  while (g_hash_table_iter_next (&iter, NULL, &key)) {
    const BegunTest *begun = g_hash_table_lookup (running->begun, key);

    if (begun != NULL && !begun->is_heading && !begun->may_have_ended &&
        (last == NULL || begun->line > last->line))
      last = begun;
  }

  return last;
}
