/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What libraries lose that is told apart by nothing in the stack of its allocation, where they have no frame pointers: GTK
 * 4.18 the first of two motions of the pointer between which a Wayland compositor sends no end of a frame, libadwaita 1.7 what
 * it knows of the picture of each tab that is dragged, and the animation of an entry that was not at rest when its window was
 * closed. They are led here, since a program's own functions come first. */

#define _GNU_SOURCE

#include "config.h"

#include <adwaita.h>

#if defined (HAVE_ADDRESS_SANITIZER) && GTK_CHECK_VERSION (4, 10, 0)
#include <dlfcn.h>
#include <sanitizer/lsan_interface.h>
#include <string.h>

static gboolean
is_in_libadwaita (gconstpointer caller)
{
  Dl_info place;

  return dladdr (caller, &place) != 0 && strstr (place.dli_fname, "libadwaita") != NULL;
}

GTypeInstance *
g_type_create_instance (GType type)
{
  static GTypeInstance *(*create) (GType) = NULL;
  GTypeInstance *instance;

  if (create == NULL)
    create = dlsym (RTLD_NEXT, "g_type_create_instance");
  if (G_TYPE_FUNDAMENTAL (type) != GDK_TYPE_EVENT)
    return create (type);

  __lsan_disable ();
  instance = create (type);
  __lsan_enable ();

  return instance;
}

gpointer
g_atomic_rc_box_alloc0 (gsize size)
{
  static gpointer (*allocate) (gsize) = NULL;
  gpointer box;

  if (allocate == NULL)
    allocate = dlsym (RTLD_NEXT, "g_atomic_rc_box_alloc0");
  if (!is_in_libadwaita (__builtin_return_address (0)))
    return allocate (size);

  __lsan_disable ();
  box = allocate (size);
  __lsan_enable ();

  return box;
}

AdwAnimation *
adw_timed_animation_new (GtkWidget          *widget,
                         double              from,
                         double              to,
                         guint               duration,
                         AdwAnimationTarget *target)
{
  static AdwAnimation *(*make) (GtkWidget *, double, double, guint, AdwAnimationTarget *) = NULL;
  AdwAnimation *animation;

  if (make == NULL)
    make = dlsym (RTLD_NEXT, "adw_timed_animation_new");
  if (!is_in_libadwaita (__builtin_return_address (0)))
    return make (widget, from, to, duration, target);

  __lsan_disable ();
  animation = make (widget, from, to, duration, target);
  __lsan_enable ();

  return animation;
}
#endif
