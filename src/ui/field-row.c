/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "focus-order.h"

#include "field-row.h"

#define MAX_TEXT_HEIGHT 150

/* Characters of a line that are seen at least. */
#define SHORT_WIDTH 9

/* Width of the longest text that an entry grows for, in pixels. */
#define MAX_FITTED_WIDTH 4000

struct _CulpritFieldRow {
  GtkWidget           parent_instance;

  CulpritFieldKind    kind;
  char               *text;             /* whole, while the entry shows the short one */
  char               *before;           /* what the user had written when it was restored, or NULL */
  gboolean            shortened;        /* the text was given with a short one */
  gboolean            edited;
  gboolean            setting;

  GtkWidget          *box;
  GtkLabel           *caption_label;
  GtkWidget          *text_slot;
  GtkWidget          *verdict_line;
  GtkWidget          *reset_button;
  GtkWidget          *copy_button;

  GtkText            *entry;            /* of a line */
  GtkTextView        *view;             /* of all else */
  GtkTextBuffer      *buffer;
  GtkTextTag         *no_hyphens;
  GtkWidget          *placeholder;
};

enum {
  EDITED,
  RESET,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CulpritFieldRow, culprit_field_row, GTK_TYPE_WIDGET)

static const char *
skip_pictures (const char *caption)
{
  const char *at = caption;

  while (*at != '\0' && !g_unichar_isalnum (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);

  return *at != '\0' ? at : caption;
}

char *
culprit_dup_copy_name (const char *caption)
{
  /* Translators: a button that copies a field; %s is the field's name */
  return g_strdup_printf (_("Copy %s"), skip_pictures (caption));
}

static void
name_buttons (CulpritFieldRow *self,
              const char      *caption)
{
  g_autofree char *copy_name = culprit_dup_copy_name (caption);
  /* Translators: a button that takes back the changes to a field; %s is the field's name */
  g_autofree char *reset_name = g_strdup_printf (_("Reset %s"), skip_pictures (caption));

  gtk_widget_set_tooltip_text (self->copy_button, copy_name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->copy_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, copy_name,
                                  -1);
  gtk_widget_set_tooltip_text (self->reset_button, reset_name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->reset_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, reset_name,
                                  -1);
}

static char *
dup_shown (CulpritFieldRow *self)
{
  GtkTextIter start, end;

  if (self->entry != NULL)
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);

  return gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
}

/* An entry wants to be as wide as its text, in digits as GtkText counts; a shortened one stays
 * as it is when it shows all. */
static void
fit_entry (CulpritFieldRow *self)
{
  GtkWidget *entry = GTK_WIDGET (self->entry);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (entry, text);
  int text_width, short_width;

  if (self->shortened) {
    gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), SHORT_WIDTH);
    return;
  }

  pango_layout_get_pixel_size (layout, &text_width, NULL);
  gtk_widget_measure (entry, GTK_ORIENTATION_HORIZONTAL, -1, &short_width, NULL, NULL, NULL);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry),
                                    SHORT_WIDTH * MIN (text_width, MAX_FITTED_WIDTH) /
                                    MAX (short_width, 1) + 1);
}

/* What follows from the text in the widgets that show it. */
static void
text_shown (CulpritFieldRow *self)
{
  GtkTextIter start, end;

  if (self->entry != NULL) {
    fit_entry (self);
    return;
  }

  gtk_widget_set_visible (self->placeholder, gtk_text_buffer_get_char_count (self->buffer) == 0);
  /* What is hyphenated reads as if it held a hyphen. */
  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  gtk_text_buffer_apply_tag (self->buffer, self->no_hyphens, &start, &end);
}

static void
set_edited (CulpritFieldRow *self,
            gboolean         edited)
{
  self->edited = edited;
  gtk_widget_set_visible (self->reset_button, edited);
}

static void
text_changed (CulpritFieldRow *self)
{
  text_shown (self);
  if (self->setting)
    return;

  g_clear_pointer (&self->text, g_free);
  set_edited (self, TRUE);
  g_signal_emit (self, signals[EDITED], 0);
}

