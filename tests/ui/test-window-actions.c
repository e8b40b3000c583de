/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "widget-test.h"
#include "window-test.h"

/* What was given to the desktop last, or NULL. */
static char *shown;

/* Takes the place of GLib's: nothing is opened. */
void
g_app_info_launch_default_for_uri_async (const char          *uri,
                                         GAppLaunchContext   *context,
                                         GCancellable        *cancellable,
                                         GAsyncReadyCallback  callback,
                                         gpointer             data)
{
  g_free (shown);
  shown = g_strdup (uri);
  g_object_unref (data);
}

static void
test_opens_pages_only (void)
{
  const char *others[] = {
    "file:///etc/passwd", "smb://quill.example/share", "mailto:alice@quill.example", "javascript:1", "https://", "/etc", "",
  };
  CulpritWindow *window = window_test_new ();

  for (guint i = 0; i < G_N_ELEMENTS (others); i++) {
    window_test_activate (window, "open-link", g_variant_new_string (others[i]));
    g_assert_null (shown);
  }
  window_test_activate (window, "open-link", g_variant_new_string ("https://quill.example/issues/7"));
  g_assert_cmpstr (shown, ==, "https://quill.example/issues/7");
  g_clear_pointer (&shown, g_free);

  window_test_end (window);
}

int
main (int    argc,
      char **argv)
{
  if (widget_test_init (&argc, &argv))
    g_test_add_func ("/window-actions/opens-pages-only", test_opens_pages_only);

  return g_test_run ();
}
