/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "job-row.h"
#include "native-dialog.h"

#include "job-chooser.h"

#define WIDTH        480
#define HEIGHT       600
#define MANY_JOBS    10       /* so many need no filter */

struct _CulpritJobChooser {
  AdwWindow       parent_instance;

  AdwWindowTitle *title;
  GtkButton      *all_button;
  GtkButton      *more_button;
  GtkButton      *open_button;
  GtkEditable    *search_entry;
  GtkListBox     *list;

  GPtrArray      *rows;         /* of CulpritJobRow, borrowed from the list, in its order */
  gboolean        shows_all;    /* those that did not fail, too */
};

enum {
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CulpritJobChooser, culprit_job_chooser, ADW_TYPE_WINDOW)

static gboolean
is_listed (CulpritJobChooser *self,
           CulpritJobRow     *row)
{
  return self->shows_all || culprit_job_row_has_failed (row);
}

static gboolean
is_shown (GtkListBoxRow *row,
          gpointer       user_data)
{
  CulpritJobChooser *self = user_data;

  return is_listed (self, CULPRIT_JOB_ROW (row))
         && culprit_job_row_matches (CULPRIT_JOB_ROW (row), gtk_editable_get_text (self->search_entry));
}

static guint
count_chosen (CulpritJobChooser *self)
{
  guint n_chosen = 0;

  for (guint i = 0; i < self->rows->len; i++)
    if (culprit_job_row_is_chosen (g_ptr_array_index (self->rows, i)))
      n_chosen++;

  return n_chosen;
}

static guint
count_listed (CulpritJobChooser *self)
{
  guint n_listed = 0;

  for (guint i = 0; i < self->rows->len; i++)
    if (is_listed (self, g_ptr_array_index (self->rows, i)))
      n_listed++;

  return n_listed;
}

/* Whether there is a row to be seen that is not checked. */
static gboolean
has_open_choice (CulpritJobChooser *self)
{
  for (guint i = 0; i < self->rows->len; i++) {
    GtkListBoxRow *row = g_ptr_array_index (self->rows, i);

    if (is_shown (row, self) && !culprit_job_row_is_chosen (CULPRIT_JOB_ROW (row)))
      return TRUE;
  }

  return FALSE;
}

static void
update (CulpritJobChooser *self)
{
  guint n_chosen = count_chosen (self);
  guint n_listed = count_listed (self);
  g_autofree char *open = g_strdup_printf (ngettext ("_Open %u Log", "_Open %u Logs", n_chosen), n_chosen);
  g_autofree char *more = g_strdup_printf (ngettext ("_Show the %u Job", "_Show All %u Jobs", self->rows->len),
                                           self->rows->len);

  gtk_button_set_label (self->open_button, open);
  gtk_button_set_label (self->more_button, more);
  gtk_button_set_label (self->all_button, has_open_choice (self) ? C_("jobs", "Select _All") : C_("jobs", "Select _None"));
  gtk_widget_set_visible (GTK_WIDGET (self->more_button), n_listed < self->rows->len);
  gtk_widget_set_visible (GTK_WIDGET (self->search_entry), n_listed > MANY_JOBS);
  /* What is typed anywhere goes there, but not unseen. */
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->search_entry),
                                           n_listed > MANY_JOBS ? GTK_WIDGET (self) : NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "jobs.open", n_chosen > 0);
}

static void
search_changed (CulpritJobChooser *self)
{
  gtk_list_box_invalidate_filter (self->list);
  update (self);
}

