/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "title-check.h"
#include "title-name.h"

/* More parts than this are nothing to read. */
#define TITLE_MAX_PARTS 64

/* The parts that a title's pattern is made of, as title-part.h has them. */
typedef struct {
  TitleNameCutter *cutter;
  TitleNames      *passed;
  GPtrArray       *parts;     /* of char * */
} TitleSearch;

/* Adds parts that match each of NAMES, by what they are at LEVEL where that matches none of the
 * tests that passed, else by what they are at a finer one. FALSE where there are too many, or
 * where a name is one that passed. */
gboolean title_search_take             (TitleSearch    *search,
                                        GPtrArray      *names,
                                        TitleNameLevel  level);

gboolean title_search_may_match_passed (TitleSearch    *search,
                                        const char     *part);
