/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

/* What the program keeps from one run to the next, in files of the user's that nobody else can read. NAME is the file's, in the
 * program's own folder. It is written behind the caller's back, since a disk may take its time until a text is safe on it; what
 * is read is what was written last all the same. For the main thread. */

/* An address that is kept has no more bytes. */
#define STATE_FILE_MAX_URI 8192

/* Where it is, or would be (transfer full). */
char    *state_file_dup_path (const char *name);

/* Its text, which may say anything, in UTF-8; NULL where there is none, or one of more than MAX_SIZE bytes (transfer full). */
char    *state_file_read     (const char *name,
                              goffset     max_size);

/* TEXT, which is not empty, in place of what was there. */
void     state_file_write    (const char *name,
                              const char *text);

/* The file goes, behind the caller's back as well. */
void     state_file_remove   (const char *name);

/* Tries once more to write what could not be written. */
void     state_file_retry    (void);

/* Waits until all is on the disk as it was asked for. FALSE where that of NAME (NULL: any) cannot be. */
gboolean state_file_settle   (const char *name,
                              GError    **error);

