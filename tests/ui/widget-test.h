/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

/* Starts the tests of widgets: as g_test_init(), and FALSE where there is no display, after it
 * has added a test that says so. */
gboolean    widget_test_init   (int    *argc,
                                char ***argv);

/* A window that holds CHILD, shown and laid out, with the actions of the main window that
 * CHILD's buttons want. */
GtkWindow  *widget_test_show   (GtkWidget *child,
                                int        width,
                                int        height);

/* Lets the main loop run for at least this long. */
void        widget_test_wait   (guint milliseconds);

/* Lets it run until CONDITION holds, and fails where that takes more than so many SECONDS. */
#define widget_test_until(condition, seconds) \
  G_STMT_START { \
    gint64 until_end = g_get_monotonic_time () + (seconds) * G_TIME_SPAN_SECOND; \
    while (!(condition)) { \
      g_assert_cmpint (g_get_monotonic_time (), <, until_end); \
      widget_test_wait (20); \
    } \
  } G_STMT_END

/* The first widget under ROOT of TYPE, with the CSS class where it is not NULL; it is visible. */
GtkWidget  *widget_test_find   (GtkWidget  *root,
                                GType       type,
                                const char *css_class);

/* How many there are. */
guint       widget_test_count  (GtkWidget  *root,
                                GType       type,
                                const char *css_class);

/* The visible label with this text, or NULL. */
GtkWidget  *widget_test_label  (GtkWidget  *root,
                                const char *text);

/* Whether it is there and none of it is cut. */
gboolean    widget_test_whole  (GtkWidget  *root,
                                const char *text);

/* The name that the last activated action of the window had, with its target: "copy-field 2";
 * "" where there was none since the last call (transfer full). */
char       *widget_test_action (void);
