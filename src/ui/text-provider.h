/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Text for the clipboard, made only when somebody pastes it, and streamed then, however large:
 * UTF-8 as text/plain;charset=utf-8 and its older names. It must be handed to the clipboard
 * in the handler of the key or click that asked for it: Wayland wants the input's serial. */
#define CULPRIT_TYPE_TEXT_PROVIDER (culprit_text_provider_get_type ())
G_DECLARE_FINAL_TYPE (CulpritTextProvider, culprit_text_provider, CULPRIT, TEXT_PROVIDER, GdkContentProvider)

/* Opens the text from its start (transfer full). Called once for each paste, in a worker; what
 * it needs must be kept by DATA, not by a widget. */
typedef GInputStream *(*CulpritTextFunc) (gpointer   data,
                                          GError   **error);

GdkContentProvider *culprit_text_provider_new      (CulpritTextFunc open,
                                                    gpointer        data,
                                                    GDestroyNotify  destroy);

/* A text that is there already. */
GdkContentProvider *culprit_text_provider_new_text (const char *text);

G_END_DECLS