static void
show_text (CulpritFieldRow *self,
           const char      *text)
{
  g_autofree char *shown = dup_shown (self);

  if (g_str_equal (shown, text))
    return;

  self->setting = TRUE;
  if (self->entry != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  else
    gtk_text_buffer_set_text (self->buffer, text, -1);
  self->setting = FALSE;
}

void
culprit_field_row_set_text (CulpritFieldRow *self,
                            const char      *text,
                            const char      *short_text)
{
  g_return_if_fail (CULPRIT_IS_FIELD_ROW (self));

  g_clear_pointer (&self->text, g_free);
  self->shortened = short_text != NULL;
  if (self->entry != NULL && short_text != NULL && !gtk_widget_has_focus (GTK_WIDGET (self->entry))) {
    self->text = g_strdup (text);
    gtk_widget_set_tooltip_text (GTK_WIDGET (self->entry), text);
    show_text (self, short_text);
  } else {
    show_text (self, text);
  }
  set_edited (self, FALSE);
}

char *
culprit_field_row_dup_text (CulpritFieldRow *self)
{
  g_return_val_if_fail (CULPRIT_IS_FIELD_ROW (self), NULL);

  return self->text != NULL ? g_strdup (self->text) : dup_shown (self);
}

gboolean
culprit_field_row_is_edited (CulpritFieldRow *self)
{
  g_return_val_if_fail (CULPRIT_IS_FIELD_ROW (self), FALSE);

  return self->edited;
}

void
culprit_field_row_follow (CulpritFieldRow *self,
                          const char      *text,
                          const char      *short_text)
{
  if (!culprit_field_row_is_edited (self))
    culprit_field_row_set_text (self, text, short_text);
}

void
culprit_field_row_mark_edited (CulpritFieldRow *self)
{
  g_return_if_fail (CULPRIT_IS_FIELD_ROW (self));

  set_edited (self, TRUE);
}

/* As the user would: undo goes back behind it. */
static void
replace_text (CulpritFieldRow *self,
              const char      *text)
{
  GtkTextIter start, end;

  if (self->entry != NULL) {
    int position = 0;

    gtk_editable_delete_text (GTK_EDITABLE (self->entry), 0, -1);
    gtk_editable_insert_text (GTK_EDITABLE (self->entry), text, -1, &position);
  } else {
    gtk_text_buffer_begin_user_action (self->buffer);
    gtk_text_buffer_get_bounds (self->buffer, &start, &end);
    gtk_text_buffer_delete (self->buffer, &start, &end);
    gtk_text_buffer_insert (self->buffer, &start, text, -1);
    gtk_text_buffer_end_user_action (self->buffer);
  }
}

void
culprit_field_row_restore (CulpritFieldRow *self,
                           const char      *text)
{
  g_return_if_fail (CULPRIT_IS_FIELD_ROW (self));

  g_free (self->before);
  self->before = culprit_field_row_dup_text (self);
  self->setting = TRUE;
  replace_text (self, text);
  self->setting = FALSE;
  set_edited (self, FALSE);
}

void
culprit_field_row_undo_restore (CulpritFieldRow *self)
{
  g_return_if_fail (CULPRIT_IS_FIELD_ROW (self));

  g_autofree char *before = g_steal_pointer (&self->before);

  if (before == NULL)
    return;

  self->setting = TRUE;
  replace_text (self, before);
  self->setting = FALSE;
  text_changed (self);
}

const char *
culprit_field_row_get_caption (CulpritFieldRow *self)
{
  g_return_val_if_fail (CULPRIT_IS_FIELD_ROW (self), NULL);

  return gtk_label_get_text (self->caption_label);
}

void
culprit_field_row_set_placeholder (CulpritFieldRow *self,
                                   const char      *placeholder)
{
  g_return_if_fail (CULPRIT_IS_FIELD_ROW (self));

  if (self->entry != NULL)
    gtk_text_set_placeholder_text (self->entry, placeholder);
  else
    gtk_label_set_text (GTK_LABEL (self->placeholder), placeholder);
}

void
culprit_field_row_set_verdict (CulpritFieldRow *self,
                               CulpritVerdict   verdict,
                               const char      *text)
{
  g_return_if_fail (CULPRIT_IS_FIELD_ROW (self));

  culprit_verdict_line_set (CULPRIT_VERDICT_LINE (self->verdict_line), verdict, text);
}

void
culprit_field_row_focus (CulpritFieldRow *self)
{
  g_return_if_fail (CULPRIT_IS_FIELD_ROW (self));

  gtk_widget_grab_focus (self->entry != NULL ? GTK_WIDGET (self->entry) : GTK_WIDGET (self->view));
}

/* A title stays on one line, whatever is typed or pasted. */
static void
title_inserted (GtkTextBuffer *buffer,
                GtkTextIter   *at,
                const char    *text,
                int            length)
{
  g_autofree char *line = g_strndup (text, length);

  if (strpbrk (line, "\n\r") == NULL)
    return;

  g_signal_stop_emission_by_name (buffer, "insert-text");
  g_strdelimit (line, "\n\r", ' ');
  if (g_strchomp (line)[0] != '\0')
    gtk_text_buffer_insert (buffer, at, line, -1);
}

static void
entry_focus_changed (CulpritFieldRow *self)
{
  g_autofree char *text = NULL;

  if (self->text == NULL || !gtk_widget_has_focus (GTK_WIDGET (self->entry)))
    return;

  text = g_steal_pointer (&self->text);
  show_text (self, text);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

static void
reset_clicked (CulpritFieldRow *self)
{
  culprit_field_row_focus (self);
  g_signal_emit (self, signals[RESET], 0);
}

static void
make_entry (CulpritFieldRow *self)
{
  /* On its own it has no role in GTK 4.8, so that it could not be told of. */
  self->entry = g_object_new (GTK_TYPE_TEXT, "accessible-role", GTK_ACCESSIBLE_ROLE_TEXT_BOX, NULL);
  gtk_widget_set_hexpand (GTK_WIDGET (self->entry), TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), SHORT_WIDTH);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (text_changed), self);
  g_signal_connect_swapped (self->entry, "notify::has-focus",
                            G_CALLBACK (entry_focus_changed), self);
  gtk_box_append (GTK_BOX (self->text_slot), GTK_WIDGET (self->entry));
}

