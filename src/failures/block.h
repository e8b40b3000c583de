/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "matcher.h"
#include "places.h"

/* One failure, as the line that names it and the lines round it tell. */

typedef struct Block {
  const Runner *runner;
  const LineRule *rule;
  Weight        weight;
  FailureKind   kind;
  char         *test;          /* strings are never NULL */
  char         *message;
  char         *exception;
  char         *file;          /* that it is about, as far as its rule tells */
  Place        *place;         /* or NULL */
  char         *suite;         /* that its test is of, “” where that is not told (yet) */
  gint64        line;          /* the last line that names it */
  gint64        first_line;
  gint64        last_line;
  gint64        since_line;    /* where its test began, and … */
  gint64        until_line;    /* … the next one did; or 0 */
  guint         lane;          /* see lane.h */
  gboolean      flaky;         /* its test passed afterwards */
  gboolean      is_named;      /* no line next to it goes on with its test's name */
  gboolean      is_weak;       /* its message is one that a better detail replaces */
  gboolean      is_quoted;     /* its message is only the text of the line that names it */
  gboolean      has_namesake;  /* another test of its name failed in another place */
  guint         n_again;       /* which time it was tried again when it failed last, where that is told */
  guint         n_added;       /* pieces that were added to its message */
  const Detail *pending;       /* or NULL: the next line is meant */
  struct Block *other;         /* the one before of a test of the same name and place, in another suite; or NULL */
} Block;

/* RULE is borrowed and must outlive the block. */
Block    *block_new          (const LineRule *rule);
void      block_free         (Block          *block);

/* What tells TEST of RUNNER from all others; PLACE may be NULL (transfer full). */
char     *block_dup_key      (const Runner   *runner,
                              const Place    *place,
                              const char     *test);

/* Fills in what is not known yet from the groups of PATTERN, which has just matched. */
void      block_fill_in      (Block          *block,
                              const Pattern  *pattern,
                              PatternMatch   *match);

/* Takes a line of its part, in their order: a further piece of its test's name, or details. */
void      block_take_line    (Block          *block,
                              Matcher        *matcher,
                              const char     *text,
                              gsize           length);

/* Takes a line below a heading: a further piece of its test's name. Returns whether the line had one. */
gboolean  block_take_name    (Block          *block,
                              Matcher        *matcher,
                              const char     *text,
                              gsize           length);

/* What AGAIN says of the same test, or of why it failed, becomes what BLOCK says. */
void      block_take_words   (Block          *block,
                              const Block    *again);

/* Takes a line of the heading above its line, the nearest first: a piece of its test's name goes
 * before those that are known. Returns whether the heading starts with this line. */
gboolean  block_take_heading (Block          *block,
                              Matcher        *matcher,
                              const char     *text,
                              gsize           length);

/* Whether a line has nothing to say. */
gboolean  block_is_blank     (const char     *text,
                              gsize           length);

/* BLOCK as a failure (transfer full). */
Failure  *block_dup_failure  (const Block    *block);

/* Whether BLOCK tells how a process went down that the cause of one of FAILURES (of Failure) tells of. */
gboolean  block_is_of_cause  (const Block     *block,
                              const GPtrArray *failures);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Block, block_free)
