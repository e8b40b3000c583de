/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "address.h"
#include "http-error.h"
#include "native-dialog.h"
#include "post-sending.h"
#include "words.h"

#include "post-dialog.h"

struct _CulpritPostDialog {
  AdwWindow      parent_instance;

  TrackerPost   *post;
  char          *page;
  GCancellable  *cancellable;     /* of what a worker does; cancelled when it closes */
  gboolean       knows_user;      /* nothing goes out before */
  gboolean       sends;

  GtkWidget     *cancel_button;
  GtkWidget     *send_button;
  GtkLabel      *target_label;
  GtkStack      *user_stack;
  GtkLabel      *user_label;
  GtkWidget     *token_box;
  GtkLabel      *token_label;
  GtkWidget     *form_button;
  GtkWidget     *labels_row;
  GtkLabel      *labels_label;
  GtkWidget     *title_row;
  GtkLabel      *title_label;
  GtkWidget     *body_scroller;
  GtkTextBuffer *body_buffer;
  GtkWidget     *foot;
  GtkLabel      *count_label;
  GtkLabel      *note_label;
  GtkWidget     *error_box;
  GtkLabel      *error_label;
};

enum {
  SENT,
  LEFT_IN_DOUBT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CulpritPostDialog, culprit_post_dialog, ADW_TYPE_WINDOW)

static void
show_error (CulpritPostDialog *self,
            const char        *text)
{
  gtk_label_set_text (self->error_label, text != NULL ? text : "");
  gtk_widget_set_visible (self->error_box, text != NULL);
}

static void
show_no_token (CulpritPostDialog *self,
               const GError      *error)
{
  gtk_stack_set_visible_child_name (self->user_stack, "nobody");
  gtk_label_set_text (self->token_label, error->message);
  gtk_widget_set_visible (self->token_box, TRUE);
  gtk_widget_set_visible (self->send_button, FALSE);
}

static void
show_user (CulpritPostDialog *self,
           const char        *user)
{
  self->knows_user = TRUE;
  gtk_label_set_text (self->user_label, user);
  gtk_stack_set_visible_child_name (self->user_stack, "user");
  gtk_button_set_label (GTK_BUTTON (self->send_button), _("_Send"));
  gtk_widget_set_sensitive (self->send_button, TRUE);
  gtk_widget_grab_focus (self->send_button);
}

/* Whose name it goes out under is not known, so that nothing does yet. */
static void
show_unknown (CulpritPostDialog *self,
              const GError      *error)
{
  gtk_stack_set_visible_child_name (self->user_stack, "nobody");
  show_error (self, error->message);
  gtk_button_set_label (GTK_BUTTON (self->send_button), _("_Try Again"));
  gtk_widget_set_sensitive (self->send_button, TRUE);
}

static void
user_was_asked (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  CulpritPostDialog *self = CULPRIT_POST_DIALOG (object);
  g_autoptr (GError) error = NULL;
  g_autofree char *user = post_sending_finish_user (result, &error);

  /* It was closed meanwhile. */
  if (g_cancellable_is_cancelled (self->cancellable))
    return;

  if (user != NULL)
    show_user (self, user);
  else if (g_error_matches (error, HTTP_ERROR, HTTP_ERROR_TOKEN))
    show_no_token (self, error);
  else
    show_unknown (self, error);
}

static void
ask_user (CulpritPostDialog *self)
{
  show_error (self, NULL);
  gtk_stack_set_visible_child_name (self->user_stack, "asking");
  gtk_widget_set_sensitive (self->send_button, FALSE);
  post_sending_ask_user (G_OBJECT (self), self->cancellable, user_was_asked);
}

static void
set_sends (CulpritPostDialog *self,
           gboolean           sends)
{
  self->sends = sends;
  gtk_widget_set_sensitive (self->send_button, !sends);
  gtk_button_set_label (GTK_BUTTON (self->send_button), sends ? _("Sending…") : _("_Send"));
}

