/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#define PCRE2_CODE_UNIT_WIDTH 8

#include <time.h>

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <pcre2.h>

#include "character.h"

#include "pattern.h"

/* Steps of PCRE2's matcher. A rule that is written with care takes a few hundred. */
#define MATCH_LIMIT 100000
#define DEPTH_LIMIT 5000
#define MAX_GROUPS  16

/* The limit counts no step over a run of characters, so that a pattern may take a time that grows
 * with the square of a line's length, and never reach it. Of a line longer than this the time is
 * taken, in microseconds of the processor; what is written with care takes ten or twenty. */
#define SHORT_TEXT  2048
#define SLOW_TIME   2000
#define MAX_SLOW    3

/* A longer word is cut, even if it is a secret. */
#define MAX_WORD    512

/* Bytes. What a long line needs more than the first is taken as it is needed. */
#define JIT_STACK_START (32 * 1024)
#define JIT_STACK_MAX   (512 * 1024)

struct Pattern {
  char       *source;       /* of what is shipped: compiled when it is first tried */
  pcre2_code *code;
  gsize       state;        /* 0: not compiled for the processor, which takes longer than all the rest */
};

enum {
  STATE_COMPILED = 1,
  STATE_NOT_SUPPORTED,      /* for this processor; it is interpreted */
  STATE_WRONG,              /* for this PCRE2; it matches nothing */
};

struct PatternMatch {
  pcre2_match_data    *data;
  pcre2_match_context *context;
  pcre2_jit_stack     *stack;
  GHashTable          *slow;      /* Pattern to how often it took too long */
  const char          *text;
};

static pcre2_code *
compile (const char  *source,
         GError     **error)
{
  PCRE2_UCHAR words[256];
  PCRE2_SIZE offset = 0;
  int problem = 0;
  pcre2_code *code = pcre2_compile ((PCRE2_SPTR) source, PCRE2_ZERO_TERMINATED,
                                    PCRE2_UTF | PCRE2_NO_UTF_CHECK | PCRE2_DOLLAR_ENDONLY |
                                    PCRE2_NEVER_BACKSLASH_C,
                                    &problem, &offset, NULL);

  if (code == NULL) {
    pcre2_get_error_message (problem, words, sizeof (words));
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s (%" G_GSIZE_FORMAT ")",
                 (const char *) words, (gsize) offset);
  }

  return code;
}

Pattern *
pattern_new (const char  *source,
             GError     **error)
{
  pcre2_code *code = compile (source, error);
  Pattern *pattern;

  if (code == NULL)
    return NULL;

  pattern = g_new0 (Pattern, 1);
  pattern->code = code;

  return pattern;
}

gboolean
pattern_read (const DataNode  *node,
              Pattern        **ret_pattern,
              GError         **error)
{
  const char *source = data_node_get_string (node);
  g_autoptr (GError) problem = NULL;

  if (node == NULL)
    return TRUE;
  if (source == NULL)
    return data_node_set_error (node, error, _("a regular expression is missing"));

  if (data_node_is_shipped (node)) {
    *ret_pattern = g_new0 (Pattern, 1);
    (*ret_pattern)->source = g_strdup (source);
    return TRUE;
  }
  *ret_pattern = pattern_new (source, &problem);
  if (*ret_pattern == NULL)
    return data_node_set_error (node, error, _("the regular expression is wrong: %s"),
                                problem->message);

  return TRUE;
}

void
pattern_free (Pattern *pattern)
{
  if (pattern == NULL)
    return;

  pcre2_code_free (pattern->code);
  g_free (pattern->source);
  g_free (pattern);
}

void
pattern_destroy (gpointer pattern)
{
  pattern_free (pattern);
}

PatternMatch *
pattern_match_new (void)
{
  PatternMatch *match = g_new0 (PatternMatch, 1);

  match->data = pcre2_match_data_create (MAX_GROUPS, NULL);
  match->context = pcre2_match_context_create (NULL);
  match->stack = pcre2_jit_stack_create (JIT_STACK_START, JIT_STACK_MAX, NULL);
  pcre2_jit_stack_assign (match->context, NULL, match->stack);
  match->slow = g_hash_table_new (NULL, NULL);
  pcre2_set_match_limit (match->context, MATCH_LIMIT);
  pcre2_set_depth_limit (match->context, DEPTH_LIMIT);

  return match;
}

void
pattern_match_free (PatternMatch *match)
{
  if (match == NULL)
    return;

  pcre2_match_data_free (match->data);
  pcre2_match_context_free (match->context);
  pcre2_jit_stack_free (match->stack);
  g_hash_table_unref (match->slow);
  g_free (match);
}