static gboolean
ask_for_height (gpointer view)
{
  gtk_widget_queue_resize (view);

  return G_SOURCE_REMOVE;
}

/* A view of GTK 4.8 that is made less wide needs more lines, and does not ask for their height. */
static void
title_measured (GtkWidget *view)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));

  if (gtk_adjustment_get_upper (adjustment) > gtk_adjustment_get_page_size (adjustment))
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, ask_for_height, g_object_ref (view), g_object_unref);
}

static void
make_view (CulpritFieldRow *self)
{
  gboolean title = self->kind == CULPRIT_FIELD_TITLE;

  self->view = GTK_TEXT_VIEW (gtk_text_view_new ());
  self->buffer = gtk_text_view_get_buffer (self->view);
  self->no_hyphens = gtk_text_buffer_create_tag (self->buffer, NULL, "insert-hyphens", FALSE, NULL);
  gtk_text_view_set_accepts_tab (self->view, FALSE);
  /* The height that a view asks for is short by the rounding of its lines. */
  gtk_text_view_set_bottom_margin (self->view, 3);
  gtk_text_view_set_monospace (self->view, !title && self->kind != CULPRIT_FIELD_PROSE);
  gtk_text_view_set_wrap_mode (self->view, self->kind == CULPRIT_FIELD_BLOCK ? GTK_WRAP_NONE
                                                                             : GTK_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (GTK_WIDGET (self->view), TRUE);

  if (title) {
    gtk_scrollable_set_vadjustment (GTK_SCROLLABLE (self->view), gtk_adjustment_new (0, 0, 0, 0, 0, 0));
    g_signal_connect_object (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view)), "changed",
                             G_CALLBACK (title_measured), self->view, G_CONNECT_SWAPPED);
    g_signal_connect (self->buffer, "insert-text", G_CALLBACK (title_inserted), NULL);
  }
  g_signal_connect_swapped (self->buffer, "changed", G_CALLBACK (text_changed), self);
}