static void
was_sent (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  CulpritPostDialog *self = CULPRIT_POST_DIALOG (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrackerReply) reply = post_sending_finish (result, &error);
  gboolean is_closed = g_cancellable_is_cancelled (self->cancellable);

  if (reply != NULL) {
    g_signal_emit (self, signals[SENT], 0, reply);
    if (!is_closed)
      gtk_window_destroy (GTK_WINDOW (self));
    return;
  }
  if (is_closed) {
    if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
      g_signal_emit (self, signals[LEFT_IN_DOUBT], 0, error->message);
    return;
  }

  set_sends (self, FALSE);
  show_error (self, error->message);
  gtk_widget_grab_focus (self->send_button);
}

static void
send_clicked (CulpritPostDialog *self)
{
  if (self->sends)
    return;
  if (!self->knows_user) {
    ask_user (self);
    return;
  }

  show_error (self, NULL);
  set_sends (self, TRUE);
  post_sending_start (self->post, G_OBJECT (self), self->cancellable, was_sent);
}

static void
cancel_clicked (CulpritPostDialog *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static void
form_clicked (CulpritPostDialog *self)
{
  GtkWidget *parent = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));

  if (self->post->kind == TRACKER_POST_ISSUE) {
    gtk_widget_activate_action (parent, "win.copy-issue", NULL);
    gtk_widget_activate_action (parent, "win.open-form", NULL);
  } else {
    if (self->post->kind == TRACKER_POST_COMMENT)
      gtk_widget_activate_action (parent, "win.copy-comment", NULL);
    gtk_widget_activate_action (parent, "win.open-link", "s", self->page);
  }
  gtk_window_close (GTK_WINDOW (self));
}

static void
preferences_clicked (CulpritPostDialog *self)
{
  GtkWidget *parent = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));

  gtk_window_close (GTK_WINDOW (self));
  gtk_widget_activate_action (parent, "app.accounts", NULL);
}

/* As it is, without the hyphens that Pango puts where a long word is broken. */
static void
show_body (CulpritPostDialog *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_set_text (self->body_buffer, self->post->body, -1);
  gtk_text_buffer_create_tag (self->body_buffer, "plain", "insert-hyphens", FALSE, NULL);
  gtk_text_buffer_get_bounds (self->body_buffer, &start, &end);
  gtk_text_buffer_apply_tag_by_name (self->body_buffer, "plain", &start, &end);
}

static void
show_text (CulpritPostDialog *self)
{
  const TrackerPost *post = self->post;
  g_autofree char *count = culprit_dup_count (g_utf8_strlen (post->body, -1));
  g_autofree char *characters = g_strdup_printf (ngettext ("%s character", "%s characters", (gulong) g_utf8_strlen (post->body, -1)),
                                                 count);
  gboolean has_body = *post->body != '\0';

  show_body (self);
  gtk_widget_set_visible (self->body_scroller, has_body);
  gtk_widget_set_visible (self->foot, has_body);
  gtk_label_set_text (self->count_label, characters);
  gtk_label_set_text (self->title_label, post->title);
  gtk_widget_set_visible (self->title_row, *post->title != '\0');
}

/* No larger than what it belongs to. */
static void
set_size (CulpritPostDialog *self,
          gboolean           is_small)
{
  int height = gtk_widget_get_height (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self))));

  gtk_window_set_default_size (GTK_WINDOW (self), is_small ? 420 : 640, is_small ? -1 : MIN (600, height > 0 ? height : 600));
  dialog_fit (GTK_WINDOW (self));
}

static void
show_post (CulpritPostDialog *self,
           const char        *note)
{
  const TrackerPost *post = self->post;
  g_autofree char *target = tracker_post_dup_target (post);
  g_autofree char *labels = post->labels != NULL ? g_strjoinv (", ", post->labels) : g_strdup ("");

  gtk_window_set_title (GTK_WINDOW (self), post->kind == TRACKER_POST_ISSUE     ? _("Submit Issue")
                                           : post->kind == TRACKER_POST_COMMENT ? _("Send Comment")
                                                                                : _("React with 👍"));
  set_size (self, *post->body == '\0');
  gtk_label_set_text (self->target_label, target);
  gtk_label_set_text (self->labels_label, labels);
  gtk_widget_set_visible (self->labels_row, *labels != '\0');
  gtk_label_set_text (self->note_label, note != NULL ? note : "");
  gtk_button_set_label (GTK_BUTTON (self->form_button), post->kind == TRACKER_POST_ISSUE ? _("Open _Form") : _("Open _Issue"));
  gtk_widget_set_visible (self->form_button, post->kind == TRACKER_POST_ISSUE || self->page != NULL);
  show_text (self);
}

