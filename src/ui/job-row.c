/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "job-row.h"

struct _CulpritJobRow {
  AdwActionRow  parent_instance;

  RemoteJob    *job;
  GtkWidget    *check;
};

enum {
  PROP_0,
  PROP_CHOSEN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CulpritJobRow, culprit_job_row, ADW_TYPE_ACTION_ROW)

static void
culprit_job_row_finalize (GObject *object)
{
  g_clear_pointer (&CULPRIT_JOB_ROW (object)->job, remote_job_free);

  G_OBJECT_CLASS (culprit_job_row_parent_class)->finalize (object);
}

static void
culprit_job_row_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  switch (property_id) {
    case PROP_CHOSEN:
      g_value_set_boolean (value, culprit_job_row_is_chosen (CULPRIT_JOB_ROW (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
culprit_job_row_set_property (GObject      *object,
                              guint         property_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  switch (property_id) {
    case PROP_CHOSEN:
      culprit_job_row_set_chosen (CULPRIT_JOB_ROW (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
culprit_job_row_class_init (CulpritJobRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = culprit_job_row_finalize;
  object_class->get_property = culprit_job_row_get_property;
  object_class->set_property = culprit_job_row_set_property;

  properties[PROP_CHOSEN] =
    g_param_spec_boolean ("chosen", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

/* What has the keyboard tells it. */
static void
tell_checked (CulpritJobRow *self)
{
  gboolean is_chosen = culprit_job_row_is_chosen (self);

  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_CHECKED,
                               is_chosen ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
}

static void
check_toggled (CulpritJobRow *self)
{
  tell_checked (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOSEN]);
}

static void
culprit_job_row_init (CulpritJobRow *self)
{
  self->check = gtk_check_button_new ();
  gtk_widget_set_valign (self->check, GTK_ALIGN_CENTER);
  /* The row has the keyboard, and Tab leads past it: a check button takes it even where it cannot have the keyboard. */
  gtk_widget_set_can_focus (self->check, FALSE);
  g_signal_connect_swapped (self->check, "toggled", G_CALLBACK (check_toggled), self);

  /* Names are no markup. */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (self), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), self->check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), self->check);
  tell_checked (self);
}

static const char *
get_state_words (RemoteJobState state)
{
  switch (state) {
    case REMOTE_JOB_PASSED:
      return _("Passed");
    case REMOTE_JOB_FAILED:
      return _("Failed");
    case REMOTE_JOB_SOFT_FAILED:
      return _("Failed, but the build does not count it");
    case REMOTE_JOB_RUNNING:
      return _("Runs or waits");
    case REMOTE_JOB_CANCELED:
      return _("Cancelled");
    case REMOTE_JOB_SKIPPED:
    default:
      return _("Did not run");
  }
}

static void
add_badge (CulpritJobRow *self,
           const char    *text,
           const char    *css_class,
           const char    *tooltip)
{
  GtkWidget *badge = gtk_label_new (text);

  gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (badge, tooltip);
  gtk_widget_add_css_class (badge, "badge");
  gtk_widget_add_css_class (badge, css_class);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), badge);
}

/* For who does not see the row: "Unit Tests, failed, retried". */
static void
describe (CulpritJobRow *self,
          const char    *name)
{
  g_autofree char *label = NULL;

  /* Translators: name of a job, and its state. */
  label = g_strdup_printf (self->job->is_retried ? _("%s, %s, retried") : _("%s, %s"), name,
                           get_state_words (self->job->state));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  /* The title, which would be said again. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

GtkWidget *
culprit_job_row_new (const RemoteJob *job)
{
  CulpritJobRow *self = g_object_new (CULPRIT_TYPE_JOB_ROW, NULL);
  g_autofree char *name = g_utf8_make_valid (*job->name != '\0' ? job->name : job->id, -1);

  self->job = remote_job_copy (job);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), get_state_words (job->state));
  if (job->state == REMOTE_JOB_SOFT_FAILED)
    add_badge (self, _("Soft-failed"), "known", _("The build does not fail for it"));
  if (job->is_retried)
    add_badge (self, _("Retried"), "warn", _("Another attempt followed"));
  describe (self, name);

  return GTK_WIDGET (self);
}

const RemoteJob *
culprit_job_row_get_job (CulpritJobRow *self)
{
  return self->job;
}

gboolean
culprit_job_row_is_chosen (CulpritJobRow *self)
{
  return gtk_check_button_get_active (GTK_CHECK_BUTTON (self->check));
}

void
culprit_job_row_set_chosen (CulpritJobRow *self,
                            gboolean       chosen)
{
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), chosen);
}

gboolean
culprit_job_row_has_failed (CulpritJobRow *self)
{
  return self->job->state == REMOTE_JOB_FAILED || self->job->state == REMOTE_JOB_SOFT_FAILED;
}

gboolean
culprit_job_row_matches (CulpritJobRow *self,
                         const char    *text)
{
  const char *name = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self));
  g_autofree char *folded = g_utf8_casefold (name, -1);
  g_autofree char *wanted = g_utf8_casefold (text, -1);
  g_auto (GStrv) words = g_strsplit (wanted, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL)
      return FALSE;

  return TRUE;
}
