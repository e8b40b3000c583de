/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "archive-kind.h"

/* A stream of the log, or the logs, in the archive BASE: each once, in the order of
 * archive-plan.h, each ended with a line end. Files that are no text are left out. Where BASE
 * can seek, its files are listed first and then read in that order; else they come as they
 * stand in it, and of a job whichever comes first, its log or its steps.
 *
 * A broken or encrypted file is an error that names it and NAME, after the text that could be
 * read. LAYER: how deep BASE is (log-stream.h). */
GInputStream *archive_stream_new        (GInputStream *base,
                                         ArchiveKind   kind,
                                         const char   *name,
                                         guint         layer);

/* As log_stream_take_part(), of any stream. */
char         *archive_stream_take_part  (GInputStream *stream);
