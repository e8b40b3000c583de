/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gio/gio.h>
#include <string.h>

#include "history-search.h"

#define MAX_BUILDS 200

/* Looks: enough to find the one break among 200 builds that all have an outcome. A test that fails one run in five looks
 * like a break then in 3 of 100 histories, one that fails every other run in 10 of 100; with 20 looks in 2 of 100 each. */
#define BUDGET 12

/* A history, "G" good, "B" bad, "." no outcome, oldest first. */
typedef struct {
  char  outcomes[MAX_BUILDS + 1];
  guint n_asked[MAX_BUILDS];
  int   fails_at;
} History;

static HistoryOutcome
look (guint      index,
      gpointer   user_data,
      GError   **error)
{
  History *history = user_data;

  g_assert_cmpuint (index, <, strlen (history->outcomes));
  g_assert_cmpuint (history->n_asked[index]++, ==, 0);
  if (history->fails_at == (int) index) {
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "No network");
    return HISTORY_GOOD;
  }

  return history->outcomes[index] == 'G' ? HISTORY_GOOD : history->outcomes[index] == 'B' ? HISTORY_BAD : HISTORY_NONE;
}

static HistoryResult *
search_with (History              *history,
             const HistoryOutcome *known,
             guint                 budget,
             int                   merge_base)
{
  HistorySearch search = { strlen (history->outcomes), known, budget, merge_base, HISTORY_SURE, look, history };
  HistoryResult *result = history_search (&search);

  g_assert_cmpuint (result->n_asked, <=, budget);

  return result;
}

static HistoryResult *
search_text (const char *text)
{
  History history = { .fails_at = -1 };

  g_strlcpy (history.outcomes, text, sizeof history.outcomes);

  return search_with (&history, NULL, BUDGET, -1);
}

static void
check (const char  *text,
       HistoryKind  kind,
       int          last_good,
       int          first_bad)
{
  g_autoptr (HistoryResult) result = search_text (text);

  g_test_message ("%s: %u asked", text, result->n_asked);
  g_assert_cmpint (result->kind, ==, kind);
  g_assert_cmpint (result->last_good, ==, last_good);
  g_assert_cmpint (result->first_bad, ==, first_bad);
  g_assert_null (result->error);
}

static void
test_small (void)
{
  check ("", HISTORY_UNKNOWN, -1, -1);
  check ("....", HISTORY_UNKNOWN, -1, -1);
  check ("G", HISTORY_PASSES, 0, -1);
  check ("B", HISTORY_UNKNOWN, -1, 0);
  check ("GB", HISTORY_UNKNOWN, 0, 1);
  check ("GBB", HISTORY_UNKNOWN, 0, 1);
  check ("GBBB", HISTORY_BREAK, 0, 1);
  check ("BBBBBB", HISTORY_ALWAYS, -1, 0);
  check ("GGGGBBBB..", HISTORY_BREAK, 3, 4);
  check ("GGG.G..BBB.B", HISTORY_BREAK, 4, 7);
  check ("GGGBBBG", HISTORY_PASSES, 6, -1);
  check ("GGGBBBGGG", HISTORY_PASSES, 8, -1);
  check ("GGBGBGB", HISTORY_FLAKE, 1, 2);
  check ("GGBGBGG", HISTORY_FLAKE, 1, 2);
  check ("GBBGGBBBB", HISTORY_BREAK, 4, 5);
}

/* Breaks at each place of histories with no gap and with gaps. */
static void
test_breaks (void)
{
  static const guint sizes[] = { 3, 10, 50, 200 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++) {
    guint most = 0;
    guint exact = 0;

    for (guint first_bad = 1; first_bad < sizes[i] - 1; first_bad++) {
      g_autoptr (HistoryResult) result = NULL;
      History history = { .fails_at = -1 };

      memset (history.outcomes, 'G', first_bad);
      memset (history.outcomes + first_bad, 'B', sizes[i] - first_bad);
      result = search_with (&history, NULL, BUDGET, -1);
      g_assert_true (result->kind == HISTORY_BREAK || first_bad < 3);
      g_assert_cmpint (result->last_good, <, first_bad);
      g_assert_cmpint (result->first_bad, >=, first_bad);
      g_assert_cmpuint (result->n_failed_since, ==, result->n_runs_since);
      g_assert_cmpuint (result->n_failed, ==, result->n_failed_since);
      exact += result->first_bad == (int) first_bad && result->last_good == (int) first_bad - 1;
      most = MAX (most, result->n_asked);
    }
    g_test_message ("%u builds: %u of %u breaks exact, %u looks at most", sizes[i], exact, sizes[i] - 2, most);
    g_assert_cmpuint (exact, ==, sizes[i] - 2);
  }
}

