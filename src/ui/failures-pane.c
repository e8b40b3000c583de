/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "failure-lines.h"
#include "failure-row.h"
#include "row-pool.h"
#include "section-row.h"
#include "words.h"

#include "failures-pane.h"

struct _CulpritFailuresPane {
  GtkWidget      parent_instance;

  Findings      *findings;        /* NULL before the first update */
  GPtrArray     *sections;        /* of Section */
  GArray        *failure_lines;   /* where something failed; see failure-lines.h */
  KnownFailures *known;           /* borrowed, or NULL */
  int            selected;
  gboolean       chosen;          /* the user has selected a failure */
  gboolean       updating;

  RowPool        failure_rows;
  RowPool        section_rows;

  GtkWidget     *scroller;
  GtkLabel      *failures_count;
  GtkListBox    *failures_list;
  GtkButton     *more_failures;
  GtkWidget     *nothing_box;
  GtkWidget     *end_button;
  GtkWidget     *sections_heading;
  GtkLabel      *sections_count;
  GtkListBox    *sections_list;
  GtkButton     *more_sections;
};

enum {
  PROP_SELECTED = 1,
  N_PROPS,
};

enum {
  FAILURE_ACTIVATED,
  CAUSE_ACTIVATED,
  SECTION_ACTIVATED,
  END_REQUESTED,
  N_SIGNALS,
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CulpritFailuresPane, culprit_failures_pane, GTK_TYPE_WIDGET)

static GtkWidget *
get_failure_row (CulpritFailuresPane *self,
                 int                  index)
{
  return GTK_WIDGET (gtk_list_box_get_row_at_index (self->failures_list, index));
}

static void
cause_activated (CulpritFailuresPane *self,
                 GtkListBoxRow       *row)
{
  g_signal_emit (self, signals[CAUSE_ACTIVATED], 0, gtk_list_box_row_get_index (row));
}

static GtkWidget *
make_failure_row (gpointer data)
{
  GtkWidget *row = culprit_failure_row_new ();

  g_signal_connect_swapped (row, "cause-activated", G_CALLBACK (cause_activated), data);

  return row;
}

/* Those that report failure INDEX; NULL where that is not known. */
static GPtrArray *
get_issues (CulpritFailuresPane *self,
            guint                index)
{
  return self->known != NULL && index < self->known->issues->len ? known_failures_get (self->known, index) : NULL;
}

static void
fill_failure_row (gpointer   data,
                  GtkWidget *row,
                  guint      index)
{
  CulpritFailuresPane *self = data;
  GPtrArray *failures = self->findings->failures;

  culprit_failure_row_set_failure (CULPRIT_FAILURE_ROW (row), g_ptr_array_index (failures, index),
                                   index + 1, failures->len);
  culprit_failure_row_set_issues (CULPRIT_FAILURE_ROW (row), get_issues (self, index));
}

static GtkWidget *
make_section_row (gpointer data)
{
  return culprit_section_row_new ();
}

static void
fill_section_row (gpointer   data,
                  GtkWidget *row,
                  guint      index)
{
  CulpritFailuresPane *self = data;
  const Section *section = g_ptr_array_index (self->sections, index);

  culprit_section_row_set_section (CULPRIT_SECTION_ROW (row), section,
                                   failure_lines_have_any (self->failure_lines, section->first_line,
                                                           section->last_line));
}

static void
show_counts (CulpritFailuresPane *self,
             gboolean             complete)
{
  g_autofree char *n_failures = culprit_dup_count (self->findings->failures->len);
  g_autofree char *n_sections = culprit_dup_count (self->sections->len);
  g_autofree char *claim = culprit_dup_claim (self->findings);
  gboolean any = self->findings->failures->len > 0;

  gtk_label_set_text (self->failures_count, n_failures);
  gtk_widget_set_visible (GTK_WIDGET (self->failures_count), any);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->failures_count), claim);
  gtk_widget_set_visible (GTK_WIDGET (self->failures_list), any);
  gtk_widget_set_visible (self->nothing_box, complete && !any);
  gtk_label_set_text (self->sections_count, n_sections);
  gtk_widget_set_visible (self->sections_heading, self->sections->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->sections_list), self->sections->len > 0);
}

static void
scroll_to_row (CulpritFailuresPane *self,
               GtkWidget           *row)
{
  GtkAdjustment *adjustment =
    gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  double y;

  if (gtk_widget_get_height (row) == 0 ||
      !gtk_widget_translate_coordinates (row, self->scroller, 0, 0, NULL, &y))
    return;

  y += gtk_adjustment_get_value (adjustment);
  gtk_adjustment_clamp_page (adjustment, y, y + gtk_widget_get_height (row));
}

/* Selects row INDEX (-1: none) and tells. */
static void
select_index (CulpritFailuresPane *self,
              int                  index)
{
  GtkWidget *row;

  if (index >= 0)
    row_pool_reach (&self->failure_rows, (guint) index);
  row = index >= 0 ? get_failure_row (self, index) : NULL;

  self->updating = TRUE;
  gtk_list_box_select_row (self->failures_list, row != NULL ? GTK_LIST_BOX_ROW (row) : NULL);
  self->updating = FALSE;

  index = row != NULL ? index : -1;
  if (self->selected == index)
    return;
  self->selected = index;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SELECTED]);
}

