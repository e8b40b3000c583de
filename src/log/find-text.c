/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "find-text.h"

/* Bytes: of a text that teaches something, and of the part of it that is looked at. */
#define MIN_TEXT 1024
#define SAMPLE   4096

/* One byte of so many is rare: where it is more often met, PCRE2, which looks for two at once, stops less. */
#define RARE 256

struct FindText {
  char    *words;
  gsize    length;
  gsize    rarest;         /* which of their bytes */
  guint64  counts[256];    /* of each byte, in all samples */
  guint64  n_sampled;
};

FindText *
find_text_new (const char *words)
{
  FindText *self = g_new0 (FindText, 1);

  g_assert (*words != '\0');

  self->words = g_strdup (words);
  self->length = strlen (words);

  return self;
}

void
find_text_free (FindText *self)
{
  if (self == NULL)
    return;

  g_free (self->words);
  g_free (self);
}

static guint64
get_count (FindText *self,
           gsize     index)
{
  return self->counts[(guint8) self->words[index]];
}

void
find_text_learn (FindText   *self,
                 const char *text,
                 gsize       length)
{
  gsize n = MIN (length, SAMPLE);
  const char *sample = text + (length - n) / 2;

  if (length < MIN_TEXT)
    return;

  for (gsize i = 0; i < n; i++)
    self->counts[(guint8) sample[i]]++;
  self->n_sampled += n;
  for (gsize i = 0; i < self->length; i++)
    if (get_count (self, i) < get_count (self, self->rarest))
      self->rarest = i;
}

gboolean
find_text_is_quick (FindText *self)
{
  return self->n_sampled > 0 && get_count (self, self->rarest) <= self->n_sampled / RARE;
}

gsize
find_text_next (FindText   *self,
                const char *text,
                gsize       length,
                gsize       start)
{
  const char *end = text + length;
  const char *at = text + start;

  while ((gsize) (end - at) >= self->length) {
    gsize n = (gsize) (end - at) - self->length + 1;

    at = memchr (at + self->rarest, self->words[self->rarest], n);
    if (at == NULL)
      break;
    at -= self->rarest;
    if (*at == *self->words && memcmp (at, self->words, self->length) == 0)
      return (gsize) (at - text);
    at++;
  }

  return length;
}
