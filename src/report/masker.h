/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "log-store.h"
#include "secret-list.h"

/* Puts [REDACTED:kind] in the place of secrets. The formats are data: data/secrets, more of
 * the user's under $XDG_CONFIG_HOME/culprit/secrets (their form: secret-formats.h). What the
 * user chose for a text (secret-choices.h) when the masker was made comes before them.
 *
 * Works line by line with a memory for what goes on over several lines (private keys: each of
 * a key's lines is masked, all count as one; tokens that were wrapped), so that a text of any size can pass through. What
 * is masked already stays as it is and does not count. A line that a pattern cannot be tried on within
 * the limits is masked from there on.
 */
typedef struct Masker Masker;

Masker       *masker_new            (void);
void          masker_free           (Masker *masker);

/* Notes from now on what is found in LIST, which is borrowed; NULL: nowhere. */
void          masker_set_list       (Masker     *masker,
                                     SecretList *list);

/* Values that were known for secrets by what stands before them (a variable's name) are masked from then on
 * wherever they stand: makes those that OTHER met known to MASKER, too, and the other way round. */
void          masker_share_known    (Masker     *masker,
                                     Masker     *other);

/* The number in the log of the line that is pushed next, for the list; those after it follow. */
void          masker_set_line       (Masker     *masker,
                                     gint64      number);

/* Takes TEXT, a line without its end, and appends what is done to OUT, each line with its end. Lines
 * that may be the rest of a key are kept until its end, or another line, comes. */
void          masker_push           (Masker     *masker,
                                     const char *text,
                                     gsize       length,
                                     GString    *out);

/* The same with a line of which only bytes FROM to TO are given; its end, too, where TO is G_MAXSIZE. What is in it
 * only in part, and what goes on over its end, is masked as well. Of a line where they are the same
 * nothing is appended, but what is in it is known. */
void          masker_push_cut       (Masker     *masker,
                                     const char *text,
                                     gsize       length,
                                     gsize       from,
                                     gsize       to,
                                     GString    *out);

/* How many of the lines that were pushed are kept: the last ones. */
guint         masker_get_n_kept     (Masker     *masker);

/* Appends what was kept. */
void          masker_finish         (Masker     *masker,
                                     GString    *out);

/* Appends at once bytes FROM to TO of TEXT, a line of which more may follow, without a line end. What is in it
 * only in part is masked as well. Returns where the part ended: TO, or where the secret that TO fell into does.
 * What masker_push keeps is appended before. */
gsize         masker_push_part      (Masker     *masker,
                                     const char *text,
                                     gsize       length,
                                     gsize       from,
                                     gsize       to,
                                     GString    *out);

/* All of TEXT, of any number of lines, masked. */
char         *masker_dup_text       (Masker     *masker,
                                     const char *text);

/* TEXT on one line (markdown_dup_line()), masked before Markdown is made of it, so that no mask takes the place of
 * a piece of that; where it has more than MAX_CHARACTERS (0: any number), cut, with an ellipsis. */
char         *masker_dup_line       (Masker     *masker,
                                     const char *text,
                                     guint       max_characters);

/* A stream of BASE's text with its secrets masked; takes over BASE. A line of more than 1 MiB
 * is masked in pieces. */
GInputStream *masker_new_stream     (GInputStream *base);

/* A stream of a part of STORE: from byte FIRST_BYTE of line FIRST to before byte LAST_BYTE of line LAST
 * (G_MAXSIZE: its end, and the line end). What began before the part, or ends after it, is
 * known for a secret all the same. A value that is known by its name alone is so where that stands in the
 * MAX_BEFORE bytes above line FIRST (G_MAXSIZE: all lines above), or in MASKER_LINES_BEFORE lines; one that
 * was named further up comes out as it is. Those bytes are read, in seconds for a log of 1 GB, before the
 * stream has any. */
GInputStream *masker_open_range     (LogStore *store,
                                     gint64    first,
                                     gsize     first_byte,
                                     gint64    last,
                                     gsize     last_byte,
                                     gsize     max_before);

/* Notes in LIST what is in lines FIRST to LAST of STORE. FALSE where they have more than MAX_BYTES, without their ends: the
 * rest was not looked at.
 * MAX_BEFORE as for masker_open_range(). */
gboolean      masker_note_range     (LogStore   *store,
                                     gint64      first,
                                     gint64      last,
                                     gsize       max_bytes,
                                     gsize       max_before,
                                     SecretList *list);

/* As MAX_BEFORE for who waits: they are read in about a tenth of a second, and few logs have more. */
#define MASKER_BYTES_BEFORE (8 * 1024 * 1024)

/* Lines that have to be pushed before those that count, so that a key is known by its start. */
#define MASKER_LINES_BEFORE 128

/* So many bytes round a part of a long line tell what is in it. */
#define MASKER_CONTEXT 4096

/* What is wrong with the user's files of formats, each message with file and line
 * (element-type utf8, borrowed). */
GPtrArray    *masker_get_warnings   (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Masker, masker_free)
