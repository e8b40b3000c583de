/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "known-words.h"
#include "words.h"

#include "failure-row.h"

struct _CulpritFailureRow {
  GtkListBoxRow  parent_instance;

  Failure       *failure;
  guint          position;
  guint          n;
  char          *meaning;         /* of the badge that says whether it is reported, or NULL */

  GtkImage      *kind_image;
  GtkLabel      *name_label;
  GtkLabel      *message_label;
  GtkWidget     *cause_box;
  GtkLabel      *cause_label;
  GtkButton     *cause_button;
  GtkWidget     *place_box;
  GtkLabel      *file_label;
  GtkWidget     *flaky_badge;
  GtkLabel      *known_badge;
};

enum {
  CAUSE_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CulpritFailureRow, culprit_failure_row, GTK_TYPE_LIST_BOX_ROW)

static gboolean
causes_equal (const FailureCause *a,
              const FailureCause *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return a->line == b->line &&
         g_str_equal (a->exception, b->exception) &&
         g_str_equal (a->message, b->message);
}

static gboolean
look_equal (const Failure *a,
            const Failure *b)
{
  return a != NULL &&
         a->kind == b->kind &&
         a->flaky == b->flaky &&
         a->exit_status == b->exit_status &&
         g_str_equal (a->test, b->test) &&
         g_str_equal (a->suite, b->suite) &&
         g_str_equal (a->message, b->message) &&
         a->line == b->line &&
         g_str_equal (a->runner, b->runner) &&
         g_str_equal (a->place, b->place) &&
         causes_equal (a->cause, b->cause);
}

static void
show_text (GtkLabel   *label,
           const char *text)
{
  g_autofree char *shown = culprit_dup_shown_text (text);

  gtk_label_set_text (label, shown);
}

/* It is broken where its words part; others hear and find it as it is. */
static void
show_name (GtkLabel   *label,
           const char *name)
{
  g_autofree char *shown = culprit_dup_shown_text (name);
  g_autofree char *breakable = culprit_dup_breakable (shown);

  gtk_label_set_text (label, breakable);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, shown, -1);
}

static void
show_cause (CulpritFailureRow *self,
            const Failure     *failure)
{
  gtk_widget_set_visible (self->cause_box, failure->cause != NULL);
  if (failure->cause == NULL)
    return;

  g_autofree char *cause = culprit_dup_failure_cause (failure->cause);
  g_autofree char *line = culprit_dup_count (failure->cause->line);
  /* Translators: the exception that a failure follows from */
  g_autofree char *text = g_strdup_printf (_("Cause: %s"), cause);
  /* Translators: name of a link to the line of the log where a failure's cause stands */
  g_autofree char *name = g_strdup_printf (_("Cause, line %s"), line);

  show_text (self->cause_label, text);
  gtk_button_set_label (self->cause_button, line);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->cause_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

static void
show_failure (CulpritFailureRow *self,
              const Failure     *failure)
{
  g_autofree char *name = failure_dup_short_name (failure);
  g_autofree char *file = failure_dup_file (failure);
  g_autofree char *kind = culprit_dup_failure_kind (failure);
  g_autofree char *test = failure_dup_full_name (failure);
  g_autofree char *full_name = culprit_dup_shown_text (test);
  const char *message = failure->message;

  /* Without a test the message is the heading already; what kind of failure it is says more. */
  if (failure->test[0] == '\0')
    message = g_str_equal (kind, name) ? "" : kind;

  gtk_image_set_from_icon_name (self->kind_image, culprit_get_failure_icon (failure));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->kind_image), kind);
  show_name (self->name_label, name[0] != '\0' ? name : kind);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name_label), full_name);
  show_text (self->message_label, message);
  gtk_widget_set_visible (GTK_WIDGET (self->message_label), message[0] != '\0');
  show_text (self->file_label, file);
  gtk_widget_set_visible (self->flaky_badge, failure->flaky);
  gtk_widget_set_visible (self->place_box, file[0] != '\0' || failure->flaky || self->meaning != NULL);
  show_cause (self, failure);
}

static void
show_words (CulpritFailureRow *self)
{
  g_autofree char *words = culprit_dup_failure_words (self->failure, self->meaning, self->position, self->n);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
}

