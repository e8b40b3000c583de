/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "tracker-issue.h"
#include "triage.h"

G_BEGIN_DECLS

/* A row of a triage, as an item of a list. It keeps the triage. */
#define CULPRIT_TYPE_TRIAGE_ITEM (culprit_triage_item_get_type ())
G_DECLARE_FINAL_TYPE (CulpritTriageItem, culprit_triage_item, CULPRIT, TRIAGE_ITEM, GObject)

/* The rows of TRIAGE (element-type CulpritTriageItem, transfer full). */
GListModel      *culprit_triage_items_new      (Triage            *triage);

const TriageRow *culprit_triage_item_get_row   (CulpritTriageItem *item);

/* Whether the tracker was read: a row without issues is not reported. */
gboolean         culprit_triage_item_knows_issues (CulpritTriageItem *item);

/* Whether TEXT, in lower case, stands in the test's name or in that of a job. */
gboolean         culprit_triage_item_has_words (CulpritTriageItem *item,
                                                const char        *text);

/* The columns that a list can be sorted by. */
typedef enum {
  TRIAGE_COLUMN_TEST,
  TRIAGE_COLUMN_JOBS,
  TRIAGE_COLUMN_RUNS,
  TRIAGE_COLUMN_FAILED,
  TRIAGE_COLUMN_RELIABILITY,
  TRIAGE_COLUMN_LAST_FAILED,
  TRIAGE_COLUMN_ISSUE,
  TRIAGE_COLUMN_PERCENT,       /* the reliability where there is little room */
  TRIAGE_COLUMN_SHORT_ISSUE,   /* the issue, likewise: its number or the button */
  N_TRIAGE_COLUMNS,
} TriageColumn;

int              culprit_triage_item_compare   (CulpritTriageItem *a,
                                                CulpritTriageItem *b,
                                                TriageColumn       column);

G_END_DECLS
