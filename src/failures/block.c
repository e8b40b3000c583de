/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "block.h"

#define MAX_EXCEPTION 128

Block *
block_new (const LineRule *rule)
{
  Block *block = g_new0 (Block, 1);

  block->runner = rule->runner;
  block->rule = rule;
  block->weight = rule->weight;
  block->kind = rule->kind;
  block->test = g_strdup ("");
  block->message = g_strdup ("");
  block->exception = g_strdup ("");
  block->is_named = rule->names == NULL;

  return block;
}

void
block_free (Block *block)
{
  if (block == NULL)
    return;

  g_free (block->test);
  g_free (block->message);
  g_free (block->exception);
  g_free (block);
}

char *
block_dup_key (const Runner *runner,
               const char   *test)
{
  return g_strconcat (runner->name, "\n", test, NULL);
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
    { "test", &block->test, MAX_BLOCK_NAME },
    { "message", &block->message, MAX_BLOCK_MESSAGE },
    { "exception", &block->exception, MAX_EXCEPTION },
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (**fields[i].field == '\0') {
      char *value = pattern_match_dup_group (pattern, match, fields[i].group,
                                             fields[i].max_bytes);

      g_free (*fields[i].field);
      *fields[i].field = g_strstrip (value);
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
  block->is_named = strlen (name) >= MAX_BLOCK_NAME;
}

/* Takes the next piece of the name from a line; the first one that has none ends it. Returns
 * whether the line had one. */
static gboolean
take_name (Block      *block,
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
  piece = pattern_match_dup_group (names, matcher_get_match (matcher), "test", MAX_BLOCK_NAME);
  add_piece (block, g_strstrip (piece), in_front);

  return TRUE;
}

void
block_take_line (Block      *block,
                 Matcher    *matcher,
                 const char *text,
                 gsize       length)
{
  if (take_name (block, matcher, FALSE, text, length))
    return;

  for (guint i = 0; i < block->rule->details->len; i++) {
    const Detail *detail = g_ptr_array_index (block->rule->details, i);

    if (!matcher_find (matcher, block->rule, detail->pattern, text, length))
      continue;
    block_fill_in (block, detail->pattern, matcher_get_match (matcher));
    if (detail->has_kind)
      block->kind = detail->kind;
  }
}

gboolean
block_take_heading (Block      *block,
                    Matcher    *matcher,
                    const char *text,
                    gsize       length)
{
  return block->rule->names != NULL && !take_name (block, matcher, TRUE, text, length) &&
         block->is_named;
}
