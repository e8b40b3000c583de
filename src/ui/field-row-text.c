/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a field's text is written in. */

#include "config.h"

#include <string.h>

#include "field-row-private.h"

#define MAX_TEXT_HEIGHT 150

/* Characters of a line that are seen at least. */
#define SHORT_WIDTH 9

/* Width of the longest text that an entry grows for, in pixels. */
#define MAX_FITTED_WIDTH 4000

char *
field_row_dup_shown (CulpritFieldRow *self)
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

void
field_row_text_shown (CulpritFieldRow *self)
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

void
field_row_show_text (CulpritFieldRow *self,
                     const char      *text)
{
  g_autofree char *shown = field_row_dup_shown (self);

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
field_row_replace_text (CulpritFieldRow *self,
                        const char      *text)
{
  GtkTextIter start, end;

  if (self->entry != NULL) {
    /* As the keyboard does it: what a program changes in an entry of GTK 4.18 ends what may be undone. */
    gtk_editable_set_position (GTK_EDITABLE (self->entry), 0);
    if (gtk_text_get_text_length (self->entry) > 0)
      g_signal_emit_by_name (self->entry, "delete-from-cursor", GTK_DELETE_PARAGRAPHS, 1);
    g_signal_emit_by_name (self->entry, "insert-at-cursor", text);
  } else {
    gtk_text_buffer_begin_user_action (self->buffer);
    gtk_text_buffer_get_bounds (self->buffer, &start, &end);
    gtk_text_buffer_delete (self->buffer, &start, &end);
    gtk_text_buffer_insert (self->buffer, &start, text, -1);
    gtk_text_buffer_end_user_action (self->buffer);
  }
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
make_entry (CulpritFieldRow *self)
{
  /* On its own it has no role in GTK 4.8, so that it could not be told of. */
  self->entry = g_object_new (GTK_TYPE_TEXT, "accessible-role", GTK_ACCESSIBLE_ROLE_TEXT_BOX, NULL);
  gtk_widget_set_hexpand (GTK_WIDGET (self->entry), TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), SHORT_WIDTH);
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

GtkWidget *
field_row_get_text (CulpritFieldRow *self)
{
  return self->entry != NULL ? GTK_WIDGET (self->entry) : GTK_WIDGET (self->view);
}

void
field_row_make_text (CulpritFieldRow *self)
{
  if (self->kind == CULPRIT_FIELD_LINE)
    make_entry (self);
  else {
    make_view (self);
    place_view (self);
  }
}
