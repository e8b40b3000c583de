/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "checks-row.h"
#include "field-row.h"

#include "form-fields.h"

struct _CulpritFormFields {
  GtkBox     parent_instance;

  Issue     *issue;   /* borrowed, or NULL */
  GPtrArray *rows;    /* a widget for each field, borrowed */
};

enum {
  CHANGED,
  FIELD_RESET,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CulpritFormFields, culprit_form_fields, GTK_TYPE_BOX)

static void
field_edited (CulpritFormFields *self,
              CulpritFieldRow   *row)
{
  g_autofree char *text = culprit_field_row_dup_text (row);
  guint index;

  if (!g_ptr_array_find (self->rows, row, &index))
    return;

  issue_set_field_value (self->issue, index, text);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
check_toggled (CulpritFormFields *self,
               guint              check,
               gboolean           active,
               GtkWidget         *row)
{
  guint index;

  if (!g_ptr_array_find (self->rows, row, &index))
    return;

  issue_set_check (self->issue, index, check, active);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
field_reset (CulpritFormFields *self,
             CulpritFieldRow   *row)
{
  guint index;

  if (!g_ptr_array_find (self->rows, row, &index))
    return;

  issue_set_field_value (self->issue, index, NULL);
  culprit_field_row_restore (row, issue_get_made_value (self->issue, index));
  g_signal_emit (self, signals[CHANGED], 0);
  g_signal_emit (self, signals[FIELD_RESET], 0, row);
}

static GtkWidget *
make_check_field (CulpritFormFields  *self,
                  const ProfileField *field,
                  const char         *action)
{
  GtkWidget *row = culprit_checks_row_new (field->label, field->checks, action);

  g_signal_connect_swapped (row, "toggled", G_CALLBACK (check_toggled), self);

  return row;
}

static GtkWidget *
make_text_field (CulpritFormFields  *self,
                 const ProfileField *field,
                 const char         *action)
{
  CulpritFieldKind kind = field->content == PROFILE_CONTENT_NONE ? CULPRIT_FIELD_PROSE
                                                                 : CULPRIT_FIELD_BLOCK;
  GtkWidget *row = culprit_field_row_new (kind, field->label, action);

  culprit_field_row_set_placeholder (CULPRIT_FIELD_ROW (row), _("No response"));
  g_signal_connect_swapped (row, "edited", G_CALLBACK (field_edited), self);
  g_signal_connect_swapped (row, "reset", G_CALLBACK (field_reset), self);

  return row;
}

static void
make_rows (CulpritFormFields *self)
{
  guint n = self->issue != NULL ? issue_get_n_fields (self->issue) : 0;

  for (guint i = 0; i < self->rows->len; i++)
    gtk_box_remove (GTK_BOX (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);

  for (guint i = 0; i < n; i++) {
    const ProfileField *field = issue_get_field (self->issue, i);
    g_autofree char *action = g_strdup_printf ("win.copy-field(int32 %u)", i);
    GtkWidget *row = field->kind == PROFILE_FIELD_CHECKS
                     ? make_check_field (self, field, action)
                     : make_text_field (self, field, action);

    gtk_box_append (GTK_BOX (self), row);
    g_ptr_array_add (self->rows, row);
  }
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}

/* What was written for the issue before, and is not in this one, is none of its. */
static void
clear_strange (CulpritFormFields *self)
{
  for (guint i = 0; i < self->rows->len; i++) {
    GtkWidget *row = g_ptr_array_index (self->rows, i);

    if (CULPRIT_IS_FIELD_ROW (row) && culprit_field_row_is_edited (CULPRIT_FIELD_ROW (row))
        && !issue_is_field_edited (self->issue, i))
      culprit_field_row_set_text (CULPRIT_FIELD_ROW (row), "", NULL);
  }
}

void
culprit_form_fields_set_issue (CulpritFormFields *self,
                               Issue             *issue)
{
  g_return_if_fail (CULPRIT_IS_FORM_FIELDS (self));

  gboolean is_same_form = self->issue != NULL && issue != NULL && issue_has_same_form (issue, self->issue);

  self->issue = issue;
  if (is_same_form)
    clear_strange (self);
  else
    make_rows (self);
}

static void
show_text (CulpritFormFields *self,
           CulpritFieldRow   *row,
           guint              index)
{
  culprit_field_row_follow (row, issue_get_field_value (self->issue, index), NULL);
  if (issue_is_field_edited (self->issue, index))
    culprit_field_row_mark_edited (row);
}

void
culprit_form_fields_update (CulpritFormFields *self)
{
  g_return_if_fail (CULPRIT_IS_FORM_FIELDS (self));

  for (guint i = 0; i < self->rows->len; i++) {
    GtkWidget *row = g_ptr_array_index (self->rows, i);
    const ProfileField *field = issue_get_field (self->issue, i);

    if (field->kind == PROFILE_FIELD_TEXT)
      show_text (self, CULPRIT_FIELD_ROW (row), i);
    else
      for (guint check = 0; field->checks != NULL && field->checks[check] != NULL; check++)
        culprit_checks_row_set_active (CULPRIT_CHECKS_ROW (row), check,
                                       issue_get_check (self->issue, i, check));
  }
}

/* Index of the field for the history, or -1. */
static int
find_history_field (Issue *issue)
{
  int found = -1;

  for (guint i = 0; i < issue_get_n_fields (issue); i++) {
    const ProfileField *field = issue_get_field (issue, i);
    g_autofree char *label = g_utf8_casefold (field->label, -1);

    if (field->kind != PROFILE_FIELD_TEXT || field->content != PROFILE_CONTENT_NONE)
      continue;
    if (strstr (label, "history") != NULL)
      return (int) i;
    if (found < 0)
      found = (int) i;
  }

  return found;
}

gboolean
culprit_form_fields_add_history (CulpritFormFields *self,
                                 const char        *text)
{
  g_return_val_if_fail (CULPRIT_IS_FORM_FIELDS (self), FALSE);

  int index = self->issue != NULL ? find_history_field (self->issue) : -1;
  g_autofree char *added = g_strstrip (g_strdup (text));
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  CulpritFieldRow *row;

  if (index < 0)
    return FALSE;

  row = g_ptr_array_index (self->rows, (guint) index);
  before = culprit_field_row_is_edited (row) ? culprit_field_row_dup_text (row)
                                             : g_strdup (issue_get_field_value (self->issue, (guint) index));
  g_strchomp (before);
  if (strstr (before, added) != NULL)
    return TRUE;

  after = *before != '\0' ? g_strconcat (before, "\n\n", added, NULL) : g_strdup (added);
  issue_set_field_value (self->issue, (guint) index, after);
  culprit_field_row_restore (row, after);
  g_signal_emit (self, signals[CHANGED], 0);

  return TRUE;
}

static void
culprit_form_fields_dispose (GObject *object)
{
  CULPRIT_FORM_FIELDS (object)->issue = NULL;

  G_OBJECT_CLASS (culprit_form_fields_parent_class)->dispose (object);
}

static void
culprit_form_fields_finalize (GObject *object)
{
  g_ptr_array_unref (CULPRIT_FORM_FIELDS (object)->rows);

  G_OBJECT_CLASS (culprit_form_fields_parent_class)->finalize (object);
}

static void
culprit_form_fields_class_init (CulpritFormFieldsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = culprit_form_fields_dispose;
  G_OBJECT_CLASS (klass)->finalize = culprit_form_fields_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FIELD_RESET] = g_signal_new ("field-reset", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 1, GTK_TYPE_WIDGET);
}

static void
culprit_form_fields_init (CulpritFormFields *self)
{
  self->rows = g_ptr_array_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

GtkWidget *
culprit_form_fields_new (void)
{
  return g_object_new (CULPRIT_TYPE_FORM_FIELDS, NULL);
}
