/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "rule-groups.h"

#include "block.h"

#define MAX_ADDED     4       /* pieces of a message besides the first */
#define CAUSE_GAP     60      /* lines between a cause and how its process went down */

Block *
block_new (const LineRule *rule)
{
  Block *block = g_new0 (Block, 1);

  block->runner = rule->runner;
  block->rule = rule;
  block->weight = rule->weight;
  block->kind = rule->kind;
  block->test = g_strdup ("");
  block->suite = g_strdup ("");
  block->message = g_strdup ("");
  block->exception = g_strdup ("");
  block->file = g_strdup ("");
  block->is_named = rule->names == NULL;

  return block;
}

void
block_free (Block *block)
{
  if (block == NULL)
    return;

  g_free (block->test);
  g_free (block->suite);
  g_free (block->message);
  g_free (block->exception);
  g_free (block->file);
  place_unref (block->place);
  g_free (block);
}

char *
block_dup_key (const Runner *runner,
               const Place  *place,
               const char   *test)
{
  return g_strconcat (runner->name, "\n", place != NULL ? place->name : "", "\n",
                      place != NULL ? place->unit : "", "\n", test, NULL);
}

void
block_fill_in (Block         *block,
               const Pattern *pattern,
               PatternMatch  *match)
{
  const struct {
    const char  *group;
    char       **field;
    gsize        max_bytes;
  } fields[] = {
    { "test", &block->test, FAILURE_MAX_NAME },
    { "message", &block->message, FAILURE_MAX_MESSAGE },
    { "exception", &block->exception, FAILURE_MAX_EXCEPTION },
    { "file", &block->file, FAILURE_MAX_NAME },
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (**fields[i].field == '\0') {
      char *value = rule_dup_group (block->rule, pattern, match, fields[i].group,
                                    fields[i].max_bytes);

      g_free (*fields[i].field);
      *fields[i].field = g_strstrip (value);
    }
  if (block->n_again == 0) {
    g_autofree char *again = pattern_match_dup_group (pattern, match, "again", 9);

    block->n_again = strtoul (again, NULL, 10);
  }
  if (*block->suite == '\0') {
    g_free (block->suite);
    block->suite = rule_dup_suite (block->rule, pattern, match);
  }
}

/* Adds PIECE to the name of BLOCK's test. */
static void
add_piece (Block      *block,
           const char *piece,
           gboolean    in_front)
{
  const char *known = block->test;
  const char *join = *block->runner->heading_join != '\0' ? block->runner->heading_join : " ";
  char *name;

  if (*known == '\0')
    name = g_strdup (piece);
  else
    name = in_front ? g_strconcat (piece, join, known, NULL)
                    : g_strconcat (known, join, piece, NULL);
  g_free (block->test);
  block->test = name;
  block->is_named = strlen (name) >= FAILURE_MAX_NAME;
}

/* Takes the next piece of the name from a line; the first one that has none ends it. Returns
 * whether the line had one. */
static gboolean
take_piece (Block      *block,
            Matcher    *matcher,
            gboolean    in_front,
            const char *text,
            gsize       length)
{
  const Pattern *names = block->rule->names;
  g_autofree char *piece = NULL;

  if (block->is_named)
    return FALSE;
  if (!matcher_find (matcher, block->rule, names, text, length)) {
    block->is_named = *block->test != '\0';
    return FALSE;
  }
  piece = rule_dup_group (block->rule, names, matcher_get_match (matcher), "test", FAILURE_MAX_NAME);
  if (*g_strstrip (piece) != '\0')
    add_piece (block, piece, in_front);

  return TRUE;
}

/* Goes on with BLOCK's message where DETAIL only adds to it. */
static void
add_to_message (Block         *block,
                const Detail  *detail,
                const Pattern *pattern,
                PatternMatch  *match)
{
  g_autofree char *piece = rule_dup_group (block->rule, pattern, match, "message", FAILURE_MAX_MESSAGE);
  char *message;

  if (block->n_added >= MAX_ADDED || *g_strstrip (piece) == '\0' ||
      strlen (block->message) + strlen (piece) > FAILURE_MAX_MESSAGE)
    return;
  message = g_strconcat (block->message, detail->adds, piece, NULL);
  g_free (block->message);
  block->message = message;
  block->n_added++;
}

/* Takes what PATTERN, which has just matched, tells for DETAIL. */
static void
take_detail (Block         *block,
             const Detail  *detail,
             const Pattern *pattern,
             PatternMatch  *match)
{
  gsize length;
  gboolean has_message = pattern_match_get_group (pattern, match, "message", &length) != NULL &&
                         length > 0;

  if (detail->has_kind)
    block->kind = detail->kind;
  if (has_message && block->is_weak && (!detail->is_weak || detail->is_last)) {
    g_free (block->message);
    block->message = g_strdup ("");
    block->is_weak = FALSE;
  }
  if (detail->adds != NULL && *block->message != '\0') {
    add_to_message (block, detail, pattern, match);
    return;
  }
  block->is_weak |= has_message && detail->is_weak && *block->message == '\0';
  block_fill_in (block, pattern, match);
}

/* Whether a line that PATTERN has just matched is about another test than BLOCK's. */
static gboolean
is_of_other (const Block   *block,
             const Pattern *pattern,
             PatternMatch  *match)
{
  g_autofree char *test = rule_dup_group (block->rule, pattern, match, "test", FAILURE_MAX_NAME);

  return *test != '\0' && *block->test != '\0' && !g_str_equal (test, block->test);
}

gboolean
block_is_blank (const char *text,
                gsize       length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isspace (text[i]))
      return FALSE;

  return TRUE;
}

