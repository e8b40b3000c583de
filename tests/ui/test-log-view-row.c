/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "log-view-row.h"

static void
set_text (LogRow     *row,
          const char *text,
          guint       columns)
{
  g_auto (StoredLine) line;

  stored_line_init (&line);
  g_string_assign (line.text, text);
  log_row_init (row);
  log_row_set (row, &line, line.text->len, columns, NULL);
}

static void
test_rulers (void)
{
  static const struct {
    const char *text;
    const char *shown;
  } cases[] = {
    { "=================================== FAILURES ===================================",
      "==== FAILURES ======" },
    { "________________________________ test_b[x y 1] _________________________________",
      "____ test_b[x y 1] _" },
    { "_ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ ", "_ _ _ _ _ _ _ _ _ _ " },
    { "_ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _", "_ _ _ _ _ _ _ _ _ _ " },
    { "------------------------------------------------------------", "--------------------" },
    { "──────────────────────────── Traceback ────────────────────────────", "──── Traceback ─────" },
    { "======================= 2 failed, 19 warnings in 1294.99s =======================",
      "==== 2 failed, 19 warnings in 1294.99s " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    LogRow row;

    set_text (&row, cases[i].text, 20);
    g_assert_cmpstr (row.text->str, ==, cases[i].shown);
    g_assert_cmpuint (log_row_to_source (&row, 0), ==, 0);
    g_assert_cmpuint (log_row_to_source (&row, row.text->len), ==, strlen (cases[i].text));
    g_assert_cmpuint (log_row_to_shown (&row, strlen (cases[i].text)), ==, row.text->len);
    log_row_clear (&row);

    set_text (&row, cases[i].text, 0);
    g_assert_cmpstr (row.text->str, ==, cases[i].text);
    log_row_clear (&row);
  }
}

static void
test_no_rulers (void)
{
  static const char * const cases[] = {
    "",
    "==== short ====",
    "........................................................................ [100%]",
    "+-----------------------------------------------------------------------------+",
    "---------- a table's head ---------- ------------ ----------- a third one",
    "= test session starts with one sign on each side of its title that is all =",
    "--model Qwen/Qwen3-0.6B --max-model-len 2048 --enforce-eager --trust-remote-code",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    LogRow row;

    set_text (&row, cases[i], 20);
    g_assert_cmpstr (row.text->str, ==, cases[i]);
    g_assert_false (row.fitted);
    for (gsize at = 0; at <= strlen (cases[i]); at++) {
      g_assert_cmpuint (log_row_to_source (&row, at), ==, at);
      g_assert_cmpuint (log_row_to_shown (&row, at), ==, at);
    }
    log_row_clear (&row);
  }
}

static void
test_title_of_a_ruler_keeps_its_places (void)
{
  const char *text = "=================================== FAILURES ===================================";
  gsize title = (gsize) (strstr (text, "FAILURES") - text);
  LogRow row;

  set_text (&row, text, 60);
  g_assert_true (row.fitted);
  g_assert_cmpuint (log_row_to_source (&row, 5), ==, title);
  g_assert_cmpuint (log_row_to_shown (&row, title), ==, 5);
  g_assert_cmpuint (log_row_to_shown (&row, title + strlen ("FAILURES")), ==, 5 + strlen ("FAILURES"));
  log_row_clear (&row);
}

static void
test_long_line_is_cut (void)
{
  g_auto (StoredLine) line;
  LogRow row;

  stored_line_init (&line);
  g_string_set_size (line.text, LOG_ROW_MAX_BYTES);
  memset (line.text->str, 'x', LOG_ROW_MAX_BYTES);
  log_row_init (&row);
  log_row_set (&row, &line, 3200000 + LOG_ROW_MAX_BYTES, 80, NULL);

  g_assert_true (g_str_has_suffix (row.text->str, "x … 3.2\302\240MB more"));
  g_assert_cmpuint (row.marker, ==, LOG_ROW_MAX_BYTES);
  g_assert_cmpuint (log_row_to_source (&row, 100), ==, 100);
  g_assert_cmpuint (log_row_to_source (&row, row.marker + 3), ==, 3200000 + LOG_ROW_MAX_BYTES);
  g_assert_cmpuint (log_row_to_shown (&row, 1000000), ==, row.marker);
  g_assert_cmpuint (log_row_to_shown (&row, 3200000 + LOG_ROW_MAX_BYTES), ==, row.text->len);
  log_row_clear (&row);
}

#define PREFIX "(APIServer pid=1) (Worker_TP1 pid=22) ERROR 05-07 08:11:40 [core.py:9] "

static void
set_prefixed (LogRow     *row,
              const char *text,
              gsize       length,
              gsize       name,
              gsize       name_length)
{
  LogPrefix prefix = { length, name, name_length };
  g_auto (StoredLine) line;

  stored_line_init (&line);
  g_string_assign (line.text, text);
  log_row_init (row);
  log_row_set (row, &line, line.text->len, 0, &prefix);
}

/* A place in the name is one in the line; what stands before and behind it is at its ends. */
static void
test_prefix (void)
{
  const gsize length = strlen (PREFIX);
  const gsize name = strlen ("(APIServer pid=1) (");
  const gsize all = length + strlen ("lost");
  LogRow row;

  set_prefixed (&row, PREFIX "lost", length, name, strlen ("Worker_TP1"));
  g_assert_cmpstr (row.text->str, ==, "Worker_TP1     lost");
  g_assert_cmpuint (log_row_to_shown (&row, 0), ==, 0);
  g_assert_cmpuint (log_row_to_shown (&row, name), ==, 0);
  g_assert_cmpuint (log_row_to_shown (&row, name + 3), ==, 3);
  g_assert_cmpuint (log_row_to_shown (&row, name + 10), ==, 15);
  g_assert_cmpuint (log_row_to_shown (&row, length - 1), ==, 15);
  g_assert_cmpuint (log_row_to_shown (&row, length), ==, 15);
  g_assert_cmpuint (log_row_to_shown (&row, length + 2), ==, 17);
  g_assert_cmpuint (log_row_to_shown (&row, all), ==, 19);
  g_assert_cmpuint (log_row_to_source (&row, 0), ==, 0);
  g_assert_cmpuint (log_row_to_source (&row, 3), ==, name + 3);
  g_assert_cmpuint (log_row_to_source (&row, 12), ==, name + 10);
  g_assert_cmpuint (log_row_to_source (&row, 15), ==, length);
  g_assert_cmpuint (log_row_to_source (&row, 17), ==, length + 2);
  g_assert_cmpuint (log_row_to_source (&row, 19), ==, all);

  g_assert_cmpuint (log_row_pass (&row, 1, 1), ==, name + 1);
  g_assert_cmpuint (log_row_pass (&row, name + 2, 1), ==, name + 2);
  g_assert_cmpuint (log_row_pass (&row, name + 10, 1), ==, length);
  g_assert_cmpuint (log_row_pass (&row, length + 1, 1), ==, length + 1);
  g_assert_cmpuint (log_row_pass (&row, length - 1, -1), ==, name + 9);
  g_assert_cmpuint (log_row_pass (&row, name, -1), ==, 0);
  log_row_clear (&row);
}

/* A step is seen in a name of one letter, too. */
static void
test_short_name (void)
{
  LogRow row;

  set_prefixed (&row, "(A pid=123456789123) lost", 21, 1, 1);
  g_assert_cmpstr (row.text->str, ==, "A              lost");
  g_assert_cmpuint (log_row_pass (&row, 1, 1), ==, 21);
  g_assert_cmpuint (log_row_pass (&row, 20, -1), ==, 0);
  log_row_clear (&row);
}

static void
test_no_prefix (void)
{
  LogRow row;

  set_text (&row, "plain", 0);
  for (gsize at = 0; at <= 5; at++)
    g_assert_cmpuint (log_row_pass (&row, at, 1), ==, at);
  log_row_clear (&row);
}

static void
test_prefix_alone (void)
{
  LogRow row;

  set_prefixed (&row, "(Worker pid=123456789)", 22, 1, 6);
  g_assert_cmpstr (row.text->str, ==, "Worker");
  g_assert_cmpuint (log_row_to_source (&row, 6), ==, 22);
  g_assert_cmpuint (log_row_to_shown (&row, 22), ==, 6);
  log_row_clear (&row);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/log-view-row/rulers", test_rulers);
  g_test_add_func ("/log-view-row/no-rulers", test_no_rulers);
  g_test_add_func ("/log-view-row/title-of-a-ruler-keeps-its-places", test_title_of_a_ruler_keeps_its_places);
  g_test_add_func ("/log-view-row/long-line-is-cut", test_long_line_is_cut);
  g_test_add_func ("/ui/log-view-row/prefix", test_prefix);
  g_test_add_func ("/ui/log-view-row/short-name", test_short_name);
  g_test_add_func ("/ui/log-view-row/no-prefix", test_no_prefix);
  g_test_add_func ("/ui/log-view-row/prefix-alone", test_prefix_alone);

  return g_test_run ();
}
