/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "terminal-private.h"

#include "terminal-test.h"

static void
got_row (Row      *row,
         gpointer  user_data)
{
  GString *lines = user_data;

  g_assert_true (g_utf8_validate_len (row->text->str, row->text->len, NULL));
  if (row->note != NULL)
    g_string_append_printf (lines, "{%s}", row->note);
  g_string_append_len (lines, row->text->str, row->text->len);
  if (!row->continued)
    g_string_append_c (lines, '\n');
}

static gint64
got_command (const char *command,
             gpointer    user_data)
{
  return LINE_NO_TIME;
}

static gboolean
starts_with (const char *text,
             gsize       length,
             const char *prefix)
{
  return length >= strlen (prefix) && memcmp (text, prefix, strlen (prefix)) == 0;
}

static gboolean
got_erased (const char *text,
            gsize       length,
            gpointer    user_data)
{
  return starts_with (text, length, "mark:");
}

static gboolean
got_concealed (const char *text,
               gsize       length,
               gpointer    user_data)
{
  return starts_with (text, length, "note:");
}

static const TerminalFuncs funcs = { { got_row, got_erased }, got_command, got_concealed };

char *
terminal_show (const char *bytes,
               gsize       length,
               gsize       chunk)
{
  GString *lines = g_string_new (NULL);
  g_autoptr (Terminal) terminal = terminal_new (&funcs, lines);
  gsize size = MIN (chunk, length);
  g_autofree guint8 *copy = g_malloc (size);

  /* Each chunk ends where its memory ends, so that a read beyond it is seen. */
  for (gsize done = 0; done < length;) {
    gsize count = MIN (size, length - done);

    memcpy (copy + size - count, bytes + done, count);
    terminal_push (terminal, copy + size - count, count);
    done += count;
  }
  terminal_finish (terminal);

  return g_string_free (lines, FALSE);
}

char *
terminal_show_portably (const char *bytes,
                        gsize       length)
{
  GString *lines = g_string_new (NULL);
  g_autoptr (Terminal) terminal = terminal_new (&funcs, lines);

  terminal->take_plain = terminal_take_plain;
  terminal_push (terminal, (const guint8 *) bytes, length);
  terminal_finish (terminal);

  return g_string_free (lines, FALSE);
}

char *
terminal_show_cut (const char *bytes,
                   gsize       length)
{
  static const gsize chunks[] = { 1, 2, 3, 7 };
  char *whole = terminal_show (bytes, length, G_MAXSIZE);

  for (guint i = 0; i < G_N_ELEMENTS (chunks); i++) {
    g_autofree char *lines = terminal_show (bytes, length, chunks[i]);

    g_assert_cmpstr (lines, ==, whole);
  }

  return whole;
}

static void
test_case (gconstpointer data)
{
  const TerminalCase *this = data;
  g_autofree char *lines = terminal_show_cut (this->bytes, strlen (this->bytes));
  g_autofree char *portable = terminal_show_portably (this->bytes, strlen (this->bytes));

  g_assert_cmpstr (lines, ==, this->lines);
  g_assert_cmpstr (portable, ==, this->lines);
}

void
terminal_add_cases (const TerminalCase *cases,
                    guint               n_cases)
{
  for (guint i = 0; i < n_cases; i++) {
    g_autofree char *path = g_strconcat ("/", cases[i].name, NULL);

    g_test_add_data_func (path, &cases[i], test_case);
  }
}
