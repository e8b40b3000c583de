/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "archive-reader.h"

/* A stream of the file that READER is at, for as long as it lives and is there. */
GInputStream *archive_file_stream_new (ArchiveReader *reader);
