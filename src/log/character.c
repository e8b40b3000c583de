/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "character.h"

typedef struct {
  gunichar first;
  gunichar last;
} CharacterRange;

static const CharacterRange hidden[] = {
  { 0x00ad, 0x00ad },      /* soft hyphen */
  { 0x034f, 0x034f },      /* combining grapheme joiner */
  { 0x061c, 0x061c },      /* Arabic letter mark */
  { 0x115f, 0x1160 },      /* Hangul fillers */
  { 0x180e, 0x180e },      /* Mongolian vowel separator */
  { 0x200b, 0x200f },      /* zero width space and joiners, direction marks */
  { 0x2028, 0x202e },      /* separators, direction embeddings and overrides */
  { 0x2060, 0x206f },      /* word joiner, invisible operators, direction isolates */
  { 0x3164, 0x3164 },      /* Hangul filler */
  { 0xfeff, 0xfeff },      /* zero width no-break space */
  { 0xffa0, 0xffa0 },      /* halfwidth Hangul filler */
  { 0xfff9, 0xfffb },      /* interlinear annotation */
  { 0x1bca0, 0x1bca3 },    /* shorthand formatting */
  { 0x1d173, 0x1d17a },    /* musical formatting */
  { 0xe0000, 0xe0fff },    /* tags and variation selectors */
};

guint
character_get_width (gunichar character)
{
  /* Latin, and what progress bars are made of, need no look into tables. */
  if (character < 0x300 || (character >= 0x2500 && character < 0x25fd))
    return 1;
  if (g_unichar_iszerowidth (character))
    return 0;

  return g_unichar_iswide (character) ? 2 : 1;
}

guint
character_get_text_width (const char *text)
{
  guint width = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    width += character_get_width (g_utf8_get_char (at));

  return width;
}

gboolean
character_is_hidden (gunichar character)
{
  for (guint i = 0; i < G_N_ELEMENTS (hidden) && character >= hidden[i].first; i++)
    if (character <= hidden[i].last)
      return TRUE;

  return FALSE;
}

gboolean
character_can_join (gunichar character)
{
  return character == 0xfe0f || (character >= 0x2600 && character < 0x27c0) ||
         (character >= 0x1f300 && character < 0x1fb00);
}

/* How many bytes follow the first one, and what the second one may be. */
static guint
get_followers (guint8  first,
               guint8 *ret_lowest,
               guint8 *ret_highest)
{
  *ret_lowest = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
  *ret_highest = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;

  if (first < 0xc2 || first > 0xf4)
    return 0;

  return first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3;
}

int
character_decode (const guint8 *bytes,
                  gsize         length,
                  gunichar     *ret_character)
{
  guint8 lowest;
  guint8 highest;
  guint n_followers = get_followers (bytes[0], &lowest, &highest);

  *ret_character = bytes[0];
  if (bytes[0] < 0x80)
    return 1;
  if (n_followers == 0)
    return -1;

  *ret_character &= 0x3f >> n_followers;
  for (guint i = 1; i <= n_followers; i++) {
    if (i == length)
      return 0;
    if (bytes[i] < lowest || bytes[i] > highest)
      return -(int) i;
    *ret_character = *ret_character << 6 | (bytes[i] & 0x3f);
    lowest = 0x80;
    highest = 0xbf;
  }

  return n_followers + 1;
}