/* It closes, or its parent does. A worker may keep it for longer, and it would look for a parent that is gone by then. */
static void
culprit_post_dialog_unrealize (GtkWidget *widget)
{
  g_cancellable_cancel (CULPRIT_POST_DIALOG (widget)->cancellable);

  GTK_WIDGET_CLASS (culprit_post_dialog_parent_class)->unrealize (widget);
  gtk_window_set_transient_for (GTK_WINDOW (widget), NULL);
}

static void
culprit_post_dialog_finalize (GObject *object)
{
  CulpritPostDialog *self = CULPRIT_POST_DIALOG (object);

  g_clear_pointer (&self->post, tracker_post_free);
  g_clear_object (&self->cancellable);
  g_free (self->page);

  G_OBJECT_CLASS (culprit_post_dialog_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, CulpritPostDialog, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, CulpritPostDialog, send_button);
  gtk_widget_class_bind_template_child (widget_class, CulpritPostDialog, target_label);
  gtk_widget_class_bind_template_child (widget_class, CulpritPostDialog, user_stack);
  gtk_widget_class_bind_template_child (widget_class, CulpritPostDialog, user_label);
  gtk_widget_class_bind_template_child (widget_class, CulpritPostDialog, token_box);
  gtk_widget_class_bind_template_child (widget_class, CulpritPostDialog, token_label);
  gtk_widget_class_bind_template_child (widget_class, CulpritPostDialog, form_button);
  gtk_widget_class_bind_template_child (widget_class, CulpritPostDialog, labels_row);
  gtk_widget_class_bind_template_child (widget_class, CulpritPostDialog, labels_label);
  gtk_widget_class_bind_template_child (widget_class, CulpritPostDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, CulpritPostDialog, title_label);
  gtk_widget_class_bind_template_child (widget_class, CulpritPostDialog, body_scroller);
  gtk_widget_class_bind_template_child (widget_class, CulpritPostDialog, body_buffer);
  gtk_widget_class_bind_template_child (widget_class, CulpritPostDialog, foot);
  gtk_widget_class_bind_template_child (widget_class, CulpritPostDialog, count_label);
  gtk_widget_class_bind_template_child (widget_class, CulpritPostDialog, note_label);
  gtk_widget_class_bind_template_child (widget_class, CulpritPostDialog, error_box);
  gtk_widget_class_bind_template_child (widget_class, CulpritPostDialog, error_label);
  gtk_widget_class_bind_template_callback (widget_class, send_clicked);
  gtk_widget_class_bind_template_callback (widget_class, cancel_clicked);
  gtk_widget_class_bind_template_callback (widget_class, form_clicked);
  gtk_widget_class_bind_template_callback (widget_class, preferences_clicked);
}

static void
culprit_post_dialog_class_init (CulpritPostDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = culprit_post_dialog_finalize;
  widget_class->unrealize = culprit_post_dialog_unrealize;

  signals[SENT] = g_signal_new ("sent", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[LEFT_IN_DOUBT] = g_signal_new ("left-in-doubt", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/post-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
culprit_post_dialog_init (CulpritPostDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
culprit_post_dialog_new (GtkWindow   *parent,
                         TrackerPost *post,
                         const char  *page,
                         const char  *note)
{
  CulpritPostDialog *self = g_object_new (CULPRIT_TYPE_POST_DIALOG, "transient-for", parent, NULL);

  self->post = post;
  self->page = page != NULL && address_is_page (page) ? g_strdup (page) : NULL;
  show_post (self, note);
  ask_user (self);

  return GTK_WIDGET (self);
}

const TrackerPost *
culprit_post_dialog_get_post (CulpritPostDialog *self)
{
  g_return_val_if_fail (CULPRIT_IS_POST_DIALOG (self), NULL);

  return self->post;
}
