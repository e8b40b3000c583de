/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "dropped-link.h"

#define ADDRESS "https://buildkite.com/quill/ci/builds/7#018f/1-2"
#define LINK    ADDRESS "\nBuild 7 — Quill"

static void
expect (const char *bytes,
        gsize       length,
        const char *address)
{
  g_autofree char *found = dropped_link_dup_address (bytes, length);

  g_assert_cmpstr (found, ==, address);
}

static void
expect_in (const char *encoding,
           const char *mark)
{
  g_autofree char *bytes = NULL;
  g_autoptr (GByteArray) all = g_byte_array_new ();
  gsize length;

  bytes = g_convert (LINK, -1, encoding, "UTF-8", NULL, &length, NULL);
  g_assert_nonnull (bytes);
  g_byte_array_append (all, (const guint8 *) mark, (guint) strlen (mark));
  g_byte_array_append (all, (const guint8 *) bytes, (guint) length);
  expect ((const char *) all->data, all->len, ADDRESS);
}

static void
test_encodings (void)
{
  expect (LINK, strlen (LINK), ADDRESS);
  expect (ADDRESS "\r\n", strlen (ADDRESS "\r\n"), ADDRESS);
  expect_in ("UTF-16LE", "");
  expect_in ("UTF-16BE", "");
  expect_in ("UTF-16LE", "\xff\xfe");
  expect_in ("UTF-16BE", "\xfe\xff");
}

static void
test_others (void)
{
  expect ("", 0, NULL);
  expect ("h", 1, NULL);
  expect ("\0h", 2, NULL);
  expect ("\xff\xff\xff", 3, NULL);
  expect ("file:///tmp/x.log\nx.log", 23, NULL);
  expect ("two words", 9, NULL);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dropped-link/encodings", test_encodings);
  g_test_add_func ("/dropped-link/others", test_others);

  return g_test_run ();
}
