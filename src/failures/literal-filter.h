/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* Says where in a text one of many literals may stand: the innermost loops of literals.h. Where
 * one does stand it says so always, elsewhere seldom.
 *
 * A literal of LITERAL_LONG bytes or more is known by two windows of LITERAL_WINDOW bytes in it,
 * one at an even place and one at an odd one. So it is enough to look at every second place of
 * the text, with a bit for each hash of a window. Those that are shorter are known by their
 * first bytes, which are looked up in halves, 32 places of the text at a time: Langdale's
 * Teddy, of Hyperscan.
 *
 * literal-filter.c is compiled twice: for any processor, and where the compiler can for those
 * with AVX2 and BMI2.
 */
#define LITERAL_WINDOW 4
#define LITERAL_LONG   (LITERAL_WINDOW + 1)
#define LITERAL_START  3     /* bytes that a short one is known by */

/* Most places that are looked at in one call. A multiple of 32. */
#define LITERAL_PLACES 512

#define LITERAL_SETS   8

typedef struct {
  guint32  windows[1 << 12];                /* a bit for each hash */
  guint8   lower[LITERAL_START][32];        /* sets that a byte's lower half can belong to; twice */
  guint8   upper[LITERAL_START][32];
  guint    shortest_start;                  /* bytes; 0: there is none */
} LiteralFilter;

/* The hash of a window that was read as it stands in memory. */
static inline guint32
literal_window_hash (guint32 window)
{
  return window * 0x9e3779b1u;
}

void literal_filter_add_window (LiteralFilter *filter,
                                guint32        window);

/* The first of TEXT's bytes, at most LITERAL_START. */
void literal_filter_add_start  (LiteralFilter *filter,
                                const char    *text);

/* Look at the places of TEXT from FROM on, as many as LITERAL_PLACES. Those where a window or a
 * start may stand are written to RET_PLACES, of that length, in order; returns how many. FROM is
 * even. Never reads beyond LENGTH. */
typedef guint (*LiteralFilterFunc) (const LiteralFilter *filter,
                                    const char          *text,
                                    gsize                length,
                                    gsize                from,
                                    gsize               *ret_places);

guint literal_filter_find_windows      (const LiteralFilter *filter,
                                        const char          *text,
                                        gsize                length,
                                        gsize                from,
                                        gsize               *ret_places);
guint literal_filter_find_windows_avx2 (const LiteralFilter *filter,
                                        const char          *text,
                                        gsize                length,
                                        gsize                from,
                                        gsize               *ret_places);
guint literal_filter_find_starts       (const LiteralFilter *filter,
                                        const char          *text,
                                        gsize                length,
                                        gsize                from,
                                        gsize               *ret_places);
guint literal_filter_find_starts_avx2  (const LiteralFilter *filter,
                                        const char          *text,
                                        gsize                length,
                                        gsize                from,
                                        gsize               *ret_places);
