/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "traces.h"

#define MAX_EXPECTED 4

static const LineRule trace = { .is = LINE_IS_TRACE };
static const LineRule fatal_trace = { .is = LINE_IS_TRACE, .fatal = TRUE };
static const LineRule frame = { .is = LINE_IS_FRAME };
static const LineRule first_frame = { .is = LINE_IS_FRAME, .fatal = TRUE };
static const LineRule chain = { .is = LINE_IS_CHAIN };
static const LineRule aside = { .is = LINE_IS_CHAIN, .handled = TRUE };
static const LineRule fatal = { .is = LINE_IS_FATAL };

/* What a line is, by what stands in it. */
static const struct {
  const char     *word;
  const LineRule *rule;
} rules[] = {
  { "Traceback!", &fatal_trace },
  { "Traceback", &trace },
  { "File main", &first_frame },
  { "File ", &frame },
  { "direct cause", &chain },
  { "meanwhile", &aside },
  { "this is the end", &fatal },
};

typedef struct {
  Runner        runner;
  PatternMatch *match;
  Traces       *traces;
  Lookback      lookback;
  gint64        number;       /* of the last line */
} Fixture;

static Pattern *
new_pattern (const char *source)
{
  g_autoptr (GError) error = NULL;
  Pattern *pattern = pattern_new (source, &error);

  g_assert_no_error (error);

  return pattern;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  fixture->runner.prefix = new_pattern ("^(?:\\((?<process>\\w+)\\) )?(?:INFO )?");
  fixture->runner.exception = new_pattern ("^(?<exception>\\w+Error)(?:: (?<message>.*))?$");
  fixture->runner.noise = new_pattern (" \\[repeated \\d+x\\]");
  fixture->runner.lookups = new_pattern ("^KeyError$");
  fixture->runner.mild = g_ptr_array_new_with_free_func (pattern_destroy);
  g_ptr_array_add (fixture->runner.mild, new_pattern ("WARN"));
  fixture->match = pattern_match_new ();
  fixture->traces = traces_new (&fixture->runner);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  traces_free (fixture->traces);
  pattern_match_free (fixture->match);
  pattern_free (fixture->runner.prefix);
  pattern_free (fixture->runner.exception);
  pattern_free (fixture->runner.noise);
  pattern_free (fixture->runner.lookups);
  g_ptr_array_unref (fixture->runner.mild);
}

static void
push_line (Fixture    *fixture,
           const char *text,
           gsize       length)
{
  const LineRule *rule = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rules) && rule == NULL; i++)
    if (g_strstr_len (text, length, rules[i].word) != NULL)
      rule = rules[i].rule;
  lookback_push (&fixture->lookback, text, length, ++fixture->number);
  traces_push (fixture->traces, fixture->match, rule, &fixture->lookback, text, length,
               fixture->number);
}

/* The lines of TEXT, each of which ends with "\n". */
static void
push (Fixture    *fixture,
      const char *text)
{
  for (const char *end; (end = strchr (text, '\n')) != NULL; text = end + 1)
    push_line (fixture, text, end - text);
}

static const Raised *
get_raised (Fixture *fixture,
            guint    index)
{
  const GPtrArray *raised = traces_get (fixture->traces);

  g_assert_cmpuint (index, <, raised->len);

  return g_ptr_array_index (raised, index);
}

