/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "log-store.h"

/* The store's text is one run of bytes, each line with its line end. */

/* Copies up to LENGTH bytes from OFFSET on; returns how many there were. */
gsize log_store_read_bytes (LogStore *store,
                            guint64   offset,
                            gpointer  bytes,
                            gsize     length);

/* A stream of the bytes START to END, END not included; it keeps the store. */
GInputStream *log_store_stream_new (LogStore *store,
                                    guint64   start,
                                    guint64   end);
