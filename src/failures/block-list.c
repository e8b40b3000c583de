/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "rule-groups.h"

#include "block-list.h"

#define MAX_SEEN      10000
#define MAX_NAMES     20000
#define FIRST_OTHERS  100     /* of errors, words and echoes */
#define MAX_OTHERS    500
#define MERGE_GAP     2
#define TEST_GAP      10      /* between two reports on one test */
#define MERGE_LINES   40
#define CHAIN_GAP     60      /* between errors of one chain */

static void
destroy_block (gpointer block)
{
  block_free (block);
}

BlockList *
block_list_new (void)
{
  BlockList *list = g_new0 (BlockList, 1);

  list->reports = g_ptr_array_new_with_free_func (destroy_block);
  list->others = g_ptr_array_new_with_free_func (destroy_block);
  list->by_test = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  list->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  list->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return list;
}

void
block_list_free (BlockList *list)
{
  if (list == NULL)
    return;

  g_hash_table_unref (list->by_test);
  g_hash_table_unref (list->by_name);
  g_hash_table_unref (list->seen);
  g_ptr_array_unref (list->reports);
  g_ptr_array_unref (list->others);
  g_free (list);
}

/* The last one of all suites. */
static Block *
find_any (BlockList    *list,
          const Runner *runner,
          const Place  *place,
          const char   *test)
{
  g_autofree char *key = block_dup_key (runner, place, test);

  return g_hash_table_lookup (list->by_test, key);
}

gboolean
block_list_has (BlockList    *list,
                const Runner *runner,
                const Place  *place,
                const char   *test)
{
  return find_any (list, runner, place, test) != NULL;
}

Block *
block_list_find (BlockList    *list,
                 const Runner *runner,
                 const Place  *place,
                 const char   *suite,
                 const char   *test)
{
  Block *untold = NULL, *shortest = NULL;

  for (Block *block = find_any (list, runner, place, test); block != NULL; block = block->other) {
    if (rule_is_same_suite (block->suite, suite))
      return block;
    if (*block->suite == '\0')
      untold = block;
    else if (shortest == NULL || strlen (block->suite) < strlen (shortest->suite))
      shortest = block;
  }

  /* The folder that all others are below. */
  return untold == NULL && g_str_equal (suite, ".") ? shortest : untold;
}

static void
set_suite (Block      *block,
           const char *suite)
{
  g_free (block->suite);
  block->suite = g_strdup (suite);
}

/* Leaves BLOCK out of those that are found by their test. */
static void
unlink_block (BlockList *list,
              Block     *block)
{
  g_autofree char *key = block_dup_key (block->runner, block->place, block->test);
  Block *other = g_hash_table_lookup (list->by_test, key);

  if (other != block) {
    while (other != NULL && other->other != block)
      other = other->other;
    if (other != NULL)
      other->other = block->other;
  } else if (block->other != NULL) {
    g_hash_table_insert (list->by_test, g_steal_pointer (&key), block->other);
  } else {
    g_hash_table_remove (list->by_test, key);
  }
  block->other = NULL;
}

/* Keeps BLOCK by its test. */
static void
link_block (BlockList *list,
            Block     *block)
{
  block->other = find_any (list, block->runner, block->place, block->test);
  g_hash_table_insert (list->by_test, block_dup_key (block->runner, block->place, block->test), block);
}

/* Whether AGAIN follows soon after BLOCK, the last one of LIST: both are one piece. */
static gboolean
is_soon_after (const GPtrArray *list,
               const Block     *block,
               const Block     *again)
{
  return block == g_ptr_array_index (list, list->len - 1) &&
         again->first_line > block->last_line &&
         again->first_line - block->last_line <= TEST_GAP &&
         again->last_line - block->first_line < MERGE_LINES;
}

/* The same test again: what explains it best, of two like reports that of the last try, or both where they are
 * ONE_PIECE, and the last line that names it. A message is better than the line that names the test; of what stands
 * below one heading the first. */
static void
merge_test (Block    *block,
            Block    *again,
            gboolean  one_piece)
{
  gint64 length = block->last_line - block->first_line;
  gint64 again_length = again->last_line - again->first_line;
  gboolean is_longer = again_length > length;
  gboolean has_both = one_piece || again->first_line <= block->first_line;
  gboolean says_more = block->is_quoted && !again->is_quoted;

  if (one_piece) {
    block->last_line = again->last_line;
  } else if (is_longer || says_more || (again_length == length && length > 0)) {
    block->first_line = again->first_line;
    block->last_line = again->last_line;
  }
  if (says_more || (!has_both && is_longer && (block->is_quoted || !again->is_quoted)))
    block_take_words (block, again);
  block->line = again->line;
  block->n_again = again->n_again;
  block->flaky = again->flaky || (block->flaky && again->rule->is_recap);
  if (*block->suite == '\0' || (*block->suite == '.' && *again->suite != '\0' && *again->suite != '.'))
    set_suite (block, again->suite);
  block_free (again);
}