/* Each text and the exceptions in it. */
static const struct {
  const char *text;
  Raised      expected[MAX_EXPECTED];
} texts[] = {
  /* From "Traceback" to the line that names the exception. */
  { "words\nTraceback\n  File a\n    code\nKeyError: 'k'\nOSError: not of it\n",
    { { (char *) "KeyError", (char *) "'k'", (char *) "", 5, 2, -1, FALSE } } },
  { "Traceback\n  File a\nKeyError\n",
    { { (char *) "KeyError", (char *) "", (char *) "", 3, 1, -1, FALSE } } },
  /* The start is lost. */
  { "words\n  File a\nKeyError: 'k'\n",
    { { (char *) "KeyError", (char *) "'k'", (char *) "", 3, 2, -1, FALSE } } },
  /* A blank line does not end it. */
  { "Traceback\n  File a\n\nKeyError: 'k'\n",
    { { (char *) "KeyError", (char *) "'k'", (char *) "", 4, 1, -1, FALSE } } },
  /* Words end it, and no exception comes without a frame, or without its traceback. */
  { "Traceback\n  File a\nwords\nKeyError: 'k'\n", { { NULL } } },
  { "Traceback\nKeyError: 'k'\n", { { NULL } } },
  { "KeyError: 'k'\n", { { NULL } } },
  /* The prefix is no part of the line. */
  { "(one) INFO Traceback\n(one) INFO   File a\n(one) INFO KeyError: 'k'\n",
    { { (char *) "KeyError", (char *) "'k'", (char *) "one", 3, 1, -1, FALSE } } },
  /* Two processes, line by line; each has its own traceback. */
  { "(one) Traceback\n(two) Traceback\n(one)   File a\nwords\n(two)   File b\n"
    "(two) OSError: two\n(one) KeyError: one\n",
    { { (char *) "OSError", (char *) "two", (char *) "two", 6, 2, -1, FALSE },
      { (char *) "KeyError", (char *) "one", (char *) "one", 7, 1, -1, FALSE } } },
  /* Noise. */
  { "Traceback\n  File a\nKeyError: 'k' [repeated 3x] words\n",
    { { (char *) "KeyError", (char *) "'k' words", (char *) "", 3, 1, -1, FALSE } } },
  /* A chain of three, and one that does not belong to it. */
  { "Traceback\n  File a\nAError: a\n\ndirect cause\n\nTraceback\n  File b\nBError: b\n"
    "direct cause\nTraceback\n  File c\nCError: c\nTraceback\n  File d\nDError: d\n",
    { { (char *) "AError", (char *) "a", (char *) "", 3, 1, -1, FALSE },
      { (char *) "BError", (char *) "b", (char *) "", 9, 7, 0, FALSE },
      { (char *) "CError", (char *) "c", (char *) "", 13, 11, 1, FALSE },
      { (char *) "DError", (char *) "d", (char *) "", 16, 14, -1, FALSE } } },
  /* Nobody's chain leads to another's exception. */
  { "(one) Traceback\n(one)   File a\n(one) AError: a\n(two) direct cause\n"
    "(two) Traceback\n(two)   File b\n(two) BError: b\n",
    { { (char *) "AError", (char *) "a", (char *) "one", 3, 1, -1, FALSE },
      { (char *) "BError", (char *) "b", (char *) "two", 7, 5, -1, FALSE } } },
  /* A traceback that is the end of its process: the line says so, or one close above it. */
  { "Traceback!\n  File a\nKeyError: 'k'\nTraceback\n  File b\nOSError: b\n",
    { { (char *) "KeyError", (char *) "'k'", (char *) "", 3, 1, -1, TRUE },
      { (char *) "OSError", (char *) "b", (char *) "", 6, 4, -1, FALSE } } },
  { "this is the end\nTraceback\n  File a\nKeyError: 'k'\n",
    { { (char *) "KeyError", (char *) "'k'", (char *) "", 4, 1, -1, TRUE } } },
  { "this is the end\nw\nw\nw\nw\nTraceback\n  File a\nKeyError: 'k'\n",
    { { (char *) "KeyError", (char *) "'k'", (char *) "", 8, 6, -1, FALSE } } },
  { "(two) this is the end\n(one) Traceback\n(one)   File a\n(one) KeyError: 'k'\n",
    { { (char *) "KeyError", (char *) "'k'", (char *) "one", 4, 2, -1, FALSE } } },
  /* What follows from a fatal one is fatal, too. */
  { "Traceback!\n  File a\nAError: a\ndirect cause\nTraceback\n  File b\nBError: b\n",
    { { (char *) "AError", (char *) "a", (char *) "", 3, 1, -1, TRUE },
      { (char *) "BError", (char *) "b", (char *) "", 7, 5, 0, TRUE } } },
  /* The first frame says so, too. */
  { "Traceback\n  File main\n  File a\nAError: a\nTraceback\n  File b\n  File main\nBError: b\n",
    { { (char *) "AError", (char *) "a", (char *) "", 4, 1, -1, TRUE },
      { (char *) "BError", (char *) "b", (char *) "", 8, 5, -1, FALSE } } },
  /* It goes on: the line above says so, or the exception's own. */
  { "WARN: no page\nTraceback\n  File a\nAError: a\nWARN\n\nTraceback\n  File b\nBError: b\n",
    { { (char *) "AError", (char *) "a", (char *) "", 4, 2, -1, FALSE, TRUE },
      { (char *) "BError", (char *) "b", (char *) "", 9, 7, -1, FALSE, FALSE } } },
  { "Traceback\n  File a\nAError: WARN\n(two) WARN\nTraceback\n  File b\nBError: b\n",
    { { (char *) "AError", (char *) "WARN", (char *) "", 3, 1, -1, FALSE, TRUE },
      { (char *) "BError", (char *) "b", (char *) "", 7, 5, -1, FALSE, FALSE } } },
  { "WARN\nTraceback\n  File a\nAError: a\ndirect cause\nTraceback\n  File b\nBError: b\n",
    { { (char *) "AError", (char *) "a", (char *) "", 4, 2, -1, FALSE, TRUE },
      { (char *) "BError", (char *) "b", (char *) "", 8, 6, 0, FALSE, TRUE } } },
  /* What only asked for something is why nothing that follows failed, unless that says so. */
  { "Traceback\n  File a\nKeyError: 'k'\nmeanwhile\nTraceback\n  File b\nBError: b\n",
    { { (char *) "KeyError", (char *) "'k'", (char *) "", 3, 1, -1, FALSE, FALSE, TRUE },
      { (char *) "BError", (char *) "b", (char *) "", 7, 5, -1 } } },
  { "Traceback\n  File a\nKeyError: 'k'\ndirect cause\nTraceback\n  File b\nBError: b\n",
    { { (char *) "KeyError", (char *) "'k'", (char *) "", 3, 1, -1 },
      { (char *) "BError", (char *) "b", (char *) "", 7, 5, 0 } } },
  { "Traceback\n  File a\nAError: a\nmeanwhile\nTraceback\n  File b\nBError: b\n",
    { { (char *) "AError", (char *) "a", (char *) "", 3, 1, -1 },
      { (char *) "BError", (char *) "b", (char *) "", 7, 5, 0 } } },
};

