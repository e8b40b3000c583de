/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "triage-item.h"

struct _CulpritTriageItem {
  GObject    parent_instance;

  GPtrArray *rows;      /* that have ROW */
  TriageRow *row;
  char      *words;     /* test and jobs in lower case */
  gboolean   knows_issues;
};

G_DEFINE_FINAL_TYPE (CulpritTriageItem, culprit_triage_item, G_TYPE_OBJECT)

static void
culprit_triage_item_finalize (GObject *object)
{
  CulpritTriageItem *self = CULPRIT_TRIAGE_ITEM (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_free (self->words);

  G_OBJECT_CLASS (culprit_triage_item_parent_class)->finalize (object);
}

static void
culprit_triage_item_class_init (CulpritTriageItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = culprit_triage_item_finalize;
}

static void
culprit_triage_item_init (CulpritTriageItem *self)
{
}

static char *
dup_words (const TriageRow *row)
{
  GString *words = g_string_new (row->test);
  g_autofree char *text = NULL;

  for (guint i = 0; i < row->jobs->len; i++)
    g_string_append_printf (words, "\n%s", (const char *) g_ptr_array_index (row->jobs, i));
  text = g_string_free (words, FALSE);

  return g_utf8_strdown (text, -1);
}

GListModel *
culprit_triage_items_new (Triage *triage)
{
  GListStore *items = g_list_store_new (CULPRIT_TYPE_TRIAGE_ITEM);

  for (guint i = 0; i < triage->rows->len; i++) {
    g_autoptr (CulpritTriageItem) item = g_object_new (CULPRIT_TYPE_TRIAGE_ITEM, NULL);

    item->rows = g_ptr_array_ref (triage->rows);
    item->row = g_ptr_array_index (triage->rows, i);
    item->words = dup_words (item->row);
    item->knows_issues = triage->has_issues;
    g_list_store_append (items, item);
  }

  return G_LIST_MODEL (items);
}

const TriageRow *
culprit_triage_item_get_row (CulpritTriageItem *item)
{
  return item->row;
}

gboolean
culprit_triage_item_knows_issues (CulpritTriageItem *item)
{
  return item->knows_issues;
}

gboolean
culprit_triage_item_has_words (CulpritTriageItem *item,
                               const char        *text)
{
  return strstr (item->words, text) != NULL;
}

static int
compare_numbers (double a,
                 double b)
{
  return (a > b) - (a < b);
}

static const char *
get_first_job (const TriageRow *row)
{
  return row->jobs->len > 0 ? g_ptr_array_index (row->jobs, 0) : "";
}

static gint64
get_last_time (const TriageRow *row)
{
  return row->last_job != NULL ? row->last_job->finished_at : 0;
}

/* What is not reported comes first. */
static gint64
get_issue (const TriageRow *row)
{
  return row->issues->len > 0 ? ((const TrackerIssue *) g_ptr_array_index (row->issues, 0))->number : 0;
}

int
culprit_triage_item_compare (CulpritTriageItem *a,
                             CulpritTriageItem *b,
                             TriageColumn       column)
{
  const TriageRow *first = a->row, *second = b->row;

  switch (column) {
    case TRIAGE_COLUMN_TEST:
      return g_utf8_collate (first->test, second->test);
    case TRIAGE_COLUMN_JOBS:
      return g_utf8_collate (get_first_job (first), get_first_job (second));
    case TRIAGE_COLUMN_RUNS:
      return compare_numbers (first->n_runs, second->n_runs);
    case TRIAGE_COLUMN_FAILED:
      return compare_numbers (first->n_failed, second->n_failed);
    case TRIAGE_COLUMN_RELIABILITY:
    case TRIAGE_COLUMN_PERCENT:
      return compare_numbers (first->reliability, second->reliability);
    case TRIAGE_COLUMN_LAST_FAILED:
      return compare_numbers (get_last_time (first), get_last_time (second));
    default:
      return compare_numbers (get_issue (first), get_issue (second));
  }
}
