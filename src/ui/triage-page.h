/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "profile.h"
#include "width-class.h"

G_BEGIN_DECLS

/* What fails on a project's main branch now: a tab of its own, that looks when it is first shown and when it is told
 * to. Drafting an issue is the action win.draft-issue with the address of the job that failed last.
 *
 * Signals: "changed" (title or state), "toast" (text), "warned" (text: what could not be looked at). */
#define CULPRIT_TYPE_TRIAGE_PAGE (culprit_triage_page_get_type ())
G_DECLARE_FINAL_TYPE (CulpritTriagePage, culprit_triage_page, CULPRIT, TRIAGE_PAGE, GtkWidget)

GtkWidget *culprit_triage_page_new             (Profile           *profile);

/* Looks again. */
void       culprit_triage_page_look            (CulpritTriagePage *page);

gboolean   culprit_triage_page_is_looking      (CulpritTriagePage *page);

/* Whose builds of which branch are shown: "quill/ci · main" (transfer full). */
char      *culprit_triage_page_dup_subtitle    (CulpritTriagePage *page);

/* Adds its parts that F6 goes round. */
void       culprit_triage_page_add_regions     (CulpritTriagePage *page,
                                                GPtrArray         *regions);

void       culprit_triage_page_set_width_class (CulpritTriagePage *page,
                                                WidthClass         width_class);

G_END_DECLS
