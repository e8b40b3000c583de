/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "window.h"

/* A window of the real class, shown, with no log. */
CulpritWindow *window_test_new         (void);

/* Ends it, and lets what it started end. What was written in its issues does not come back. */
void           window_test_end         (CulpritWindow *window);

/* tests/logs/NAME (transfer full). */
GFile         *window_test_find_log    (const char    *name);

/* Opens tests/logs/NAME, and waits until it is loaded. */
void           window_test_open        (CulpritWindow *window,
                                        const char    *name);

/* Opens FILE, and waits until its tab is loaded or gone. */
void           window_test_open_file   (CulpritWindow *window,
                                        GFile         *file);

/* Opens TEXT as somebody pastes it, and does not wait. TEXT stays while the window does. */
void           window_test_open_text   (CulpritWindow *window,
                                        const char    *text);

/* Waits until no log of the window loads. */
void           window_test_wait_loaded (CulpritWindow *window);

/* Activates the action NAME, which must be enabled, with TARGET (floating or NULL). */
void           window_test_activate    (CulpritWindow *window,
                                        const char    *name,
                                        GVariant      *target);

gboolean       window_test_is_enabled  (CulpritWindow *window,
                                        const char    *name);

/* Waits until a label with TEXT is seen, in a toast or elsewhere; fails where none comes. */
void           window_test_expect      (CulpritWindow *window,
                                        const char    *text);

/* What somebody would paste now (transfer full). */
char          *window_test_paste       (CulpritWindow *window);
