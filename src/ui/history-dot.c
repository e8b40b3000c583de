/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <inttypes.h>

#include "history-dot.h"

#define WIDTH        14
#define HEIGHT       20
#define SIZE         10
#define SHORT_COMMIT 7

struct _CulpritHistoryDot {
  GtkWidget       parent_instance;

  HistoryOutcome  outcome;
  gboolean        is_first_bad;
};

G_DEFINE_FINAL_TYPE (CulpritHistoryDot, culprit_history_dot, GTK_TYPE_WIDGET)

static void
set_color (CulpritHistoryDot *self,
           cairo_t           *cr,
           const char        *name)
{
  GdkRGBA color = { .5, .5, .5, 1 };

  gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)), name, &color);
  gdk_cairo_set_source_rgba (cr, &color);
}

static void
draw_circle (cairo_t *cr,
             double   x,
             double   y,
             double   radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
}

static void
draw_cross (cairo_t *cr,
            double   x,
            double   y)
{
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_set_line_width (cr, 1.5);
  cairo_move_to (cr, x - 2, y - 2);
  cairo_line_to (cr, x + 2, y + 2);
  cairo_move_to (cr, x + 2, y - 2);
  cairo_line_to (cr, x - 2, y + 2);
  cairo_stroke (cr);
}

static void
draw_mark (cairo_t *cr,
           double   x,
           double   y)
{
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, x + 3.5, y + 4);
  cairo_line_to (cr, x - 3.5, y + 4);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
culprit_history_dot_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  CulpritHistoryDot *self = CULPRIT_HISTORY_DOT (widget);
  int width = gtk_widget_get_width (widget);
  double x = width / 2.0;
  double y = SIZE / 2.0 + 2;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, gtk_widget_get_height (widget)));

  if (self->outcome == HISTORY_GOOD) {
    set_color (self, cr, "history_passed");
    draw_circle (cr, x, y, SIZE / 2.0);
    cairo_fill (cr);
  } else if (self->outcome == HISTORY_BAD) {
    set_color (self, cr, "history_failed");
    cairo_rectangle (cr, x - SIZE / 2.0, y - SIZE / 2.0, SIZE, SIZE);
    cairo_fill (cr);
    if (self->is_first_bad)
      draw_mark (cr, x, y + SIZE / 2.0 + 2);
    draw_cross (cr, x, y);
  } else {
    set_color (self, cr, "history_none");
    cairo_set_line_width (cr, 1.5);
    draw_circle (cr, x, y, SIZE / 2.0 - 1);
    cairo_stroke (cr);
  }
  cairo_destroy (cr);
}

static void
culprit_history_dot_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
}

static void
culprit_history_dot_class_init (CulpritHistoryDotClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = culprit_history_dot_snapshot;
  widget_class->measure = culprit_history_dot_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
culprit_history_dot_init (CulpritHistoryDot *self)
{
}

GtkWidget *
culprit_history_dot_new (HistoryOutcome outcome,
                         gboolean       is_first_bad)
{
  CulpritHistoryDot *self = g_object_new (CULPRIT_TYPE_HISTORY_DOT, NULL);

  self->outcome = outcome;
  self->is_first_bad = is_first_bad;

  return GTK_WIDGET (self);
}

char *
culprit_history_dot_dup_time (gint64 seconds)
{
  g_autoptr (GDateTime) time = seconds > 0 ? g_date_time_new_from_unix_local (seconds) : NULL;

  /* Translators: a day and a time, as g_date_time_format() has it: "5 May 08:31" */
  return time != NULL ? g_date_time_format (time, _("%-e %b %H:%M")) : g_strdup ("");
}

char *
culprit_history_dot_dup_commit (const HistoryBuild *build)
{
  return g_utf8_substring (build->commit, 0, MIN (g_utf8_strlen (build->commit, -1), SHORT_COMMIT));
}

char *
culprit_history_dot_dup_words (const HistoryBuild *build,
                               HistoryOutcome      outcome,
                               gboolean            is_first_bad)
{
  g_autofree char *time = culprit_history_dot_dup_time (build->finished_at);
  g_autofree char *commit = culprit_history_dot_dup_commit (build);
  GString *words = g_string_new (NULL);

  if (build->number > 0)
    g_string_append_printf (words, _("Build %" PRId64), build->number);
  else
    g_string_append (words, _("Build"));
  g_string_append_printf (words, ", %s", outcome == HISTORY_GOOD ? _("passed") : outcome == HISTORY_BAD ? _("failed") : _("no outcome"));
  if (is_first_bad)
    g_string_append_printf (words, ", %s", _("first bad"));
  if (*commit != '\0')
    g_string_append_printf (words, ", %s", commit);
  if (*time != '\0')
    g_string_append_printf (words, ", %s", time);

  return g_string_free (words, FALSE);
}
