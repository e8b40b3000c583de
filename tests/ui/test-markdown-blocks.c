/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "markdown-blocks.h"

static const struct {
  const char *name;
  const char *text;
  const char *blocks;       /* as dup_blocks() writes them */
} cases[] = {
  { "empty", "", "" },
  { "heading", "### Name of failing test\n", "h3(Name of failing test)" },
  { "not-heading", "#31810 is open", "p(#31810 is open)" },
  { "lines-count", "one\ntwo\n\nthree", "p(one\ntwo) p(three)" },
  { "line-ends", "one\r\n\r\ntwo\r\n", "p(one) p(two)" },
  { "checks", "- [ ] Flaky test\n- [x] Can reproduce", "check(Flaky test) CHECK(Can reproduce)" },
  { "items", "- one\n  - two\n3. three", "item0•(one) item1•(two) item03.(three)" },
  { "code", "```text\nFAILED a\n\n# no heading\n```\nafter", "code(FAILED a\n\n# no heading) p(after)" },
  { "longer-fence", "````\n```\n````", "code(```)" },
  { "open-fence", "```\nto the end", "code(to the end)" },
  { "tildes", "~~~\n```\n~~~", "code(```)" },
  { "ticks-in-line", "```not a fence```", "p(```not a fence```)" },
  { "quote", "> a\n> b\nc", "quote(a\nb) p(c)" },
  { "rule", "---\n- - -\n--", "rule() rule() p(--)" },
  { "comment", "<!-- hidden\nstill -->\nseen", "p(seen)" },
  { "details", "<details>\n<summary>Logs:</summary>\n\n```\nx\n```\n\n</details>\nafter",
    "details(Logs:)[code(x)] p(after)" },
  { "details-in-code", "```\n<details>\n```", "code(<details>)" },
  { "end-in-details-code", "<details>\n```\n</details>\n```\n</details>",
    "details()[code(</details>)]" },
  { "open-details", "<details>\n<summary>Logs", "details(Logs)[]" },
  { "stray-end", "</details>", "p(</details>)" },
};

static void append_blocks (GString   *out,
                           GPtrArray *blocks);

static void
append_block (GString             *out,
              const MarkdownBlock *block)
{
  static const char *const names[] = { "p", "h", "item", "check", "code", "quote", "rule", "details" };

  if (block->kind == MARKDOWN_CHECK && block->checked)
    g_string_append (out, "CHECK");
  else
    g_string_append (out, names[block->kind]);
  if (block->kind == MARKDOWN_HEADING || block->kind == MARKDOWN_ITEM)
    g_string_append_printf (out, "%d", block->level);
  if (block->kind == MARKDOWN_ITEM)
    g_string_append (out, block->marker);
  g_string_append_printf (out, "(%s)", block->text);
  if (block->children != NULL) {
    g_string_append_c (out, '[');
    append_blocks (out, block->children);
    g_string_append_c (out, ']');
  }
}

static void
append_blocks (GString   *out,
               GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++) {
    if (i > 0)
      g_string_append_c (out, ' ');
    append_block (out, g_ptr_array_index (blocks, i));
  }
}

static void
test_blocks (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GPtrArray) blocks = markdown_parse (cases[i].text);
  GString *out = g_string_new ("");

  append_blocks (out, blocks);
  g_assert_cmpstr (out->str, ==, cases[i].blocks);
  g_string_free (out, TRUE);
}

static void
test_limits (void)
{
  GString *text = g_string_new ("");
  g_autoptr (GPtrArray) blocks = NULL;
  g_autoptr (GPtrArray) long_blocks = NULL;
  const MarkdownBlock *last;

  for (guint i = 0; i < 3 * MARKDOWN_MAX_BLOCKS; i++)
    g_string_append (text, "- item\n");
  blocks = markdown_parse (text->str);
  g_assert_cmpuint (blocks->len, ==, MARKDOWN_MAX_BLOCKS + 1);
  last = g_ptr_array_index (blocks, blocks->len - 1);
  g_assert_cmpstr (last->text, ==, "…");

  g_string_truncate (text, 0);
  for (guint i = 0; i < MARKDOWN_MAX_TEXT; i++)
    g_string_append (text, "ä");
  long_blocks = markdown_parse (text->str);
  last = g_ptr_array_index (long_blocks, 0);
  g_assert_cmpuint (strlen (last->text), <=, MARKDOWN_MAX_TEXT + strlen ("…"));
  g_assert_true (g_utf8_validate (last->text, -1, NULL));
  g_string_free (text, TRUE);
}

static void
test_depth (void)
{
  GString *text = g_string_new ("");
  g_autoptr (GPtrArray) blocks = NULL;

  for (guint i = 0; i < 10000; i++)
    g_string_append (text, "<details>\n");
  blocks = markdown_parse (text->str);
  g_assert_cmpuint (blocks->len, ==, 1);
  g_string_free (text, TRUE);
}

static void
test_bytes (void)
{
  g_autoptr (GPtrArray) blocks = markdown_parse ("a \xff\xfe b");
  const MarkdownBlock *block = g_ptr_array_index (blocks, 0);

  g_assert_true (g_utf8_validate (block->text, -1, NULL));
}

static void
test_equal (void)
{
  g_autoptr (GPtrArray) a = markdown_parse ("<details>\n- [ ] x\n</details>");
  g_autoptr (GPtrArray) b = markdown_parse ("<details>\n- [ ] x\n</details>");
  g_autoptr (GPtrArray) c = markdown_parse ("<details>\n- [x] x\n</details>");

  g_assert_true (markdown_block_equal (g_ptr_array_index (a, 0), g_ptr_array_index (b, 0)));
  g_assert_false (markdown_block_equal (g_ptr_array_index (a, 0), g_ptr_array_index (c, 0)));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/markdown-blocks/blocks/", cases[i].name, NULL);

    g_test_add_data_func (path, GUINT_TO_POINTER (i), test_blocks);
  }
  g_test_add_func ("/markdown-blocks/limits", test_limits);
  g_test_add_func ("/markdown-blocks/depth", test_depth);
  g_test_add_func ("/markdown-blocks/bytes", test_bytes);
  g_test_add_func ("/markdown-blocks/equal", test_equal);

  return g_test_run ();
}
