/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "lane-prefixes.h"

#include "processes.h"

#define MAX_PROCESSES 256

struct Processes {
  const Pattern *prefix;
  const char    *lane;
  GHashTable    *all;         /* name -> Process */
  guint          n_open;      /* that are open, and that point */
};

static void
process_free (gpointer data)
{
  Process *process = data;

  g_free (process->name);
  g_free (process);
}

Processes *
processes_new (const Pattern *prefix)
{
  Processes *processes = g_new0 (Processes, 1);

  processes->prefix = prefix;
  processes->lane = "";
  processes->all = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, process_free);

  return processes;
}

void
processes_free (Processes *processes)
{
  g_hash_table_unref (processes->all);
  g_free (processes);
}

void
processes_set_lane (Processes  *processes,
                    const char *lane)
{
  processes->lane = lane;
}

const char *
processes_get_lane (const Processes *processes)
{
  return processes->lane;
}

char *
processes_dup_name (const Processes *processes,
                    PatternMatch    *match,
                    const char      *text,
                    gsize            length,
                    gsize           *ret_start)
{
  g_autofree char *name = NULL;
  gsize start;

  *ret_start = 0;
  if (pattern_find (processes->prefix, match, text, length) == PATTERN_MATCH) {
    pattern_match_get_range (match, &start, ret_start);
    name = pattern_match_dup_group (processes->prefix, match, "process", LANE_MAX_NAME);
  }
  if (name == NULL || *name == '\0')
    return g_strdup (processes->lane);

  return g_steal_pointer (&name);
}

Process *
processes_find (Processes    *processes,
                PatternMatch *match,
                const char   *text,
                gsize         length,
                gsize        *ret_start)
{
  g_autofree char *name = processes_dup_name (processes, match, text, length, ret_start);
  Process *process;

  process = g_hash_table_lookup (processes->all, name);
  if (process == NULL) {
    if (g_hash_table_size (processes->all) >= MAX_PROCESSES) {
      g_hash_table_remove_all (processes->all);
      processes->n_open = 0;
    }
    process = g_new0 (Process, 1);
    process->name = g_steal_pointer (&name);
    process->last = process->follows = -1;
    g_hash_table_insert (processes->all, process->name, process);
  }

  return process;
}

void
processes_set_open (Processes *processes,
                    Process   *process,
                    gboolean   open)
{
  processes->n_open += open - process->open;
  process->open = open;
}

void
processes_set_pointing (Processes *processes,
                        Process   *process,
                        gboolean   points)
{
  processes->n_open += points - process->points;
  process->points = points;
  process->has_pointed = FALSE;
}

gboolean
processes_has_open (const Processes *processes)
{
  return processes->n_open > 0;
}

void
processes_forget (Processes *processes)
{
  GHashTableIter iter;
  gpointer process;

  g_hash_table_iter_init (&iter, processes->all);
  while (g_hash_table_iter_next (&iter, NULL, &process)) {
    ((Process *) process)->last = -1;
    ((Process *) process)->follows = -1;
  }
}
