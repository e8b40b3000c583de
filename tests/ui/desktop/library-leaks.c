/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What libraries lose that is told apart by nothing in the stack of its allocation, where they have no frame pointers: GTK
 * 4.18 the first of two motions of the pointer between which a Wayland compositor sends no end of a frame, libadwaita 1.7 what
 * it knows of the picture of each tab that is dragged. They are led here, since a program's own functions come first. */

#define _GNU_SOURCE

#include "config.h"

#include <gtk/gtk.h>

#if defined (HAVE_ADDRESS_SANITIZER) && GTK_CHECK_VERSION (4, 10, 0)
#include <dlfcn.h>
#include <sanitizer/lsan_interface.h>
#include <string.h>

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
  Dl_info caller;
  gpointer box;

  if (allocate == NULL)
    allocate = dlsym (RTLD_NEXT, "g_atomic_rc_box_alloc0");
  if (dladdr (__builtin_return_address (0), &caller) == 0 || strstr (caller.dli_fname, "libadwaita") == NULL)
    return allocate (size);

  __lsan_disable ();
  box = allocate (size);
  __lsan_enable ();

  return box;
}
#endif
