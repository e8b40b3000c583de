/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "literal-filter.h"
#include "literal-table.h"

#include "literals.h"

#define NONE     G_MAXUINT

typedef struct {
  const char   *text;
  gsize         length;
  guint         id;
  LiteralPlace  place;
  guint         next;        /* index of another with the same text and place, or NONE */
  guint32       tail;        /* the last bytes of a long one */
} Literal;

/* One that has fewer bytes than a window. */
typedef struct {
  guint32 head;              /* its bytes as they stand in memory … */
  guint32 mask;              /* … as far as there are any */
  guint   literal;
} ShortLiteral;

struct Literals {
  GArray            *all;              /* of Literal */
  GStringChunk      *texts;
  gsize              is_compiled;
  LiteralTable       windows;          /* of the long ones that may stand further right */
  LiteralTable       fours;            /* of those as long as a window that may */
  LiteralTable       starts;           /* of those at the start, with a window or more */
  GArray            *short_ones[2][256];  /* of ShortLiteral, by whether at the start and first byte; or NULL */
  LiteralFilter      filter;
  LiteralFilterFunc  find_windows;
  LiteralFilterFunc  find_starts;
};

typedef struct {
  const Literals *literals;
  const char     *text;
  gsize           length;
  gsize           word_end;            /* of the first word, once it was asked for, or 0 */
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

void
literals_free (Literals *literals)
{
  if (literals == NULL)
    return;

  g_array_unref (literals->all);
  g_string_chunk_free (literals->texts);
  literal_table_clear (&literals->windows);
  literal_table_clear (&literals->fours);
  literal_table_clear (&literals->starts);
  for (guint i = 0; i < 256; i++) {
    g_clear_pointer (&literals->short_ones[FALSE][i], g_array_unref);
    g_clear_pointer (&literals->short_ones[TRUE][i], g_array_unref);
  }
  g_free (literals);
}

void
literals_add (Literals     *literals,
              const char   *text,
              LiteralPlace  place,
              guint         id)
{
  Literal literal = { g_string_chunk_insert (literals->texts, text), strlen (text), id, place, NONE };

  if (literal.length >= LITERAL_LONG)
    literal.tail = literal_window_read (text, literal.length - LITERAL_WINDOW);
  g_array_append_val (literals->all, literal);
}

void
literals_add_shapes (Literals       *literals,
                     const Literals *other)
{
  for (guint i = 0; i < other->all->len; i++) {
    const Literal *literal = &g_array_index (other->all, Literal, i);
    g_autofree char *shape = g_strdup (literal->text);
    gboolean has_digit = FALSE;

    for (char *p = shape; *p != '\0'; p++)
      if (g_ascii_isdigit (*p)) {
        *p = '0';
        has_digit = TRUE;
      }
    if (has_digit)
      literals_add (literals, shape, literal->place, literal->id);
  }
}

void
literals_add_all (Literals       *literals,
                  const Literals *other,
                  guint           first)
{
  for (guint i = 0; i < other->all->len; i++) {
    const Literal *literal = &g_array_index (other->all, Literal, i);

    literals_add (literals, literal->text, literal->place, first + literal->id);
  }
}

static void
add_short (Literals      *literals,
           const Literal *literal,
           guint          index)
{
  gboolean anchored = literal->place == LITERAL_AT_START;
  GArray **list = &literals->short_ones[anchored][(guchar) literal->text[0]];
  ShortLiteral added = { .literal = index };

  memcpy (&added.head, literal->text, literal->length);
  memset (&added.mask, 0xff, literal->length);
  if (*list == NULL)
    *list = g_array_new (FALSE, FALSE, sizeof (ShortLiteral));
  g_array_append_val (*list, added);
  if (!anchored)
    literal_filter_add_start (&literals->filter, literal->text);
}

static int
compare_windows (gconstpointer a,
                 gconstpointer b)
{
  const LiteralWindow *window = a, *other = b;

  return (window->window > other->window) - (window->window < other->window);
}

/* Windows are chosen among TEXTS, the literals with these INDICES. */
static GArray *
choose_windows (Literals        *literals,
                const GPtrArray *texts,
                const GArray    *indices)
{
  GArray *windows = literal_windows_choose (texts);

  for (guint i = 0; i < windows->len; i++) {
    LiteralWindow *window = &g_array_index (windows, LiteralWindow, i);

    window->literal = g_array_index (indices, guint, window->literal);
    literal_filter_add_window (&literals->filter, window->window);
  }

  return windows;
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

/* Whether the literal with this INDEX is the first with its text; the others become its next ones. */
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

/* Tells those of PLACE apart by how they are looked for, the first of each text. */
static void
sort_by_length (Literals     *literals,
                LiteralPlace  place,
                GArray       *windows,
                GPtrArray    *long_texts,
                GArray       *long_indices)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < literals->all->len; i++) {
    const Literal *literal = &g_array_index (literals->all, Literal, i);

    if (literal->place != place || !is_first (literals, known, i))
      continue;
    if (literal->length < LITERAL_WINDOW) {
      add_short (literals, literal, i);
    } else if (literal->length < LITERAL_LONG || place == LITERAL_AT_START) {
      LiteralWindow window = { literal_window_read (literal->text, 0), i, 0 };

      g_array_append_val (windows, window);
      if (place != LITERAL_AT_START)
        literal_filter_add_start (&literals->filter, literal->text);
    } else {
      g_ptr_array_add (long_texts, (gpointer) literal->text);
      g_array_append_val (long_indices, i);
    }
  }
}

