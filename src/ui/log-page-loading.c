/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How a page comes to its log. */

#include "config.h"

#include <glib/gi18n.h>

#include "settings.h"
#include "words.h"

#include "log-page-private.h"

/* How often to look at what is there: lines, in milliseconds, and for new ones where a log that
 * is followed rests; and what failed so far and how far it is, which costs more. */
#define LINES_INTERVAL    40
#define WAITING_INTERVAL  100
#define FINDINGS_INTERVAL (200 * G_TIME_SPAN_MILLISECOND)

/* What loads faster needs no bar that says so. */
#define BAR_DELAY (400 * G_TIME_SPAN_MILLISECOND)

static char *
dup_progress (CulpritLogPage *self,
              double         *ret_fraction)
{
  g_autofree char *read_size = NULL;
  g_autofree char *total_size = NULL;
  goffset n_read, n_total;

  job_log_get_progress (self->reading, &n_read, &n_total);
  read_size = g_format_size ((guint64) n_read);
  total_size = n_total > 0 ? g_format_size ((guint64) n_total) : NULL;
  *ret_fraction = n_total > 0 ? CLAMP ((double) n_read / n_total, 0, 1) : -1;

  if (self->remote != NULL)
    return culprit_log_page_dup_fetching (self, read_size, total_size);

  /* Translators: how far a log is loaded: "Loading x.log: 1.2 MB". */
  if (total_size == NULL)
    return g_strdup_printf (_("Loading %s: %s"), self->name, read_size);

  /* Translators: how far a log is loaded: "Loading x.log: 1.2 MB of 3.4 MB". */
  return g_strdup_printf (_("Loading %s: %s of %s"), self->name, read_size, total_size);
}

static void
show_progress (CulpritLogPage *self)
{
  gboolean has_lines = log_store_get_n_lines (job_log_get_store (self->log)) > 0;
  gboolean is_slow = g_get_monotonic_time () - self->load_started > BAR_DELAY;
  g_autofree char *text = NULL;
  g_autofree char *markup = NULL;
  double fraction;

  text = dup_progress (self, &fraction);
  if (fraction >= 0)
    gtk_progress_bar_set_fraction (self->progress_bar, fraction);
  else if (self->has_news || self->n_read == 0)
    gtk_progress_bar_pulse (self->progress_bar);

  markup = g_markup_escape_text (culprit_log_page_get_title (self), -1);
  adw_status_page_set_description (self->waiting_page, markup);
  gtk_label_set_text (self->loading_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->loading_spinner), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->progress_bar), TRUE);
  gtk_revealer_set_reveal_child (self->loading_revealer, has_lines && is_slow);
  gtk_stack_set_visible_child_name (self->stack, has_lines || !is_slow ? "log" : "waiting");
}

static void
show_findings (CulpritLogPage *self)
{
  culprit_failures_pane_set_known (self->failures_pane, NULL);
  culprit_failures_pane_update (self->failures_pane, self->log);

  if (!self->has_chosen && self->loaded->findings->failures->len > 0)
    g_object_set (self->failures_pane, "selected", 0, NULL);
  g_object_get (self->failures_pane, "selected", &self->selected, NULL);
  g_object_set (self->view, "selected-failure", self->selected, NULL);
  culprit_stepper_update (self->stepper, self->loaded->findings, self->selected);
  culprit_log_page_update_known (self);
  culprit_log_page_update_layout (self);
}

void
culprit_log_page_update_findings (CulpritLogPage *self)
{
  findings_unref (self->loaded->findings);
  self->loaded->findings = job_log_get_findings (self->log);
  job_facts_free (self->loaded->facts);
  self->loaded->facts = job_log_get_facts (self->log);

  self->is_updating = TRUE;
  show_findings (self);
  self->is_updating = FALSE;
}

