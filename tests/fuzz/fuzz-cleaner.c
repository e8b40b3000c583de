/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "clean-log.h"

/* Any bytes give lines as they should be, and the same ones however they are cut; also where the
 * log pauses or has several parts. The first byte says how. */

#define MAX_CHUNK  16
#define WITHOUT_CI 0x10
#define TEXT_ONLY  0x20

int LLVMFuzzerTestOneInput (const guint8 *bytes,
                            gsize         length);

/* Each chunk ends where its memory ends, so that a read beyond it is seen. */
static void
push (Cleaner      *cleaner,
      const guint8 *bytes,
      gsize         length)
{
  g_autofree guint8 *copy = g_memdup2 (bytes, length);

  cleaner_push (cleaner, copy, length);
}

static Cleaner *
start (guint8    options,
       CleanLog *log)
{
  static CiFormats *formats;
  Cleaner *cleaner;

  if (formats == NULL)
    formats = ci_formats_load (NULL);
  clean_log_init (log);
  cleaner = cleaner_new ((options & WITHOUT_CI) != 0 ? NULL : formats, clean_log_got_line, log);
  if ((options & TEXT_ONLY) != 0)
    cleaner_set_text_only (cleaner);

  return cleaner;
}

static void
clean (guint8        options,
       const guint8 *bytes,
       gsize         length,
       gsize         chunk,
       CleanLog     *log)
{
  g_autoptr (Cleaner) cleaner = start (options, log);

  for (gsize done = 0; done < length; done += MIN (chunk, length - done))
    push (cleaner, bytes + done, MIN (chunk, length - done));
  cleaner_finish (cleaner);
  clean_log_finish (log);
}

/* As a log that pauses after each chunk, and has a second part. */
static void
clean_with_pauses (guint8        options,
                   const guint8 *bytes,
                   gsize         length,
                   gsize         chunk)
{
  g_auto (CleanLog) log = { 0 };
  g_autoptr (Cleaner) cleaner = start (options, &log);
  gsize part = length / 2;

  for (gsize done = 0; done < length; done += MIN (chunk, length - done)) {
    push (cleaner, bytes + done, MIN (chunk, length - done));
    cleaner_flush (cleaner);
    if (done <= part && part < done + chunk)
      cleaner_start_part (cleaner, "part");
  }
  cleaner_finish (cleaner);
  clean_log_finish (&log);
}

static void
check (guint8        options,
       const guint8 *bytes,
       gsize         length)
{
  g_auto (CleanLog) whole = { 0 };
  g_auto (CleanLog) cut = { 0 };

  clean (options, bytes, length, MAX (length, 1), &whole);
  clean (options, bytes, length, 1 + options % MAX_CHUNK, &cut);
  g_assert_cmpmem (whole.text->str, whole.text->len, cut.text->str, cut.text->len);
  clean_with_pauses (options, bytes, length, 1 + options % MAX_CHUNK);
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes,
                        gsize         length)
{
  if (length > 0)
    check (bytes[0], bytes + 1, length - 1);

  return 0;
}
