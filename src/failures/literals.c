/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "literal-filter.h"
#include "literal-windows.h"

#include "literals.h"

#define NONE G_MAXUINT

typedef struct {
  const char *text;
  gsize       length;
  guint       id;
  gboolean    anchored;
  guint       next;        /* index of another with the same text, or NONE */
  guint32     head;        /* the first bytes as they stand in memory … */
  guint32     mask;        /* … as far as there are any */
  guint32     tail;        /* the last ones of a long one */
} Literal;

/* The part of a table's entries with the same window; none where N is 0. */
typedef struct {
  guint32 window;
  guint   first;
  guint   n;
} Slot;

/* Finds the entries with a window. */
typedef struct {
  GArray *entries;       /* of LiteralWindow, sorted by window */
  Slot   *slots;         /* more than twice as many as there are windows */
  guint   mask;
} Table;

struct Literals {
  GArray            *all;              /* of Literal */
  GStringChunk      *texts;
  Table              windows;          /* of the long ones that may stand anywhere */
  Table              starts;           /* of the long ones that are anchored */
  GArray            *short_ones[2][256];  /* of guint, by whether anchored and first byte; or NULL */
  LiteralFilter      filter;
  LiteralFilterFunc  find_windows;
  LiteralFilterFunc  find_starts;
};

typedef struct {
  const Literals *literals;
  const char     *text;
  gsize           length;
  LiteralsFunc    func;
  gpointer        user_data;
} Scan;

Literals *
literals_new (void)
{
  Literals *literals = g_new0 (Literals, 1);

  literals->all = g_array_new (FALSE, FALSE, sizeof (Literal));
  literals->texts = g_string_chunk_new (4096);

  return literals;
}

static void
table_clear (Table *table)
{
  g_clear_pointer (&table->entries, g_array_unref);
  g_clear_pointer (&table->slots, g_free);
}

void
literals_free (Literals *literals)
{
  if (literals == NULL)
    return;

  g_array_unref (literals->all);
  g_string_chunk_free (literals->texts);
  table_clear (&literals->windows);
  table_clear (&literals->starts);
  for (guint i = 0; i < 256; i++) {
    g_clear_pointer (&literals->short_ones[FALSE][i], g_array_unref);
    g_clear_pointer (&literals->short_ones[TRUE][i], g_array_unref);
  }
  g_free (literals);
}

void
literals_add (Literals   *literals,
              const char *text,
              gboolean    anchored,
              guint       id)
{
  Literal literal = { g_string_chunk_insert (literals->texts, text), strlen (text), id, anchored, NONE };

  memcpy (&literal.head, text, MIN (literal.length, sizeof literal.head));
  memset (&literal.mask, 0xff, MIN (literal.length, sizeof literal.mask));
  if (literal.length >= LITERAL_LONG)
    literal.tail = literal_window_read (text, literal.length - LITERAL_WINDOW);
  g_array_append_val (literals->all, literal);
}

void
literals_add_all (Literals       *literals,
                  const Literals *other,
                  guint           first)
{
  for (guint i = 0; i < other->all->len; i++) {
    const Literal *literal = &g_array_index (other->all, Literal, i);

    literals_add (literals, literal->text, literal->anchored, first + literal->id);
  }
}

static guint
get_place (const Table *table,
           guint32      window)
{
  return (literal_window_hash (window) >> 8) & table->mask;
}

static void
table_init (Table  *table,
            GArray *entries)
{
  table->entries = entries;
  table->mask = 15;
  while (table->mask <= 2 * entries->len)
    table->mask = 2 * table->mask + 1;
  table->slots = g_new0 (Slot, table->mask + 1);

  for (guint i = 0; i < entries->len; i++) {
    guint32 window = g_array_index (entries, LiteralWindow, i).window;
    guint place = get_place (table, window);

    while (table->slots[place].n > 0 && table->slots[place].window != window)
      place = (place + 1) & table->mask;
    if (table->slots[place].n++ == 0) {
      table->slots[place].window = window;
      table->slots[place].first = i;
    }
  }
}

static const Slot *
table_find (const Table *table,
            guint32      window)
{
  guint place = get_place (table, window);

  while (table->slots[place].n > 0 && table->slots[place].window != window)
    place = (place + 1) & table->mask;

  return &table->slots[place];
}

static void
add_short (Literals      *literals,
           const Literal *literal,
           guint          index)
{
  GArray **list = &literals->short_ones[literal->anchored][(guchar) literal->text[0]];

  if (*list == NULL)
    *list = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (*list, index);
  if (!literal->anchored)
    literal_filter_add_start (&literals->filter, literal->text);
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const LiteralWindow *entry = a, *other = b;

  return (entry->window > other->window) - (entry->window < other->window);
}

/* Windows are chosen among TEXTS, the literals with these INDICES. */
static GArray *
choose_windows (Literals        *literals,
                const GPtrArray *texts,
                const GArray    *indices)
{
  GArray *entries = literal_windows_choose (texts);

  for (guint i = 0; i < entries->len; i++) {
    LiteralWindow *entry = &g_array_index (entries, LiteralWindow, i);

    entry->literal = g_array_index (indices, guint, entry->literal);
    literal_filter_add_window (&literals->filter, entry->window);
  }

  return entries;
}

