/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "line-shapes.h"

/* Longer lines are seldom twice the same. */
#define MAX_LENGTH 2048

/* Where a line has more, remembering them saves little. */
#define MAX_HITS   16

/* A power of two; when most of them are taken all is forgotten. */
#define N_SLOTS    (64 * 1024)
#define MAX_TAKEN  (N_SLOTS * 3 / 4)

/* Where of so many lines fewer than a quarter were known, the next ones are only scanned. */
#define TRIAL      4096
#define PAUSE      (7 * TRIAL)

typedef struct {
  guint id;
  guint end;
} Hit;

/* Those of a shape. */
typedef struct {
  guint first;
  guint n;
} HitRange;

/* Set in the hash of a shape that has literals. Most have none: then its hash says it all. */
#define HAS_HITS   ((guint64) 1)

struct LineShapes {
  Literals *literals;
  Literals *with_digits;
  guint64   seed;
  guint64  *hashes;        /* 0: nobody has the slot */
  HitRange *ranges;
  guint     n_taken;
  GArray   *hits;          /* of Hit */
  guint     n_tried;
  guint     n_known;
  guint     n_paused;      /* lines that are only scanned, from here on */
  char      shape[MAX_LENGTH];
};

/* Those that are told while a line is scanned, and remembered. */
typedef struct {
  LineShapes   *shapes;
  LiteralsFunc  func;
  gpointer      user_data;
} Telling;

LineShapes *
line_shapes_new (Literals *literals,
                 Literals *with_digits)
{
  LineShapes *shapes = g_new (LineShapes, 1);

  shapes->literals = literals;
  shapes->with_digits = with_digits;
  shapes->seed = ((guint64) g_random_int () << 32) | g_random_int ();
  shapes->hashes = g_new0 (guint64, N_SLOTS);
  shapes->ranges = g_new (HitRange, N_SLOTS);
  shapes->hits = g_array_new (FALSE, FALSE, sizeof (Hit));
  shapes->n_taken = 0;
  shapes->n_tried = 0;
  shapes->n_known = 0;
  shapes->n_paused = 0;

  return shapes;
}

void
line_shapes_free (LineShapes *shapes)
{
  if (shapes == NULL)
    return;

  g_free (shapes->hashes);
  g_free (shapes->ranges);
  g_array_unref (shapes->hits);
  g_free (shapes);
}

/* Sets the shape of TEXT, and returns its hash, which is neither 0 nor has HAS_HITS. */
static guint64
make_shape (LineShapes *shapes,
            const char *text,
            gsize       length)
{
  guint64 hash;

  for (gsize i = 0; i < length; i++)
    shapes->shape[i] = (guchar) (text[i] - '0') < 10 ? '0' : text[i];
  hash = XXH3_64bits_withSeed (shapes->shape, length, shapes->seed) & ~HAS_HITS;

  return hash != 0 ? hash : HAS_HITS << 1;
}

/* The slot that has HASH, or that it may have. */
static guint
find_slot (LineShapes *shapes,
           guint64     hash)
{
  guint slot = (hash >> 1) % N_SLOTS;

  while (shapes->hashes[slot] != 0 && (shapes->hashes[slot] & ~HAS_HITS) != hash)
    slot = (slot + 1) % N_SLOTS;

  return slot;
}

static void
forget_all (LineShapes *shapes)
{
  memset (shapes->hashes, 0, N_SLOTS * sizeof (guint64));
  g_array_set_size (shapes->hits, 0);
  shapes->n_taken = 0;
}

static void
found (guint    id,
       gsize    end,
       gpointer user_data)
{
  Telling *telling = user_data;
  Hit hit = { id, (guint) end };

  g_array_append_val (telling->shapes->hits, hit);
  telling->func (id, end, telling->user_data);
}

static void
found_digits (guint    id,
              gsize    end,
              gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
}

/* Whether another line of the shape may have other literals. */
static gboolean
depends_on_digits (LineShapes *shapes,
                   gsize       length)
{
  gboolean depends = FALSE;

  if (memchr (shapes->shape, '0', length) != NULL)
    literals_scan (shapes->with_digits, shapes->shape, length, found_digits, &depends);

  return depends;
}

static void
scan_and_remember (LineShapes   *shapes,
                   const char   *text,
                   gsize         length,
                   guint64       hash,
                   guint         slot,
                   LiteralsFunc  func,
                   gpointer      user_data)
{
  Telling telling = { shapes, func, user_data };
  guint first = shapes->hits->len;
  guint n;

  literals_scan (shapes->literals, text, length, found, &telling);
  n = shapes->hits->len - first;
  if (n > MAX_HITS || depends_on_digits (shapes, length)) {
    g_array_set_size (shapes->hits, first);
    return;
  }

  shapes->hashes[slot] = n > 0 ? hash | HAS_HITS : hash;
  shapes->ranges[slot] = (HitRange) { first, n };
  if (++shapes->n_taken > MAX_TAKEN)
    forget_all (shapes);
}

static void
count_try (LineShapes *shapes,
           gboolean    is_known)
{
  shapes->n_known += is_known;
  if (++shapes->n_tried < TRIAL)
    return;

  shapes->n_paused = shapes->n_known < TRIAL / 4 ? PAUSE : 0;
  shapes->n_tried = 0;
  shapes->n_known = 0;
}

static void
tell_hits (LineShapes   *shapes,
           HitRange      range,
           LiteralsFunc  func,
           gpointer      user_data)
{
  const Hit *hits = &g_array_index (shapes->hits, Hit, range.first);

  for (guint i = 0; i < range.n; i++)
    func (hits[i].id, hits[i].end, user_data);
}

void
line_shapes_scan (LineShapes   *shapes,
                  const char   *text,
                  gsize         length,
                  LiteralsFunc  func,
                  gpointer      user_data)
{
  guint64 hash;
  guint slot;

  if (length == 0)
    return;
  if (length > MAX_LENGTH || shapes->n_paused > 0) {
    shapes->n_paused -= shapes->n_paused > 0;
    literals_scan (shapes->literals, text, length, func, user_data);
    return;
  }

  hash = make_shape (shapes, text, length);
  slot = find_slot (shapes, hash);
  count_try (shapes, shapes->hashes[slot] != 0);
  if (shapes->hashes[slot] == 0)
    scan_and_remember (shapes, text, length, hash, slot, func, user_data);
  else if ((shapes->hashes[slot] & HAS_HITS) != 0)
    tell_hits (shapes, shapes->ranges[slot], func, user_data);
}
