/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tracker-post.h"

G_BEGIN_DECLS

/* Shows exactly what goes to a tracker, where and as whom, and sends it when the user says so; not while it is not
 * known as whom. Where there is no token, it offers the form in the browser, which is the parent's actions win.copy-issue and win.open-form; of a comment,
 * win.copy-comment and win.open-link.
 *
 * Signals: sent (TrackerReply *), before it closes, or after, where it had arrived by then; left-in-doubt (const char *), after
 * it was closed while it was sent: why it is not known whether it arrived. */
#define CULPRIT_TYPE_POST_DIALOG (culprit_post_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CulpritPostDialog, culprit_post_dialog, CULPRIT, POST_DIALOG, AdwWindow)

/* POST is taken over. PAGE is the address, untrusted, or NULL. NOTE says what to think of, as what is masked in it, or is NULL. */
GtkWidget         *culprit_post_dialog_new      (GtkWindow         *parent,
                                                 TrackerPost       *post,
                                                 const char        *page,
                                                 const char        *note);

/* Borrowed. */
const TrackerPost *culprit_post_dialog_get_post (CulpritPostDialog *dialog);

G_END_DECLS
