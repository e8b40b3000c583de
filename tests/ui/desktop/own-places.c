/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Where a widget is in its parent, as the accessibility bus is told. GTK 4.18 tells it without the padding and the border of the
 * parent, and a place in the window, which is the sum, lacks those of all that it is in. The linker leads the call of
 * control_names_init() here, before any widget is made. */

#include "config.h"

#include <math.h>

#include "control-names.h"

void __real_control_names_init (void);
void __wrap_control_names_init (void);

#if GTK_CHECK_VERSION (4, 10, 0)
static gboolean
get_bounds (GtkAccessible *accessible,
            int           *x,
            int           *y,
            int           *width,
            int           *height)
{
  GtkWidget *widget = GTK_WIDGET (accessible);
  GtkWidget *parent = gtk_widget_get_parent (widget);
  graphene_rect_t own = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  graphene_rect_t outer = GRAPHENE_RECT_INIT (0, 0, 0, 0);

  if (!gtk_widget_get_realized (widget))
    return FALSE;

  if (parent != NULL && !gtk_widget_compute_bounds (widget, parent, &own))
    own.size = outer.size;
  /* A window is told of without its frame. */
  if (parent != NULL && !GTK_IS_ROOT (parent) && !gtk_widget_compute_bounds (parent, parent, &outer))
    outer = own;

  *x = floorf (own.origin.x - outer.origin.x);
  *y = floorf (own.origin.y - outer.origin.y);
  *width = ceilf (own.size.width);
  *height = ceilf (own.size.height);

  return TRUE;
}

static void
tell_true_places (void)
{
  GTypeClass *widget_class = g_type_class_ref (GTK_TYPE_WIDGET);
  GtkAccessibleInterface *accessible = g_type_interface_peek (widget_class, g_type_from_name ("GtkAccessible"));

  accessible->get_bounds = get_bounds;
  g_type_class_unref (widget_class);
}
#endif

void
__wrap_control_names_init (void)
{
#if GTK_CHECK_VERSION (4, 10, 0)
  tell_true_places ();
#endif
  __real_control_names_init ();
}
