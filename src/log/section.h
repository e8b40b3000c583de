/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "line.h"

/* A part of the log that the CI named: a step, a group, a fold. */
typedef struct {
  char    *name;
  gint64   first_line;
  gint64   last_line;    /* the last line so far while the log still loads */
  double   seconds;      /* how long it took; negative where the log has no times */
  gboolean open;         /* the CI shows it unfolded */
} Section;

/* Gathers sections from a stream of lines. Sections do not nest in what it gives: an inner
 * section ends the outer one, which is how every CI's page reads. */
typedef struct SectionList SectionList;

SectionList *section_list_new    (void);
void         section_list_free   (SectionList *sections);

/* Takes line NUMBER, in order. */
void         section_list_push   (SectionList *sections,
                                  const Line  *line,
                                  gint64       number);

/* The sections so far, which do not change any more: a GPtrArray of Section (transfer full). Those that did not
 * change since the last call are the same. From any thread they may be read and let go. */
GPtrArray   *section_list_copy   (SectionList *sections);

/* One of no lines that took an unknown time. */
Section     *section_new         (const char  *name);
void         section_unref       (Section     *section);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SectionList, section_list_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Section, section_unref)