static void
test_texts (Fixture       *fixture,
            gconstpointer  user_data)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    guint n = 0;

    g_test_message ("%s", texts[i].text);
    push (fixture, texts[i].text);
    for (; n < MAX_EXPECTED && texts[i].expected[n].exception != NULL; n++) {
      const Raised *raised = get_raised (fixture, n);
      const Raised *expected = &texts[i].expected[n];

      g_assert_cmpstr (raised->exception, ==, expected->exception);
      g_assert_cmpstr (raised->message, ==, expected->message);
      g_assert_cmpstr (raised->process, ==, expected->process);
      g_assert_cmpint (raised->line, ==, expected->line);
      g_assert_cmpint (raised->first_line, ==, expected->first_line);
      g_assert_cmpint (raised->follows, ==, expected->follows);
      g_assert_cmpint (raised->fatal, ==, expected->fatal);
      g_assert_cmpint (raised->is_mild, ==, expected->is_mild);
      g_assert_cmpint (raised->is_lookup, ==, expected->is_lookup);
    }
    g_assert_cmpuint (traces_get (fixture->traces)->len, ==, n);
    traces_free (fixture->traces);
    fixture->traces = traces_new (&fixture->runner);
    fixture->number = 0;
  }
}

/* An exception in a line of its own says its process itself. */
static void
test_single (Fixture       *fixture,
             gconstpointer  user_data)
{
  g_autoptr (Pattern) pattern = new_pattern ("^\\[(?<process>\\w+)\\] died: (?<message>.*)$");
  g_autoptr (GPtrArray) details = g_ptr_array_new ();
  LineRule rule = { .is = LINE_IS_EXCEPTION, .pattern = pattern, .fatal = TRUE, .details = details };
  const char *text = "[rank1] died: no memory [repeated 2x]";
  const Raised *raised;

  g_assert_cmpint (pattern_find (pattern, fixture->match, text, strlen (text)), ==, PATTERN_MATCH);
  traces_push (fixture->traces, fixture->match, &rule, &fixture->lookback, text, strlen (text), 9);
  g_assert_false (traces_is_open (fixture->traces));
  raised = get_raised (fixture, 0);
  g_assert_cmpstr (raised->process, ==, "rank1");
  g_assert_cmpstr (raised->message, ==, "no memory");
  g_assert_cmpstr (raised->exception, ==, "");
  g_assert_cmpint (raised->line, ==, 9);
  g_assert_cmpint (raised->first_line, ==, 9);
  g_assert_cmpint (raised->follows, ==, -1);
  g_assert_true (raised->fatal);
}

