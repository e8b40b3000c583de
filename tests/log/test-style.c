/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "terminal-parser.h"

#include "style.h"

#define RED   1
#define GREEN 2
#define BLUE  4
#define CYAN  6
#define WHITE 7
#define GREY  8
#define BOLD  STYLE_BOLD

typedef struct {
  Style       before;
  const char *sequence;
  Style       after;
} Case;

static const Case cases[] = {
  { RED | BOLD, "\033[m", 0 },
  { RED | BOLD, "\033[0m", 0 },
  { RED | BOLD, "\033[;32m", GREEN },
  { 0, "\033[31m", RED },
  { 0, "\033[1;31m", RED | BOLD },
  { RED | BOLD, "\033[22m", RED },
  { RED | BOLD, "\033[39m", BOLD },
  { 0, "\033[37m", WHITE },
  { RED, "\033[30m", 0 },
  { 0, "\033[90m", GREY },
  { 0, "\033[94m", BLUE },
  { RED, "\033[4:3m", RED },
  { RED, "\033[4:31m", RED },
  { RED, "\033[41;7;3m", RED },
  { 0, "\033[38;5;9m", RED },
  { 0, "\033[38:5:2m", GREEN },
  { 0, "\033[38;5;240m", GREY },
  { 0, "\033[38;5;255m", WHITE },
  { 0, "\033[38;5;196;1m", RED | BOLD },
  { 0, "\033[38;2;20;220;30m", GREEN },
  { 0, "\033[38:2:20:30:220m", BLUE },
  { 0, "\033[38:2::20:30:220;1m", BLUE | BOLD },
  { 0, "\033[38:2:0:20:230:220:0:1m", CYAN },
  { 0, "\033[48;5;1;32m", GREEN },
  { 0, "\033[48;2;1;31;1;32m", GREEN },
  { 0, "\033[58:5:1;32m", GREEN },
  { RED, "\033[38;5m", 0 },
  { RED, "\033[38m", 0 },
  { RED, "\033[38;5;999m", 0 },
  { RED, "\033[1234567890m", RED },
  { 0, "\033[1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;31;1;32m", RED | BOLD },
};

static void
got_text (const char *text,
          gsize       length,
          gboolean    ascii,
          gpointer    user_data)
{
  g_assert_not_reached ();
}

static void
got_sequence (const ControlSequence *sequence,
              gpointer               user_data)
{
  Style *style = user_data;

  *style = style_apply (*style, sequence);
}

static const TerminalHandler handler = { .got_text = got_text, .got_sequence = got_sequence };

static void
test_apply (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    Style style = cases[i].before;
    TerminalParser *parser = terminal_parser_new (&handler, &style);
    const guint8 *bytes = (const guint8 *) cases[i].sequence;
    const guint8 *end = bytes + strlen (cases[i].sequence);

    g_test_message ("%s", cases[i].sequence + 1);
    while (bytes < end)
      bytes = terminal_parser_take (parser, bytes, end);
    g_assert_cmpuint (style, ==, cases[i].after);
    terminal_parser_free (parser);
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/style/apply", test_apply);

  return g_test_run ();
}
