/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "log-test.h"
#include "log-view-range-stream.h"

static void
test_parts (void)
{
  static const struct {
    gsize       skip;
    guint64     length;
    const char *text;
  } cases[] = {
    { 0, 10, "0123456789" },
    { 0, 3, "012" },
    { 7, 3, "789" },
    { 4, 2, "45" },
    { 3, 0, "" },
    { 8, 100, "89" },
    { 20, 5, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    GInputStream *base = g_memory_input_stream_new_from_data ("0123456789", 10, NULL);
    g_autofree char *text = log_test_read (culprit_log_view_range_stream_new (base, cases[i].skip,
                                                                              cases[i].length));

    g_assert_cmpstr (text, ==, cases[i].text);
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/log-view-range-stream/parts", test_parts);

  return g_test_run ();
}
