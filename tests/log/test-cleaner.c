/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "cleaner.h"

#include "line-text.h"

/* Logs of no CI; those of one are in tests/logs/ci. */
typedef struct {
  const char *name;
  const char *bytes;
  const char *lines;         /* as line-text.h has them */
} Case;

static const gsize chunks[] = { G_MAXSIZE, 1, 2, 3, 7 };

#define STAMPED_LINE(second, text) "[2025-05-20T03:26:" second "Z] " text "\n"

static const Case cases[] = {
  { "none/erased-text-is-gone", "--- x\r\033[Ky\n", "y\n" },
  { "none/concealed-text-is-text", "a\033[8mnote\033[0mb\n", "anoteb\n" },
  { "none/marks-are-text", "--- a/file\n+++ b/file\n", "--- a/file\n+++ b/file\n" },
  { "none/empty", "", "" },
  { "styles/runs",
    "\033[31mred\033[1mbold\033[0m plain \033[38;5;10mg\033[38;2;0;0;255mb\033[38:2::255:0:0mr\033[90mgrey\n",
    "redbold plain gbrgrey{0+3:1}{3+4:1b}{14+1:2}{15+1:4}{16+1:1}{17+4:8}\n" },
  { "styles/over-lines", "\033[32mone\ntwo\033[39m three\n", "one{0+3:2}\ntwo three{0+3:2}\n" },
  { "styles/overwritten", "\033[31mabcdef\033[0m\rxy\n", "xycdef{2+4:1}\n" },
  { "styles/in-cells", "\033[31mäbc\033[0md\b\b\033[32mx\n", "äbxd{0+3:1}{3+1:2}\n" },
};

static void
got_line (const Line *line,
          gpointer    user_data)
{
  line_text_append (line, user_data);
}

static char *
clean (const CiFormats  *formats,
       const char       *bytes,
       gsize             length,
       gsize             chunk,
       char            **ret_ci)
{
  GString *lines = g_string_new (NULL);
  g_autoptr (Cleaner) cleaner = cleaner_new (formats, got_line, lines);

  for (gsize done = 0; done < length; done += MIN (chunk, length - done))
    cleaner_push (cleaner, (const guint8 *) bytes + done, MIN (chunk, length - done));
  cleaner_finish (cleaner);
  *ret_ci = g_strdup (cleaner_get_ci (cleaner));

  return g_string_free (lines, FALSE);
}

static void
test_case (gconstpointer data)
{
  const Case *this = data;
  g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (CiFormats) formats = ci_formats_load (warnings);

  g_assert_cmpuint (warnings->len, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (chunks); i++) {
    g_autofree char *ci = NULL;
    g_autofree char *lines = clean (formats, this->bytes, strlen (this->bytes), chunks[i], &ci);

    g_assert_cmpstr (lines, ==, this->lines);
    g_assert_cmpstr (ci, ==, "");
  }
}

static void
test_without_formats (void)
{
  const char *bytes = "\033_bk;t=1\007--- x\n";
  g_autofree char *ci = NULL;
  g_autofree char *lines = clean (NULL, bytes, strlen (bytes), G_MAXSIZE, &ci);

  g_assert_cmpstr (lines, ==, "--- x\n");
  g_assert_cmpstr (ci, ==, "");
}

/* What the first lines decide holds for the rest, and a late line can still tell the CI. */
static void
test_long_log (void)
{
  g_autoptr (CiFormats) formats = ci_formats_load (NULL);
  g_autoptr (GString) bytes = g_string_new (NULL);
  g_autoptr (GString) want = g_string_new (NULL);
  g_autofree char *lines = NULL;
  g_autofree char *ci = NULL;

  for (guint i = 0; i < 300; i++) {
    g_string_append_printf (bytes, "[2025-05-20T03:26:38Z] %u\n", i);
    g_string_append_printf (want, "{1747711598000}%u\n", i);
  }
  lines = clean (formats, bytes->str, bytes->len, 100, &ci);
  g_assert_cmpstr (lines, ==, want->str);
  g_clear_pointer (&lines, g_free);
  g_clear_pointer (&ci, g_free);

  g_string_truncate (bytes, 0);
  for (guint i = 0; i < 300; i++)
    g_string_append_printf (bytes, "%u\n", i);
  g_string_append (bytes, "~~~ Running commands\n");
  lines = clean (formats, bytes->str, bytes->len, 100, &ci);
  g_assert_true (g_str_has_suffix (lines, "\n{start Running commands}~~~ Running commands\n"));
  g_assert_cmpstr (ci, ==, "buildkite");
}

