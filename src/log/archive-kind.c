/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "archive-kind.h"

/* Where a tar header has what. */
#define TAR_HEADER         512
#define TAR_NAME           100
#define TAR_MODE           8
#define TAR_CHECKSUM       148
#define TAR_CHECKSUM_BYTES 8

static const struct {
  const char  *bytes;
  gsize        length;
  ArchiveKind  kind;
} marks[] = {
  { "\x1f\x8b\x08", 3, ARCHIVE_KIND_GZIP },
  { "\xfd" "7zXZ\0", 6, ARCHIVE_KIND_XZ },
  { "\x28\xb5\x2f\xfd", 4, ARCHIVE_KIND_ZSTD },
  { "\x50\x2a\x4d\x18", 4, ARCHIVE_KIND_ZSTD },      /* a skippable frame, as pzstd's first */
  { "PK\003\004", 4, ARCHIVE_KIND_ZIP },
  { "PK\005\006", 4, ARCHIVE_KIND_ZIP },             /* without a file */
};

/* “BZh”, a digit, then a block's mark, pi, or an empty file's, its root. */
static gboolean
may_be_bzip2 (const guint8 *bytes,
              gsize         length)
{
  static const char * const blocks[] = { "1AY&SY", "\x17\x72\x45\x38\x50\x90" };
  gsize block = length > 4 ? MIN (length - 4, 6) : 0;

  return memcmp (bytes, "BZh", MIN (length, 3)) == 0 &&
         (length < 4 || g_ascii_isdigit (bytes[3])) &&
         (memcmp (bytes + MIN (length, 4), blocks[0], block) == 0 ||
          memcmp (bytes + MIN (length, 4), blocks[1], block) == 0);
}

static gboolean
has_tar_checksum (const guint8 *bytes)
{
  const guint8 *field = bytes + TAR_CHECKSUM;
  guint sum = TAR_CHECKSUM_BYTES * ' ';
  guint expected = 0;
  guint i = 0;

  for (guint j = 0; j < TAR_HEADER; j++)
    if (j < TAR_CHECKSUM || j >= TAR_CHECKSUM + TAR_CHECKSUM_BYTES)
      sum += bytes[j];

  while (i < TAR_CHECKSUM_BYTES && field[i] == ' ')
    i++;
  for (; i < TAR_CHECKSUM_BYTES && field[i] >= '0' && field[i] <= '7'; i++)
    expected = expected * 8 + (field[i] - '0');

  return sum == expected;
}

/* The file's name without control characters, then its mode as an octal number, … */
static gboolean
may_be_tar (const guint8 *bytes,
            gsize         length)
{
  for (gsize i = 0; i < MIN (length, TAR_NAME); i++)
    if (bytes[i] < ' ' && (bytes[i] != 0 || i == 0))
      return FALSE;
  for (gsize i = TAR_NAME; i < MIN (length, TAR_NAME + TAR_MODE); i++)
    if ((bytes[i] < '0' || bytes[i] > '7') && bytes[i] != ' ' && bytes[i] != 0)
      return FALSE;

  return length < TAR_HEADER || has_tar_checksum (bytes);
}

gboolean
archive_kind_tell (const guint8 *bytes,
                   gsize         length,
                   ArchiveKind  *ret_kind)
{
  *ret_kind = ARCHIVE_KIND_NONE;

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (memcmp (bytes, marks[i].bytes, MIN (length, marks[i].length)) == 0) {
      if (length >= marks[i].length)
        *ret_kind = marks[i].kind;
      return length >= marks[i].length;
    }

  if (may_be_bzip2 (bytes, length)) {
    if (length >= 10)
      *ret_kind = ARCHIVE_KIND_BZIP2;
    return length >= 10;
  }

  if (may_be_tar (bytes, length)) {
    if (length >= TAR_HEADER)
      *ret_kind = ARCHIVE_KIND_TAR;
    return length >= TAR_HEADER;
  }

  return TRUE;
}

gboolean
archive_kind_has_files (ArchiveKind kind)
{
  return kind == ARCHIVE_KIND_ZIP || kind == ARCHIVE_KIND_TAR;
}