/* It may count below certain words only. */
static void
test_above (Fixture       *fixture,
            gconstpointer  user_data)
{
  g_autoptr (Pattern) pattern = new_pattern ("^E (?<exception>\\w+Error)");
  g_autoptr (Pattern) above = new_pattern ("^E  at ");
  g_autoptr (GPtrArray) details = g_ptr_array_new ();
  LineRule rule = { .is = LINE_IS_EXCEPTION, .pattern = pattern, .above = above, .n_above = 2,
                    .details = details };
  const char * const before[] = { "E  at a.py\nE  code\n", "words\n", "E  at a.py\nE  code\nE\n" };
  const char *text = "E KeyError";

  for (guint i = 0; i < G_N_ELEMENTS (before); i++) {
    push (fixture, before[i]);
    lookback_push (&fixture->lookback, text, strlen (text), fixture->number + 1);
    g_assert_cmpint (pattern_find (pattern, fixture->match, text, strlen (text)), ==, PATTERN_MATCH);
    traces_push (fixture->traces, fixture->match, &rule, &fixture->lookback, text, strlen (text),
                 ++fixture->number);
  }

  g_assert_cmpuint (traces_get (fixture->traces)->len, ==, 1);
  g_assert_cmpint (get_raised (fixture, 0)->line, ==, 3);
}

/* What it says may stand below it, near. */
static void
test_detail (Fixture       *fixture,
             gconstpointer  user_data)
{
  g_autoptr (Pattern) pattern = new_pattern ("aborts with '(?<exception>[^']+)'");
  g_autoptr (GPtrArray) details = g_ptr_array_new ();
  Detail detail = { .pattern = new_pattern ("what\\(\\): (?<message>.*)$") };
  LineRule rule = { .is = LINE_IS_EXCEPTION, .pattern = pattern, .details = details };
  const char *text = "(one) aborts with 'Full'";

  g_ptr_array_add (details, &detail);
  for (guint i = 0; i < 2; i++) {
    g_assert_cmpint (pattern_find (pattern, fixture->match, text, strlen (text)), ==, PATTERN_MATCH);
    traces_push (fixture->traces, fixture->match, &rule, &fixture->lookback, text, strlen (text),
                 ++fixture->number);
    g_assert_true (traces_is_open (fixture->traces));
    push (fixture, i == 0 ? "words\n(one)   what(): no room\nwhat(): more\n"
                          : "a\nb\nc\nd\nwhat(): too far\n");
    g_assert_false (traces_is_open (fixture->traces));
  }
  pattern_free (detail.pattern);

  g_assert_cmpstr (get_raised (fixture, 0)->process, ==, "one");
  g_assert_cmpstr (get_raised (fixture, 0)->exception, ==, "Full");
  g_assert_cmpstr (get_raised (fixture, 0)->message, ==, "no room");
  g_assert_cmpint (get_raised (fixture, 0)->first_line, ==, 1);
  g_assert_cmpint (get_raised (fixture, 0)->line, ==, 3);
  g_assert_cmpstr (get_raised (fixture, 1)->message, ==, "");
  g_assert_cmpint (get_raised (fixture, 1)->line, ==, 5);
}

