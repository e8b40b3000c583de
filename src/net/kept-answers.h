/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* Answers of services that are kept between runs (cache-folder.h); not those that are larger than any service's. */
typedef struct {
  char   *etag;        /* "" where it never changes */
  char   *next_url;    /* "" where there is none */
  gint64  fresh_until; /* asking before is of no use; seconds since 1970 */
  GBytes *body;
} KeptAnswer;

/* What is kept of URL, or NULL. WITH_TOKEN: of the answer to somebody with a token, which may be another one. */
KeptAnswer *kept_answer_load  (const char       *url,
                               gboolean          with_token);
void        kept_answer_store (const char       *url,
                               gboolean          with_token,
                               const KeptAnswer *answer);
void        kept_answer_free  (KeptAnswer       *answer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeptAnswer, kept_answer_free)
