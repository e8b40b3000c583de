/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* The address of a link as browsers give it to drag and drop, in "text/x-moz-url" and
 * "_NETSCAPE_URL": a line with the address, and one with the link's text; in UTF-16 of either order
 * or in UTF-8. NULL where BYTES are no such thing (transfer full). */
char *dropped_link_dup_address (const char *bytes,
                                gsize       length);
