/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "focus-order.h"

static int
find_focus (GtkWidget **parts,
            int         n)
{
  for (int i = 0; i < n; i++) {
    GtkRoot *root = gtk_widget_get_root (parts[i]);
    GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

    if (focus != NULL && (focus == parts[i] || gtk_widget_is_ancestor (focus, parts[i])))
      return i;
  }

  return -1;
}

gboolean
focus_order_move (GtkWidget **parts,
                  gboolean    is_forward)
{
  GtkDirectionType direction = is_forward ? GTK_DIR_TAB_FORWARD : GTK_DIR_TAB_BACKWARD;
  int n = 0;
  int at;

  while (parts[n] != NULL)
    n++;

  at = find_focus (parts, n);
  if (at < 0)
    at = is_forward ? 0 : n - 1;

  /* What has the keyboard may have more parts of its own. */
  for (; at >= 0 && at < n; at += is_forward ? 1 : -1)
    if (gtk_widget_child_focus (parts[at], direction))
      return TRUE;

  return FALSE;
}
