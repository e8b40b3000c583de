/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "log-view-private.h"
#include "log-view-tail-edge.h"
#include "settings.h"

#define ZOOM_LEAST         0.5
#define ZOOM_MOST          3.0
#define MOST_CONTEXT       1000
#define LEAST_WIDTH        160
#define LEAST_HEIGHT       96

enum {
  PROP_TAIL_LINES = 1,
  PROP_SELECTED_FAILURE,
  PROP_HAS_SELECTION,
  PROP_ZOOM,
  PROP_NARROW,
  PROP_WRAP,
  PROP_FIT_RULERS,
  PROP_SHORT_PREFIXES,
  PROP_ONLY_MATCHING,
  PROP_CONTEXT,
  PROP_LOG_COLOURS,
  PROP_LINE_TIMES,
  N_PROPERTIES,
  PROP_HADJUSTMENT = N_PROPERTIES,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

enum {
  FAILURE_PICKED,
  CAUSE_PICKED,
  UPDATED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (CulpritLogView, culprit_log_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL)
                               log_view_implement_accessible_text (g_define_type_id);)

void
log_view_set_selected (CulpritLogView *self,
                       int             index)
{
  if (self->selected_failure == index)
    return;

  self->selected_failure = index;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED_FAILURE]);
}

static void
set_narrow (CulpritLogView *self,
            gboolean        narrow)
{
  if (self->narrow == narrow)
    return;

  self->narrow = narrow;
  log_view_forget_rows (self);
  log_view_configure (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

static void
load_palette (CulpritLogView *self)
{
  log_palette_load (&self->palette, GTK_WIDGET (self), self->log_colours);
  log_view_forget_rows (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
set_log_colours (CulpritLogView *self,
                 gboolean        log_colours)
{
  if (self->log_colours == log_colours)
    return;

  self->log_colours = log_colours;
  load_palette (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOG_COLOURS]);
}

/* The line on top stays there. */
static void
update_font (CulpritLogView *self,
             gboolean        force)
{
  LogViewAnchor anchor = log_view_get_top_anchor (self);
  double row_height = self->font.row_height;
  double cell = self->font.cell;

  if (!log_font_update (&self->font, GTK_WIDGET (self), force))
    return;

  log_view_forget_rows (self);
  self->text_width *= self->font.cell / cell;
  log_view_update_times (self);
  anchor.offset *= self->font.row_height / MAX (row_height, 1);
  log_view_restore_anchor (self, anchor);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
log_view_set_zoom (CulpritLogView *self,
                   double          zoom)
{
  zoom = CLAMP (zoom, ZOOM_LEAST, ZOOM_MOST);
  if (self->font.zoom == zoom)
    return;

  self->font.zoom = zoom;
  update_font (self, TRUE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
}

void
log_view_pick_failure (CulpritLogView *self,
                       int             index,
                       gboolean        cause)
{
  g_signal_emit (self, signals[cause ? CAUSE_PICKED : FAILURE_PICKED], 0, index);
}

static void
culprit_log_view_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? LEAST_WIDTH : LEAST_HEIGHT;
  *natural = *minimum;
}

static void
culprit_log_view_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  CulpritLogView *self = CULPRIT_LOG_VIEW (widget);

  log_view_configure (self);
  log_view_allocate_tail (self);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
culprit_log_view_css_changed (GtkWidget         *widget,
                              GtkCssStyleChange *change)
{
  CulpritLogView *self = CULPRIT_LOG_VIEW (widget);

  GTK_WIDGET_CLASS (culprit_log_view_parent_class)->css_changed (widget, change);

  load_palette (self);
  update_font (self, FALSE);
}

static void
culprit_log_view_system_setting_changed (GtkWidget        *widget,
                                         GtkSystemSetting  setting)
{
  GTK_WIDGET_CLASS (culprit_log_view_parent_class)->system_setting_changed (widget, setting);

  update_font (CULPRIT_LOG_VIEW (widget), TRUE);
}

static void
culprit_log_view_set_property (GObject      *object,
                               guint         property_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  CulpritLogView *self = CULPRIT_LOG_VIEW (object);

  switch (property_id) {
    case PROP_TAIL_LINES:
      log_view_set_tail_lines (self, g_value_get_int64 (value));
      break;
    case PROP_SELECTED_FAILURE:
      log_view_set_selected (self, g_value_get_int (value));
      break;
    case PROP_ZOOM:
      log_view_set_zoom (self, g_value_get_double (value));
      break;
    case PROP_NARROW:
      set_narrow (self, g_value_get_boolean (value));
      break;
    case PROP_FIT_RULERS:
      log_view_set_fit_rulers (self, g_value_get_boolean (value));
      break;
    case PROP_SHORT_PREFIXES:
      log_view_set_short_prefixes (self, g_value_get_boolean (value));
      break;
    case PROP_WRAP:
      log_view_set_wraps (self, g_value_get_boolean (value));
      break;
    case PROP_ONLY_MATCHING:
      log_view_set_only_matching (self, g_value_get_boolean (value));
      break;
    case PROP_CONTEXT:
      log_view_set_context (self, g_value_get_int (value));
      break;
    case PROP_LOG_COLOURS:
      set_log_colours (self, g_value_get_boolean (value));
      break;
    case PROP_LINE_TIMES:
      log_view_set_line_times (self, log_times_kind_from_string (g_value_get_string (value)));
      break;
    case PROP_HADJUSTMENT:
      log_view_set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      log_view_set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->hscroll_policy = g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->vscroll_policy = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
culprit_log_view_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  CulpritLogView *self = CULPRIT_LOG_VIEW (object);

  switch (property_id) {
    case PROP_TAIL_LINES:
      g_value_set_int64 (value, self->tail_lines);
      break;
    case PROP_SELECTED_FAILURE:
      g_value_set_int (value, self->selected_failure);
      break;
    case PROP_HAS_SELECTION:
      g_value_set_boolean (value, !log_selection_is_empty (&self->selection));
      break;
    case PROP_ZOOM:
      g_value_set_double (value, self->font.zoom);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    case PROP_FIT_RULERS:
      g_value_set_boolean (value, self->text.fits);
      break;
    case PROP_SHORT_PREFIXES:
      g_value_set_boolean (value, self->short_prefixes);
      break;
    case PROP_WRAP:
      g_value_set_boolean (value, self->wraps);
      break;
    case PROP_ONLY_MATCHING:
      g_value_set_boolean (value, self->only_matching);
      break;
    case PROP_CONTEXT:
      g_value_set_int (value, self->context);
      break;
    case PROP_LOG_COLOURS:
      g_value_set_boolean (value, self->log_colours);
      break;
    case PROP_LINE_TIMES:
      g_value_set_string (value, log_times_kind_to_string (self->line_times));
      break;
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->hadjustment);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->vadjustment);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->hscroll_policy);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->vscroll_policy);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
culprit_log_view_dispose (GObject *object)
{
  CulpritLogView *self = CULPRIT_LOG_VIEW (object);

  log_view_stop_dragging (self);
  log_view_dispose_scrolling (self);
  log_view_drop_log (self);
  log_view_dispose_rows (self);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->tail_edge, gtk_widget_unparent);

  G_OBJECT_CLASS (culprit_log_view_parent_class)->dispose (object);
}

static void
culprit_log_view_finalize (GObject *object)
{
  CulpritLogView *self = CULPRIT_LOG_VIEW (object);

  g_ptr_array_unref (self->found);
  log_times_clear (&self->times);
  log_text_clear (&self->text);
  log_text_clear (&self->measured);
  log_rows_free (self->line_rows);
  g_hash_table_unref (self->folds);
  log_font_clear (&self->font);
  g_clear_pointer (&self->line_prefix, g_regex_unref);

  G_OBJECT_CLASS (culprit_log_view_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_TAIL_LINES] = g_param_spec_int64 ("tail-lines", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_SELECTED_FAILURE] = g_param_spec_int ("selected-failure", NULL, NULL,
                                                        -1, G_MAXINT, -1, flags);
  properties[PROP_HAS_SELECTION] = g_param_spec_boolean ("has-selection", NULL, NULL, FALSE,
                                                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, ZOOM_LEAST, ZOOM_MOST, 1, flags);
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags);
  properties[PROP_FIT_RULERS] = g_param_spec_boolean ("fit-rulers", NULL, NULL, TRUE, flags);
  properties[PROP_SHORT_PREFIXES] = g_param_spec_boolean ("short-prefixes", NULL, NULL, TRUE, flags);
  properties[PROP_WRAP] = g_param_spec_boolean ("wrap", NULL, NULL, FALSE, flags);
  properties[PROP_ONLY_MATCHING] = g_param_spec_boolean ("only-matching", NULL, NULL, FALSE, flags);
  properties[PROP_CONTEXT] = g_param_spec_int ("context", NULL, NULL, 0, MOST_CONTEXT, 0, flags);
  properties[PROP_LOG_COLOURS] = g_param_spec_boolean ("log-colours", NULL, NULL, TRUE, flags);
  properties[PROP_LINE_TIMES] = g_param_spec_string ("line-times", NULL, NULL, "none", flags);
  g_object_class_install_properties (klass, N_PROPERTIES, properties);

  g_object_class_override_property (klass, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (klass, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (klass, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (klass, PROP_VSCROLL_POLICY, "vscroll-policy");
}

static guint
install_signal (GType       type,
                const char *name,
                guint       n_parameters)
{
  return g_signal_new (name, type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, n_parameters, G_TYPE_INT);
}

static void
culprit_log_view_class_init (CulpritLogViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->set_property = culprit_log_view_set_property;
  object_class->get_property = culprit_log_view_get_property;
  object_class->dispose = culprit_log_view_dispose;
  object_class->finalize = culprit_log_view_finalize;
  widget_class->measure = culprit_log_view_measure;
  widget_class->size_allocate = culprit_log_view_size_allocate;
  widget_class->snapshot = log_view_snapshot;
  widget_class->css_changed = culprit_log_view_css_changed;
  widget_class->system_setting_changed = culprit_log_view_system_setting_changed;

  install_properties (object_class);
  signals[FAILURE_PICKED] = install_signal (type, "failure-picked", 1);
  signals[CAUSE_PICKED] = install_signal (type, "cause-picked", 1);
  signals[UPDATED] = install_signal (type, "updated", 0);

  log_view_class_add_actions (widget_class);
  log_view_class_add_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "logview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TEXT_BOX);
}

static void
got_font (CulpritLogView *self)
{
  update_font (self, TRUE);
}

static void
tail_edge_moved (CulpritLogView *self,
                 gint64          lines)
{
  gint64 now = MIN (self->tail_lines, self->n_lines);

  log_view_set_tail_lines (self, CLAMP (now + lines, 0, self->n_lines));
  log_view_reveal_line (self, MIN (log_view_get_tail_start (self), self->n_lines));
}

static void
culprit_log_view_init (CulpritLogView *self)
{
  self->found = g_ptr_array_new ();
  self->selected_failure = -1;
  self->log_colours = TRUE;
  log_times_init (&self->times);
  log_font_init (&self->font);
  self->short_prefixes = TRUE;
  log_text_init (&self->text, &self->font);
  log_text_init (&self->measured, &self->font);
  self->line_rows = log_rows_new ();
  self->folds = g_hash_table_new (NULL, NULL);
  log_font_update (&self->font, GTK_WIDGET (self), TRUE);
  log_view_drop_log (self);
  if (self->font.settings != NULL)
    g_signal_connect_object (self->font.settings, "changed::monospace-font-name",
                             G_CALLBACK (got_font), self, G_CONNECT_SWAPPED);
  if (settings_get () != NULL)
    g_signal_connect_object (settings_get (), "changed::log-font", G_CALLBACK (got_font), self, G_CONNECT_SWAPPED);

  self->tail_edge = culprit_log_view_tail_edge_new (&self->font, &self->palette);
  gtk_widget_set_parent (self->tail_edge, GTK_WIDGET (self));
  g_signal_connect_swapped (self->tail_edge, "moved", G_CALLBACK (tail_edge_moved), self);

  log_view_add_controllers (self);
  log_view_add_drag_source (self);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  log_shape_follow_focus (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "log.copy", FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Log"),
                                  GTK_ACCESSIBLE_PROPERTY_MULTI_LINE, TRUE,
                                  GTK_ACCESSIBLE_PROPERTY_READ_ONLY, TRUE,
                                  -1);
}

GtkWidget *
culprit_log_view_new (void)
{
  return g_object_new (CULPRIT_TYPE_LOG_VIEW, NULL);
}

void
log_view_emit_updated (CulpritLogView *self)
{
  g_signal_emit (self, signals[UPDATED], 0);
}
