/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

/* A stream of a file descriptor of any kind: a file, a pipe, a FIFO, a device, a terminal.
 * Where it has to wait for bytes it can be cancelled; in a file it can seek. Closes FD, except
 * standard input. NAME is for messages. */
GInputStream *fd_stream_new (int         fd,
                             const char *name);