/* The place, in FINDINGS, of the failure that is selected now, or -1. */
static int
find_selected (CulpritFailuresPane *self,
               Findings            *findings)
{
  GtkWidget *row = self->selected >= 0 ? get_failure_row (self, self->selected) : NULL;
  GPtrArray *failures = findings->failures;

  if (row == NULL)
    return -1;
  if ((guint) self->selected < failures->len &&
      culprit_failure_row_is_of (CULPRIT_FAILURE_ROW (row),
                                 g_ptr_array_index (failures, self->selected)))
    return self->selected;

  for (guint i = 0; i < failures->len; i++)
    if (culprit_failure_row_is_of (CULPRIT_FAILURE_ROW (row), g_ptr_array_index (failures, i)))
      return (int) i;

  return -1;
}

void
culprit_failures_pane_update (CulpritFailuresPane *self,
                              JobLog              *log)
{
  g_return_if_fail (CULPRIT_IS_FAILURES_PANE (self));
  g_return_if_fail (log != NULL);

  gboolean complete = job_log_is_complete (log);
  g_autoptr (Findings) findings = job_log_get_findings (log);
  g_autoptr (GPtrArray) sections = job_log_get_sections (log);

  culprit_failures_pane_show (self, findings, sections, complete);
}

void
culprit_failures_pane_show (CulpritFailuresPane *self,
                            Findings            *findings,
                            GPtrArray           *sections,
                            gboolean             complete)
{
  g_return_if_fail (CULPRIT_IS_FAILURES_PANE (self));

  int selected = self->chosen ? find_selected (self, findings) : -1;

  if (selected < 0)
    selected = findings->failures->len > 0 ? 0 : -1;

  g_clear_pointer (&self->findings, findings_unref);
  self->findings = findings_ref (findings);
  g_clear_pointer (&self->sections, g_ptr_array_unref);
  self->sections = g_ptr_array_ref (sections);
  g_clear_pointer (&self->failure_lines, g_array_unref);
  self->failure_lines = failure_lines_new (findings);

  self->updating = TRUE;
  row_pool_set_n_items (&self->failure_rows, findings->failures->len);
  row_pool_set_n_items (&self->section_rows, sections->len);
  self->updating = FALSE;
  show_counts (self, complete);

  select_index (self, selected);
}

void
culprit_failures_pane_set_known (CulpritFailuresPane *self,
                                 KnownFailures       *known)
{
  GtkListBoxRow *row;

  g_return_if_fail (CULPRIT_IS_FAILURES_PANE (self));

  self->known = known;
  for (guint i = 0; (row = gtk_list_box_get_row_at_index (self->failures_list, (int) i)) != NULL; i++)
    culprit_failure_row_set_issues (CULPRIT_FAILURE_ROW (row), get_issues (self, i));
}

int
culprit_failures_pane_get_index_at (CulpritFailuresPane *self,
                                    double               x,
                                    double               y)
{
  GtkWidget *at;
  GtkWidget *row;

  g_return_val_if_fail (CULPRIT_IS_FAILURES_PANE (self), -1);

  at = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  row = at != NULL ? gtk_widget_get_ancestor (at, CULPRIT_TYPE_FAILURE_ROW) : NULL;

  return row != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : -1;
}

void
culprit_failures_pane_focus (CulpritFailuresPane *self)
{
  g_return_if_fail (CULPRIT_IS_FAILURES_PANE (self));

  GtkWidget *row = get_failure_row (self, MAX (self->selected, 0));

  if (row != NULL)
    gtk_widget_grab_focus (row);
  else if (gtk_widget_get_visible (self->nothing_box))
    gtk_widget_grab_focus (self->end_button);
  else
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

void
culprit_failures_pane_add_regions (CulpritFailuresPane *self,
                                   GPtrArray           *regions)
{
  g_return_if_fail (CULPRIT_IS_FAILURES_PANE (self));

  g_ptr_array_add (regions, gtk_widget_get_visible (self->nothing_box) ? self->nothing_box
                                                                       : GTK_WIDGET (self->failures_list));
  g_ptr_array_add (regions, self->sections_list);
}

static void
failure_selected (CulpritFailuresPane *self,
                  GtkListBoxRow       *row)
{
  if (self->updating)
    return;

  self->chosen = TRUE;
  select_index (self, row != NULL ? gtk_list_box_row_get_index (row) : -1);
}

static void
failure_activated (CulpritFailuresPane *self,
                   GtkListBoxRow       *row)
{
  self->chosen = TRUE;
  g_signal_emit (self, signals[FAILURE_ACTIVATED], 0, gtk_list_box_row_get_index (row));
}

static void
section_activated (CulpritFailuresPane *self,
                   GtkListBoxRow       *row)
{
  g_signal_emit (self, signals[SECTION_ACTIVATED], 0,
                 culprit_section_row_get_first_line (CULPRIT_SECTION_ROW (row)));
}

static gboolean
list_keynav_failed (CulpritFailuresPane *self,
                    GtkDirectionType     direction)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));

  if (root == NULL || (direction != GTK_DIR_UP && direction != GTK_DIR_DOWN))
    return FALSE;

  return gtk_widget_child_focus (root, direction == GTK_DIR_UP ? GTK_DIR_TAB_BACKWARD
                                                               : GTK_DIR_TAB_FORWARD);
}

