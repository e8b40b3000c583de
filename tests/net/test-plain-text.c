/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib.h>

#include "plain-text.h"

static void
test_instead (void)
{
  const struct {
    const char *text;
    const char *plain;
  } cases[] = {
    { "plain text, µ 中", "plain text, µ 中" },
    { "a\r\n\tb\x1b[1m\x7f", "a___b_[1m_" },
    { "a\xc2\x85" "b\xe2\x80\xa8" "c\xe2\x80\xa9" "d", "a_b_c_d" },
    { "a\xe2\x80\xae" "b\xe2\x80\x8d" "c\xef\xbb\xbf" "d", "a_b_c_d" },
    { "a\xcd\x8f" "b\xe3\x85\xa4" "c\xf3\xa0\x84\x80" "d\xef\xbe\xa0", "a_b_c_d_" },
    { "a\xd8\x80" "b", "a_b" },
    { "a\xff" "b", "a\xef\xbf\xbd" "b" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *plain = plain_text_dup (cases[i].text, '_');

    g_assert_cmpstr (plain, ==, cases[i].plain);
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plain-text/instead", test_instead);

  return g_test_run ();
}
