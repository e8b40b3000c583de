/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "address.h"
#include "link.h"
#include "words.h"

#include "triage-cells.h"

/* To half of a level bar it is low, to nine tenths high; see style.css. */
#define LOW  0.5
#define HIGH 0.9

static GtkWidget *
label_new (gboolean    is_wide,
           float       xalign,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_ellipsize (GTK_LABEL (label), is_wide ? PANGO_ELLIPSIZE_MIDDLE : PANGO_ELLIPSIZE_NONE);
  gtk_widget_set_hexpand (label, is_wide);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

/* Two lines, the second one dimmed. */
static GtkWidget *
pair_new (GtkWidget *first)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *second = label_new (TRUE, 0, "caption");

  gtk_widget_add_css_class (second, "dim-label");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), first);
  gtk_box_append (GTK_BOX (box), second);

  return box;
}

static GtkWidget *
link_new (void)
{
  GtkWidget *link = label_new (FALSE, 0, "numeric");

  link_open_those_of (GTK_LABEL (link));

  return link;
}

static GtkWidget *
level_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *bar = gtk_level_bar_new ();
  GtkWidget *label = label_new (FALSE, 1, "numeric");

  gtk_level_bar_add_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_LOW, LOW);
  gtk_level_bar_add_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_HIGH, HIGH);
  gtk_widget_set_hexpand (bar, TRUE);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  gtk_label_set_width_chars (GTK_LABEL (label), 5);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), label);

  return box;
}

static GtkWidget *
issue_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = label_new (TRUE, 0, "numeric");
  GtkWidget *button = gtk_button_new_with_label (_("Draft Issue"));

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "triage.draft");
  gtk_widget_add_css_class (button, "draft-button");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);

  return box;
}

static void
cell_is_set_up (GtkSignalListItemFactory *factory,
                GtkListItem              *cell,
                gpointer                  column)
{
  GtkWidget *child = NULL;

  switch ((TriageColumn) GPOINTER_TO_UINT (column)) {
    case TRIAGE_COLUMN_TEST:
      child = pair_new (label_new (TRUE, 0, "test-name"));
      break;
    case TRIAGE_COLUMN_JOBS:
      child = label_new (TRUE, 0, NULL);
      gtk_label_set_ellipsize (GTK_LABEL (child), PANGO_ELLIPSIZE_END);
      break;
    case TRIAGE_COLUMN_RUNS:
    case TRIAGE_COLUMN_FAILED:
    case TRIAGE_COLUMN_PERCENT:
      child = label_new (FALSE, 1, "numeric");
      break;
    case TRIAGE_COLUMN_RELIABILITY:
      child = level_new ();
      break;
    case TRIAGE_COLUMN_LAST_FAILED:
      child = pair_new (link_new ());
      break;
    default:
      child = issue_new ();
  }
  gtk_list_item_set_child (cell, child);
}

/* TEXT as a link to URL, which comes from a service. */
static char *
dup_link (const char *text,
          const char *url)
{
  return address_is_page (url) ? g_markup_printf_escaped ("<a href=\"%s\">%s</a>", url, text)
                               : g_markup_escape_text (text, -1);
}

static void
bind_test (GtkWidget       *cell,
           const TriageRow *row)
{
  g_autofree char *name = failure_dup_short_name (row->failure);
  g_autofree char *file = failure_dup_file (row->failure);
  GtkWidget *first = gtk_widget_get_first_child (cell);
  GtkWidget *second = gtk_widget_get_next_sibling (first);

  gtk_label_set_text (GTK_LABEL (first), name);
  gtk_label_set_text (GTK_LABEL (second), file);
  gtk_widget_set_visible (second, *file != '\0');
  gtk_widget_set_tooltip_text (cell, row->test);
}

static void
bind_jobs (GtkWidget       *cell,
           const TriageRow *row)
{
  g_autoptr (GString) jobs = g_string_new (NULL);

  for (guint i = 0; i < row->jobs->len; i++)
    g_string_append_printf (jobs, "%s%s", i > 0 ? ", " : "", (const char *) g_ptr_array_index (row->jobs, i));
  gtk_label_set_text (GTK_LABEL (cell), jobs->str);
  gtk_widget_set_tooltip_text (cell, jobs->str);
}

static void
bind_number (GtkWidget *cell,
             guint64    number)
{
  g_autofree char *text = culprit_dup_count ((gint64) number);

  gtk_label_set_text (GTK_LABEL (cell), text);
}

