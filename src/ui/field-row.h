/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "verdict-line.h"

G_BEGIN_DECLS

typedef enum {
  CULPRIT_FIELD_LINE,        /* a line that scrolls */
  CULPRIT_FIELD_TITLE,       /* a line that wraps, never cut */
  CULPRIT_FIELD_PROSE,       /* lines that wrap */
  CULPRIT_FIELD_BLOCK,       /* lines in the monospace font that do not wrap */
} CulpritFieldKind;

/* A text to edit, as a card: its caption, the text, and buttons that copy it and that give
 * back what was there before the user changed it. Undo works, for the latter too.
 *
 * Signals:
 *   edited      the user changed the text
 *   reset       the user asked for the text that was made; the answer is
 *               culprit_field_row_restore() */
#define CULPRIT_TYPE_FIELD_ROW (culprit_field_row_get_type ())
G_DECLARE_FINAL_TYPE (CulpritFieldRow, culprit_field_row, CULPRIT, FIELD_ROW, GtkWidget)

/* CAPTION names the field to the user; ACTION, with its target, copies it:
 * "win.copy-field(int32 2)". */
GtkWidget  *culprit_field_row_new             (CulpritFieldKind  kind,
                                               const char       *caption,
                                               const char       *action);

/* Shows TEXT, which the user did not write. Where SHORT_TEXT is not NULL, that stands for it
 * until the user goes into the field. */
void        culprit_field_row_set_text        (CulpritFieldRow  *row,
                                               const char       *text,
                                               const char       *short_text);

/* The same where the user has not changed the text. */
void        culprit_field_row_follow          (CulpritFieldRow  *row,
                                               const char       *text,
                                               const char       *short_text);

/* The whole text (transfer full). */
char       *culprit_field_row_dup_text        (CulpritFieldRow  *row);

/* Whether the user changed the text. */
gboolean    culprit_field_row_is_edited       (CulpritFieldRow  *row);

/* Says that the user changed it, when the text is shown once more. */
void        culprit_field_row_mark_edited     (CulpritFieldRow  *row);

/* Puts TEXT in the place of what the user wrote, who may undo it; and does that for the user. */
void        culprit_field_row_restore         (CulpritFieldRow  *row,
                                               const char       *text);
void        culprit_field_row_undo_restore    (CulpritFieldRow  *row);

/* The field's name, as it was given; borrowed. */
const char *culprit_field_row_get_caption     (CulpritFieldRow  *row);

/* Shown while the field is empty. */
void        culprit_field_row_set_placeholder (CulpritFieldRow  *row,
                                               const char       *placeholder);

void        culprit_field_row_set_verdict     (CulpritFieldRow  *row,
                                               CulpritVerdict    verdict,
                                               const char       *text);

void        culprit_field_row_focus           (CulpritFieldRow  *row);

/* "Copy Title" for "Title": the name of a button that copies the field called CAPTION, without
 * the pictures before its first word (transfer full). */
char       *culprit_dup_copy_name             (const char *caption);

G_END_DECLS