static void
more_failures_clicked (CulpritFailuresPane *self)
{
  row_pool_reach (&self->failure_rows, self->failure_rows.n_rows);
}

static void
more_sections_clicked (CulpritFailuresPane *self)
{
  row_pool_reach (&self->section_rows, self->section_rows.n_rows);
}

static void
end_clicked (CulpritFailuresPane *self)
{
  g_signal_emit (self, signals[END_REQUESTED], 0);
}

static void
culprit_failures_pane_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  CulpritFailuresPane *self = CULPRIT_FAILURES_PANE (object);

  switch (prop_id) {
    case PROP_SELECTED:
      g_value_set_int (value, self->selected);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
culprit_failures_pane_set_property (GObject      *object,
                                    guint         prop_id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  CulpritFailuresPane *self = CULPRIT_FAILURES_PANE (object);
  int index;

  switch (prop_id) {
    case PROP_SELECTED:
      index = g_value_get_int (value);
      if (index == self->selected)
        break;
      self->chosen = index >= 0;
      select_index (self, index);
      if (self->selected >= 0)
        scroll_to_row (self, get_failure_row (self, self->selected));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
culprit_failures_pane_dispose (GObject *object)
{
  CulpritFailuresPane *self = CULPRIT_FAILURES_PANE (object);

  self->updating = TRUE;
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->findings, findings_unref);
  g_clear_pointer (&self->sections, g_ptr_array_unref);
  g_clear_pointer (&self->failure_lines, g_array_unref);

  G_OBJECT_CLASS (culprit_failures_pane_parent_class)->dispose (object);
}

static void
install_signals (GObjectClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  signals[FAILURE_ACTIVATED] = g_signal_new ("failure-activated", type, G_SIGNAL_RUN_LAST,
                                             0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[CAUSE_ACTIVATED] = g_signal_new ("cause-activated", type, G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[SECTION_ACTIVATED] = g_signal_new ("section-activated", type, G_SIGNAL_RUN_LAST,
                                             0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[END_REQUESTED] = g_signal_new ("end-requested", type, G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (klass, RESOURCE_PATH "/failures-pane.ui");
  gtk_widget_class_bind_template_child (klass, CulpritFailuresPane, scroller);
  gtk_widget_class_bind_template_child (klass, CulpritFailuresPane, failures_count);
  gtk_widget_class_bind_template_child (klass, CulpritFailuresPane, failures_list);
  gtk_widget_class_bind_template_child (klass, CulpritFailuresPane, more_failures);
  gtk_widget_class_bind_template_child (klass, CulpritFailuresPane, nothing_box);
  gtk_widget_class_bind_template_child (klass, CulpritFailuresPane, end_button);
  gtk_widget_class_bind_template_child (klass, CulpritFailuresPane, sections_heading);
  gtk_widget_class_bind_template_child (klass, CulpritFailuresPane, sections_count);
  gtk_widget_class_bind_template_child (klass, CulpritFailuresPane, sections_list);
  gtk_widget_class_bind_template_child (klass, CulpritFailuresPane, more_sections);
  gtk_widget_class_bind_template_callback (klass, failure_selected);
  gtk_widget_class_bind_template_callback (klass, failure_activated);
  gtk_widget_class_bind_template_callback (klass, section_activated);
  gtk_widget_class_bind_template_callback (klass, list_keynav_failed);
  gtk_widget_class_bind_template_callback (klass, more_failures_clicked);
  gtk_widget_class_bind_template_callback (klass, more_sections_clicked);
  gtk_widget_class_bind_template_callback (klass, end_clicked);
  gtk_widget_class_set_layout_manager_type (klass, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (klass, "failurespane");
}

static void
culprit_failures_pane_class_init (CulpritFailuresPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = culprit_failures_pane_dispose;
  object_class->get_property = culprit_failures_pane_get_property;
  object_class->set_property = culprit_failures_pane_set_property;

  props[PROP_SELECTED] = g_param_spec_int ("selected", NULL, NULL, -1, G_MAXINT, -1,
                                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS |
                                           G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);
  install_signals (object_class);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
culprit_failures_pane_init (CulpritFailuresPane *self)
{
  self->selected = -1;
  self->sections = g_ptr_array_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  self->failure_rows = (RowPool) {
    .list = self->failures_list,
    .more = self->more_failures,
    .make = make_failure_row,
    .fill = fill_failure_row,
    .data = self,
  };
  self->section_rows = (RowPool) {
    .list = self->sections_list,
    .more = self->more_sections,
    .make = make_section_row,
    .fill = fill_section_row,
    .data = self,
  };
}

GtkWidget *
culprit_failures_pane_new (void)
{
  return g_object_new (CULPRIT_TYPE_FAILURES_PANE, NULL);
}
