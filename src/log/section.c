/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "section.h"

/* Sections beyond this many are not told apart from the last one. */
#define MAX_SECTIONS 100000

typedef struct {
  Section  section;
  gint64   first_time;
  gint64   last_time;
  gint64   took;         /* as the CI says, or 0 */
  Section *given;        /* what it was given out as since it changed, or NULL */
} Entry;

struct SectionList {
  GArray   *entries;     /* of Entry */
  gboolean  in_section;  /* the last entry has not ended */
};

Section *
section_new (const char *name)
{
  Section *section = g_atomic_rc_box_new0 (Section);

  section->name = g_strdup (name);
  section->seconds = -1;

  return section;
}

static void
clear_section (gpointer data)
{
  g_free (((Section *) data)->name);
}

void
section_unref (Section *section)
{
  g_atomic_rc_box_release_full (section, clear_section);
}

static void
clear_entry (gpointer data)
{
  Entry *entry = data;

  g_free (entry->section.name);
  g_clear_pointer (&entry->given, section_unref);
}

SectionList *
section_list_new (void)
{
  SectionList *sections = g_new0 (SectionList, 1);

  sections->entries = g_array_new (FALSE, TRUE, sizeof (Entry));
  g_array_set_clear_func (sections->entries, clear_entry);

  return sections;
}

void
section_list_free (SectionList *sections)
{
  if (sections == NULL)
    return;

  g_array_unref (sections->entries);
  g_free (sections);
}

static Entry *
get_current (SectionList *sections)
{
  if (!sections->in_section)
    return NULL;

  return &g_array_index (sections->entries, Entry, sections->entries->len - 1);
}

static void
start_section (SectionList *sections,
               const Line  *line,
               gint64       number)
{
  Entry entry = { 0 };

  sections->in_section = TRUE;
  if (sections->entries->len == MAX_SECTIONS)
    return;

  entry.section.name = g_strdup (line->section);
  entry.section.first_line = number;
  entry.section.open = line->mark == LINE_MARK_SECTION_START_OPEN;
  entry.first_time = LINE_NO_TIME;
  entry.last_time = LINE_NO_TIME;
  g_array_append_val (sections->entries, entry);
}

static void
note_time (Entry  *entry,
           gint64  time)
{
  if (time == LINE_NO_TIME)
    return;

  if (entry->first_time == LINE_NO_TIME)
    entry->first_time = time;
  entry->last_time = time;
}

void
section_list_push (SectionList *sections,
                   const Line  *line,
                   gint64       number)
{
  gboolean starts = line->mark == LINE_MARK_SECTION_START ||
                    line->mark == LINE_MARK_SECTION_START_OPEN;
  Entry *current = get_current (sections);

  /* A section lasts until the next one starts, so that line's time counts for both. */
  if (current != NULL) {
    g_clear_pointer (&current->given, section_unref);
    note_time (current, line->time);
    current->took += MIN (line->took, G_MAXINT64 - current->took);
  }

  if (line->mark == LINE_MARK_SECTION_ENDED) {
    sections->in_section = FALSE;
    return;
  }

  if (starts) {
    start_section (sections, line, number);
    current = get_current (sections);
    note_time (current, line->time);
  }

  if (current == NULL)
    return;

  current->section.last_line = number;
  if (line->mark == LINE_MARK_SECTION_OPEN)
    current->section.open = TRUE;
  else if (line->mark == LINE_MARK_SECTION_END)
    sections->in_section = FALSE;
}

static Section *
make_section (const Entry *entry)
{
  Section *section = section_new (entry->section.name);

  section->first_line = entry->section.first_line;
  section->last_line = entry->section.last_line;
  section->open = entry->section.open;
  if (entry->took > 0)
    section->seconds = (double) entry->took / 1000;
  else if (entry->first_time != LINE_NO_TIME)
    section->seconds = MAX (0, (double) entry->last_time - (double) entry->first_time) / 1000;

  return section;
}

GPtrArray *
section_list_copy (SectionList *sections)
{
  GPtrArray *copy = g_ptr_array_new_full (sections->entries->len, (GDestroyNotify) section_unref);

  for (guint i = 0; i < sections->entries->len; i++) {
    Entry *entry = &g_array_index (sections->entries, Entry, i);

    if (entry->given == NULL)
      entry->given = make_section (entry);
    g_ptr_array_add (copy, g_atomic_rc_box_acquire (entry->given));
  }

  return copy;
}