static gsize
compile_for_processor (Pattern *pattern)
{
  g_autoptr (GError) error = NULL;

  if (pattern->code == NULL)
    pattern->code = compile (pattern->source, &error);
  if (pattern->code == NULL) {
    g_warning ("%s: %s", pattern->source, error->message);
    return STATE_WRONG;
  }

  return pcre2_jit_compile (pattern->code, PCRE2_JIT_COMPLETE) == 0 ? STATE_COMPILED
                                                                    : STATE_NOT_SUPPORTED;
}

/* Most rules never see a line, so that theirs are not compiled before one does. */
static gsize
make_ready (const Pattern *pattern)
{
  gsize *state = (gsize *) &pattern->state;

  if (g_once_init_enter (state))
    g_once_init_leave (state, compile_for_processor ((Pattern *) pattern));

  return *state;
}

static PatternResult
find (const Pattern *pattern,
      PatternMatch  *match,
      const char    *text,
      gsize          length)
{
  gsize state = make_ready (pattern);
  int result;

  if (state == STATE_COMPILED)
    result = pcre2_jit_match (pattern->code, (PCRE2_SPTR) text, length, 0, 0,
                              match->data, match->context);
  else if (state == STATE_NOT_SUPPORTED)
    result = pcre2_match (pattern->code, (PCRE2_SPTR) text, length, 0, PCRE2_NO_UTF_CHECK,
                          match->data, match->context);
  else
    result = PCRE2_ERROR_NOMATCH;
  match->text = text;
  if (result >= 0)
    return PATTERN_MATCH;

  return result == PCRE2_ERROR_NOMATCH ? PATTERN_NO_MATCH : PATTERN_TOO_SLOW;
}

/* Microseconds of the processor that this thread has used. */
static gint64
get_used_time (void)
{
  struct timespec used = { 0, 0 };

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &used);

  return used.tv_sec * G_USEC_PER_SEC + used.tv_nsec / 1000;
}

static PatternResult
find_in_long_text (const Pattern *pattern,
                   PatternMatch  *match,
                   const char    *text,
                   gsize          length)
{
  guint n_slow = GPOINTER_TO_UINT (g_hash_table_lookup (match->slow, pattern));
  PatternResult result;
  gint64 start;

  if (n_slow >= MAX_SLOW)
    return PATTERN_TOO_SLOW;

  make_ready (pattern);
  start = get_used_time ();
  result = find (pattern, match, text, length);
  if (get_used_time () - start < SLOW_TIME)
    return result;

  g_hash_table_insert (match->slow, (gpointer) pattern, GUINT_TO_POINTER (n_slow + 1));

  return result == PATTERN_MATCH ? PATTERN_MATCH : PATTERN_TOO_SLOW;
}

PatternResult
pattern_find (const Pattern *pattern,
              PatternMatch  *match,
              const char    *text,
              gsize          length)
{
  return length > SHORT_TEXT ? find_in_long_text (pattern, match, text, length)
                             : find (pattern, match, text, length);
}

void
pattern_match_get_range (PatternMatch *match,
                         gsize        *ret_start,
                         gsize        *ret_end)
{
  const PCRE2_SIZE *offsets = pcre2_get_ovector_pointer (match->data);

  *ret_start = offsets[0];
  *ret_end = offsets[1];
}

const char *
pattern_match_get_group (const Pattern *pattern,
                         PatternMatch  *match,
                         const char    *name,
                         gsize         *ret_length)
{
  const PCRE2_SIZE *offsets = pcre2_get_ovector_pointer (match->data);
  int group = pcre2_substring_number_from_name (pattern->code, (PCRE2_SPTR) name);

  *ret_length = 0;
  if (group < 0 || group >= MAX_GROUPS || offsets[2 * group] == PCRE2_UNSET)
    return NULL;
  *ret_length = offsets[2 * group + 1] - offsets[2 * group];

  return match->text + offsets[2 * group];
}

char *
pattern_match_dup_group (const Pattern *pattern,
                         PatternMatch  *match,
                         const char    *name,
                         gsize          max_bytes)
{
  gsize length;
  const char *group = pattern_match_get_group (pattern, match, name, &length);

  return group != NULL ? pattern_dup_text (group, length, max_bytes) : g_strdup ("");
}

/* Where to cut TEXT: before the word that MAX_BYTES falls into, unless that is very long. */
static gsize
find_cut (const char *text,
          gsize       max_bytes)
{
  gsize cut = max_bytes;

  while (cut > 0 && max_bytes - cut < MAX_WORD && !g_ascii_isspace (text[cut]))
    cut--;
  if (cut > 0 && g_ascii_isspace (text[cut]))
    return cut;

  return character_find_cut (text, max_bytes);
}

char *
pattern_dup_text (const char *text,
                  gsize       length,
                  gsize       max_bytes)
{
  if (length > max_bytes)
    length = find_cut (text, max_bytes);
  while (length > 0 && g_ascii_isspace (text[length - 1]))
    length--;

  return g_strndup (text, length);
}
