/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "field-row.h"

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

/* field-row-text.c: an entry of a line, or a view of all else */
void       field_row_make_text    (CulpritFieldRow *self);
GtkWidget *field_row_get_text     (CulpritFieldRow *self);
char      *field_row_dup_shown    (CulpritFieldRow *self);
void       field_row_show_text    (CulpritFieldRow *self,
                                   const char      *text);
void       field_row_replace_text (CulpritFieldRow *self,      /* as the user would: undo goes back behind it */
                                   const char      *text);
void       field_row_text_shown   (CulpritFieldRow *self);     /* what follows from the text in the widgets that show it */