void
culprit_failure_row_set_failure (CulpritFailureRow *self,
                                 const Failure     *failure,
                                 guint              position,
                                 guint              n)
{
  g_return_if_fail (CULPRIT_IS_FAILURE_ROW (self));
  g_return_if_fail (failure != NULL);

  if (look_equal (self->failure, failure)) {
    if (self->position == position && self->n == n)
      return;
  } else {
    show_failure (self, failure);
  }

  g_clear_pointer (&self->failure, failure_free);
  self->failure = failure_copy (failure);
  self->position = position;
  self->n = n;

  show_words (self);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_RELATION_POS_IN_SET, (int) position,
                                  GTK_ACCESSIBLE_RELATION_SET_SIZE, (int) n,
                                  -1);
}

static void
set_class (GtkLabel   *label,
           const char *css_class,
           gboolean    has_class)
{
  if (has_class)
    gtk_widget_add_css_class (GTK_WIDGET (label), css_class);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (label), css_class);
}

void
culprit_failure_row_set_issues (CulpritFailureRow *self,
                                GPtrArray         *issues)
{
  g_return_if_fail (CULPRIT_IS_FAILURE_ROW (self));

  g_autofree char *badge = issues != NULL ? known_words_dup_badge (issues) : NULL;
  g_autofree char *meaning = issues != NULL ? known_words_dup_meaning (issues) : NULL;
  gboolean is_new = known_words_get_first (issues) == NULL;

  g_free (self->meaning);
  /* Translators: number of an issue, and what it says of a failure */
  self->meaning = badge == NULL || is_new ? g_strdup (meaning) : g_strdup_printf (_("%s: %s"), badge, meaning);
  gtk_label_set_text (self->known_badge, badge != NULL ? badge : "");
  set_class (self->known_badge, "new", is_new);
  set_class (self->known_badge, "known", !is_new);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->known_badge), meaning);
  gtk_widget_set_visible (GTK_WIDGET (self->known_badge), badge != NULL);
  gtk_widget_set_visible (self->place_box, badge != NULL || self->failure->flaky || *gtk_label_get_text (self->file_label) != '\0');
  show_words (self);
}

gboolean
culprit_failure_row_is_of (CulpritFailureRow *self,
                           const Failure     *failure)
{
  g_return_val_if_fail (CULPRIT_IS_FAILURE_ROW (self), FALSE);

  if (self->failure == NULL)
    return FALSE;
  if (failure->test[0] != '\0' || self->failure->test[0] != '\0')
    return g_str_equal (failure->test, self->failure->test) &&
           g_str_equal (failure->suite, self->failure->suite) &&
           g_str_equal (failure->runner, self->failure->runner);

  return failure->kind == self->failure->kind &&
         g_str_equal (failure->message, self->failure->message);
}

static void
cause_clicked (CulpritFailureRow *self)
{
  g_signal_emit (self, signals[CAUSE_ACTIVATED], 0);
}

static void
culprit_failure_row_finalize (GObject *object)
{
  CulpritFailureRow *self = CULPRIT_FAILURE_ROW (object);

  g_clear_pointer (&self->failure, failure_free);
  g_free (self->meaning);

  G_OBJECT_CLASS (culprit_failure_row_parent_class)->finalize (object);
}

static void
culprit_failure_row_class_init (CulpritFailureRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = culprit_failure_row_finalize;

  signals[CAUSE_ACTIVATED] = g_signal_new ("cause-activated", G_TYPE_FROM_CLASS (klass),
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/failure-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CulpritFailureRow, kind_image);
  gtk_widget_class_bind_template_child (widget_class, CulpritFailureRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, CulpritFailureRow, message_label);
  gtk_widget_class_bind_template_child (widget_class, CulpritFailureRow, cause_box);
  gtk_widget_class_bind_template_child (widget_class, CulpritFailureRow, cause_label);
  gtk_widget_class_bind_template_child (widget_class, CulpritFailureRow, cause_button);
  gtk_widget_class_bind_template_child (widget_class, CulpritFailureRow, place_box);
  gtk_widget_class_bind_template_child (widget_class, CulpritFailureRow, file_label);
  gtk_widget_class_bind_template_child (widget_class, CulpritFailureRow, flaky_badge);
  gtk_widget_class_bind_template_child (widget_class, CulpritFailureRow, known_badge);
  gtk_widget_class_bind_template_callback (widget_class, cause_clicked);
}

static void
culprit_failure_row_init (CulpritFailureRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
culprit_failure_row_new (void)
{
  return g_object_new (CULPRIT_TYPE_FAILURE_ROW, NULL);
}