static void
test_breaks_with_gaps (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  guint found = 0;
  guint near = 0;
  guint n = 1000;

  for (guint i = 0; i < n; i++) {
    g_autoptr (HistoryResult) result = NULL;
    History history = { .fails_at = -1 };
    int first_bad = g_rand_int_range (rand, 20, 150);

    for (int j = 0; j < MAX_BUILDS; j++)
      history.outcomes[j] = g_rand_double (rand) < 0.3 ? '.' : j < first_bad ? 'G' : 'B';
    result = search_with (&history, NULL, BUDGET, -1);
    g_assert_cmpint (result->last_good, <, first_bad);
    g_assert_cmpint (result->first_bad, >=, first_bad);
    g_assert_false (result->is_flaky);
    found += result->kind == HISTORY_BREAK;
    near += result->kind == HISTORY_BREAK && result->first_bad - result->last_good <= 16;
  }
  g_test_message ("30 %% without an outcome: %u of %u breaks found, %u of them within 16 builds", found, n, near);
  g_assert_cmpuint (found, >, n * 9 / 10);
  g_assert_cmpuint (near, >, n * 7 / 10);
}

static void
measure_flakes (GRand  *rand,
                double  rate,
                guint   n_builds,
                guint   n_kinds[])
{
  for (guint i = 0; i < 2000; i++) {
    g_autoptr (HistoryResult) result = NULL;
    History history = { .fails_at = -1 };

    for (guint j = 0; j < n_builds; j++)
      history.outcomes[j] = g_rand_double (rand) < rate ? 'B' : 'G';
    result = search_with (&history, NULL, BUDGET, -1);
    n_kinds[result->kind]++;
    g_assert_cmpint (result->is_flaky, ==, result->kind == HISTORY_FLAKE);
  }
}

