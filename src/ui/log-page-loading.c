/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How a page comes to its log. */

#include "config.h"

#include <glib/gi18n.h>

#include "settings.h"

#include "log-page-private.h"

/* How often to look at what is there: lines, in milliseconds; and what failed so far and how
 * far it is, which costs more. */
#define LINES_INTERVAL    40
#define FINDINGS_INTERVAL (200 * G_TIME_SPAN_MILLISECOND)

/* What loads faster needs no bar that says so. */
#define BAR_DELAY (400 * G_TIME_SPAN_MILLISECOND)

static void
show_progress (CulpritLogPage *self)
{
  gboolean has_lines = log_store_get_n_lines (job_log_get_store (self->log)) > 0;
  gboolean is_slow = g_get_monotonic_time () - self->load_started > BAR_DELAY;
  g_autofree char *read_size = NULL;
  g_autofree char *text = NULL;
  goffset n_read, n_total;

  job_log_get_progress (self->log, &n_read, &n_total);
  read_size = g_format_size ((guint64) n_read);

  if (n_total > 0) {
    g_autofree char *total_size = g_format_size ((guint64) n_total);

    /* Translators: how far a log is loaded: "Loading x.log: 1.2 MB of 3.4 MB". */
    text = g_strdup_printf (_("Loading %s: %s of %s"), self->name, read_size, total_size);
    gtk_progress_bar_set_fraction (self->progress_bar, CLAMP ((double) n_read / n_total, 0, 1));
  } else {
    /* Translators: how far a log is loaded: "Loading x.log: 1.2 MB". */
    text = g_strdup_printf (_("Loading %s: %s"), self->name, read_size);
    gtk_progress_bar_pulse (self->progress_bar);
  }

  gtk_label_set_text (self->loading_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->progress_bar), TRUE);
  gtk_revealer_set_reveal_child (self->loading_revealer, has_lines && is_slow);
  gtk_stack_set_visible_child_name (self->stack, has_lines || !is_slow ? "log" : "waiting");
}

static void
show_findings (CulpritLogPage *self)
{
  culprit_failures_pane_update (self->failures_pane, self->log);

  if (!self->has_chosen && self->loaded->findings->failures->len > 0)
    g_object_set (self->failures_pane, "selected", 0, NULL);
  g_object_get (self->failures_pane, "selected", &self->selected, NULL);
  g_object_set (self->view, "selected-failure", self->selected, NULL);
  culprit_stepper_update (self->stepper, self->loaded->findings, self->selected);
  culprit_log_page_update_layout (self);
}

static void
update_findings (CulpritLogPage *self)
{
  findings_unref (self->loaded->findings);
  self->loaded->findings = job_log_get_findings (self->log);
  job_facts_free (self->loaded->facts);
  self->loaded->facts = job_log_get_facts (self->log);

  self->is_updating = TRUE;
  show_findings (self);
  self->is_updating = FALSE;
}

static gboolean
time_passed (gpointer user_data)
{
  CulpritLogPage *self = user_data;
  gint64 now = g_get_monotonic_time ();

  culprit_log_view_update (self->view);

  if (now - self->findings_updated >= FINDINGS_INTERVAL) {
    self->findings_updated = now;
    update_findings (self);
    show_progress (self);
    culprit_log_page_changed (self);
  }

  return G_SOURCE_CONTINUE;
}

void
culprit_log_page_clear_loading (CulpritLogPage *self)
{
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->timeout_id, g_source_remove);
}

static char *
dup_reason (const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return g_strdup (_("loading was stopped"));
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_BROKEN_PIPE)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CONNECTION_CLOSED))
    return g_strdup (_("the connection broke"));

  return g_strdup (error->message);
}

static char *
dup_cut_notice (CulpritLogPage *self,
                const GError   *error)
{
  gint64 n_lines = log_store_get_n_lines (job_log_get_store (self->log));
  g_autofree char *reason = NULL;
  g_autofree char *size = NULL;
  goffset n_read, n_total;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         "Disk is full: the first %'" G_GINT64_FORMAT " line is shown",
                                         "Disk is full: the first %'" G_GINT64_FORMAT " lines are shown",
                                         (gulong) n_lines), n_lines);

  job_log_get_progress (self->log, &n_read, &n_total);
  reason = dup_reason (error);
  size = g_format_size ((guint64) n_read);

  /* Translators: name of the log, size, reason: "x.log was cut at 12.4 MB: the connection broke". */
  return g_strdup_printf (_("%s was cut at %s: %s"), self->name, size, reason);
}