/* Whether there is more than before. */
static gboolean
check_growth (CulpritLogPage *self)
{
  gint64 n_lines = log_store_get_n_lines (job_log_get_store (self->reading));
  guint64 n_published = job_log_get_n_published (self->reading);
  gboolean has_grown;
  goffset n_read, n_total;

  /* What failed is known some time after the bytes were read. */
  job_log_get_progress (self->reading, &n_read, &n_total);
  has_grown = n_read != self->n_read || n_lines != self->n_lines || n_published != self->n_published;
  self->n_read = n_read;
  self->n_lines = n_lines;
  self->n_published = n_published;
  if (has_grown && n_read > 0)
    culprit_log_page_end_wait (self);

  return has_grown;
}

static void
show_news (CulpritLogPage *self)
{
  /* A service tells of the job before its log comes. */
  gboolean has_news = self->has_news || (self->remote != NULL && self->n_read == 0);

  if (has_news && self->reading == self->log) {
    culprit_log_page_update_findings (self);
    culprit_log_page_look_up_known (self);
  }
  if (self->has_caught_up)
    culprit_log_page_show_following (self);
  else
    show_progress (self);
  culprit_log_page_remake_issue (self);

  self->has_news = FALSE;
  if (has_news)
    culprit_log_page_changed (self);
}

static gboolean
time_passed (gpointer user_data)
{
  CulpritLogPage *self = user_data;
  gint64 now = g_get_monotonic_time ();
  gboolean has_grown = check_growth (self);
  gboolean rests = self->has_caught_up && !has_grown;

  self->timeout_id = g_timeout_add (rests ? WAITING_INTERVAL : LINES_INTERVAL, time_passed, self);
  if (culprit_log_page_catch_up (self) || has_grown) {
    self->has_news = TRUE;
    culprit_log_view_update (self->view);
    culprit_log_page_go_to_wanted (self);
  }

  if (now - self->findings_updated >= FINDINGS_INTERVAL) {
    self->findings_updated = now;
    show_news (self);
  }

  return G_SOURCE_REMOVE;
}

void
culprit_log_page_clear_loading (CulpritLogPage *self)
{
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->timeout_id, g_source_remove);
  g_clear_pointer (&self->reading, job_log_unref);
  culprit_log_page_clear_following (self);
}

static void
use_profile (CulpritLogPage *self,
             const Profile  *profile)
{
  if (profile != NULL)
    culprit_log_view_set_line_prefix (self->view, profile_get_line_prefix (profile));
}

void
culprit_log_page_take_loaded (CulpritLogPage *self,
                              LoadedLog      *loaded)
{
  LoadedLog *before = self->loaded;

  culprit_log_page_bring_edits (self, loaded->issue);
  self->loaded = loaded;
  use_profile (self, loaded->profile);
  culprit_issue_pane_set_issue (self->issue_pane, loaded->issue);
  loaded_log_free (before);
}

static char *
dup_reason (const GError *error,
            const char   *name)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return g_strdup (_("loading was stopped"));
  if (g_error_matches (error, HTTP_ERROR, HTTP_ERROR_CUT)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_BROKEN_PIPE)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CONNECTION_CLOSED))
    return g_strdup (_("the connection broke"));

  return g_strdup (culprit_skip_name (error->message, name));
}

static char *
dup_cut_notice (CulpritLogPage *self,
                const GError   *error)
{
  gint64 n_lines = log_store_get_n_lines (job_log_get_store (self->log));
  g_autofree char *count = culprit_dup_count (n_lines);
  g_autofree char *reason = NULL;
  g_autofree char *size = NULL;
  goffset n_read, n_total;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    return g_strdup_printf (ngettext ("Disk is full: the first %s line is shown", "Disk is full: the first %s lines are shown",
                                      (gulong) n_lines), count);

  job_log_get_progress (self->log, &n_read, &n_total);
  reason = dup_reason (error, self->name);
  size = g_format_size ((guint64) n_read);

  /* Translators: name of the log, size, reason: "x.log was cut at 12.4 MB: the connection broke". */
  return g_strdup_printf (_("%s was cut at %s: %s"), self->name, size, reason);
}

