/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "style-reader.h"

/* STYLE after the SGR that starts TEXT, and how many bytes it takes; 0 where it is refused. Read
 * twice, so that what was remembered counts too. */
static gsize
read_style (StyleReader *reader,
            const char  *text,
            gsize        length,
            Style       *style)
{
  const guint8 *bytes = (const guint8 *) text;
  Style first = *style;
  Style again = *style;
  const guint8 *next = style_reader_read (reader, bytes, bytes + length, &first);

  g_assert_true (style_reader_read (reader, bytes, bytes + length, &again) == next);
  if (next == NULL)
    return 0;

  g_assert_cmpuint (again, ==, first);
  *style = first;

  return next - bytes;
}

static void
test_sequences (void)
{
  static const struct {
    const char *text;
    gsize       length;
    Style       before;
    Style       after;
  } cases[] = {
    { "\033[mtext follows", 3, STYLE_BOLD | 1, STYLE_NONE },
    { "\033[0mtext follows", 4, STYLE_BOLD | 1, STYLE_NONE },
    { "\033[31mtext follows", 5, STYLE_BOLD, STYLE_BOLD | 1 },
    { "\033[1;36mtext follows", 7, STYLE_NONE, STYLE_BOLD | 6 },
    { "\033[1;0;32mtext follows", 9, STYLE_NONE, 2 },
    { "\033[;33mtext follows", 6, STYLE_BOLD, 3 },
    { "\033[1;22mtext follows", 7, STYLE_NONE, STYLE_NONE },
    { "\033[999999mtext follows", 9, 4, 4 },
    { "\033[38;5;1mtext follows", 9, STYLE_BOLD, STYLE_BOLD | 1 },
    { "\033[1;38;2;255;0;0mtext follows", 17, STYLE_NONE, STYLE_BOLD | 1 },
    { "\033[48;5;1;32mtext follows", 12, STYLE_NONE, 2 },
    { "\033[31m", 5, STYLE_NONE, 1 },
    { "\033[8mtext follows", 4, STYLE_NONE, STYLE_CONCEALED },
  };
  StyleReader reader = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    Style style = cases[i].before;

    g_test_message ("%u", i);
    g_assert_cmpuint (read_style (&reader, cases[i].text, strlen (cases[i].text), &style), ==,
                      cases[i].length);
    g_assert_cmpuint (style, ==, cases[i].after);
  }
}

/* As many numbers as the parser takes, and no more. */
static void
test_many_numbers (void)
{
  StyleReader reader = { 0 };

  for (guint count = 30; count < 36; count++) {
    g_autofree char *ones = g_strnfill (count - 1, ';');
    g_autofree char *text = g_strconcat ("\033[", ones, "1mtext", NULL);
    Style style = STYLE_NONE;
    gsize length = read_style (&reader, text, strlen (text), &style);

    g_assert_cmpuint (length > 0, ==, count <= TERMINAL_MAX_PARAMETERS);
  }
}

static void
test_refused (void)
{
  static const char * const cases[] = {
    "\033[31", "\033[", "\033", "\033[31Km", "\033[4:3mxxxx", "\033[>4;1mxx", "\033]31mxxxx",
    "text m text", "\033[38;2:mxxx", "[31m    ", "\033[38;5;", "",
  };
  StyleReader reader = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    Style style = STYLE_NONE;

    g_test_message ("%u", i);
    g_assert_cmpuint (read_style (&reader, cases[i], strlen (cases[i]), &style), ==, 0);
  }
}

/* Whatever was remembered before, sequences are read as by somebody who remembers nothing. */
static void
test_memory (void)
{
  StyleReader reader = { 0 };

  for (guint i = 0; i < 20000; i++) {
    g_autofree char *text = g_strdup_printf ("\033[%d;%dmtext", g_test_rand_int_range (0, 110),
                                             g_test_rand_int_range (0, 110));
    StyleReader empty = { 0 };
    Style style = STYLE_BOLD | 5;
    Style other = style;

    g_assert_cmpuint (read_style (&reader, text, strlen (text), &style), ==,
                      read_style (&empty, text, strlen (text), &other));
    g_assert_cmpuint (style, ==, other);
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/style-reader/sequences", test_sequences);
  g_test_add_func ("/style-reader/many-numbers", test_many_numbers);
  g_test_add_func ("/style-reader/refused", test_refused);
  g_test_add_func ("/style-reader/memory", test_memory);

  return g_test_run ();
}
