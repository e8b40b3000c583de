/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "ci-unwrapper.h"

/* A line, what was erased from it, and what becomes of it: {mark name}{time}{took}text, or NULL
 * where it goes. */
typedef struct {
  const char *text;
  const char *notes;
  const char *result;
} Step;

static const char * const marks[] = { "", "start", "start-open", "end", "ended", "open" };

static const CiFormat *
find (const CiFormats *formats,
      const char      *name)
{
  for (guint i = 0; i < ci_formats_get_n (formats); i++)
    if (g_str_equal (ci_format_get_name (ci_formats_get (formats, i)), name))
      return ci_formats_get (formats, i);

  return NULL;
}

static char *
describe (const Line *line)
{
  GString *result = g_string_new (NULL);

  if (line->section != NULL)
    g_string_append_printf (result, "{%s %s}", marks[line->mark], line->section);
  else if (line->mark != LINE_MARK_NONE)
    g_string_append_printf (result, "{%s}", marks[line->mark]);
  if (line->time != LINE_NO_TIME)
    g_string_append_printf (result, "{%" G_GINT64_FORMAT "}", line->time);
  if (line->took > 0)
    g_string_append_printf (result, "{+%" G_GINT64_FORMAT "}", line->took);
  g_string_append_len (result, line->text, line->length);

  return g_string_free (result, FALSE);
}

static void
check (const char *ci,
       const Step *steps,
       guint       n_steps)
{
  g_autoptr (CiFormats) formats = ci_formats_load (NULL);
  g_autoptr (CiUnwrapper) unwrapper = ci_unwrapper_new (find (formats, ci));

  for (guint i = 0; i < n_steps; i++) {
    g_autofree char *result = NULL;
    Line line = {
      .text = steps[i].text, .length = strlen (steps[i].text), .time = LINE_NO_TIME,
    };

    if (ci_unwrapper_take (unwrapper, &line, steps[i].notes))
      result = describe (&line);
    g_assert_cmpstr (result, ==, steps[i].result);
  }
}

static void
test_visible_marks (void)
{
  static const Step steps[] = {
    { "plain", NULL, "plain" },
    { "##[section]Starting: Build", NULL, "{start Build}Starting: Build" },
    { "##[section]Finishing: Test", NULL, "Finishing: Test" },
    { "##[group]Image", NULL, "Image" },
    { "##[section]Finishing: Build", NULL, "{end}Finishing: Build" },
    { "##[section]Finishing: Build", NULL, "Finishing: Build" },
    { "##[group]Image", NULL, "{start Image}Image" },
    { "##[endgroup]", NULL, NULL },
  };

  check ("azure", steps, G_N_ELEMENTS (steps));
}

/* An end that goes ends the section with the line before. */
static void
test_dropped_end (void)
{
  static const Step steps[] = {
    { "##teamcity[blockOpened name='a|'b' flowId='1']", NULL, "{start a'b}a'b" },
    { "x", NULL, "x" },
    { "##teamcity[blockClosed name='b']", NULL, NULL },
    { "y", NULL, "y" },
    { "##teamcity[blockClosed name='a|'b']", NULL, NULL },
    { "z", NULL, "{ended}z" },
  };

  check ("teamcity", steps, G_N_ELEMENTS (steps));
}

static void
test_erased_marks (void)
{
  static const Step steps[] = {
    { "Running", NULL, "Running" },
    { "Preparing", "section_start:100:prepare", "{start-open Preparing}{100000}Preparing" },
    { "x", "something else", "x" },
    { "", "section_end:101:prepare", NULL },
    { "y", NULL, "{ended}{101000}y" },
    { "Getting", "section_start:102:get[collapsed=true]", "{start Getting}{102000}Getting" },
    { "Running", "section_end:103:get\nsection_start:104:step",
      "{start-open Running}{104000}Running" },
    { "", "section_start:105:mine[a=b]", NULL },
    { "z", NULL, "{start-open mine}{105000}z" },
    { "", "section_end:106:other", NULL },
    { "z", NULL, "{106000}z" },
    { "", "section_end:107:mine\nsection_end:108:step", NULL },
    { "", NULL, "{ended}{108000}" },
  };

  check ("gitlab", steps, G_N_ELEMENTS (steps));
}

/* What stands in lines of its own because the escapes were lost. */
static void
test_lines_of_marks (void)
{
  static const Step steps[] = {
    { "travis_fold:start:git.checkout", NULL, NULL },
    { "travis_time:start:13e6422a", NULL, NULL },
    { "$ git clone", NULL, "{start git.checkout}$ git clone" },
    { "travis_time:end:13e6422a:start=1000000000,finish=3000000000,duration=2000000000", NULL,
      NULL },
    { "$ cd x", NULL, "{3000}{+2000}$ cd x" },
    { "travis_fold:end:git.checkout", NULL, NULL },
    { "travis_time:start:0b289738", NULL, NULL },
    { "$ make", NULL, "{start $ make}$ make" },
    { "travis_time:end:0b289738:start=3000000000,finish=4000000000,duration=1000000000", NULL,
      NULL },
    { "exited with 1", NULL, "{ended}{4000}{+1000}exited with 1" },
  };

  check ("travis", steps, G_N_ELEMENTS (steps));
}

/* The colours of a line whose start is replaced stay where they are. */
static void
test_styles (void)
{
  static const LineStyle styles[] = { { 0, 3, 1, 0 }, { 9, 4, 2, 0 }, { 20, 2, 3, 1 } };
  const char *text = "##[error]Bash exited wrong";
  g_autoptr (CiFormats) formats = ci_formats_load (NULL);
  g_autoptr (CiUnwrapper) unwrapper = ci_unwrapper_new (find (formats, "azure"));
  Line line = {
    .text = text, .length = strlen (text), .time = LINE_NO_TIME, .styles = styles, .n_styles = 3,
  };

  g_assert_true (ci_unwrapper_take (unwrapper, &line, NULL));
  g_assert_cmpmem (line.text, line.length, "Error: Bash exited wrong", 24);
  g_assert_cmpuint (line.n_styles, ==, 2);
  g_assert_cmpuint (line.styles[0].start, ==, 7);
  g_assert_cmpuint (line.styles[0].length, ==, 4);
  g_assert_cmpuint (line.styles[1].start, ==, 18);
  g_assert_cmpuint (line.styles[1].bold, ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ci-unwrapper/visible-marks", test_visible_marks);
  g_test_add_func ("/ci-unwrapper/dropped-end", test_dropped_end);
  g_test_add_func ("/ci-unwrapper/erased-marks", test_erased_marks);
  g_test_add_func ("/ci-unwrapper/lines-of-marks", test_lines_of_marks);
  g_test_add_func ("/ci-unwrapper/styles", test_styles);

  return g_test_run ();
}
