/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <pango/pango.h>
#include <string.h>

#include "markdown-inline.h"

#define CODE "<span font_family=\"monospace\" size=\"90%\" background=\"#808080\" background_alpha=\"16%\">"

static const struct {
  const char *name;
  const char *text;
  const char *markup;
} cases[] = {
  { "plain", "assert a < b && c", "assert a &lt; b &amp;&amp; c" },
  { "no-markup", "<b>not bold</b>", "&lt;b&gt;not bold&lt;/b&gt;" },
  { "no-link-markup", "<a href=\"https://x.org\">x</a>",
    "&lt;a href=&quot;<a href=\"https://x.org\" title=\"https://x.org\">https://x.org</a>&quot;&gt;x&lt;/a&gt;" },
  { "code", "in `transformers`)", "in " CODE "transformers</span>)" },
  { "code-kills-markup", "`*<b>*`", CODE "*&lt;b&gt;*</span>" },
  { "code-with-ticks", "`` a`b ``", CODE "a`b</span>" },
  { "open-code", "a ` b", "a ` b" },
  { "bold", "**two** of *three*", "<b>two</b> of <i>three</i>" },
  { "no-response", "_No response_", "<i>No response</i>" },
  { "names-stay", "test_a_b_c and snake_case_", "test_a_b_c and snake_case_" },
  { "stars-stay", "2 * 3 * 4", "2 * 3 * 4" },
  { "struck", "~~gone~~ ~here~", "<s>gone</s> ~here~" },
  { "nested", "**a `b` _c_**", "<b>a " CODE "b</span> <i>c</i></b>" },
  { "link", "[Elastic](https://buildkite.com/b?a=1&c=2#d)",
    "<a href=\"https://buildkite.com/b?a=1&amp;c=2#d\" "
    "title=\"https://buildkite.com/b?a=1&amp;amp;c=2#d\">Elastic</a>" },
  { "image", "![alt](https://x.org/a.png)",
    "<a href=\"https://x.org/a.png\" title=\"https://x.org/a.png\">alt</a>" },
  { "no-program-link", "[x](file:///etc/passwd) [y](javascript:a)", "x y" },
  { "no-link", "[ ] a[0] (b)", "[ ] a[0] (b)" },
  { "address", "see https://x.org/a_b_c.", "see <a href=\"https://x.org/a_b_c\" title=\"https://x.org/a_b_c\">https://x.org/a_b_c</a>." },
  { "escapes", "\\*a\\* \\d", "*a* \\d" },
  { "references", "&lt;b&gt; &#64;x &#0; &nope;", "&lt;b&gt; @x &amp;#0; &amp;nope;" },
  { "line-break", "a<br>b", "a\nb" },
};

static void
test_markup (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *markup = markdown_dup_markup (cases[i].text);

  g_assert_cmpstr (markup, ==, cases[i].markup);
}

/* GtkLabel's markup is Pango's and <a>. */
static char *
dup_without_links (const char *markup)
{
  g_autoptr (GRegex) regex = g_regex_new ("</?a[^>]*>", 0, 0, NULL);

  return g_regex_replace_literal (regex, markup, -1, 0, "", 0, NULL);
}

static void
test_well_formed (void)
{
  static const char *const parts[] = {
    "*", "**", "_", "__", "`", "``", "[", "]", "(", ")", "](", "![", "https://", "http://x", "<", ">",
    "&", "&lt;", "&#60;", "&#", "\\", "~~", "~", "a", " ", "\n", "ä", "<br>", "\"", "'", "</span>",
  };
  g_autoptr (GRand) random = g_rand_new_with_seed (3);

  for (guint round = 0; round < 3000; round++) {
    GString *text = g_string_new ("");
    g_autofree char *markup = NULL;
    g_autofree char *plain = NULL;
    g_autoptr (GError) error = NULL;

    for (int n = g_rand_int_range (random, 1, 40); n > 0; n--)
      g_string_append (text, parts[g_rand_int_range (random, 0, G_N_ELEMENTS (parts))]);
    markup = markdown_dup_markup (text->str);
    plain = dup_without_links (markup);
    if (!pango_parse_markup (plain, -1, 0, NULL, NULL, NULL, &error))
      g_error ("%s: %s: %s", error->message, text->str, markup);
    g_string_free (text, TRUE);
  }
}

static void
test_quick (void)
{
  static const char *const parts[] = { "*", "**", "_a ", "`", "[", "[a](", "![", "*a ", "&", "<br", "~~" };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
    GString *text = g_string_new ("");
    g_autofree char *markup = NULL;
    gint64 start = g_get_monotonic_time ();

    while (text->len < 4000)
      g_string_append (text, parts[i]);
    markup = markdown_dup_markup (text->str);
    g_assert_cmpint (g_get_monotonic_time () - start, <, 20 * G_USEC_PER_SEC);
    g_string_free (text, TRUE);
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/markdown-inline/markup/", cases[i].name, NULL);

    g_test_add_data_func (path, GUINT_TO_POINTER (i), test_markup);
  }
  g_test_add_func ("/markdown-inline/well-formed", test_well_formed);
  g_test_add_func ("/markdown-inline/quick", test_quick);

  return g_test_run ();
}
