/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "style.h"

/* LineStyle's colours; those between red and white are the terminal's in their order. */
#define COLOUR_DEFAULT 0
#define COLOUR_RED     1
#define COLOUR_GREEN   2
#define COLOUR_YELLOW  3
#define COLOUR_BLUE    4
#define COLOUR_MAGENTA 5
#define COLOUR_CYAN    6
#define COLOUR_WHITE   7
#define COLOUR_GREY    8

/* Below this difference of its parts a colour is a grey. */
#define LEAST_CHROMA 48

const StyleChange style_changes[STYLE_LAST_NUMBER + 1] = {
  [0] = { 0xff, STYLE_NONE },
  [1] = { 0, STYLE_BOLD },
  [8] = { 0, STYLE_CONCEALED },
  [21] = { STYLE_BOLD, 0 },
  [22] = { STYLE_BOLD, 0 },
  [28] = { STYLE_CONCEALED, 0 },
  [30] = { STYLE_COLOUR_MASK, COLOUR_DEFAULT },
  [31] = { STYLE_COLOUR_MASK, COLOUR_RED },
  [32] = { STYLE_COLOUR_MASK, COLOUR_GREEN },
  [33] = { STYLE_COLOUR_MASK, COLOUR_YELLOW },
  [34] = { STYLE_COLOUR_MASK, COLOUR_BLUE },
  [35] = { STYLE_COLOUR_MASK, COLOUR_MAGENTA },
  [36] = { STYLE_COLOUR_MASK, COLOUR_CYAN },
  [37] = { STYLE_COLOUR_MASK, COLOUR_WHITE },
  [39] = { STYLE_COLOUR_MASK, COLOUR_DEFAULT },
  [90] = { STYLE_COLOUR_MASK, COLOUR_GREY },
  [91] = { STYLE_COLOUR_MASK, COLOUR_RED },
  [92] = { STYLE_COLOUR_MASK, COLOUR_GREEN },
  [93] = { STYLE_COLOUR_MASK, COLOUR_YELLOW },
  [94] = { STYLE_COLOUR_MASK, COLOUR_BLUE },
  [95] = { STYLE_COLOUR_MASK, COLOUR_MAGENTA },
  [96] = { STYLE_COLOUR_MASK, COLOUR_CYAN },
  [97] = { STYLE_COLOUR_MASK, COLOUR_WHITE },
};

static Style
get_colour_of_rgb (int red,
                   int green,
                   int blue)
{
  static const Style hues[8] = {
    COLOUR_DEFAULT, COLOUR_RED, COLOUR_GREEN, COLOUR_YELLOW,
    COLOUR_BLUE, COLOUR_MAGENTA, COLOUR_CYAN, COLOUR_WHITE,
  };
  int highest = MAX (MAX (red, green), blue);
  int lowest = MIN (MIN (red, green), blue);
  int middle = (highest + lowest) / 2;

  if (highest - lowest < LEAST_CHROMA)
    return highest < 64 ? COLOUR_DEFAULT : highest < 176 ? COLOUR_GREY : COLOUR_WHITE;

  return hues[(red >= middle) | (green >= middle) << 1 | (blue >= middle) << 2];
}

/* xterm's 256 colours: 16 of the terminal, a cube of 6x6x6, and 24 greys. */
static Style
get_colour_of_index (int index)
{
  static const int levels[6] = { 0, 95, 135, 175, 215, 255 };

  if (index < 0 || index > 255)
    return COLOUR_DEFAULT;
  if (index == 8)
    return COLOUR_GREY;
  if (index < 16)
    return index % 8;
  if (index >= 232)
    return get_colour_of_rgb (8 + (index - 232) * 10, 8 + (index - 232) * 10,
                              8 + (index - 232) * 10);

  index -= 16;

  return get_colour_of_rgb (levels[index / 36], levels[index / 6 % 6], levels[index % 6]);
}

static int
get_parameter (const ControlSequence *sequence,
               guint                  index)
{
  return index < sequence->n_parameters ? MAX (sequence->parameters[index], 0) : 0;
}

static gboolean
is_after_colon (const ControlSequence *sequence,
                guint                  index)
{
  return index < sequence->n_parameters && (sequence->colons & 1u << index) != 0;
}

/* Reads the colour after 38, 48 or 58 at INDEX: 5;n, 2;r;g;b, 5:n, 2:r:g:b or 2::r:g:b.
 * Returns the index of what follows. */
static guint
read_colour (const ControlSequence *sequence,
             guint                  index,
             Style                 *ret_colour)
{
  gboolean colons = is_after_colon (sequence, index + 1);
  int kind = get_parameter (sequence, index + 1);
  guint first = index + 2;
  guint next = first;

  while (colons && is_after_colon (sequence, next))
    next++;
  if (colons && kind == 2 && next - first > 3)
    first++;
  if (!colons)
    next += kind == 2 ? 3 : kind == 5 ? 1 : 0;

  *ret_colour = COLOUR_DEFAULT;
  if (kind == 5)
    *ret_colour = get_colour_of_index (get_parameter (sequence, first));
  else if (kind == 2)
    *ret_colour = get_colour_of_rgb (get_parameter (sequence, first),
                                     get_parameter (sequence, first + 1),
                                     get_parameter (sequence, first + 2));

  return next;
}

static Style
with_colour (Style style,
             Style colour)
{
  return (style & ~STYLE_COLOUR_MASK) | colour;
}

Style
style_apply (Style                  style,
             const ControlSequence *sequence)
{
  guint index = 0;

  if (sequence->n_parameters == 0)
    return STYLE_NONE;

  while (index < sequence->n_parameters) {
    int number = get_parameter (sequence, index);
    Style colour;

    if (style_has_followers (number)) {
      index = read_colour (sequence, index, &colour);
      if (number == 38)
        style = with_colour (style, colour);
      continue;
    }
    style = style_change (style, style_get_change (number));
    do
      index++;
    while (is_after_colon (sequence, index));
  }

  return style;
}
