/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum {
  CULPRIT_VERDICT_NONE,      /* not shown */
  CULPRIT_VERDICT_GOOD,
  CULPRIT_VERDICT_WARNING,
} CulpritVerdict;

/* A line that says how something fares: a mark and a sentence. Role status. */
#define CULPRIT_TYPE_VERDICT_LINE (culprit_verdict_line_get_type ())
G_DECLARE_FINAL_TYPE (CulpritVerdictLine, culprit_verdict_line, CULPRIT, VERDICT_LINE, GtkWidget)

GtkWidget *culprit_verdict_line_new (void);
void       culprit_verdict_line_set (CulpritVerdictLine *line,
                                     CulpritVerdict      verdict,
                                     const char         *text);

G_END_DECLS
