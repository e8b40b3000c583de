/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* What an address in the web leads to, as people copy it from their browser or from a check. */

typedef enum {
  ADDRESS_BUILDKITE_BUILD,
  ADDRESS_BUILDKITE_JOB,     /* one job: JOB, or, where that is "", the last one of STEP */
  ADDRESS_GITHUB_RUN,        /* of a workflow */
  ADDRESS_GITHUB_JOB,        /* JOB */
  ADDRESS_GITHUB_PULL,
  ADDRESS_GITHUB_COMMIT,     /* NUMBER is its hash */
  ADDRESS_OTHER,             /* text or an archive */
} AddressKind;

/* Strings are never NULL; what the address does not have is "". */
typedef struct {
  AddressKind  kind;
  char        *url;          /* as it was given, without blanks around it */
  char        *owner;        /* Buildkite's organization, GitHub's user or organization */
  char        *name;         /* the pipeline, the repository */
  char        *number;       /* of the build, the run or the pull request */
  char        *job;          /* its UUID or number */
  char        *step;         /* its UUID */
  gint64       first_line;   /* of the job's log that the address names, or 0 */
  gint64       last_line;    /* the same one where it names no range */
} Address;

/* Whether TEXT is one address and nothing else: http:// or https://, without blanks. */
gboolean address_is      (const char  *text);

/* Whether WORD may be a job's or step's in an address, a UUID or a number: letters, digits and hyphens. */
gboolean address_is_id   (const char  *word);

/* What TEXT leads to, or NULL where it is no address. What a service is known to have, but no log (an issue, a settings
 * page), is ADDRESS_OTHER. */
Address *address_parse   (const char  *text,
                          GError     **error);

/* Whether URL, as it comes from elsewhere, is one that a browser may open. */
gboolean address_is_page (const char  *url);

/* Whether it leads to one job. */
gboolean address_is_job  (const Address *address);

void     address_free    (Address     *address);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Address, address_free)
