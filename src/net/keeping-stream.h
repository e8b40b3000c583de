/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

/* Gives what STREAM gives, and keeps it under KEY with the logs (cache-folder.h) once it has been read to its end. What
 * cannot be kept is not, without a word. Takes over STREAM. */
GInputStream *keeping_stream_new (GInputStream *stream,
                                  const char   *key);