/* Escape takes the words away first, then the window. */
static void
search_stopped (CulpritJobChooser *self)
{
  if (*gtk_editable_get_text (self->search_entry) == '\0') {
    gtk_window_close (GTK_WINDOW (self));
    return;
  }

  gtk_editable_set_text (self->search_entry, "");
  gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

static void
select_all (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  CulpritJobChooser *self = CULPRIT_JOB_CHOOSER (widget);
  gboolean chosen = has_open_choice (self);

  for (guint i = 0; i < self->rows->len; i++) {
    GtkListBoxRow *row = g_ptr_array_index (self->rows, i);

    if (is_shown (row, self))
      culprit_job_row_set_chosen (CULPRIT_JOB_ROW (row), chosen);
  }
}

static void
show_all (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  CulpritJobChooser *self = CULPRIT_JOB_CHOOSER (widget);

  self->shows_all = TRUE;
  gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
  search_changed (self);
}

static void
open_chosen (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  CulpritJobChooser *self = CULPRIT_JOB_CHOOSER (widget);
  g_autoptr (GPtrArray) jobs = g_ptr_array_new ();

  for (guint i = 0; i < self->rows->len; i++) {
    CulpritJobRow *row = g_ptr_array_index (self->rows, i);

    if (culprit_job_row_is_chosen (row))
      g_ptr_array_add (jobs, (gpointer) culprit_job_row_get_job (row));
  }
  g_signal_emit (self, signals[CHOSEN], 0, jobs);
  gtk_window_close (GTK_WINDOW (self));
}

static void
culprit_job_chooser_finalize (GObject *object)
{
  g_ptr_array_unref (CULPRIT_JOB_CHOOSER (object)->rows);

  G_OBJECT_CLASS (culprit_job_chooser_parent_class)->finalize (object);
}

static void
culprit_job_chooser_class_init (CulpritJobChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = culprit_job_chooser_finalize;

  signals[CHOSEN] =
    g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);

  gtk_widget_class_install_action (widget_class, "jobs.select-all", NULL, select_all);
  gtk_widget_class_install_action (widget_class, "jobs.show-all", NULL, show_all);
  gtk_widget_class_install_action (widget_class, "jobs.open", NULL, open_chosen);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_a, GDK_CONTROL_MASK, "jobs.select-all", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "jobs.open", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/job-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, CulpritJobChooser, title);
  gtk_widget_class_bind_template_child (widget_class, CulpritJobChooser, all_button);
  gtk_widget_class_bind_template_child (widget_class, CulpritJobChooser, more_button);
  gtk_widget_class_bind_template_child (widget_class, CulpritJobChooser, open_button);
  gtk_widget_class_bind_template_child (widget_class, CulpritJobChooser, search_entry);
  gtk_widget_class_bind_template_child (widget_class, CulpritJobChooser, list);
}

static void
culprit_job_chooser_init (CulpritJobChooser *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect_swapped (self->search_entry, "search-changed", G_CALLBACK (search_changed), self);
  g_signal_connect_swapped (self->search_entry, "stop-search", G_CALLBACK (search_stopped), self);
  gtk_list_box_set_filter_func (self->list, is_shown, self, NULL);
}

/* What somebody looks for first comes first. */
static int
get_rank (const RemoteJob *job)
{
  if (remote_job_counts (job))
    return 0;
  if (job->state == REMOTE_JOB_SOFT_FAILED && !job->is_retried)
    return 1;

  return job->state == REMOTE_JOB_FAILED || job->state == REMOTE_JOB_SOFT_FAILED ? 2 : 3;
}

static void
add_rows (CulpritJobChooser *self,
          GPtrArray         *jobs,
          int                rank)
{
  for (guint i = 0; i < jobs->len; i++) {
    const RemoteJob *job = g_ptr_array_index (jobs, i);
    GtkWidget *row;

    if (get_rank (job) != rank)
      continue;

    row = culprit_job_row_new (job);
    culprit_job_row_set_chosen (CULPRIT_JOB_ROW (row), remote_job_counts (job));
    g_signal_connect_object (row, "notify::chosen", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
    gtk_list_box_append (self->list, row);
    g_ptr_array_add (self->rows, row);
  }
}

GtkWidget *
culprit_job_chooser_new (GtkWindow  *parent,
                         const char *name,
                         GPtrArray  *jobs)
{
  CulpritJobChooser *self = g_object_new (CULPRIT_TYPE_JOB_CHOOSER, "transient-for", parent, NULL);

  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, HEIGHT);
  dialog_fit (GTK_WINDOW (self));
  adw_window_title_set_subtitle (self->title, name);
  for (int rank = 0; rank <= 3; rank++)
    add_rows (self, jobs, rank);
  self->shows_all = count_listed (self) == 0;
  gtk_list_box_invalidate_filter (self->list);
  update (self);
  if (self->rows->len > 0)
    gtk_widget_grab_focus (g_ptr_array_index (self->rows, 0));

  return GTK_WIDGET (self);
}
