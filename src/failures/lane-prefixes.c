/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "lane-prefixes.h"

#define MAX_NESTED   3      /* a tool may show the output of one that does the same */
#define MAX_TOO_SLOW 3
#define MAX_NAMES    256
#define MAX_ENTRIES  64     /* bits */

struct LanePrefix {
  Pattern   *pattern;
  GPtrArray *starts;        /* element-type utf8: a '#' at the end is any digit; empty: a line tells */
  gboolean   announces;     /* a line that starts so tells of a lane … */
  gboolean   announced;     /* … and only lanes that lines told of count */
};

typedef struct {
  const LanePrefix *prefix;
  const Runner     *runner;
  gboolean          is_open;
  guint             n_too_slow;
} Entry;

static gboolean
read_starts (LanePrefix      *prefix,
             const DataNode  *list,
             GError         **error)
{
  for (guint i = 0; i < data_node_get_n_items (list); i++) {
    const DataNode *item = data_node_get_item (list, i);
    const char *text = data_node_get_string (item);

    if (text == NULL || *text == '\0' || g_str_equal (text, "#"))
      return data_node_set_error (item, error, _("words are missing"));
    g_ptr_array_add (prefix->starts, g_strdup (text));
  }

  return TRUE;
}

LanePrefix *
lane_prefix_new (const DataNode  *node,
                 GError         **error)
{
  const char * const keys[] = { "starts", "announces", "announced", "matches", NULL };
  g_autoptr (LanePrefix) prefix = g_new0 (LanePrefix, 1);

  prefix->starts = g_ptr_array_new_with_free_func (g_free);
  if (data_node_get (node, "matches") == NULL) {
    data_node_set_error (node, error, _("a regular expression is missing"));
    return NULL;
  }
  if (!data_node_check_keys (node, keys, error) ||
      !data_node_read_boolean (node, "announces", &prefix->announces, error) ||
      !data_node_read_boolean (node, "announced", &prefix->announced, error) ||
      !pattern_read (data_node_get (node, "matches"), &prefix->pattern, error) ||
      !read_starts (prefix, data_node_get (node, "starts"), error))
    return NULL;

  return g_steal_pointer (&prefix);
}

void
lane_prefix_free (LanePrefix *prefix)
{
  if (prefix == NULL)
    return;

  pattern_free (prefix->pattern);
  g_ptr_array_unref (prefix->starts);
  g_free (prefix);
}

static void
add_entry (LanePrefixes     *prefixes,
           const Runner     *runner,
           const LanePrefix *prefix)
{
  Entry entry = { prefix, runner, prefix->starts->len > 0, 0 };
  guint index = prefixes->entries->len;

  if (index >= MAX_ENTRIES)
    return;
  for (guint i = 0; i < prefix->starts->len; i++) {
    const char *start = g_ptr_array_index (prefix->starts, i);

    prefixes->may_start[(guchar) *start] |= G_GUINT64_CONSTANT (1) << index;
  }
  g_array_append_val (prefixes->entries, entry);
}

LanePrefixes *
lane_prefixes_new (const Rules *rules)
{
  LanePrefixes *prefixes = g_new0 (LanePrefixes, 1);

  prefixes->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  prefixes->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  prefixes->match = pattern_match_new ();
  prefixes->lane = g_string_new (NULL);
  for (guint i = 0; i < rules->runners->len; i++) {
    const Runner *runner = g_ptr_array_index (rules->runners, i);

    for (guint k = 0; k < runner->lanes->len; k++)
      add_entry (prefixes, runner, g_ptr_array_index (runner->lanes, k));
  }

  return prefixes;
}

LanePrefixes *
lane_prefixes_copy (const LanePrefixes *prefixes)
{
  LanePrefixes *copy = g_new0 (LanePrefixes, 1);
  GHashTableIter iter;
  gpointer name;

  copy->entries = g_array_copy (prefixes->entries);
  copy->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  copy->match = pattern_match_new ();
  copy->lane = g_string_new (NULL);
  memcpy (copy->may_start, prefixes->may_start, sizeof copy->may_start);
  g_hash_table_iter_init (&iter, prefixes->names);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    g_hash_table_add (copy->names, g_strdup (name));

  return copy;
}

void
lane_prefixes_free (LanePrefixes *prefixes)
{
  if (prefixes == NULL)
    return;

  g_array_unref (prefixes->entries);
  g_hash_table_unref (prefixes->names);
  pattern_match_free (prefixes->match);
  g_string_free (prefixes->lane, TRUE);
  g_free (prefixes);
}

