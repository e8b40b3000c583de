/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What was known for a secret by its place once is one wherever it stands again. */

#include "config.h"

#include <string.h>

#include "masker-private.h"

/* A shorter one may be a word, or a number, that the log has for other reasons. */
#define MIN_KNOWN 12
#define MAX_KNOWN 1024

/* Of a megabyte's worth of values the rest is not noted. */
#define MAX_VALUES 16384

/* By its first bytes a value is looked up; where a bit of the filter is off, none starts with them. */
#define START       sizeof (gint64)
#define FILTER_BITS 16

struct KnownValues {
  gatomicrefcount references;
  GHashTable     *starts;        /* set of KnownStart */
  guint           n_values;
  guint8          filter[(1 << FILTER_BITS) / 8];
};

static void
known_start_free (gpointer data)
{
  KnownStart *start = data;

  g_ptr_array_unref (start->values);
  g_free (start);
}

KnownValues *
known_values_new (void)
{
  KnownValues *known = g_new0 (KnownValues, 1);

  g_atomic_ref_count_init (&known->references);
  known->starts = g_hash_table_new_full (g_int64_hash, g_int64_equal, known_start_free, NULL);

  return known;
}

void
known_values_unref (KnownValues *known)
{
  if (!g_atomic_ref_count_dec (&known->references))
    return;

  g_hash_table_unref (known->starts);
  g_free (known);
}

static gboolean
is_telling (const char *text,
            gsize       length)
{
  gboolean has_digit = FALSE;
  gboolean has_letter = FALSE;

  if (length < MIN_KNOWN || length > MAX_KNOWN)
    return FALSE;
  for (gsize i = 0; i < length && !(has_digit && has_letter); i++) {
    has_digit |= g_ascii_isdigit (text[i]);
    has_letter |= g_ascii_isalpha (text[i]);
  }

  return has_digit && has_letter;
}

static gint64
get_start (const char *text)
{
  gint64 start;

  memcpy (&start, text, START);

  return start;
}

static guint
get_filter_bit (gint64 start)
{
  return (guint) (((guint64) start * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >> (64 - FILTER_BITS));
}

const KnownStart *
known_values_look_up (KnownValues *known,
                      const char  *text)
{
  gint64 start = get_start (text);
  guint bit = get_filter_bit (start);

  return known->filter[bit / 8] & (1 << bit % 8) ? g_hash_table_lookup (known->starts, &start) : NULL;
}

static KnownStart *
ensure_start (KnownValues *known,
              const char  *text)
{
  KnownStart *start = (KnownStart *) known_values_look_up (known, text);
  guint bit;

  if (start != NULL)
    return start;

  start = g_new0 (KnownStart, 1);
  start->start = get_start (text);
  start->values = g_ptr_array_new_with_free_func (g_free);
  bit = get_filter_bit (start->start);
  known->filter[bit / 8] |= 1 << bit % 8;
  g_hash_table_add (known->starts, start);

  return start;
}

/* How many bytes VALUE and TEXT start with in common, of which COMMON are counted already. */
static gsize
count_common (const KnownValue *value,
              const char       *text,
              gsize             length,
              gsize             common)
{
  while (common < MIN (value->length, length) && value->text[common] == text[common])
    common++;

  return common;
}

/* How many values come before TEXT, or are it; RET_COMMON is what the last of them starts with in common with
 * it. However many there are, what they have in common is hardly compared twice. */
static guint
find_place (const KnownStart *start,
            const char       *text,
            gsize             length,
            gsize            *ret_common)
{
  guint low = 0;
  guint high = start->values->len;
  gsize low_common = START;
  gsize high_common = START;

  while (low < high) {
    guint middle = low + (high - low) / 2;
    const KnownValue *value = g_ptr_array_index (start->values, middle);
    gsize common = count_common (value, text, length, MIN (low_common, high_common));
    gboolean is_before = common == value->length ||
                         (common < length && (guchar) value->text[common] < (guchar) text[common]);

    if (is_before) {
      low = middle + 1;
      low_common = common;
    } else {
      high = middle;
      high_common = common;
    }
  }
  *ret_common = low_common;

  return low;
}

/* The longest value that TEXT starts with, or NULL. */
static const KnownValue *
find_longest (const KnownStart *start,
              const char       *text,
              gsize             length)
{
  gsize common;
  guint place = find_place (start, text, length, &common);
  const KnownValue *value = place > 0 ? g_ptr_array_index (start->values, place - 1) : NULL;

  while (value != NULL && value->length > common)
    value = value->prefix;

  return value;
}

static void
add_value (KnownStart         *start,
           const SecretFormat *format,
           const char         *text,
           gsize               length)
{
  KnownValue *value = g_malloc (sizeof (KnownValue) + length);
  gsize common;
  guint place = find_place (start, text, length, &common);

  value->prefix = find_longest (start, text, length);
  value->format = format;
  value->length = length;
  memcpy (value->text, text, length);
  g_ptr_array_insert (start->values, (int) place, value);

  for (guint i = place + 1; i < start->values->len; i++) {
    KnownValue *longer = g_ptr_array_index (start->values, i);

    if (count_common (longer, text, length, START) < length)
      break;
    if (longer->prefix == value->prefix)
      longer->prefix = value;
  }
}

static gboolean
is_known (KnownValues *known,
          const char  *text,
          gsize        length)
{
  const KnownStart *start = known_values_look_up (known, text);
  const KnownValue *value = start != NULL ? find_longest (start, text, length) : NULL;

  return value != NULL && value->length == length;
}

void
masker_note_known (Masker             *masker,
                   const SecretFormat *format,
                   const char         *text,
                   gsize               length)
{
  KnownValues *known = masker->known;

  if (format->wraps || format->begin != NULL || format->is_personal ||
      known->n_values >= MAX_VALUES || !is_telling (text, length) || is_known (known, text, length))
    return;

  add_value (ensure_start (known, text), format, text, length);
  known->n_values++;
}

void
masker_add_known (Masker     *masker,
                  const char *text,
                  gsize       length)
{
  if (masker->known->n_values == 0)
    return;

  for (gsize i = 0; i + START <= length; i++) {
    const KnownStart *start = known_values_look_up (masker->known, text + i);
    const KnownValue *value = start != NULL ? find_longest (start, text + i, length - i) : NULL;

    if (value != NULL) {
      Hit hit = { i, i + value->length, masker->formats->formats->len, value->format, FALSE, FALSE };

      g_array_append_val (masker->hits, hit);
    }
  }
}

void
masker_share_known (Masker *masker,
                    Masker *other)
{
  g_atomic_ref_count_inc (&other->known->references);
  known_values_unref (masker->known);
  masker->known = other->known;
}
