/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gdk/gdk.h>

#include "job-log.h"
#include "secret-list.h"

G_BEGIN_DECLS

/* What is copied of one failure, and dragged out of the list of failures: its lines and its cause's, with secrets
 * masked. Kept apart from what shows them, which may be closed by then. */
typedef struct FailureText FailureText;

FailureText        *failure_text_new         (JobLog        *log,
                                              const Failure *failure);
void                failure_text_free        (FailureText   *text);

/* "Copied 7 lines about test_x", noting in SECRETS what was masked (transfer full). From any thread. */
char               *failure_text_dup_words   (FailureText   *text,
                                              SecretList    *secrets);

/* For the clipboard, or for a drag (transfer full). */
GdkContentProvider *failure_text_new_content (JobLog        *log,
                                              const Failure *failure);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FailureText, failure_text_free)

G_END_DECLS
