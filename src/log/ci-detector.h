/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ci-format.h"

/* Tells from a log's first bytes, as they came, which CI wrote it, and whether a CI put time
 * stamps before its lines.
 *
 * The first 50 lines or 256 KiB count, whichever is less. An application program command
 * decides at once, and its CI has no stamps before lines. Otherwise the stamps of a format
 * count where nearly all lines have one: a stamp that a program printed itself stands before
 * some lines only. Lines that are the CI's own need none. Of the formats whose stamps fit, the
 * one counts whose lines are there; where none are, the first one that its stamps alone tell.
 */
typedef struct CiDetector CiDetector;

/* FORMATS are borrowed and must outlive the detector. */
CiDetector     *ci_detector_new              (const CiFormats *formats);
void            ci_detector_free             (CiDetector      *detector);

/* Takes bytes until it can decide, and returns how many; fewer than LENGTH mean that it has
 * decided. */
gsize           ci_detector_push             (CiDetector      *detector,
                                              const guint8    *bytes,
                                              gsize            length);

/* Decides on what there is. */
void            ci_detector_finish           (CiDetector      *detector);

gboolean        ci_detector_has_decided      (CiDetector      *detector);

/* How many lines it has taken. */
guint           ci_detector_get_n_lines      (CiDetector      *detector);

/* All bytes that it has taken. */
const guint8   *ci_detector_get_bytes        (CiDetector      *detector,
                                              gsize           *ret_length);

/* Once it has decided: the CI that wrote the log, or NULL where none of FORMATS fits so far. */
const CiFormat *ci_detector_get_format       (CiDetector      *detector);

/* The format whose stamps stand before the lines, or NULL where there are none. It may be
 * another: a CI's log comes with Docker's stamps, for example. */
const CiFormat *ci_detector_get_stamp_format (CiDetector      *detector);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CiDetector, ci_detector_free)
