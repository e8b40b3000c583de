/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "archive-kind.h"

static void
test_marks (void)
{
  static const struct { const char *bytes; gsize length; ArchiveKind kind; } starts[] = {
    { "\x1f\x8b\x08", 3, ARCHIVE_KIND_GZIP },
    { "\xfd" "7zXZ\0", 6, ARCHIVE_KIND_XZ },
    { "\x28\xb5\x2f\xfd", 4, ARCHIVE_KIND_ZSTD },
    { "BZh91AY&SY", 10, ARCHIVE_KIND_BZIP2 },
    { "BZh9\x17\x72\x45\x38\x50\x90", 10, ARCHIVE_KIND_BZIP2 },
    { "PK\003\004", 4, ARCHIVE_KIND_ZIP },
    { "PK\005\006", 4, ARCHIVE_KIND_ZIP },
  };
  ArchiveKind kind;

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++) {
    const guint8 *bytes = (const guint8 *) starts[i].bytes;

    for (gsize length = 0; length < starts[i].length; length++) {
      g_assert_false (archive_kind_tell (bytes, length, &kind));
      g_assert_cmpint (kind, ==, ARCHIVE_KIND_NONE);
    }
    g_assert_true (archive_kind_tell (bytes, starts[i].length, &kind));
    g_assert_cmpint (kind, ==, starts[i].kind);
  }
}

/* The bytes that tell that it is none. */
static void
test_text (void)
{
  static const char * const texts[] = {
    "BZh is\n", "BZh9 is\n", "PK\n", "\n", "\033[31mred", "$ make\n", "\xef\xbb\xbf$ make\r\n",
    ("2025-05-20T03:26:38.1234567Z a line that is longer than the name of a file in a tar can be, "
     "without an end"),
  };
  ArchiveKind kind;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_assert_true (archive_kind_tell ((const guint8 *) texts[i], strlen (texts[i]), &kind));
    g_assert_cmpint (kind, ==, ARCHIVE_KIND_NONE);
  }
}

/* The checksum tells, with and without “ustar”. */
static void
test_tar (void)
{
  guint8 header[ARCHIVE_KIND_PEEK] = "folder/build.log";
  guint sum = 8 * ' ';
  ArchiveKind kind;

  memcpy (header + 100, "0000644", 7);
  memcpy (header + 124, "00000000005", 11);
  for (guint i = 0; i < sizeof header; i++)
    sum += header[i];
  g_snprintf ((char *) header + 148, 8, "%06o", sum);

  g_assert_false (archive_kind_tell (header, 511, &kind));
  g_assert_true (archive_kind_tell (header, 512, &kind));
  g_assert_cmpint (kind, ==, ARCHIVE_KIND_TAR);
  header[0]++;
  g_assert_true (archive_kind_tell (header, 512, &kind));
  g_assert_cmpint (kind, ==, ARCHIVE_KIND_NONE);
}

static void
test_has_files (void)
{
  g_assert_true (archive_kind_has_files (ARCHIVE_KIND_ZIP));
  g_assert_true (archive_kind_has_files (ARCHIVE_KIND_TAR));
  g_assert_false (archive_kind_has_files (ARCHIVE_KIND_GZIP));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/archive-kind/marks", test_marks);
  g_test_add_func ("/archive-kind/text", test_text);
  g_test_add_func ("/archive-kind/tar", test_tar);
  g_test_add_func ("/archive-kind/has-files", test_has_files);

  return g_test_run ();
}
