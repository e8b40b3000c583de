/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How the user goes to a line of a page's log by its number. */

#include "config.h"

#include "log-page-private.h"

static void
update_lines (CulpritLogPage *self)
{
  if (self->log != NULL && gtk_revealer_get_reveal_child (self->go_to_revealer))
    culprit_go_to_bar_set_lines (self->go_to_bar, culprit_log_view_get_cursor_line (self->view),
                                 log_store_get_n_lines (job_log_get_store (self->log)));
}

static void
closed (CulpritLogPage *self)
{
  gtk_revealer_set_reveal_child (self->go_to_revealer, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
chosen (CulpritLogPage *self,
        gint64          line)
{
  self->has_chosen = TRUE;
  culprit_log_view_go_to_line (self->view, line);
  closed (self);
}

void
culprit_log_page_connect_going (CulpritLogPage *self)
{
  g_signal_connect_swapped (self->go_to_bar, "chosen", G_CALLBACK (chosen), self);
  g_signal_connect_swapped (self->go_to_bar, "closed", G_CALLBACK (closed), self);
  g_signal_connect_swapped (self->view, "updated", G_CALLBACK (update_lines), self);
}

void
culprit_log_page_start_going (CulpritLogPage *self)
{
  /* What covers the log covers the bar. */
  if (self->width_class < WIDTH_WIDE)
    g_object_set (self, "show-issue", FALSE, "show-history", FALSE, "show-failures", FALSE, NULL);

  gtk_revealer_set_reveal_child (self->go_to_revealer, TRUE);
  update_lines (self);
  culprit_go_to_bar_start (self->go_to_bar);
}
