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

/* More are no names of variables with values, but a list of something else. */
#define MAX_VALUES 64

typedef struct {
  const SecretFormat *format;
  gsize               length;
  char                text[];
} KnownValue;

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

static gboolean
is_known (const GPtrArray *known,
          const char      *text,
          gsize            length)
{
  for (guint i = 0; i < known->len; i++) {
    const KnownValue *value = g_ptr_array_index (known, i);

    if (value->length == length && memcmp (value->text, text, length) == 0)
      return TRUE;
  }

  return FALSE;
}

void
masker_note_known (Masker             *masker,
                   const SecretFormat *format,
                   const char         *text,
                   gsize               length)
{
  KnownValue *value;

  if (format->wraps || format->begin != NULL || format->is_personal ||
      masker->known->len >= MAX_VALUES || !is_telling (text, length) ||
      is_known (masker->known, text, length))
    return;

  value = g_malloc (sizeof (KnownValue) + length);
  value->format = format;
  value->length = length;
  memcpy (value->text, text, length);
  g_ptr_array_add (masker->known, value);
}

void
masker_add_known (Masker     *masker,
                  const char *text,
                  gsize       length)
{
  for (guint i = 0; i < masker->known->len; i++) {
    const KnownValue *value = g_ptr_array_index (masker->known, i);
    const char *found = text;

    while ((found = memmem (found, text + length - found, value->text, value->length)) != NULL) {
      Hit hit = { found - text, found - text + value->length, masker->formats->formats->len,
                  value->format, FALSE };

      g_array_append_val (masker->hits, hit);
      found += value->length;
    }
  }
}

void
masker_share_known (Masker *masker,
                    Masker *other)
{
  g_ptr_array_unref (masker->known);
  masker->known = g_ptr_array_ref (other->known);
}