static GtkWidget *
make_scroller (CulpritFieldRow *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->view));
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MAX_TEXT_HEIGHT);
  if (self->kind == CULPRIT_FIELD_PROSE)
    gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller),
                                    GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);

  return scroller;
}

static void
place_view (CulpritFieldRow *self)
{
  GtkWidget *overlay = gtk_overlay_new ();

  self->placeholder = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->placeholder, "field-placeholder");
  gtk_widget_set_halign (self->placeholder, GTK_ALIGN_START);
  gtk_widget_set_valign (self->placeholder, GTK_ALIGN_START);
  gtk_widget_set_can_target (self->placeholder, FALSE);

  /* A title is always seen whole; what may be long scrolls. */
  gtk_overlay_set_child (GTK_OVERLAY (overlay),
                         self->kind == CULPRIT_FIELD_TITLE ? GTK_WIDGET (self->view)
                                                           : make_scroller (self));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->placeholder);
  gtk_widget_set_hexpand (overlay, TRUE);
  gtk_box_append (GTK_BOX (self->text_slot), overlay);
}

static void
culprit_field_row_dispose (GObject *object)
{
  CulpritFieldRow *self = CULPRIT_FIELD_ROW (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->before, g_free);

  G_OBJECT_CLASS (culprit_field_row_parent_class)->dispose (object);
}

static GtkWidget *
get_text (CulpritFieldRow *self)
{
  return self->entry != NULL ? GTK_WIDGET (self->entry) : GTK_WIDGET (self->view);
}

static gboolean
move_focus (GtkWidget        *widget,
            GtkDirectionType  direction)
{
  CulpritFieldRow *self = CULPRIT_FIELD_ROW (widget);
  GtkWidget *parts[] = { get_text (self), self->reset_button, self->copy_button, NULL };

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (culprit_field_row_parent_class)->focus (widget, direction);

  return focus_order_move (parts, direction == GTK_DIR_TAB_FORWARD);
}

static void
culprit_field_row_class_init (CulpritFieldRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = culprit_field_row_dispose;
  widget_class->focus = move_focus;

  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[RESET] = g_signal_new ("reset", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (CULPRIT_TYPE_VERDICT_LINE);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/field-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CulpritFieldRow, box);
  gtk_widget_class_bind_template_child (widget_class, CulpritFieldRow, caption_label);
  gtk_widget_class_bind_template_child (widget_class, CulpritFieldRow, text_slot);
  gtk_widget_class_bind_template_child (widget_class, CulpritFieldRow, verdict_line);
  gtk_widget_class_bind_template_child (widget_class, CulpritFieldRow, reset_button);
  gtk_widget_class_bind_template_child (widget_class, CulpritFieldRow, copy_button);
  gtk_widget_class_bind_template_callback (widget_class, reset_clicked);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "field");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
culprit_field_row_init (CulpritFieldRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
culprit_field_row_new (CulpritFieldKind  kind,
                       const char       *caption,
                       const char       *action)
{
  CulpritFieldRow *self = g_object_new (CULPRIT_TYPE_FIELD_ROW, NULL);
  GtkAccessible *text;

  self->kind = kind;
  gtk_label_set_text (self->caption_label, caption);
  name_buttons (self, caption);
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (self->copy_button), action);

  if (kind == CULPRIT_FIELD_LINE)
    make_entry (self);
  else {
    make_view (self);
    place_view (self);
  }

  text = self->entry != NULL ? GTK_ACCESSIBLE (self->entry) : GTK_ACCESSIBLE (self->view);
  gtk_accessible_update_property (text, GTK_ACCESSIBLE_PROPERTY_LABEL, skip_pictures (caption), -1);

  return GTK_WIDGET (self);
}
