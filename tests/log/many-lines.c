/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "log-store.h"

/* Stores more lines than a 32-bit number counts, reads some of them back, and prints what that
 * took: many-lines [NUMBER]. */

#define MANY_LINES (((gint64) 1 << 31) + 1000)

/* Every so many lines one has a text, its number. */
#define NUMBERED 1000000

static char *
dup_text (gint64 number)
{
  return number % NUMBERED == 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, number) : g_strdup ("");
}

static void
append_lines (LogStore *store,
              gint64    n_lines)
{
  const Line empty = { .text = "", .time = LINE_NO_TIME };
  g_autoptr (GError) error = NULL;

  for (gint64 number = 1; number <= n_lines && error == NULL; number++) {
    if (number % NUMBERED == 0) {
      g_autofree char *text = dup_text (number);
      const Line line = { .text = text, .length = strlen (text), .time = number };

      log_store_append (store, &line, &error);
    } else {
      log_store_append (store, &empty, &error);
    }
  }

  if (error != NULL)
    g_error ("%s", error->message);
}

static void
check_line (LogStore   *store,
            gint64      number,
            StoredLine *line)
{
  g_autofree char *text = dup_text (number);

  if (!log_store_read_line (store, number, 0, line, NULL) || !g_str_equal (line->text->str, text))
    g_error ("line %" G_GINT64_FORMAT " is wrong", number);
}

static void
print_memory (void)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  g_file_get_contents ("/proc/self/smaps_rollup", &text, NULL, NULL);
  lines = g_strsplit (text != NULL ? text : "", "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], "Private_"))
      g_print ("%s\n", lines[i]);
}

int
main (int    argc,
      char **argv)
{
  gint64 n_lines = argc > 1 ? g_ascii_strtoll (argv[1], NULL, 10) : MANY_LINES;
  g_autoptr (LogStore) store = log_store_new ();
  g_auto (StoredLine) line = { NULL };
  gint64 started = g_get_monotonic_time ();
  guint n_checked = 0;

  append_lines (store, n_lines);
  g_print ("%" G_GINT64_FORMAT " lines in %.1f s\n", log_store_get_n_lines (store),
           (g_get_monotonic_time () - started) / 1e6);

  stored_line_init (&line);
  started = g_get_monotonic_time ();
  check_line (store, 1, &line);
  check_line (store, n_lines, &line);
  for (gint64 number = NUMBERED; number < n_lines; number += NUMBERED, n_checked += 2) {
    check_line (store, number, &line);
    check_line (store, number + 1, &line);
  }
  g_print ("%u lines read in %.3f s\n", n_checked, (g_get_monotonic_time () - started) / 1e6);
  print_memory ();

  return 0;
}
