/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "log-store.h"

/* What is selected in a log: from one place between characters to another, grown by
 * characters, words or lines. */
typedef struct {
  gint64 line;
  gsize  byte;               /* in the line */
} LogPlace;

typedef enum {
  LOG_SELECT_CHARACTERS,
  LOG_SELECT_WORDS,
  LOG_SELECT_LINES,
} LogSelectUnit;

typedef struct {
  LogPlace      start;       /* the selection; empty where both are the same place */
  LogPlace      end;
  LogPlace      cursor;      /* where the keyboard is: one of the two, or between them */
  LogPlace      anchor_start;
  LogPlace      anchor_end;
  LogSelectUnit unit;
} LogSelection;

int           log_place_compare       (LogPlace a,
                                       LogPlace b);

/* Sets the cursor to PLACE and selects the unit there: nothing, the word, the line. */
void          log_selection_begin     (LogSelection  *selection,
                                       LogStore      *store,
                                       LogPlace       place,
                                       LogSelectUnit  unit);

/* Takes the selection from where it began to PLACE. */
void          log_selection_extend    (LogSelection  *selection,
                                       LogStore      *store,
                                       LogPlace       place);

void          log_selection_all       (LogSelection  *selection,
                                       LogStore      *store);

gboolean      log_selection_is_empty  (const LogSelection *selection);

/* Lines that the selection touches; one that ends at a line's start does not touch it. */
gint64        log_selection_get_lines (const LogSelection *selection);

/* The text from START to END, however long (transfer full). It keeps the store. */
GInputStream *log_selection_open      (LogStore *store,
                                       LogPlace  start,
                                       LogPlace  end);

/* The place one character, or one word, before or after PLACE. */
LogPlace      log_place_step          (LogStore *store,
                                       LogPlace  place,
                                       int       direction,
                                       gboolean  by_word);

/* Bytes of line NUMBER. */
gsize         log_place_line_length   (LogStore *store,
                                       gint64    number);