/* Whether both are about files, and not the same one: a compiler that runs many times at once goes from
 * one to the next without a word. */
static gboolean
are_of_two_files (const Block *a,
                  const Block *b)
{
  return *a->file != '\0' && *b->file != '\0' && !g_str_equal (a->file, b->file);
}

/* Whether BLOCK went into the last one of LIST, since both are of one piece of one step. Crashes are only where
 * the same rule found them. */
static gboolean
merge_neighbour (GPtrArray *list,
                 Block     *block,
                 gint64     step_line)
{
  Block *last = list->len > 0 ? g_ptr_array_index (list, list->len - 1) : NULL;
  /* What a later line may take back goes with what it takes back alone. */
  gint64 gap = block->rule->unless != NULL ? 0 : MERGE_GAP;

  if (last == NULL || last->runner != block->runner || last->weight != block->weight ||
      (block->kind != last->kind || (block->kind == FAILURE_CRASH && last->rule != block->rule)) ||
      *last->test != '\0' || last->line < step_line || are_of_two_files (last, block) ||
      block->first_line - last->last_line > gap + 1 ||
      block->last_line - last->first_line >= MERGE_LINES)
    return FALSE;

  last->last_line = MAX (last->last_line, block->last_line);
  if (last->is_quoted && !block->is_quoted)
    block_take_words (last, block);
  block_free (block);

  return TRUE;
}

/* Whether the log said the same before. */
static gboolean
is_repeated (BlockList *list,
             Block     *block)
{
  char *key;

  if (g_hash_table_size (list->seen) >= MAX_SEEN)
    return FALSE;
  key = g_strdup_printf ("%s\n%s\n%" G_GINT64_FORMAT, block->runner->name, block->message,
                         block->last_line - block->first_line);

  return !g_hash_table_add (list->seen, key);
}

/* Report number INDEX is of SUITE, where its test may have been reported before. */
static void
settle_suite (BlockList  *list,
              guint       index,
              const char *suite)
{
  Block *block = g_ptr_array_index (list->reports, index);
  Block *known;

  if (*block->test == '\0')
    return;
  unlink_block (list, block);
  known = block_list_find (list, block->runner, block->place, suite, block->test);
  if (known != NULL) {
    g_autofree char *name = block_dup_key (block->runner, NULL, block->test);

    if (g_hash_table_lookup (list->by_name, name) == block)
      g_hash_table_insert (list->by_name, g_steal_pointer (&name), known);
    g_ptr_array_steal_index (list->reports, index);
    merge_test (known, block, FALSE);
    return;
  }
  set_suite (block, suite);
  link_block (list, block);
}

/* A report on BLOCK's test whose suite is not told is the same, since one that is told of it stands right below. */
static void
settle_untold (BlockList   *list,
               const Block *block)
{
  guint index;

  for (Block *other = find_any (list, block->runner, block->place, block->test); other != NULL;
       other = other->other)
    if (*other->suite == '\0' && g_ptr_array_find (list->reports, other, &index)) {
      settle_suite (list, index, block->suite);
      return;
    }
}

/* The report on BLOCK's test that is known already, or NULL. A program's two streams may come out of step, so that
 * a test's report seems to stand in another place than the line that only named it. */
static Block *
find_known (BlockList   *list,
            const Block *block)
{
  Block *known = block_list_find (list, block->runner, block->place, block->suite, block->test);
  g_autofree char *name = NULL;

  if (known != NULL || block->is_quoted || *block->suite != '\0')
    return known;
  name = block_dup_key (block->runner, NULL, block->test);
  known = g_hash_table_lookup (list->by_name, name);
  if (known == NULL || !known->is_quoted || known->rule == block->rule || *known->suite != '\0')
    return NULL;

  unlink_block (list, known);
  place_unref (known->place);
  known->place = place_ref (block->place);
  link_block (list, known);

  return known;
}

