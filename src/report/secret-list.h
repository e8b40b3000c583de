/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "secret-choices.h"

/* What a masker found, each text once. */
typedef struct {
  char      *kind;         /* "github-token" */
  gboolean   is_personal;  /* it is shown rather than masked: a home folder, an address */
  GPtrArray *texts;        /* utf8: the text; of a secret over several lines, each line's part */
  GArray    *lines;        /* gint64: where in the log, in order, as far as that is known; each line
                            * once, at most SECRET_MAX_LINES of them */
  guint      n_places;
  guint      n_masked;     /* how many of these were masked */
} Secret;

#define SECRET_MAX_LINES 100

/* More different ones are counted, but not listed. */
#define SECRET_LIST_MAX  1000

typedef struct {
  GPtrArray  *secrets;     /* of Secret, in the order in which they were found */
  GHashTable *by_text;     /* utf8 to Secret, borrowed from these */
  guint       n_masked;    /* places masked, of those that are not listed as well */
} SecretList;

Secret     *secret_copy          (const Secret *secret);
void        secret_free          (Secret *secret);

SecretList *secret_list_new      (void);
void        secret_list_free     (SecretList *list);

/* Notes a place where TEXT was found. LINE is 0 where it is not known. Returns the secret, which is
 * the list's, or NULL where the list is full. */
Secret     *secret_list_add      (SecretList *list,
                                  const char *kind,
                                  gboolean    is_personal,
                                  const char *text,
                                  gsize       length,
                                  gint64      line,
                                  gboolean    masked);

/* Notes TEXT as another line of a secret that was just added. */
void        secret_add_part      (Secret     *secret,
                                  const char *text,
                                  gsize       length);

/* Adds to LIST all that OTHER has. */
void        secret_list_merge    (SecretList       *list,
                                  const SecretList *other);

/* How many different texts of it are personal and not masked. */
guint       secret_list_count_shown (const SecretList *list);

/* Whether the secret is masked from now on, everywhere. */
void        secret_set_masked    (Secret   *secret,
                                  gboolean  masked);

/* As much of its text as may be shown on the screen (transfer full): all of what is personal, the mark that a key of several
 * lines begins with, else the first characters. */
char       *secret_dup_hint      (const Secret *secret);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SecretList, secret_list_free)