/* Open while any process's traceback is, and not for ever. */
static void
test_open (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_assert_false (traces_is_open (fixture->traces));
  push (fixture, "(one) Traceback\n(two) Traceback\n(one)   File a\n(one) KeyError\n");
  g_assert_true (traces_is_open (fixture->traces));
  push (fixture, "(two) Traceback\n(two)   File a\n(two) words\n");
  g_assert_false (traces_is_open (fixture->traces));

  push (fixture, "(one) Traceback\n");
  for (guint i = 0; i < 10000; i++)
    push (fixture, "(one)   code\n");
  g_assert_false (traces_is_open (fixture->traces));
}

/* A hostile log: more processes, exceptions and bytes than anybody needs. */
static void
test_limits (Fixture       *fixture,
             gconstpointer  user_data)
{
  g_autoptr (GString) text = g_string_new ("Traceback\n  File a\nKeyError: ");

  for (guint i = 0; i < 10000; i++)
    g_string_append (text, "word ");
  g_string_append_c (text, '\n');
  for (guint i = 0; i < 10000; i++)
    g_string_append_printf (text, "(p%u) Traceback\n(p%u)   File a\n(p%u) KeyError\n(q%u)   File b\n",
                            i, i, i, i);
  push (fixture, text->str);
  g_assert_cmpuint (strlen (get_raised (fixture, 0)->message), <=, 4096);
  g_assert_cmpuint (strlen (get_raised (fixture, 0)->message), >, 1000);
  g_assert_cmpuint (traces_get (fixture->traces)->len, >, 1000);
  g_assert_cmpuint (traces_get (fixture->traces)->len, <, 10000);
}

/* Few are kept though the test passed; many make room, and no chain leads to what is gone. */
static void
test_forget (Fixture       *fixture,
             gconstpointer  user_data)
{
  push (fixture, "Traceback\n  File a\nAError\n");
  traces_forget (fixture->traces, 0);
  g_assert_cmpuint (traces_get (fixture->traces)->len, ==, 1);

  for (guint i = 0; i < 500; i++)
    push (fixture, "Traceback\n  File b\nBError\n");
  traces_forget (fixture->traces, 1000);
  g_assert_cmpuint (traces_get (fixture->traces)->len, ==, 501);
  traces_forget (fixture->traces, 1);
  g_assert_cmpuint (traces_get (fixture->traces)->len, ==, 1);
  g_assert_cmpstr (get_raised (fixture, 0)->exception, ==, "AError");

  push (fixture, "direct cause\nTraceback\n  File c\nCError\n");
  g_assert_cmpint (get_raised (fixture, 1)->follows, ==, -1);
}

static void
add (const char *path,
     void      (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/failures/traces/texts", test_texts);
  add ("/failures/traces/single", test_single);
  add ("/failures/traces/above", test_above);
  add ("/failures/traces/detail", test_detail);
  add ("/failures/traces/open", test_open);
  add ("/failures/traces/limits", test_limits);
  add ("/failures/traces/forget", test_forget);

  return g_test_run ();
}