static void
show_cut (CulpritLogPage *self,
          const GError   *error)
{
  g_autofree char *text = dup_cut_notice (self, error);
  g_autofree char *uri = self->file != NULL ? g_file_get_uri (self->file) : NULL;

  if (uri != NULL)
    culprit_notice_bar_add (self->notice_bar, text, _("_Try Again"), "win.open-again",
                            g_variant_new_string (uri));
  else
    culprit_notice_bar_add (self->notice_bar, text, NULL, NULL, NULL);
}

static gboolean
show_first_failure (GtkWidget     *widget,
                    GdkFrameClock *clock,
                    gpointer       user_data)
{
  CulpritLogPage *self = CULPRIT_LOG_PAGE (widget);

  if (gtk_widget_get_height (GTK_WIDGET (self->view)) == 0)
    return G_SOURCE_CONTINUE;

  if (!self->has_chosen)
    culprit_log_view_show_failure (self->view, self->selected);

  return G_SOURCE_REMOVE;
}

static void
show_all (CulpritLogPage *self)
{
  self->is_updating = TRUE;
  culprit_log_view_update (self->view);
  show_findings (self);
  if (!self->has_chosen_tail && settings_get_tail_lines () == 0 && self->loaded->profile != NULL)
    self->tail_lines = profile_get_tail (self->loaded->profile);
  culprit_log_page_update_tail (self);
  culprit_issue_pane_set_issue (self->issue_pane, self->loaded->issue);
  self->is_updating = FALSE;

  gtk_stack_set_visible_child_name (self->stack, "log");
  /* As soon as the view knows how high it is, which in a tab that is behind may take a while. */
  if (self->selected >= 0)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), show_first_failure, NULL, NULL);
}

static void
log_was_read (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  CulpritLogPage *self = CULPRIT_LOG_PAGE (object);
  LoadedLog *loaded = log_loading_finish (result);

  /* The tab was closed meanwhile. */
  if (self->cancellable == NULL) {
    loaded_log_free (loaded);
    return;
  }

  g_clear_pointer (&self->loaded, loaded_log_free);
  self->loaded = loaded;
  culprit_log_page_clear_loading (self);
  gtk_widget_set_visible (GTK_WIDGET (self->progress_bar), FALSE);
  gtk_revealer_set_reveal_child (self->loading_revealer, FALSE);

  if (log_store_get_n_lines (job_log_get_store (self->log)) == 0 && loaded->error != NULL) {
    culprit_log_page_was_unreadable (self, loaded->error);
    return;
  }

  show_all (self);
  if (loaded->error != NULL)
    show_cut (self, loaded->error);
  culprit_log_page_was_loaded (self);
}

static int
get_first_tail_lines (const char *profile_name)
{
  g_autoptr (Profile) profile = profile_load (profile_name, NULL);
  int lines = settings_get_tail_lines ();

  if (lines == 0 && profile != NULL)
    lines = profile_get_tail (profile);

  return lines;
}

static void
start (CulpritLogPage  *self,
       LogSource       *source,
       JobLogReadFlags  flags)
{
  g_autofree char *profile = settings_dup_profile ();
  g_autofree char *markup = g_markup_escape_text (self->name, -1);

  self->log = job_log_new (log_loading_get_context (), self->name);
  self->loaded = g_new0 (LoadedLog, 1);
  self->loaded->findings = findings_new ();
  self->loaded->facts = job_facts_new ();
  self->cancellable = g_cancellable_new ();
  self->load_started = g_get_monotonic_time ();
  self->tail_lines = get_first_tail_lines (profile);
  self->timeout_id = g_timeout_add (LINES_INTERVAL, time_passed, self);

  adw_status_page_set_description (self->waiting_page, markup);
  culprit_log_view_set_log (self->view, self->log);
  culprit_log_page_update_tail (self);
  log_loading_start (self->log, self->file, source, flags, profile, G_OBJECT (self),
                     self->cancellable, log_was_read, NULL);
  culprit_log_page_changed (self);
}

void
culprit_log_page_load_file (CulpritLogPage  *self,
                            GFile           *file,
                            JobLogReadFlags  flags)
{
  self->file = g_object_ref (file);
  self->name = g_file_get_basename (file);
  start (self, NULL, flags);
}

void
culprit_log_page_load_source (CulpritLogPage *self,
                              LogSource      *source)
{
  self->name = g_strdup (source->name);
  start (self, source, JOB_LOG_READ_DEFAULT);
}

void
culprit_log_page_cancel (CulpritLogPage *self)
{
  g_cancellable_cancel (self->cancellable);
}

gboolean
culprit_log_page_is_loading (CulpritLogPage *self)
{
  return self->cancellable != NULL;
}