static void
bind_reliability (GtkWidget       *cell,
                  const TriageRow *row)
{
  GtkWidget *bar = gtk_widget_get_first_child (cell);
  int percent = triage_row_get_percent (row);
  g_autofree char *text = g_strdup_printf (_("%d %%"), percent);
  g_autofree char *name = g_strdup_printf (_("Reliability %d percent"), percent);

  gtk_level_bar_set_value (GTK_LEVEL_BAR (bar), row->reliability);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (bar)), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
bind_percent (GtkWidget       *cell,
              const TriageRow *row)
{
  g_autofree char *text = g_strdup_printf (_("%d %%"), triage_row_get_percent (row));

  gtk_label_set_text (GTK_LABEL (cell), text);
}

static void
bind_last_failed (GtkWidget       *cell,
                  const TriageRow *row)
{
  GtkWidget *link = gtk_widget_get_first_child (cell);
  GtkWidget *time_label = gtk_widget_get_next_sibling (link);
  gint64 when = row->last_job != NULL ? row->last_job->finished_at : 0;
  g_autofree char *time = culprit_dup_day (when, g_get_real_time () / G_USEC_PER_SEC);
  g_autofree char *number = NULL;
  g_autofree char *markup = NULL;

  gtk_widget_set_visible (cell, row->last_job != NULL);
  if (row->last_job == NULL)
    return;
  number = g_strconcat ("#", row->last_job->build, NULL);
  markup = dup_link (number, row->last_job->url);
  gtk_label_set_markup (GTK_LABEL (link), markup);
  gtk_label_set_text (GTK_LABEL (time_label), when > 0 ? time : "");
}

/* IS_SHORT: the button alone says that nobody has reported it, as far as that is known. */
static void
bind_issue (GtkWidget         *cell,
            CulpritTriageItem *item,
            gboolean           is_short)
{
  const TriageRow *row = culprit_triage_item_get_row (item);
  GtkWidget *label = gtk_widget_get_first_child (cell);
  GtkWidget *button = gtk_widget_get_next_sibling (label);
  gboolean is_new = row->issues->len == 0;
  gboolean is_known = culprit_triage_item_knows_issues (item);

  gtk_widget_remove_css_class (label, "not-reported");
  gtk_widget_set_visible (button, is_new && row->last_job != NULL);
  gtk_widget_set_visible (label, !is_short || !is_new || row->last_job == NULL);
  if (is_new) {
    gtk_label_set_text (GTK_LABEL (label), is_known ? _("Not reported") : _("Not known"));
    if (is_known)
      gtk_widget_add_css_class (label, "not-reported");
    if (row->last_job != NULL)
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", row->last_job->url);
  } else {
    const TrackerIssue *issue = g_ptr_array_index (row->issues, 0);
    g_autofree char *number = g_strdup_printf ("#%" G_GINT64_FORMAT, issue->number);
    g_autofree char *markup = dup_link (number, issue->url);

    gtk_label_set_markup (GTK_LABEL (label), markup);
  }
  gtk_widget_set_tooltip_text (label, is_new ? NULL : ((const TrackerIssue *) g_ptr_array_index (row->issues, 0))->title);
}

static void
cell_is_bound (GtkSignalListItemFactory *factory,
               GtkListItem              *cell,
               gpointer                  column)
{
  CulpritTriageItem *item = gtk_list_item_get_item (cell);
  const TriageRow *row = culprit_triage_item_get_row (item);
  GtkWidget *child = gtk_list_item_get_child (cell);

  switch ((TriageColumn) GPOINTER_TO_UINT (column)) {
    case TRIAGE_COLUMN_TEST:
      bind_test (child, row);
      break;
    case TRIAGE_COLUMN_JOBS:
      bind_jobs (child, row);
      break;
    case TRIAGE_COLUMN_RUNS:
      bind_number (child, row->n_runs);
      break;
    case TRIAGE_COLUMN_FAILED:
      bind_number (child, row->n_failed);
      break;
    case TRIAGE_COLUMN_RELIABILITY:
      bind_reliability (child, row);
      break;
    case TRIAGE_COLUMN_LAST_FAILED:
      bind_last_failed (child, row);
      break;
    case TRIAGE_COLUMN_PERCENT:
      bind_percent (child, row);
      break;
    default:
      bind_issue (child, item, GPOINTER_TO_UINT (column) == TRIAGE_COLUMN_SHORT_ISSUE);
  }
}

GtkListItemFactory *
culprit_triage_cells_new (TriageColumn column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (cell_is_set_up), GUINT_TO_POINTER (column));
  g_signal_connect (factory, "bind", G_CALLBACK (cell_is_bound), GUINT_TO_POINTER (column));

  return factory;
}