/* For the reason that it has. */
static void
offer_retry (CulpritLogPage *self)
{
  if (self->uri != NULL)
    culprit_notice_bar_add (self->notice_bar, self->retry_text, _("_Try Again"), "win.open-again", g_variant_new_string (self->uri));
  else
    culprit_notice_bar_add (self->notice_bar, self->retry_text, NULL, NULL, NULL);
}

static void
show_cut (CulpritLogPage *self,
          const GError   *error)
{
  g_free (self->retry_text);
  self->retry_text = dup_cut_notice (self, error);
  offer_retry (self);
}

void
culprit_log_page_offer_again (CulpritLogPage *self)
{
  g_return_if_fail (CULPRIT_IS_LOG_PAGE (self));

  if (self->retry_text != NULL && !job_log_is_complete (self->log) && !culprit_notice_bar_has (self->notice_bar, self->retry_text))
    offer_retry (self);
}

gboolean
culprit_log_page_keep_unread (CulpritLogPage *self,
                              const GError   *error)
{
  gboolean is_here = self->remote == NULL && (self->file == NULL || g_file_is_native (self->file));

  if (self->place == NULL || is_here || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return FALSE;

  g_free (self->retry_text);
  self->retry_text = self->remote != NULL || g_str_has_prefix (error->message, self->name)
                     ? g_strdup (error->message) : g_strdup_printf (_("%s cannot be read: %s"), self->name, error->message);
  gtk_stack_set_visible_child_name (self->stack, "log");
  offer_retry (self);
  culprit_log_page_changed (self);

  return TRUE;
}

static void
show_all (CulpritLogPage *self)
{
  self->is_updating = TRUE;
  culprit_log_view_update (self->view);
  show_findings (self);
  culprit_log_page_select_kept (self);
  if (!self->has_chosen_tail && settings_get_tail_lines () == 0 && self->loaded->profile != NULL)
    self->tail_lines = profile_get_tail (self->loaded->profile);
  culprit_log_page_update_tail (self);
  self->is_updating = FALSE;

  gtk_stack_set_visible_child_name (self->stack, "log");
  self->goes_first = self->selected >= 0 || self->wanted_line > 0 || self->place != NULL;
  culprit_log_page_go_first (self);
}

static void
hide_progress (CulpritLogPage *self)
{
  culprit_log_page_leave (self, self->loading_revealer);
  gtk_widget_set_visible (GTK_WIDGET (self->progress_bar), FALSE);
  gtk_revealer_set_reveal_child (self->loading_revealer, FALSE);
}

/* What was shown before stays where nothing came to take its place. */
static void
keep_log (CulpritLogPage *self,
          const GError   *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    culprit_notice_bar_add (self->notice_bar, error->message, NULL, NULL, NULL);
  else if (!job_log_is_complete (self->log))
    show_cut (self, error);
  culprit_log_page_changed (self);
}

/* A rule that was too slow for this log, or broken. */
static void
tell_warnings (CulpritLogPage *self,
               Findings       *findings)
{
  for (guint i = 0; i < findings->warnings->len; i++)
    culprit_notice_bar_add (self->notice_bar, g_ptr_array_index (findings->warnings, i),
                            NULL, NULL, NULL);
}

static gboolean
take_result (CulpritLogPage *self,
             LoadedLog      *loaded)
{
  gboolean has_lines = log_store_get_n_lines (job_log_get_store (self->reading)) > 0;
  gboolean is_other = self->reading != self->log;

  if (!culprit_log_page_take_fetched (self, loaded)) {
    loaded_log_free (loaded);
    return FALSE;
  }
  if (loaded->error != NULL && (!has_lines || is_other)) {
    g_autoptr (GError) error = g_steal_pointer (&loaded->error);

    loaded_log_free (loaded);
    culprit_log_page_clear_loading (self);
    if (is_other)
      keep_log (self, error);
    else
      culprit_log_page_was_unreadable (self, error);
    return FALSE;
  }

  if (is_other) {
    culprit_log_page_take_reading (self);
    tell_warnings (self, loaded->findings);
  }
  culprit_log_page_take_loaded (self, loaded);

  return TRUE;
}

static void
log_was_read (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  CulpritLogPage *self = CULPRIT_LOG_PAGE (object);
  LoadedLog *loaded = log_loading_finish (result);

  /* The tab was closed meanwhile, or its log is read again. */
  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable) {
    loaded_log_free (loaded);
    return;
  }

  hide_progress (self);
  if (!take_result (self, loaded))
    return;

  show_all (self);
  culprit_log_page_clear_loading (self);
  if (loaded->error != NULL)
    show_cut (self, loaded->error);
  culprit_log_page_was_loaded (self);
}