static void
choose_filter (Literals *literals)
{
  literals->find_windows = literal_filter_find_windows;
  literals->find_starts = literal_filter_find_starts;
#ifdef HAVE_AVX2
  if (__builtin_cpu_supports ("avx2") && __builtin_cpu_supports ("bmi2")) {
    literals->find_windows = literal_filter_find_windows_avx2;
    literals->find_starts = literal_filter_find_starts_avx2;
  }
#endif
}

/* Whether LITERAL, with this INDEX, is the first with its text; the others become its next ones. */
static gboolean
is_first (Literals   *literals,
          GHashTable *known,
          guint       index)
{
  Literal *literal = &g_array_index (literals->all, Literal, index);
  gpointer first;

  if (!g_hash_table_lookup_extended (known, literal->text, NULL, &first)) {
    g_hash_table_insert (known, (gpointer) literal->text, GUINT_TO_POINTER (index));
    return TRUE;
  }
  literal->next = g_array_index (literals->all, Literal, GPOINTER_TO_UINT (first)).next;
  g_array_index (literals->all, Literal, GPOINTER_TO_UINT (first)).next = index;

  return FALSE;
}

void
literals_compile (Literals *literals)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) anchored = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  g_autoptr (GArray) indices = g_array_new (FALSE, FALSE, sizeof (guint));
  GArray *starts = g_array_new (FALSE, FALSE, sizeof (LiteralWindow));

  for (guint i = 0; i < literals->all->len; i++) {
    const Literal *literal = &g_array_index (literals->all, Literal, i);

    if (!is_first (literals, literal->anchored ? anchored : known, i))
      continue;
    if (literal->length < LITERAL_LONG) {
      add_short (literals, literal, i);
    } else if (literal->anchored) {
      LiteralWindow start = { literal->head, i, 0 };

      g_array_append_val (starts, start);
    } else {
      g_ptr_array_add (texts, (gpointer) literal->text);
      g_array_append_val (indices, i);
    }
  }
  g_array_sort (starts, compare_entries);
  table_init (&literals->starts, starts);
  table_init (&literals->windows, choose_windows (literals, texts, indices));
  choose_filter (literals);
}

/* The bytes at PLACE, and zeros where the text ends. */
static guint32
read_head (const Scan *scan,
           gsize       place)
{
  guint32 head = 0;

  if (scan->length - place >= sizeof head)
    return literal_window_read (scan->text, place);
  memcpy (&head, scan->text + place, scan->length - place);

  return head;
}

/* Tells of the literal, and those with the same text, if it starts at START, where HEAD is. */
static inline void
check_literal (const Scan *scan,
               guint       index,
               gsize       start,
               guint32     head)
{
  const Literal *literal = &g_array_index (scan->literals->all, Literal, index);
  gsize end = start + literal->length;

  if (((head ^ literal->head) & literal->mask) != 0 || end > scan->length)
    return;
  if (literal->length >= LITERAL_LONG &&
      (literal_window_read (scan->text, end - LITERAL_WINDOW) != literal->tail ||
       memcmp (scan->text + start, literal->text, literal->length) != 0))
    return;

  scan->func (literal->id, end, scan->user_data);
  while (literal->next != NONE) {
    literal = &g_array_index (scan->literals->all, Literal, literal->next);
    scan->func (literal->id, end, scan->user_data);
  }
}

/* There may be a window of TABLE at PLACE. */
static void
check_window (const Scan  *scan,
              const Table *table,
              gsize        place)
{
  const Slot *slot = table_find (table, literal_window_read (scan->text, place));
  const LiteralWindow *entry = &g_array_index (table->entries, LiteralWindow, slot->first);

  for (guint i = 0; i < slot->n; i++, entry++)
    if (entry->offset <= place)
      check_literal (scan, entry->literal, place - entry->offset,
                     literal_window_read (scan->text, place - entry->offset));
}

/* There may be a short literal at PLACE. */
static void
check_short (const Scan *scan,
             gsize       place,
             gboolean    anchored)
{
  const GArray *list = scan->literals->short_ones[anchored][(guchar) scan->text[place]];
  guint32 head;

  if (list == NULL)
    return;
  head = read_head (scan, place);
  for (guint i = 0; i < list->len; i++)
    check_literal (scan, g_array_index (list, guint, i), place, head);
}

static void
scan_all (const Scan *scan)
{
  const Literals *literals = scan->literals;
  gsize places[LITERAL_PLACES];

  for (gsize from = 0; from < scan->length; from += LITERAL_PLACES) {
    guint n = literals->find_windows (&literals->filter, scan->text, scan->length, from, places);

    for (guint i = 0; i < n; i++)
      check_window (scan, &literals->windows, places[i]);
    if (literals->filter.shortest_start == 0)
      continue;
    n = literals->find_starts (&literals->filter, scan->text, scan->length, from, places);
    for (guint i = 0; i < n; i++)
      check_short (scan, places[i], FALSE);
  }
}

void
literals_scan (const Literals *literals,
               const char     *text,
               gsize           length,
               LiteralsFunc    func,
               gpointer        user_data)
{
  const Scan scan = { literals, text, length, func, user_data };

  if (length == 0)
    return;
  if (length >= LITERAL_WINDOW)
    check_window (&scan, &literals->starts, 0);
  check_short (&scan, 0, TRUE);
  scan_all (&scan);
}
