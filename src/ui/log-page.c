/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "loose-bin.h"
#include "overview-strip.h"

#include "log-page-private.h"

G_DEFINE_FINAL_TYPE (CulpritLogPage, culprit_log_page, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_SHOW_FAILURES,
  PROP_SHOW_ISSUE,
  PROP_SHOW_HISTORY,
  N_PROPS
};

enum {
  CHANGED,
  FIELD_RESET,
  LOADED,
  UNREADABLE,
  JOBS_FOUND,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
tail_changed (CulpritLogPage *self)
{
  if (self->is_updating)
    return;

  g_object_get (self->view, "tail-lines", &self->tail_lines, NULL);
  self->has_chosen_tail = TRUE;
  culprit_log_page_changed (self);
}

static void
list_requested (CulpritLogPage *self)
{
  culprit_log_page_set_show_failures (self, TRUE);
}

static void
field_reset (CulpritLogPage *self,
             const char     *field)
{
  g_signal_emit (self, signals[FIELD_RESET], 0, field);
}

static void
failures_revealed (CulpritLogPage *self)
{
  if (!self->is_updating)
    culprit_log_page_set_show_failures (self, adw_flap_get_reveal_flap (self->failures_flap));
}

static void
issue_revealed (CulpritLogPage *self)
{
  gboolean is_revealed = adw_flap_get_reveal_flap (self->issue_flap);

  if (!self->is_updating && self->show_history)
    culprit_log_page_set_show_history (self, is_revealed);
  else if (!self->is_updating)
    culprit_log_page_set_show_issue (self, is_revealed);
}

static void
culprit_log_page_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  /* The layout follows the width that the window gives, so it asks for none itself. */
  loose_bin_measure (CULPRIT_LOG_PAGE (widget)->overlay, orientation, -1, minimum, natural);
}

static void
culprit_log_page_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  loose_bin_allocate (CULPRIT_LOG_PAGE (widget)->overlay, width, height, baseline);
}

static void
culprit_log_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (culprit_log_page_parent_class)->map (widget);

  culprit_log_page_load_put_off (CULPRIT_LOG_PAGE (widget));
  culprit_log_page_go_first (CULPRIT_LOG_PAGE (widget));
}

static void
culprit_log_page_dispose (GObject *object)
{
  CulpritLogPage *self = CULPRIT_LOG_PAGE (object);

  culprit_log_page_end (self);
  if (self->overlay != NULL) {
    culprit_issue_pane_set_issue (self->issue_pane, NULL);
    gtk_widget_dispose_template (GTK_WIDGET (self), CULPRIT_TYPE_LOG_PAGE);
  }

  G_OBJECT_CLASS (culprit_log_page_parent_class)->dispose (object);
}

static void
culprit_log_page_finalize (GObject *object)
{
  CulpritLogPage *self = CULPRIT_LOG_PAGE (object);

  g_free (self->name);
  g_free (self->uri);
  g_free (self->retry_text);
  g_free (self->stamp);
  g_free (self->dragged);
  g_clear_object (&self->file);
  g_clear_pointer (&self->remote, remote_log_free);
  g_clear_pointer (&self->loaded, loaded_log_free);
  culprit_log_page_clear_edits (self);
  g_clear_pointer (&self->log, job_log_unref);
  g_clear_pointer (&self->place, session_tab_free);

  G_OBJECT_CLASS (culprit_log_page_parent_class)->finalize (object);
}

