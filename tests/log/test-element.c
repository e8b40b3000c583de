/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "element.h"

typedef struct {
  const char  *osc;
  ElementKind  kind;
  const char  *text;
} Case;

static const Case cases[] = {
  { "0;title", ELEMENT_NONE, NULL },
  { "8;;http://x", ELEMENT_NONE, NULL },
  { "1337;SetMark", ELEMENT_NONE, NULL },
  { "13399;url=x", ELEMENT_NONE, NULL },
  { "1339;url=http://x;content=google", ELEMENT_LINK, "google (http://x)" },
  { "1339;url='http://x/?a=b;c';content=\"it's\"", ELEMENT_LINK, "it's (http://x/?a=b;c)" },
  { "1339;content='x';url='y'", ELEMENT_LINK, "x (y)" },
  { "1339;url=artifact://a.txt", ELEMENT_LINK, "artifact://a.txt" },
  { "1339;url=http://x;content=http://x", ELEMENT_LINK, "http://x" },
  { "1339;content=text", ELEMENT_LINK, "text" },
  { "1339;url='unclosed;content=text", ELEMENT_LINK, "text ('unclosed)" },
  { "1339;", ELEMENT_LINK, "" },
  { "1339;;;=;url", ELEMENT_LINK, "" },
  { "1338;url=http://x/a.gif;alt=foo bar", ELEMENT_IMAGE, "[image: foo bar]" },
  { "1338;url=http://x/a.gif", ELEMENT_IMAGE, "[image: http://x/a.gif]" },
  { "1338;", ELEMENT_IMAGE, "[image]" },
  { "1337;File=name=MS5naWY=;inline=1:", ELEMENT_IMAGE, "[image: 1.gif]" },
  { "1337;File=inline=1;size=4:AA==", ELEMENT_IMAGE, "[image]" },
  { "1337;File=name=MS5naWY=;inline=0:AA==", ELEMENT_NONE, NULL },
  { "1337;File=name=MS5naWY=", ELEMENT_NONE, NULL },
};

static void
test_parse (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = NULL;

    g_test_message ("%s", cases[i].osc);
    g_assert_cmpint (element_parse (cases[i].osc, &text), ==, cases[i].kind);
    g_assert_cmpstr (text, ==, cases[i].text);
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/element/parse", test_parse);

  return g_test_run ();
}