static void
announce (LanePrefixes *prefixes,
          const char   *name)
{
  if (*name != '\0' && g_hash_table_size (prefixes->names) < MAX_NAMES)
    g_hash_table_add (prefixes->names, g_strdup (name));
}

void
lane_prefixes_open (LanePrefixes *prefixes,
                    const Runner *runner,
                    const char   *name)
{
  announce (prefixes, name);
  for (guint i = 0; i < prefixes->entries->len; i++) {
    Entry *entry = &g_array_index (prefixes->entries, Entry, i);

    if (entry->runner != runner || entry->is_open)
      continue;
    entry->is_open = TRUE;
    for (guint k = 0; k < G_N_ELEMENTS (prefixes->may_start); k++)
      prefixes->may_start[k] |= G_GUINT64_CONSTANT (1) << i;
  }
}

static gboolean
starts_with (const char *text,
             gsize       length,
             const char *start)
{
  gsize n = strlen (start);

  if (n > length)
    return FALSE;
  if (start[n - 1] == '#' && !g_ascii_isdigit (text[n - 1]))
    return FALSE;

  return memcmp (text, start, start[n - 1] == '#' ? n - 1 : n) == 0;
}

static gboolean
may_be (const Entry *entry,
        const char  *text,
        gsize        length)
{
  const GPtrArray *starts = entry->prefix->starts;

  if (entry->n_too_slow >= MAX_TOO_SLOW)
    return FALSE;
  for (guint i = 0; i < starts->len; i++)
    if (starts_with (text, length, g_ptr_array_index (starts, i)))
      return TRUE;

  return starts->len == 0;
}

/* Length of ENTRY's prefix that TEXT starts with, or 0; RET_LANE becomes its lane's name, or NULL (transfer
 * full). */
static gsize
match_entry (LanePrefixes *prefixes,
             Entry        *entry,
             const char   *text,
             gsize         length,
             char        **ret_lane)
{
  const Pattern *pattern = entry->prefix->pattern;
  PatternResult result = pattern_find (pattern, prefixes->match, text, length);
  g_autofree char *lane = NULL;
  gsize start, end;

  entry->n_too_slow += result == PATTERN_TOO_SLOW;
  if (result != PATTERN_MATCH)
    return 0;
  pattern_match_get_range (prefixes->match, &start, &end);
  lane = pattern_match_dup_group (pattern, prefixes->match, "lane", LANE_MAX_NAME);
  if (start > 0 || (entry->prefix->announced && !g_hash_table_contains (prefixes->names, lane)))
    return 0;
  if (entry->prefix->announces)
    announce (prefixes, lane);
  *ret_lane = g_steal_pointer (&lane);

  return end;
}

/* The number of the lowest bit that is set. */
static guint
get_lowest (guint64 bits)
{
  guint n = 0;

  while ((bits & 1) == 0) {
    bits >>= 1;
    n++;
  }

  return n;
}

/* Length of the first prefix that TEXT starts with; its lane is added to those that are known. */
static gsize
find_one (LanePrefixes *prefixes,
          const char   *text,
          gsize         length)
{
  for (guint64 bits = prefixes->may_start[(guchar) *text]; bits != 0; bits &= bits - 1) {
    Entry *entry = &g_array_index (prefixes->entries, Entry, get_lowest (bits));
    g_autofree char *lane = NULL;
    gsize n = may_be (entry, text, length) ? match_entry (prefixes, entry, text, length, &lane) : 0;

    if (n == 0)
      continue;
    if (*lane != '\0' && prefixes->lane->len > 0)
      g_string_append_c (prefixes->lane, ' ');
    g_string_append (prefixes->lane, lane);
    return n;
  }

  return 0;
}

gsize
lane_prefixes_find (LanePrefixes  *prefixes,
                    const char    *text,
                    gsize          length,
                    const char   **ret_lane)
{
  gsize total = 0;

  *ret_lane = NULL;
  g_string_truncate (prefixes->lane, 0);
  for (guint depth = 0; depth < MAX_NESTED && total < length; depth++) {
    gsize n = find_one (prefixes, text + total, length - total);

    if (n == 0)
      break;
    total += n;
  }
  if (prefixes->lane->len > 0)
    *ret_lane = prefixes->lane->str;

  return total;
}
