/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cleaner.h"
#include "section.h"

/* What a cleaner gave, written down, after each line was checked: it is valid UTF-8 without any
 * control but tab and without characters that hide text, its styles are in order and cut no
 * character, and what it tells of sections fits together. */
typedef struct {
  GString     *text;
  SectionList *sections;
  gint64       n_lines;
  gsize        n_bytes;
  gboolean     counts_only;   /* TEXT stays empty */
} CleanLog;

void clean_log_init     (CleanLog   *log);
void clean_log_clear    (CleanLog   *log);

/* A CleanerFunc with a CleanLog. */
void clean_log_got_line (const Line *line,
                         gpointer    user_data);

/* Checks the sections. */
void clean_log_finish   (CleanLog   *log);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CleanLog, clean_log_clear)
