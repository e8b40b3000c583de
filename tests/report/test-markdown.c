/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "markdown.h"

typedef void (*AppendFunc) (GString    *out,
                            const char *text);

static void
check (AppendFunc  append,
       const char *text,
       const char *expected)
{
  g_autoptr (GString) out = g_string_new (NULL);

  append (out, text);
  g_assert_cmpstr (out->str, ==, expected);
}

static void
test_code (void)
{
  check (markdown_append_code, "a.py::test_x", "`a.py::test_x`");
  check (markdown_append_code, "a`b", "``a`b``");
  check (markdown_append_code, "`b``", "``` `b`` ```");
  check (markdown_append_code, "two\nlines\x1b", "`two lines\xef\xbf\xbd`");
}

static void
test_names_that_act_become_code (void)
{
  const char * const plain[] = {
    "Elastic EP Scaling Test", "Distributed Tests (4 GPUs)", "AMD: mi325_4: V1 Test e2e + engine",
    "Prüfung 3", "Lint, Format", "python-3.12/linux"
  };
  const char * const acting[] = {
    "ask @someone", "fixes #1", "vllm-project/vllm#31810", "GH-12", "a <img src=x>", "*bold*",
    "_under_", "[x](y)", ":tada: party", "www.example.org", "https://example.org", "a`b", "a|b",
    "# heading", "- item", "> quote", "~~gone~~", "&lt;", "deadbeef0", "a\\b", "x__y"
  };

  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    check (markdown_append_name, plain[i], plain[i]);
  for (guint i = 0; i < G_N_ELEMENTS (acting); i++) {
    g_autoptr (GString) out = g_string_new (NULL);

    markdown_append_name (out, acting[i]);
    g_assert_true (g_str_has_prefix (out->str, "`"));
  }
}

static void
check_link (const char *name,
            const char *url,
            const char *expected)
{
  g_autoptr (GString) out = g_string_new (NULL);

  markdown_append_link (out, name, url);
  g_assert_cmpstr (out->str, ==, expected);
}

static void
test_link (void)
{
  check_link ("A Test", "https://buildkite.com/vllm/ci/builds/1#019e-b1",
              "[A Test](https://buildkite.com/vllm/ci/builds/1#019e-b1)");
  check_link ("a]b", "https://x.org/(a b)\"", "[`a]b`](https://x.org/%28a%20b%29%22)");
  check_link ("A Test", "javascript:alert(1)", "A Test");
  check_link ("A Test", "", "A Test");
  check_link ("A Test", "https://user:word@x.org/", "A Test");
}

static void
test_fence (void)
{
  check (markdown_append_fence, "a\n", "```text\na\n```\n");
  check (markdown_append_fence, "no end", "```text\nno end\n```\n");
  check (markdown_append_fence, "````\nx\n", "`````text\n````\nx\n`````\n");
  check (markdown_append_fence, "", "```text\n```\n");
}

static void
test_visible (void)
{
  const struct {
    const char *text;
    const char *visible;
  } cases[] = {
    { "plain\ttext\n", "plain\ttext\n" },
    { "a\xe2\x80\xae" "b", "a<U+202E>b" },
    { "a\xe2\x80\x8b" "b", "a<U+200B>b" },
    { "a\xef\xbb\xbf" "b", "a<U+FEFF>b" },
    { "a\xf3\xa0\x81\x81" "b", "a<U+E0041>b" },
    { "a\xf3\xa0\x84\x80" "b", "a<U+E0100>b" },
    { "a\xcd\x8f" "b", "a<U+034F>b" },
    { "a\xd8\x80" "b", "a<U+0600>b" },
    { "a\xf0\x9b\xb2\xa0" "b", "a<U+1BCA0>b" },
    { "a\x1b[1m\x7f", "a\xef\xbf\xbd[1m\xef\xbf\xbd" },
    { "a\r\nb\rc", "a\nb\nc" },
    { "\xff", "\xef\xbf\xbd" },
    { "👩\xe2\x80\x8d🔬", "👩\xe2\x80\x8d🔬" },
    { "🧪 µ 中", "🧪 µ 中" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *visible = markdown_dup_visible (cases[i].text);

    g_assert_cmpstr (visible, ==, cases[i].visible);
  }
}

static void
test_commit (void)
{
  g_assert_true (markdown_is_commit ("f596e760c8ed0fbc53db45479c8d460f1a40fd06"));
  g_assert_true (markdown_is_commit ("f596e76"));
  g_assert_false (markdown_is_commit ("f596e7"));
  g_assert_false (markdown_is_commit ("f596e760c\n"));
  g_assert_false (markdown_is_commit ("HEAD"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/markdown/code", test_code);
  g_test_add_func ("/markdown/names-that-act-become-code", test_names_that_act_become_code);
  g_test_add_func ("/markdown/link", test_link);
  g_test_add_func ("/markdown/fence", test_fence);
  g_test_add_func ("/markdown/visible", test_visible);
  g_test_add_func ("/markdown/commit", test_commit);

  return g_test_run ();
}