static int
get_first_tail_lines (const Profile *profile)
{
  int lines = settings_get_tail_lines ();

  return lines == 0 && profile != NULL ? profile_get_tail (profile) : lines;
}

void
culprit_log_page_start_reading (CulpritLogPage *self,
                                LogSource      *source)
{
  g_autofree char *profile = settings_dup_profile ();
  LogOrigin origin = { self->file, source, self->remote, self->stop, self->flags, profile };

  culprit_log_page_take_stamp (self);
  self->cancellable = g_cancellable_new ();
  self->load_started = g_get_monotonic_time ();
  self->timeout_id = g_timeout_add (LINES_INTERVAL, time_passed, self);
  log_loading_start (self->reading, &origin, G_OBJECT (self), culprit_log_page_tell_wait,
                     self->cancellable, log_was_read, NULL);
  culprit_log_page_changed (self);
}

void
culprit_log_page_start_loading (CulpritLogPage *self,
                                LogSource      *source)
{
  g_autofree char *name = settings_dup_profile ();
  g_autoptr (Profile) profile = profile_load (name, NULL);
  g_autofree char *markup = g_markup_escape_text (self->name, -1);

  self->log = job_log_new (log_loading_get_context (), self->name);
  self->reading = job_log_ref (self->log);
  self->loaded = g_new0 (LoadedLog, 1);
  self->loaded->findings = findings_new ();
  self->loaded->facts = job_facts_new ();
  self->tail_lines = get_first_tail_lines (profile);

  adw_status_page_set_description (self->waiting_page, markup);
  culprit_log_view_set_log (self->view, self->log);
  use_profile (self, profile);
  culprit_log_page_update_tail (self);
  if (!self->is_put_off)
    culprit_log_page_start_reading (self, source);
}

static void
start_file (CulpritLogPage *self,
            GFile          *file)
{
  self->file = g_object_ref (file);
  self->uri = g_file_get_uri (file);
  self->name = g_file_get_basename (file);
  culprit_log_page_start_loading (self, NULL);
}

void
culprit_log_page_load_file (CulpritLogPage  *self,
                            GFile           *file,
                            JobLogReadFlags  flags)
{
  self->flags = flags;
  start_file (self, file);
}

void
culprit_log_page_follow_file (CulpritLogPage *self,
                              GFile          *file)
{
  self->stop = g_cancellable_new ();
  start_file (self, file);
}

void
culprit_log_page_load_source (CulpritLogPage *self,
                              LogSource      *source)
{
  self->name = g_strdup (source->name);
  g_set_object (&self->stop, source->stop);
  culprit_log_page_start_loading (self, source);
}

void
culprit_log_page_cancel (CulpritLogPage *self)
{
  if (!self->has_caught_up) {
    g_cancellable_cancel (self->cancellable);
    return;
  }

  /* What is in sight stays there when the issue is made. */
  self->has_chosen = TRUE;
  g_cancellable_cancel (self->stop);
  culprit_log_page_changed (self);
}

gboolean
culprit_log_page_is_loading (CulpritLogPage *self)
{
  return self->cancellable != NULL && !self->has_caught_up;
}