/* Whether the line is the one that a detail above it meant. */
static gboolean
take_pending (Block      *block,
              Matcher    *matcher,
              const char *text,
              gsize       length)
{
  const Detail *detail = block->pending;

  if (detail == NULL || block_is_blank (text, length))
    return FALSE;
  block->pending = NULL;
  if (!matcher_find (matcher, block->rule, detail->then, text, length))
    return FALSE;
  take_detail (block, detail, detail->then, matcher_get_match (matcher));

  return TRUE;
}

void
block_take_line (Block      *block,
                 Matcher    *matcher,
                 const char *text,
                 gsize       length)
{
  if (take_piece (block, matcher, FALSE, text, length) ||
      take_pending (block, matcher, text, length))
    return;

  for (guint i = 0; i < block->rule->details->len; i++) {
    const Detail *detail = g_ptr_array_index (block->rule->details, i);

    if (!matcher_find (matcher, block->rule, detail->pattern, text, length) ||
        is_of_other (block, detail->pattern, matcher_get_match (matcher)))
      continue;
    take_detail (block, detail, detail->pattern, matcher_get_match (matcher));
    if (detail->then != NULL)
      block->pending = detail;
  }
}

gboolean
block_take_heading (Block      *block,
                    Matcher    *matcher,
                    const char *text,
                    gsize       length)
{
  return block->rule->names != NULL && !take_piece (block, matcher, TRUE, text, length) &&
         block->is_named;
}

gboolean
block_take_name (Block      *block,
                 Matcher    *matcher,
                 const char *text,
                 gsize       length)
{
  return take_piece (block, matcher, FALSE, text, length);
}

void
block_take_words (Block       *block,
                  const Block *again)
{
  block->is_quoted = again->is_quoted;
  if (*again->message != '\0') {
    g_free (block->message);
    block->message = g_strdup (again->message);
  }
  if (*again->exception != '\0') {
    g_free (block->exception);
    block->exception = g_strdup (again->exception);
  }
}

/* A name that two tests have says besides where each of them is. */
static void
set_place (Failure     *failure,
           const Block *block)
{
  const char *name = block->place->name;

  own_string_set (&failure->place, name);
  failure->place_line = block->place->line;
  if (block->has_namesake && *name != '\0') {
    g_free (failure->test);
    failure->test = g_strconcat (name, PLACE_END, block->test, NULL);
  }
}

Failure *
block_dup_failure (const Block *block)
{
  Failure *failure = failure_new ();

  own_string_set (&failure->runner, block->runner->name);
  own_string_set (&failure->test, block->test);
  own_string_set (&failure->suite, block->suite);
  if (block->place != NULL)
    set_place (failure, block);
  own_string_set (&failure->message, block->message);
  own_string_set (&failure->exception, block->exception);
  failure->kind = block->kind;
  failure->line = block->line;
  failure->first_line = block->first_line;
  failure->last_line = block->last_line;
  failure->since_line = block->since_line;
  failure->until_line = block->until_line;
  failure->lane = block->lane;
  failure->flaky = block->flaky;

  return failure;
}

gboolean
block_is_of_cause (const Block     *block,
                   const GPtrArray *failures)
{
  if (block->kind != FAILURE_CRASH || *block->test != '\0')
    return FALSE;
  for (guint i = 0; i < failures->len; i++) {
    const FailureCause *cause = ((Failure *) g_ptr_array_index (failures, i))->cause;

    if (cause != NULL && block->last_line >= cause->first_line &&
        block->first_line <= cause->last_line + CAUSE_GAP)
      return TRUE;
  }

  return FALSE;
}
