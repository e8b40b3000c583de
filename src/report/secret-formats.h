/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "data-file.h"

/* What secrets look like: the files in data/secrets and the user's under
 * $XDG_CONFIG_HOME/culprit/secrets, compiled once for the process.
 *
 * A file has a list "secrets". Each has a "kind", which stands in the mask, "keywords", of
 * which a line must hold one for it to be looked at (exact case), and one of
 *   pattern            PCRE2; the first of its groups that took part, else all of it, is the secret
 *   begin, body, end   PCRE2; a secret over several lines: the line where it begins, those that
 *                      may follow, and the one that ends it; of the body, the first group is masked
 * and may have "above", which says that the secret stands on the line below its name: what the line with
 * the keyword is like (the pattern then sees that line, a line end, and the next line without what it
 * starts with in common with it; of the next line, what the pattern finds is the secret); "rest", a
 * line with which, where "end" follows sooner or later, the rest of one begins that has lost its
 * start; "unless", a pattern of what is no secret though it stands in the place of one; and
 * "personal": true for what is no secret, but worth a second look before it goes out: it is shown to
 * the user, not masked. Patterns see bytes, not characters; they are tried on the line as it is and
 * as it reads (characters that it has in an escaped form, as in JSON or an address, as they are). A
 * file with "wraps": true has tokens that say by their own form what they are, so that one is known,
 * too, where it goes on in the next line.
 */
typedef struct {
  char       *kind;
  GPtrArray  *keywords;     /* utf8 */
  pcre2_code *pattern;      /* or NULL */
  pcre2_code *above;        /* or NULL; then there is a pattern */
  pcre2_code *begin;        /* or NULL; then the two below are not */
  pcre2_code *body;
  pcre2_code *end;
  pcre2_code *rest;         /* or NULL */
  pcre2_code *unless;       /* or NULL */
  gboolean    is_personal;
  gboolean    wraps;
} SecretFormat;

/* All of them. */
typedef struct {
  GPtrArray *formats;       /* of SecretFormat */
  GPtrArray *warnings;      /* utf8: what was wrong with the user's files, by file and line */
  guint8     pairs[8192];   /* a bit for each two bytes that some keyword starts with */
  GPtrArray *keywords[256]; /* of KeywordUse, by a keyword's first byte; or NULL */
} SecretFormats;

/* Borrowed for ever; from any thread. */
const SecretFormats *secret_formats_get (void);

/* Adds what is wrong with the formats of FILE to PROBLEMS (utf8), by file and line. */
void secret_formats_check_file (DataFile  *file,
                                GPtrArray *problems);

/* Sets the byte in PRESENT, which has one for each format, of those formats of which TEXT has
 * a keyword, and clears the others. FALSE where there is none. */
gboolean secret_formats_scan (const SecretFormats *formats,
                              const char          *text,
                              gsize                length,
                              guint8              *present);
