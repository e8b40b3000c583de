/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "line.h"
#include "line-pattern.h"

typedef struct {
  const char *template;
  char        escape;
  const char *text;
  const char *fields;           /* length name|key|time|took; or NULL where it does not fit */
} Case;

#define FOLD_TIME "travis_time:end:{key}:start={*},finish={nanoseconds},duration={took}"

static const Case cases[] = {
  { "--- ", 0, "--- Build", "4 -|-|-|0" },
  { "--- ", 0, "---", NULL },
  { "--- ", 0, "-- Build", NULL },
  { "--- {name}", 0, "--- Build", "9 Build|-|-|0" },
  { "--- {name}", 0, "--- ", "4 |-|-|0" },
  { "({name})", 0, "(a (b)) c", "6 a (b|-|-|0" },
  { "({name})", 0, "(a", NULL },
  { "'{name}'", '|', "'it|'s ||' x'", "10 it|'s |||-|-|0" },
  { "'{name}'", '|', "'a|'", NULL },
  { "section_start:{seconds}:{name}[{*}collapsed=true", 0,
    "section_start:1560896352:first[hide_duration=true,collapsed=true]",
    "64 first|-|1560896352000|0" },
  { "section_start:{seconds}:{name}[{*}collapsed=true", 0, "section_start:1560896352:first", NULL },
  { "section_start:{seconds}:{name}", 0, "section_start::first", NULL },
  { "section_start:{seconds}:{name}", 0, "section_start:99999999999999999999:first", NULL },
  { "section_start:{seconds}:{name}", 0, "section_start:999999999999999999:first", NULL },
  { "t={milliseconds}", 0, "t=1778140778598 x", "15 -|-|1778140778598|0" },
  { FOLD_TIME, 0,
    "travis_time:end:13e6422a:start=1556820020842235000,finish=1556820022552739000,"
    "duration=1710504000", "97 -|13e6422a|1556820022552|1710" },
  { "{ ({name})", 0, "{ (Build)", "9 Build|-|-|0" },
  { "{names}", 0, "{names}", "7 -|-|-|0" },
};

static void
add_text (GString    *string,
          const char *text,
          gsize       length)
{
  if (text != NULL)
    g_string_append_len (string, text, length);
  else
    g_string_append_c (string, '-');
  g_string_append_c (string, '|');
}

static void
test_match (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (LinePattern) pattern = line_pattern_new (cases[i].template);
    g_autoptr (GString) got = g_string_new (NULL);
    LineFields fields;

    g_test_message ("%s: %s", cases[i].template, cases[i].text);
    if (!line_pattern_match (pattern, cases[i].escape, cases[i].text, strlen (cases[i].text),
                             &fields)) {
      g_assert_null (cases[i].fields);
      continue;
    }
    g_string_append_printf (got, "%" G_GSIZE_FORMAT " ", fields.length);
    add_text (got, fields.name, fields.name_length);
    add_text (got, fields.key, fields.key_length);
    if (fields.time != LINE_NO_TIME)
      g_string_append_printf (got, "%" G_GINT64_FORMAT "|", fields.time);
    else
      g_string_append (got, "-|");
    g_string_append_printf (got, "%" G_GINT64_FORMAT, fields.took);
    g_assert_cmpstr (got->str, ==, cases[i].fields);
    g_assert_cmpuint (line_pattern_get_first (pattern), ==, (guint8) *cases[i].text);
  }
}

static void
test_broken_templates (void)
{
  g_assert_null (line_pattern_new (""));
  g_assert_null (line_pattern_new ("{name}"));
  g_assert_null (line_pattern_new ("x{name}{*}"));
  g_assert_null (line_pattern_new ("a{*}b{*}c{*}d{*}e{*}f{*}g{*}h{*}i"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/line-pattern/match", test_match);
  g_test_add_func ("/line-pattern/broken-templates", test_broken_templates);

  return g_test_run ();
}
