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

/* Lines in a group: the index knows where each group starts, its records tell the rest. */
#define LOG_STORE_GROUP_LINES 32

/* Reads the records of group INDEX, from 0 on, into RECORDS, which is reused from call to call; see line-record.h. FALSE where
 * there is no such group. */
gboolean log_store_read_group (LogStore   *store,
                               guint64     index,
                               GByteArray *records);

/* A stream of the bytes START to END, END not included; it keeps the store. */
GInputStream *log_store_stream_new (LogStore *store,
                                    guint64   start,
                                    guint64   end);