/* Whether BLOCK is told by another, which has taken it. */
static gboolean
is_told (BlockList *list,
         GPtrArray *blocks,
         Block     *block,
         gint64     step_line)
{
  gboolean repeated;

  if (*block->test != '\0') {
    Block *known;

    if (*block->suite != '\0')
      settle_untold (list, block);
    known = find_known (list, block);

    if (known != NULL)
      merge_test (known, block, is_soon_after (list->reports, known, block));
    return known != NULL;
  }

  repeated = block->rule->unless == NULL && is_repeated (list, block);
  if (merge_neighbour (blocks, block, step_line))
    return TRUE;
  if (repeated)
    block_free (block);

  return repeated;
}

/* Keeps BLOCK by its test's name, which tests in other places may have, too. */
static void
add_name (BlockList *list,
          Block     *block)
{
  g_autofree char *name = block_dup_key (block->runner, NULL, block->test);
  Block *other = g_hash_table_lookup (list->by_name, name);

  link_block (list, block);
  if (other == NULL)
    g_hash_table_insert (list->by_name, g_steal_pointer (&name), block);
  else
    other->has_namesake = block->has_namesake = TRUE;
}

/* Forgets BLOCK's name. */
static void
remove_name (BlockList *list,
             Block     *block)
{
  g_autofree char *name = block_dup_key (block->runner, NULL, block->test);

  unlink_block (list, block);
  if (g_hash_table_lookup (list->by_name, name) == block)
    g_hash_table_remove (list->by_name, name);
}

void
block_list_leave_out (BlockList *list,
                      Block     *block)
{
  g_autofree char *key = block_dup_key (block->runner, block->place, block->test);

  if (block->weight == WEIGHT_REPORT && (*block->test == '\0' || !g_hash_table_contains (list->by_test, key))) {
    list->n_left_out++;
    /* Those that are kept stay known by it. */
    if (*block->test != '\0' && g_hash_table_size (list->by_test) < MAX_NAMES)
      g_hash_table_insert (list->by_test, g_steal_pointer (&key), NULL);
  }
  block_free (block);
}

static void
add_report (BlockList *list,
            Block     *block)
{
  if (list->reports->len >= BLOCK_LIST_MAX_REPORTS) {
    block_list_leave_out (list, block);
    return;
  }
  if (*block->test != '\0')
    add_name (list, block);
  g_ptr_array_add (list->reports, block);
}

void
block_list_take_back (BlockList      *list,
                      const LineRule *rule,
                      gint64          number)
{
  GPtrArray *blocks = rule->weight == WEIGHT_REPORT ? list->reports : list->others;

  while (blocks->len > 0) {
    Block *last = g_ptr_array_index (blocks, blocks->len - 1);

    if (last->rule != rule || last->last_line < number - 1)
      return;
    if (*last->test != '\0')
      remove_name (list, last);
    number = last->first_line;
    g_ptr_array_remove_index (blocks, blocks->len - 1);
  }
}

void
block_list_add (BlockList *list,
                Block     *block,
                gint64     step_line)
{
  gboolean is_report = block->weight == WEIGHT_REPORT;

  if (is_told (list, is_report ? list->reports : list->others, block, step_line))
    return;
  if (is_report) {
    add_report (list, block);
    return;
  }
  g_ptr_array_add (list->others, block);
  if (list->others->len > MAX_OTHERS)
    g_ptr_array_remove_index (list->others, FIRST_OTHERS);
}

void
block_list_name_suite (BlockList    *list,
                       const Runner *runner,
                       const char   *suite)
{
  for (guint i = list->reports->len; i > 0; i--) {
    const Block *block = g_ptr_array_index (list->reports, i - 1);

    if (block->runner != runner)
      continue;
    if (*block->suite != '\0')
      break;
    settle_suite (list, i - 1, suite);
  }
}

static gboolean
are_tests (const GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++)
    if (((const Block *) g_ptr_array_index (blocks, i))->kind != FAILURE_FAILED)
      return FALSE;

  return TRUE;
}

guint
block_list_get_chain_end (const GPtrArray *blocks,
                          guint            start)
{
  const Block *block = g_ptr_array_index (blocks, start);
  guint end;

  if (are_tests (blocks))
    return blocks->len;
  for (end = start + 1; end < blocks->len; end++) {
    const Block *above = g_ptr_array_index (blocks, end);

    if (block->first_line - above->last_line > CHAIN_GAP)
      break;
    block = above;
  }

  return end;
}

gboolean
block_list_is_heading (const GPtrArray *reports,
                       const Block     *block)
{
  if (!block->rule->has_place || *block->test != '\0')
    return FALSE;
  for (guint i = 0; i < reports->len; i++) {
    const Block *report = g_ptr_array_index (reports, i);

    if (report->runner == block->runner && place_equal (report->place, block->place))
      return TRUE;
  }

  return FALSE;
}
