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
#define START       sizeof (guint64)
#define FILTER_BITS 16

typedef struct KnownValue {
  gint64              start;
  struct KnownValue  *next;      /* with the same start, or NULL */
  const SecretFormat *format;
  gsize               length;
  char                text[];
} KnownValue;

struct KnownValues {
  gatomicrefcount references;
  GHashTable     *values;        /* a start to the first of KnownValue */
  guint           n_values;
  guint8          filter[(1 << FILTER_BITS) / 8];
};

static void
known_value_free (gpointer data)
{
  KnownValue *value = data;

  while (value != NULL) {
    KnownValue *next = value->next;

    g_free (value);
    value = next;
  }
}

KnownValues *
known_values_new (void)
{
  KnownValues *known = g_new0 (KnownValues, 1);

  g_atomic_ref_count_init (&known->references);
  known->values = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, known_value_free);

  return known;
}

void
known_values_unref (KnownValues *known)
{
  if (!g_atomic_ref_count_dec (&known->references))
    return;

  g_hash_table_unref (known->values);
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

static KnownValue *
get_values (KnownValues *known,
            const char  *text)
{
  gint64 start = get_start (text);
  guint bit = get_filter_bit (start);

  return known->filter[bit / 8] & (1 << bit % 8) ? g_hash_table_lookup (known->values, &start) : NULL;
}

static void
add_value (KnownValues        *known,
           const SecretFormat *format,
           const char         *text,
           gsize               length)
{
  KnownValue *first = get_values (known, text);
  KnownValue *value = g_malloc (sizeof (KnownValue) + length);
  guint bit;

  value->start = get_start (text);
  value->format = format;
  value->length = length;
  value->next = NULL;
  memcpy (value->text, text, length);
  known->n_values++;

  if (first != NULL) {
    value->next = first->next;
    first->next = value;
    return;
  }
  bit = get_filter_bit (value->start);
  known->filter[bit / 8] |= 1 << bit % 8;
  g_hash_table_insert (known->values, &value->start, value);
}

static gboolean
is_known (KnownValues *known,
          const char  *text,
          gsize        length)
{
  for (KnownValue *value = get_values (known, text); value != NULL; value = value->next)
    if (value->length == length && memcmp (value->text, text, length) == 0)
      return TRUE;

  return FALSE;
}

void
masker_note_known (Masker             *masker,
                   const SecretFormat *format,
                   const char         *text,
                   gsize               length)
{
  if (format->wraps || format->begin != NULL || format->is_personal ||
      masker->known->n_values >= MAX_VALUES || !is_telling (text, length) ||
      is_known (masker->known, text, length))
    return;

  add_value (masker->known, format, text, length);
}

void
masker_add_known (Masker     *masker,
                  const char *text,
                  gsize       length)
{
  if (masker->known->n_values == 0)
    return;

  for (gsize i = 0; i + START <= length; i++)
    for (KnownValue *value = get_values (masker->known, text + i); value != NULL; value = value->next)
      if (value->length <= length - i && memcmp (value->text, text + i, value->length) == 0) {
        Hit hit = { i, i + value->length, masker->formats->formats->len, value->format, FALSE, FALSE };

        g_array_append_val (masker->hits, hit);
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