/* The first window of each literal that has one. */
static guint32 *
dup_heads (const Literals *literals)
{
  guint32 *heads = g_new0 (guint32, literals->all->len);

  for (guint i = 0; i < literals->all->len; i++) {
    const Literal *literal = &g_array_index (literals->all, Literal, i);

    if (literal->length >= LITERAL_WINDOW)
      heads[i] = literal_window_read (literal->text, 0);
  }

  return heads;
}

static void
compile (Literals *literals)
{
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (LiteralWindow));
  g_autoptr (GArray) fours = g_array_new (FALSE, FALSE, sizeof (LiteralWindow));
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  g_autoptr (GArray) indices = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) windows = NULL;
  g_autofree guint32 *heads = NULL;

  for (LiteralPlace place = LITERAL_ANYWHERE; place <= LITERAL_BEFORE_DIGIT; place++)
    sort_by_length (literals, place, place == LITERAL_AT_START ? starts : fours, texts, indices);
  g_array_sort (starts, compare_windows);
  g_array_sort (fours, compare_windows);
  windows = choose_windows (literals, texts, indices);
  heads = dup_heads (literals);
  literal_table_init (&literals->starts, starts, heads);
  literal_table_init (&literals->fours, fours, heads);
  literal_table_init (&literals->windows, windows, heads);
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

static gboolean
is_blank (char character)
{
  return character == ' ' || character == '\t';
}

static gsize
get_word_end (Scan *scan)
{
  gsize end = scan->word_end;

  if (end > 0)
    return end;
  while (end < scan->length && is_blank (scan->text[end]))
    end++;
  while (end < scan->length && !is_blank (scan->text[end]))
    end++;
  scan->word_end = end;

  return end;
}

/* Whether a literal of PLACE counts that ends before byte END. */
static inline gboolean
counts_at (Scan         *scan,
           LiteralPlace  place,
           gsize         end)
{
  switch (place) {
    case LITERAL_AT_END:
      return end == scan->length;
    case LITERAL_IN_FIRST_WORD:
      return end <= get_word_end (scan);
    case LITERAL_BEFORE_DIGIT:
      return end < get_word_end (scan) && g_ascii_isdigit (scan->text[end]);
    default:
      return TRUE;
  }
}

/* Tells of the literal, and those with the same text and place, which stands at START. */
static void
tell (Scan          *scan,
      const Literal *literal,
      gsize          start)
{
  gsize end = start + literal->length;

  if (!counts_at (scan, literal->place, end))
    return;
  scan->func (literal->id, end, scan->user_data);
  while (literal->next != NONE) {
    literal = &g_array_index (scan->literals->all, Literal, literal->next);
    scan->func (literal->id, end, scan->user_data);
  }
}

/* Whether the literal, whose head stands at START, is all there. */
static inline gboolean
is_there (const Scan    *scan,
          const Literal *literal,
          gsize          start)
{
  gsize end = start + literal->length;

  return end <= scan->length &&
         (literal->length < LITERAL_LONG ||
          (literal_window_read (scan->text, end - LITERAL_WINDOW) == literal->tail &&
           memcmp (scan->text + start, literal->text, literal->length) == 0));
}

/* There may be a window of TABLE at PLACE. */
static inline void
check_window (Scan               *scan,
              const LiteralTable *table,
              gsize               place)
{
  const LiteralSlot *slot = literal_table_find (table, literal_window_read (scan->text, place));

  for (guint i = 0; i < slot->n; i++) {
    const LiteralEntry *entry = &table->entries[slot->first + i];
    gsize start = place - entry->offset;
    const Literal *literal;

    if (entry->offset > place || literal_window_read (scan->text, start) != entry->head)
      continue;
    literal = &g_array_index (scan->literals->all, Literal, entry->literal);
    if (is_there (scan, literal, start))
      tell (scan, literal, start);
  }
}

/* There may be a literal that is shorter than a window at PLACE. */
static inline void
check_short (Scan     *scan,
             gsize     place,
             gboolean  anchored)
{
  const GArray *list = scan->literals->short_ones[anchored][(guchar) scan->text[place]];
  guint32 head;

  if (list == NULL)
    return;
  head = read_head (scan, place);
  for (guint i = 0; i < list->len; i++) {
    const ShortLiteral *candidate = &g_array_index (list, ShortLiteral, i);
    const Literal *literal;

    if (((head ^ candidate->head) & candidate->mask) != 0)
      continue;
    literal = &g_array_index (scan->literals->all, Literal, candidate->literal);
    if (is_there (scan, literal, place))
      tell (scan, literal, place);
  }
}

static void
scan_all (Scan *scan)
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
    for (guint i = 0; i < n; i++) {
      if (scan->length - places[i] >= LITERAL_WINDOW)
        check_window (scan, &literals->fours, places[i]);
      check_short (scan, places[i], FALSE);
    }
  }
}

void
literals_scan (Literals     *literals,
               const char   *text,
               gsize         length,
               LiteralsFunc  func,
               gpointer      user_data)
{
  Scan scan = { literals, text, length, 0, func, user_data };

  if (g_once_init_enter (&literals->is_compiled)) {
    compile (literals);
    g_once_init_leave (&literals->is_compiled, TRUE);
  }
  if (length == 0)
    return;
  if (length >= LITERAL_WINDOW)
    check_window (&scan, &literals->starts, 0);
  check_short (&scan, 0, TRUE);
  scan_all (&scan);
}