static void
test_flakes (void)
{
  static const double rates[] = { 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (guint i = 0; i < G_N_ELEMENTS (rates); i++) {
    guint n[HISTORY_ALWAYS + 1] = { 0 };

    measure_flakes (rand, rates[i], MAX_BUILDS, n);
    g_test_message ("%2.0f %% flaky, of 2000: flake %u, passes %u, break %u, always %u, too few %u", rates[i] * 100,
                    n[HISTORY_FLAKE], n[HISTORY_PASSES], n[HISTORY_BREAK], n[HISTORY_ALWAYS], n[HISTORY_UNKNOWN]);
    g_assert_cmpuint (n[HISTORY_BREAK] + n[HISTORY_ALWAYS], <, 2000 / 5);
  }
}

static void
test_known_before (void)
{
  HistoryOutcome known[6] = { HISTORY_GOOD, HISTORY_GOOD, HISTORY_NONE, HISTORY_BAD, HISTORY_BAD, HISTORY_BAD };
  History history = { .outcomes = "GGGGGG", .fails_at = -1 };
  g_autoptr (HistoryResult) result = search_with (&history, known, BUDGET, -1);

  g_assert_cmpuint (result->n_asked, ==, 0);
  g_assert_cmpint (result->kind, ==, HISTORY_BREAK);
  g_assert_cmpint (result->last_good, ==, 1);
  g_assert_cmpint (result->first_bad, ==, 3);
  g_assert_cmpuint (result->n_runs, ==, 5);
  g_assert_cmpuint (result->n_runs_since, ==, 3);
}

static void
test_merge_base (void)
{
  History history = { .fails_at = -1 };
  g_autoptr (HistoryResult) result = NULL;

  memset (history.outcomes, 'G', MAX_BUILDS);
  history.outcomes[77] = '.';
  result = search_with (&history, NULL, BUDGET, 77);
  g_assert_cmpint (result->outcomes[77], ==, HISTORY_NONE);
  g_assert_cmpint (result->outcomes[76], ==, HISTORY_GOOD);
}

static HistoryResult *
search_towards (HistoryGoal  goal,
                const char  *text)
{
  History history = { .fails_at = -1 };
  HistorySearch search = { strlen (text), NULL, BUDGET, -1, goal, look, &history };

  g_strlcpy (history.outcomes, text, sizeof history.outcomes);

  return history_search (&search);
}

static void
test_goals (void)
{
  g_autofree char *bad = g_strnfill (MAX_BUILDS, 'B');
  g_autoptr (HistoryResult) newest = search_towards (HISTORY_NEWEST, "GGGGGGGGBBBBBBBB..");
  g_autoptr (HistoryResult) far_bad = search_towards (HISTORY_FAR, bad);
  g_autoptr (HistoryResult) far_good = search_towards (HISTORY_FAR, "GGGGGGGGBBBBBBBB..");
  g_autoptr (HistoryResult) boundary = search_towards (HISTORY_BOUNDARY, "GGGGGGGGBBBBBBBB");
  g_autoptr (HistoryResult) sure = search_towards (HISTORY_SURE, "GGGGGGGGBBBBBBBB");

  g_assert_cmpuint (newest->n_asked, ==, 3);
  g_assert_cmpint (newest->outcomes[15], ==, HISTORY_BAD);
  g_assert_cmpint (far_bad->outcomes[MAX_BUILDS - 1 - HISTORY_FAR_BUILDS], ==, HISTORY_NOT_ASKED);
  g_assert_cmpint (far_bad->first_bad, <, MAX_BUILDS - HISTORY_FAR_BUILDS);
  g_assert_cmpuint (far_bad->n_asked, <=, 4);
  g_assert_cmpint (far_good->last_good, >=, 0);
  g_assert_cmpuint (far_good->n_between, >, 0);
  g_assert_cmpint (boundary->first_bad, ==, 8);
  g_assert_cmpuint (boundary->n_between, ==, 0);
  g_assert_cmpint (sure->first_bad, ==, 8);
  g_assert_cmpuint (sure->n_asked, >, boundary->n_asked);
}

/* A probe that may spend no more. */
static HistoryOutcome
look_twice (guint      index,
            gpointer   user_data,
            GError   **error)
{
  guint *n_left = user_data;

  return (*n_left)-- > 0 ? HISTORY_GOOD : HISTORY_NOT_ASKED;
}

static void
test_spent (void)
{
  guint n_left = 2;
  HistorySearch search = { 100, NULL, BUDGET, -1, HISTORY_SURE, look_twice, &n_left };
  g_autoptr (HistoryResult) result = history_search (&search);
  g_autoptr (HistoryResult) nothing = NULL;

  g_assert_cmpuint (result->n_runs, ==, 2);
  g_assert_cmpint (result->kind, ==, HISTORY_PASSES);
  n_left = 0;
  nothing = history_search (&search);
  g_assert_cmpuint (nothing->n_runs, ==, 0);
  g_assert_cmpint (nothing->kind, ==, HISTORY_UNKNOWN);
}

/* What the newest build did is not known: nothing is claimed of it. */
static void
test_newest_unknown (void)
{
  HistoryOutcome known[4] = { HISTORY_GOOD, HISTORY_GOOD, HISTORY_GOOD, HISTORY_NOT_ASKED };
  History history = { .outcomes = "GGGB", .fails_at = -1 };
  g_autoptr (HistoryResult) result = search_with (&history, known, 0, -1);

  g_assert_cmpint (result->kind, ==, HISTORY_UNKNOWN);
}

static void
test_error (void)
{
  History history = { .outcomes = "GGGGBBBB", .fails_at = 0 };
  g_autoptr (HistoryResult) result = search_with (&history, NULL, BUDGET, -1);

  g_assert_error (result->error, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_assert_cmpint (result->outcomes[0], ==, HISTORY_NOT_ASKED);
  g_assert_cmpint (result->kind, ==, HISTORY_UNKNOWN);
  g_assert_cmpint (result->outcomes[7], ==, HISTORY_BAD);
}

static void
test_budgets (void)
{
  for (guint budget = 0; budget < 30; budget++) {
    History history = { .outcomes = "GGGGGGGGGGBGGGGBBBBBB.BBBBB", .fails_at = -1 };
    g_autoptr (HistoryResult) result = search_with (&history, NULL, budget, -1);

    g_assert_cmpuint (result->n_runs, <=, budget);
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/net/history-search/small", test_small);
  g_test_add_func ("/net/history-search/breaks", test_breaks);
  g_test_add_func ("/net/history-search/breaks-with-gaps", test_breaks_with_gaps);
  g_test_add_func ("/net/history-search/flakes", test_flakes);
  g_test_add_func ("/net/history-search/known-before", test_known_before);
  g_test_add_func ("/net/history-search/merge-base", test_merge_base);
  g_test_add_func ("/net/history-search/goals", test_goals);
  g_test_add_func ("/net/history-search/spent", test_spent);
  g_test_add_func ("/net/history-search/newest-unknown", test_newest_unknown);
  g_test_add_func ("/net/history-search/error", test_error);
  g_test_add_func ("/net/history-search/budgets", test_budgets);

  return g_test_run ();
}