/* One line of a log that pauses suffices; what follows goes on as it was decided. */
static void
test_flush (void)
{
  const char *start = "[2025-05-20T03:26:38Z] ";
  const char *line = "1\n";
  const char *rest = STAMPED_LINE ("38", "5") STAMPED_LINE ("38", "6");
  g_autoptr (CiFormats) formats = ci_formats_load (NULL);
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (Cleaner) cleaner = cleaner_new (formats, got_line, lines);

  cleaner_push (cleaner, (const guint8 *) start, strlen (start));
  cleaner_flush (cleaner);
  g_assert_cmpstr (lines->str, ==, "");
  cleaner_push (cleaner, (const guint8 *) line, strlen (line));
  cleaner_flush (cleaner);
  g_assert_cmpstr (lines->str, ==, "{1747711598000}1\n");
  cleaner_push (cleaner, (const guint8 *) rest, strlen (rest));
  cleaner_flush (cleaner);
  g_assert_true (g_str_has_suffix (lines->str, "{1747711598000}6\n"));
  cleaner_push (cleaner, (const guint8 *) rest, strlen (rest));
  cleaner_finish (cleaner);
  g_assert_true (g_str_has_suffix (lines->str, "}6\n{1747711598000}5\n{1747711598000}6\n"));
}

/* A line of many rows keeps its time and its colours. */
static void
test_line_of_many_rows (void)
{
  g_autoptr (CiFormats) formats = ci_formats_load (NULL);
  g_autofree char *text = g_strnfill (100000, 'x');
  g_autofree char *bytes = g_strconcat ("\033_bk;t=5\007\033[31m", text, "\033[0m.\nend\n", NULL);
  g_autofree char *want = g_strconcat ("{5}", text, ".{0+100000:1}\nend\n", NULL);
  g_autofree char *ci = NULL;
  g_autofree char *lines = clean (formats, bytes, strlen (bytes), 1000, &ci);

  g_assert_true (g_str_equal (lines, want));
}

typedef struct {
  GString *text;
  guint    n_lines;
  guint    n_parts;
} CutLine;

static void
got_part (const Line *line,
          gpointer    user_data)
{
  CutLine *whole = user_data;

  g_assert_cmpuint (line->length, <=, LINE_LIMIT + 8192);
  if (whole->n_parts > 0)
    g_assert_true (line->mark == LINE_MARK_NONE && line->section == NULL);
  whole->n_parts++;
  g_string_append_len (whole->text, line->text, line->length);
  if (!line->is_cut) {
    whole->n_lines++;
    g_string_append_c (whole->text, '\n');
  }
}

static void
test_line_that_is_cut (void)
{
  g_autofree char *text = g_strnfill (3 * LINE_LIMIT, 'x');
  g_autofree char *bytes = g_strconcat ("--- ", text, "\n", NULL);
  g_autoptr (CiFormats) formats = ci_formats_load (NULL);
  CutLine whole = { g_string_new (NULL), 0, 0 };
  g_autoptr (Cleaner) cleaner = cleaner_new (formats, got_part, &whole);

  cleaner_push (cleaner, (const guint8 *) "\033_bk;t=1\007", 10);
  cleaner_push (cleaner, (const guint8 *) bytes, strlen (bytes));
  cleaner_finish (cleaner);

  g_assert_true (g_str_equal (whole.text->str, bytes));
  g_assert_cmpuint (whole.n_lines, ==, 1);
  g_assert_cmpuint (whole.n_parts, ==, 3 + 1);
  g_string_free (whole.text, TRUE);
}

/* Nothing of one part's terminal, stamps or CI is left in the next one. */
static void
test_parts (void)
{
  const char *one = "\033_bk;t=7\007--- one\n\033_bk;t=8\007\033[31mtwo\nthree\033[A";
  const char *other = "2026-01-02T03:04:05.0000000Z ##[group]x\n2026-01-02T03:04:05.0000000Z y\n";
  const char *last = "plain\n";
  g_autoptr (CiFormats) formats = ci_formats_load (NULL);
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (Cleaner) cleaner = cleaner_new (formats, got_line, lines);

  cleaner_set_text_only (cleaner);
  cleaner_start_part (cleaner, "a");
  cleaner_push (cleaner, (const guint8 *) one, strlen (one));
  cleaner_start_part (cleaner, "b (3.12)");
  cleaner_push (cleaner, (const guint8 *) other, strlen (other));
  cleaner_start_part (cleaner, "");
  cleaner_push (cleaner, (const guint8 *) last, strlen (last));
  cleaner_finish (cleaner);

  g_assert_cmpstr (lines->str, ==,
                   "{start a}=== a ===\n{start one}--- one\ntwo\nthree\n"
                   "{start b (3.12)}=== b (3.12) ===\n{1767323045000}{start x}x\n"
                   "{1767323045000}y\n{start }===  ===\nplain\n");
  g_assert_cmpstr (cleaner_get_ci (cleaner), ==, "github");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/cleaner/", cases[i].name, NULL);

    g_test_add_data_func (path, &cases[i], test_case);
  }
  g_test_add_func ("/cleaner/without-formats", test_without_formats);
  g_test_add_func ("/cleaner/long-log", test_long_log);
  g_test_add_func ("/cleaner/flush", test_flush);
  g_test_add_func ("/cleaner/line-that-is-cut", test_line_that_is_cut);
  g_test_add_func ("/cleaner/line-of-many-rows", test_line_of_many_rows);
  g_test_add_func ("/cleaner/parts", test_parts);

  return g_test_run ();
}
