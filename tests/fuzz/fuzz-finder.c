/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "finder.h"

/* Whatever lines a log has, what was found is in them, and is the same whether or not somebody
 * asked on the way. NUL and a byte in a line stand for so many blocks of blanks. The last byte
 * says which CI wrote the log, how often somebody asks, and whether the lines come again. A rule
 * that took too long is left out, which depends on the machine. */

#define MAX_FAILURES 2000
#define MAX_PASSED   20000
#define MANY_LINES   2500
#define MAX_BLANKS   (64 * 1024)
#define BLANKS       256
#define MAX_PAUSE    8
#define AGAIN        0xf0

int LLVMFuzzerTestOneInput (const guint8 *bytes,
                            gsize         length);

static const char * const cis[] = { "", "buildkite", "github", "travis" };

/* Each line ends where its memory ends, so that a read beyond it is seen. */
static GPtrArray *
make_lines (const char *bytes,
            gsize       length)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GString) line = g_string_new (NULL);
  gsize n_blanks = 0;

  for (gsize i = 0; i <= length; i++) {
    if (i == length || bytes[i] == '\n') {
      g_autofree char *text = g_utf8_make_valid (line->str, line->len);

      g_ptr_array_add (lines, g_bytes_new (text, strlen (text)));
      g_string_truncate (line, 0);
    } else if (bytes[i] != '\0') {
      g_string_append_c (line, bytes[i]);
    } else if (i + 1 < length && bytes[i + 1] != '\n' && n_blanks < MAX_BLANKS) {
      gsize n = (guint8) bytes[++i] * BLANKS;

      g_string_append_printf (line, "%*s", (int) n, "");
      n_blanks += n;
    }
  }

  return lines;
}

static void
check_string (const char *string)
{
  g_assert_nonnull (string);
  g_assert_true (g_utf8_validate (string, -1, NULL));
  g_assert_null (strchr (string, '\n'));
}

static void
check_range (gint64 first,
             gint64 last,
             gint64 n_lines)
{
  g_assert_cmpint (first, >=, 1);
  g_assert_cmpint (last, >=, first);
  g_assert_cmpint (last, <=, n_lines);
}

static void
check_failure (const Failure *failure,
               gint64         n_lines)
{
  check_string (failure->test);
  check_string (failure->runner);
  check_string (failure->exception);
  check_string (failure->message);
  check_range (failure->first_line, failure->last_line, n_lines);
  check_range (failure->line, failure->line, n_lines);
  g_assert_nonnull (failure_kind_to_string (failure->kind));
  if (failure->cause == NULL)
    return;

  check_string (failure->cause->exception);
  check_string (failure->cause->message);
  check_string (failure->cause->process);
  check_range (failure->cause->first_line, failure->cause->last_line, n_lines);
  check_range (failure->cause->line, failure->cause->line, n_lines);
}

static void
check_ranges (GArray *ranges,
              gint64  n_lines)
{
  for (guint i = 0; i < ranges->len; i++) {
    const LineRange *range = &g_array_index (ranges, LineRange, i);

    check_range (range->first, range->last, n_lines);
  }
}

static void
check_findings (const Findings *findings,
                gint64          n_lines)
{
  g_assert_cmpuint (findings->failures->len, <=, MAX_FAILURES);
  g_assert_cmpuint (findings->passed->len, <=, MAX_PASSED);
  g_assert_cmpint (findings->claimed, >=, -1);
  for (guint i = 0; i < findings->failures->len; i++)
    check_failure (g_ptr_array_index (findings->failures, i), n_lines);
  for (guint i = 0; i < findings->passed->len; i++)
    check_string (g_ptr_array_index (findings->passed, i));
  check_ranges (findings->summaries, n_lines);
  check_ranges (findings->endings, n_lines);
}

/* What is found when somebody asks after PAUSE lines, after twice as many, and so on; 0: only at
 * the end. */
static Findings *
find (Rules     *rules,
      GPtrArray *lines,
      guint8     options,
      guint      pause)
{
  g_autoptr (Finder) finder = finder_new (rules);
  gint64 n_lines = options >= AGAIN ? MAX (lines->len, MANY_LINES) : lines->len;
  gint64 next = pause;
  Findings *findings;

  finder_set_ci (finder, cis[options % G_N_ELEMENTS (cis)]);
  for (gint64 number = 1; number <= n_lines; number++) {
    GBytes *line = g_ptr_array_index (lines, (number - 1) % lines->len);
    const char *text = g_bytes_get_data (line, NULL);

    finder_push (finder, text ? text : "", g_bytes_get_size (line), number);
    if (number == next) {
      g_autoptr (Findings) so_far = finder_get_findings (finder, FALSE);

      check_findings (so_far, number);
      next *= 2;
    }
  }
  findings = finder_get_findings (finder, TRUE);
  check_findings (findings, n_lines);

  return findings;
}

static void
check_same (const Findings *findings,
            const Findings *other)
{
  g_assert_cmpuint (findings->failures->len, ==, other->failures->len);
  g_assert_cmpuint (findings->left_out, ==, other->left_out);
  g_assert_cmpint (findings->claimed, ==, other->claimed);
  for (guint i = 0; i < findings->failures->len; i++) {
    const Failure *failure = g_ptr_array_index (findings->failures, i);
    const Failure *same = g_ptr_array_index (other->failures, i);

    g_assert_cmpstr (failure->test, ==, same->test);
    g_assert_cmpstr (failure->message, ==, same->message);
    g_assert_cmpint (failure->line, ==, same->line);
    g_assert_cmpint (failure->first_line, ==, same->first_line);
    g_assert_cmpint (failure->last_line, ==, same->last_line);
  }
}

static void
check (guint8        options,
       const guint8 *bytes,
       gsize         length)
{
  static Rules *rules;
  g_autoptr (GPtrArray) lines = make_lines ((const char *) bytes, length);
  g_autoptr (Findings) asked = NULL;
  g_autoptr (Findings) unasked = NULL;

  if (rules == NULL)
    rules = rules_load (NULL);
  asked = find (rules, lines, options, 1 + options / G_N_ELEMENTS (cis) % MAX_PAUSE);
  unasked = find (rules, lines, options, 0);
  if (asked->warnings->len == 0 && unasked->warnings->len == 0)
    check_same (asked, unasked);
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes,
                        gsize         length)
{
  if (length > 0)
    check (bytes[length - 1], bytes, length - 1);

  return 0;
}