static void
culprit_log_page_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  CulpritLogPage *self = CULPRIT_LOG_PAGE (object);

  switch (property_id) {
    case PROP_SHOW_FAILURES:
      g_value_set_boolean (value, self->show_failures);
      break;
    case PROP_SHOW_ISSUE:
      g_value_set_boolean (value, self->show_issue);
      break;
    case PROP_SHOW_HISTORY:
      g_value_set_boolean (value, self->show_history);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
culprit_log_page_set_property (GObject      *object,
                               guint         property_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  CulpritLogPage *self = CULPRIT_LOG_PAGE (object);

  switch (property_id) {
    case PROP_SHOW_FAILURES:
      culprit_log_page_set_show_failures (self, g_value_get_boolean (value));
      break;
    case PROP_SHOW_ISSUE:
      culprit_log_page_set_show_issue (self, g_value_get_boolean (value));
      break;
    case PROP_SHOW_HISTORY:
      culprit_log_page_set_show_history (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, CulpritLogPage, overlay);
  gtk_widget_class_bind_template_child (widget_class, CulpritLogPage, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, CulpritLogPage, issue_flap);
  gtk_widget_class_bind_template_child (widget_class, CulpritLogPage, pane_stack);
  gtk_widget_class_bind_template_child (widget_class, CulpritLogPage, issue_pane);
  gtk_widget_class_bind_template_child (widget_class, CulpritLogPage, history_pane);
  gtk_widget_class_bind_template_child (widget_class, CulpritLogPage, failures_flap);
  gtk_widget_class_bind_template_child (widget_class, CulpritLogPage, failures_pane);
  gtk_widget_class_bind_template_child (widget_class, CulpritLogPage, notice_bar);
  gtk_widget_class_bind_template_child (widget_class, CulpritLogPage, loading_revealer);
  gtk_widget_class_bind_template_child (widget_class, CulpritLogPage, loading_spinner);
  gtk_widget_class_bind_template_child (widget_class, CulpritLogPage, loading_label);
  gtk_widget_class_bind_template_child (widget_class, CulpritLogPage, known_notices);
  gtk_widget_class_bind_template_child (widget_class, CulpritLogPage, known_revealer);
  gtk_widget_class_bind_template_child (widget_class, CulpritLogPage, known_bar);
  gtk_widget_class_bind_template_child (widget_class, CulpritLogPage, stepper_revealer);
  gtk_widget_class_bind_template_child (widget_class, CulpritLogPage, stepper);
  gtk_widget_class_bind_template_child (widget_class, CulpritLogPage, find_revealer);
  gtk_widget_class_bind_template_child (widget_class, CulpritLogPage, find_bar);
  gtk_widget_class_bind_template_child (widget_class, CulpritLogPage, go_to_revealer);
  gtk_widget_class_bind_template_child (widget_class, CulpritLogPage, go_to_bar);
  gtk_widget_class_bind_template_child (widget_class, CulpritLogPage, stack);
  gtk_widget_class_bind_template_child (widget_class, CulpritLogPage, waiting_page);
  gtk_widget_class_bind_template_child (widget_class, CulpritLogPage, view);
  gtk_widget_class_bind_template_child (widget_class, CulpritLogPage, strip);
}

static void
install_signals (CulpritLogPageClass *klass)
{
  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
  signals[FIELD_RESET] =
    g_signal_new ("field-reset", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[LOADED] =
    g_signal_new ("loaded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
  signals[UNREADABLE] =
    g_signal_new ("unreadable", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_ERROR);
  signals[JOBS_FOUND] =
    g_signal_new ("jobs-found", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);
}

static void
culprit_log_page_class_init (CulpritLogPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = culprit_log_page_dispose;
  object_class->finalize = culprit_log_page_finalize;
  object_class->get_property = culprit_log_page_get_property;
  object_class->set_property = culprit_log_page_set_property;
  widget_class->map = culprit_log_page_map;
  widget_class->measure = culprit_log_page_measure;
  widget_class->size_allocate = culprit_log_page_size_allocate;

  properties[PROP_SHOW_FAILURES] =
    g_param_spec_boolean ("show-failures", NULL, NULL, TRUE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SHOW_ISSUE] =
    g_param_spec_boolean ("show-issue", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SHOW_HISTORY] =
    g_param_spec_boolean ("show-history", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  install_signals (klass);

  g_type_ensure (CULPRIT_TYPE_FAILURES_PANE);
  g_type_ensure (CULPRIT_TYPE_FIND_BAR);
  g_type_ensure (CULPRIT_TYPE_GO_TO_BAR);
  g_type_ensure (CULPRIT_TYPE_HISTORY_PANE);
  g_type_ensure (CULPRIT_TYPE_ISSUE_PANE);
  g_type_ensure (CULPRIT_TYPE_KNOWN_BAR);
  g_type_ensure (CULPRIT_TYPE_LOG_VIEW);
  g_type_ensure (CULPRIT_TYPE_NOTICE_BAR);
  g_type_ensure (CULPRIT_TYPE_OVERVIEW_STRIP);
  g_type_ensure (CULPRIT_TYPE_STEPPER);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/log-page.ui");
  bind_children (widget_class);
}

static void
connect_parts (CulpritLogPage *self)
{
  g_signal_connect_swapped (self->view, "notify::tail-lines", G_CALLBACK (tail_changed), self);
  g_signal_connect_swapped (self->view, "notify::has-selection",
                            G_CALLBACK (culprit_log_page_changed), self);
  g_signal_connect_swapped (self->stepper, "list-requested", G_CALLBACK (list_requested), self);
  culprit_log_page_connect_find (self);
  culprit_log_page_connect_going (self);
  g_signal_connect_swapped (self->view, "updated", G_CALLBACK (culprit_log_page_look_for_errors), self);
  g_signal_connect_swapped (self->issue_pane, "changed",
                            G_CALLBACK (culprit_log_page_changed), self);
  g_signal_connect_swapped (self->issue_pane, "field-reset", G_CALLBACK (field_reset), self);
  g_signal_connect_swapped (self->failures_flap, "notify::reveal-flap",
                            G_CALLBACK (failures_revealed), self);
  g_signal_connect_swapped (self->issue_flap, "notify::reveal-flap",
                            G_CALLBACK (issue_revealed), self);
}

static void
culprit_log_page_init (CulpritLogPage *self)
{
  self->width_class = WIDTH_WIDER;
  self->show_failures = TRUE;
  self->selected = -1;

  gtk_widget_init_template (GTK_WIDGET (self));
  connect_parts (self);
  culprit_log_page_init_selection (self);
  culprit_log_page_init_dragging (self);
  culprit_log_page_update_layout (self);
}

GtkWidget *
culprit_log_page_new (void)
{
  return g_object_new (CULPRIT_TYPE_LOG_PAGE, NULL);
}

void
culprit_log_page_end (CulpritLogPage *self)
{
  g_return_if_fail (CULPRIT_IS_LOG_PAGE (self));

  g_cancellable_cancel (self->cancellable);
  culprit_log_page_clear_loading (self);
  culprit_log_page_clear_known (self);
  culprit_log_page_clear_history (self);
  culprit_log_page_clear_find (self);
  culprit_log_page_clear_errors (self);
}

void
culprit_log_page_changed (CulpritLogPage *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

void
culprit_log_page_was_loaded (CulpritLogPage *self)
{
  culprit_log_page_look_up_known (self);
  culprit_log_page_look_for_errors (self);
  g_signal_emit (self, signals[LOADED], 0);
  culprit_log_page_changed (self);
}

void
culprit_log_page_was_unreadable (CulpritLogPage *self,
                                 const GError   *error)
{
  g_signal_emit (self, signals[UNREADABLE], 0, error);
}

void
culprit_log_page_found_jobs (CulpritLogPage *self,
                             GPtrArray      *jobs)
{
  g_signal_emit (self, signals[JOBS_FOUND], 0, jobs);
}

void
culprit_log_page_update_tail (CulpritLogPage *self)
{
  gboolean was_updating = self->is_updating;

  self->is_updating = TRUE;
  g_object_set (self->view, "tail-lines", self->tail_lines, NULL);
  self->is_updating = was_updating;
}

void
culprit_log_page_set_tail_lines (CulpritLogPage *self,
                                 gint64          lines)
{
  if (lines == culprit_log_page_get_tail_lines (self))
    return;

  self->tail_lines = lines;
  self->has_chosen_tail = TRUE;
  culprit_log_page_update_tail (self);
  culprit_log_page_changed (self);
}

void
culprit_log_page_add_regions (CulpritLogPage *self,
                              GPtrArray      *regions)
{
  gpointer parts[] = {
    self->notice_bar, self->loading_revealer, self->known_notices, self->known_revealer, self->stepper_revealer,
    self->find_revealer, self->go_to_revealer, self->view, self->strip, self->pane_stack,
  };

  culprit_failures_pane_add_regions (self->failures_pane, regions);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    g_ptr_array_add (regions, parts[i]);
}

void
culprit_log_page_focus (CulpritLogPage *self)
{
  if (self->show_failures && self->selected >= 0)
    culprit_failures_pane_focus (self->failures_pane);
  else if (!gtk_widget_grab_focus (GTK_WIDGET (self->view)))
    gtk_widget_child_focus (GTK_WIDGET (self->pane_stack), GTK_DIR_TAB_FORWARD);
}

void
culprit_log_page_undo_reset (CulpritLogPage *self)
{
  culprit_issue_pane_undo_reset (self->issue_pane);
}
