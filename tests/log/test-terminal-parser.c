/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "terminal-parser.h"

/* What a parser gives is written down as: text, <control>, {escape}, [sequence], (string). */
typedef struct {
  const char *bytes;
  const char *events;
} Case;

static const Case cases[] = {
  { "ab\r\n\tc\b", "ab<0d><0a><09>c<08>" },
  { "\033(0\0337\033#8\033c", "{(0}{7}{#8}{c}" },
  { "\033[A\033[5;;12H\033[?25l\033[>4;1m\033[2 q", "[A][5;-;12H][?25l][>4;1m][2 q]" },
  { "\033[38:2::1:2:3;1m", "[38:2:-:1:2:3;1m]" },
  { "\033[12345678901234567890A", "[99999A]" },
  { "\033[1\r2A", "<0d>[12A]" },
  { "\033[1\0302A", "2A" },
  { "\033[1\033[2A", "[2A]" },
  { "\033[1ä", "ä" },
  { "\033[1\nA", "<0a>A" },
  { "\033\nA", "<0a>A" },
  { "\033]0;t\007\033Pd\033\\\033_a\x9c\033^p\007\033Xs\007", "(0:0;t)(1:d)(2:a)(3:p)(3:s)" },
  { "\033]0;t\033\\x\033\\y", "(0:0;t)x{\\}y" },
  { "\033]0;t\033[mx", "]0;t[m]x" },
  { "\033]0;a\xc3\x9c" "b\xe2\x9c\x93\007", "(0:0;a\xc3\x9c" "b\xe2\x9c\x93)" },
  { "\033]1337;File=a:QUJD\r\nQQ==\007x", "(0:1337;File=a:)x" },
  { "\xc2\x9b" "1A\xc2\x9d" "0\007\xc2\x90q\xc2\x9c\xc2\x8d", "[1A](0:0)(1:q){M}" },
  { "\xc2\x9d" "0;x\n", "0;x<0a>" },
  { "\033]", "]" },
  { "\033[12", "" },
  { "\033", "" },
};

static void
got_text (const char *text,
          gsize       length,
          gboolean    ascii,
          gpointer    user_data)
{
  g_assert_cmpuint (length, >, 0);
  g_assert_true (!ascii || g_str_is_ascii (text) || length < strlen (text));
  g_string_append_len (user_data, text, length);
}

static void
got_control (char     control,
             gpointer user_data)
{
  g_string_append_printf (user_data, "<%02x>", control);
}

static void
got_escape (char     intermediate,
            char     final,
            gpointer user_data)
{
  if (intermediate != '\0')
    g_string_append_printf (user_data, "{%c%c}", intermediate, final);
  else
    g_string_append_printf (user_data, "{%c}", final);
}

static void
got_sequence (const ControlSequence *sequence,
              gpointer               user_data)
{
  GString *events = user_data;

  g_string_append_c (events, '[');
  if (sequence->prefix != '\0')
    g_string_append_c (events, sequence->prefix);
  for (guint i = 0; i < sequence->n_parameters; i++) {
    if (i > 0)
      g_string_append_c (events, sequence->colons & 1u << i ? ':' : ';');
    if (sequence->parameters[i] < 0)
      g_string_append_c (events, '-');
    else
      g_string_append_printf (events, "%d", sequence->parameters[i]);
  }
  if (sequence->intermediate != '\0')
    g_string_append_c (events, sequence->intermediate);
  g_string_append_printf (events, "%c]", sequence->final);
}

static void
got_string (TerminalStringKind  kind,
            const char         *string,
            gsize               length,
            gpointer            user_data)
{
  g_assert_cmpuint (strlen (string), ==, length);
  g_string_append_printf (user_data, "(%d:%s)", kind, string);
}

static const TerminalHandler handler = {
  got_text, got_control, got_escape, got_sequence, got_string,
};

static void
check (const char *bytes,
       gsize       chunk,
       const char *want)
{
  g_autoptr (GString) events = g_string_new (NULL);
  TerminalParser *parser = terminal_parser_new (&handler, events);
  const guint8 *at = (const guint8 *) bytes;
  const guint8 *end = at + strlen (bytes);

  while (at < end)
    for (const guint8 *chunk_end = at + MIN (chunk, (gsize) (end - at)); at < chunk_end;)
      at = terminal_parser_take (parser, at, chunk_end);
  terminal_parser_finish (parser);
  terminal_parser_free (parser);
  g_assert_cmpstr (events->str, ==, want);
}

static void
test_events (void)
{
  static const gsize chunks[] = { G_MAXSIZE, 1, 2, 3, 7 };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint j = 0; j < G_N_ELEMENTS (chunks); j++)
      check (cases[i].bytes, chunks[j], cases[i].events);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/terminal-parser/events", test_events);

  return g_test_run ();
}
