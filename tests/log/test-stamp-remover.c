/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "stamp-remover.h"

typedef struct {
  const char *name;
  const char *bytes;
  const char *rows;             /* {time}text */
  gboolean    waits;
} Case;

static const gsize chunks[] = { G_MAXSIZE, 1, 2, 3, 5, 7, 40, 64, 66, 67, 68 };

/* Stamps of three forms: with a whole date, with the time of day alone, and one that joins. */
static const char format_file[] =
  "stamps:\n"
  "  - '[YYYY-MM-DDThh:mm:ssZ] '\n"
  "  - 'hh:mm:ss '\n"
  "  - { form: 'hh:mm:ss+', joins: true }\n"
  "stamps-after: ['[Pipeline] timestamps']\n";

#define STAMP "[2025-05-20T03:26:38Z] "
#define LONG  "0123456789012345678901234567890123456789012345678901234567890123456789" \
              "0123456789012345678901234567890123456789"
#define TIME  "{1747711598000}"

static const Case cases[] = {
  { "lines", STAMP "one\n" STAMP "two\r\n" STAMP "three", TIME "one\n" TIME "two\n" TIME "three\n" },
  { "once-a-line", STAMP STAMP "one\n", TIME STAMP "one\n" },
  { "only-at-the-start", "a" STAMP "one\n" STAMP "\n", "a" STAMP "one\n" TIME "\n" },
  { "line-without", STAMP "one\ntwo\n" STAMP "three\n", TIME "one\ntwo\n" TIME "three\n" },
  { "empty-lines", STAMP "\n[2025-05-20T03:26:38Z]\n[2025-05-20T03:26:38Z]\r\n\n",
    TIME "\n" TIME "\n" TIME "\n\n" },
  { "progress-bar", STAMP "10%\r50%\r100%\n", TIME "100%\n" },
  { "erased", STAMP "abc\033[2K\rd\n", TIME "d\n" },
  { "stamp-behind-a-carriage-return", STAMP "x\r" STAMP "y\n", TIME STAMP "y\n" },
  { "broken", "[2025-05-20T03:26:38\n[2025-05-20T03:26:3xZ] x\n[",
    "[2025-05-20T03:26:38\n[2025-05-20T03:26:3xZ] x\n[\n" },
  { "byte-order-marks", "\xef\xbb\xbf" STAMP "one\n\xef\xbb\xbf" STAMP "two\n",
    TIME "one\n" TIME "two\n" },
  { "midnight", "23:59:59 one\n00:00:01 two\n00:00:00 three\n23:00:00 four\n01:00:00 five\n",
    "{86399000}one\n{86401000}two\n{86400000}three\n{169200000}four\n{176400000}five\n" },
  { "joined", "00:00:01 one\n00:00:02+ and a half\r\n00:00:03 two\n00:00:04+\n00:00:05+.\n",
    "{1000}one and a half\n{3000}two.\n" },
  { "nothing-to-join", "00:00:02+one\n", "{2000}one\n" },
  { "late", STAMP "one\n[Pipeline] timestamps\r\n" STAMP "two\n" STAMP "three",
    STAMP "one\n[Pipeline] timestamps\n" TIME "two\n" TIME "three\n", TRUE },
  { "late-behind-much", LONG "[Pipeline] timestamps\n" STAMP "x\n",
    LONG "[Pipeline] timestamps\n" TIME "x\n", TRUE },
  { "never", STAMP "one\n[Pipeline] timestamps are\n" STAMP "two",
    STAMP "one\n[Pipeline] timestamps are\n" STAMP "two\n", TRUE },
  { "joined-at-the-end", "00:00:01 one\n00:00:02+", "{1000}one\n" },
};

static void
got_row (Row      *row,
         gpointer  user_data)
{
  GString *rows = user_data;

  if (row->time != LINE_NO_TIME)
    g_string_append_printf (rows, "{%" G_GINT64_FORMAT "}", row->time);
  g_string_append_len (rows, row->text->str, row->text->len);
  g_string_append_c (rows, '\n');
}

static gboolean
got_text (const char *text,
          gsize       length,
          gpointer    user_data)
{
  return FALSE;
}

static gint64
got_command (const char *command,
             gpointer    user_data)
{
  return LINE_NO_TIME;
}

static const TerminalFuncs funcs = { { got_row, got_text }, got_command, got_text };

static const CiFormat *
find (const CiFormats *formats,
      const char      *name)
{
  for (guint i = 0; i < ci_formats_get_n (formats); i++)
    if (g_str_equal (ci_format_get_name (ci_formats_get (formats, i)), name))
      return ci_formats_get (formats, i);

  return NULL;
}

static CiFormats *
load_formats (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_config_dir (), "culprit", "ci", NULL);
  g_autofree char *path = g_build_filename (folder, "mine.yml", NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, format_file, -1, NULL));

  return ci_formats_load (NULL);
}

static void
test_case (gconstpointer data)
{
  const Case *this = data;
  gsize length = strlen (this->bytes);
  g_autoptr (CiFormats) formats = load_formats ();

  for (guint i = 0; i < G_N_ELEMENTS (chunks); i++) {
    g_autoptr (GString) rows = g_string_new (NULL);
    g_autoptr (Terminal) terminal = terminal_new (&funcs, rows);
    g_autoptr (StampRemover) remover = stamp_remover_new (find (formats, "mine"), this->waits,
                                                           terminal);

    for (gsize done = 0; done < length; done += MIN (chunks[i], length - done))
      stamp_remover_push (remover, (const guint8 *) this->bytes + done,
                          MIN (chunks[i], length - done));
    stamp_remover_finish (remover);
    terminal_finish (terminal);
    g_assert_cmpstr (rows->str, ==, this->rows);
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/stamp-remover/", cases[i].name, NULL);

    g_test_add_data_func (path, &cases[i], test_case);
  }

  return g_test_run ();
}
