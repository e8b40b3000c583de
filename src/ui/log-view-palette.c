/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "log-view-palette.h"

/* A colour of the style sheet; OTHERWISE where it does not have the name. */
static GdkRGBA
look_up (GtkStyleContext *style,
         const char      *name,
         GdkRGBA          otherwise)
{
  GdkRGBA colour;

  return gtk_style_context_lookup_color (style, name, &colour) ? colour : otherwise;
}

GdkRGBA
log_palette_fade (GdkRGBA colour,
                  double  alpha)
{
  colour.alpha *= (float) alpha;

  return colour;
}

static void
load_programs_colours (LogPalette      *palette,
                       GtkStyleContext *style,
                       gboolean         programs_colours)
{
  palette->colours[0] = palette->foreground;
  for (guint i = 1; i < LOG_PALETTE_N_COLOURS; i++) {
    g_autofree char *name = g_strdup_printf ("log_ansi_%u", i);

    palette->colours[i] = programs_colours ? look_up (style, name, palette->foreground) : palette->foreground;
  }
}

void
log_palette_load (LogPalette *palette,
                  GtkWidget  *widget,
                  gboolean    programs_colours)
{
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  const GdkRGBA none = { 0 };
  GdkRGBA text;
  GdkRGBA accent;

  gtk_style_context_get_color (style, &text);
  accent = look_up (style, "accent_bg_color", text);

  palette->background = look_up (style, "log_bg", none);
  palette->foreground = look_up (style, "log_fg", text);
  palette->number = look_up (style, "log_number", text);
  palette->failure = look_up (style, "log_failure_bg", none);
  palette->failure_line = look_up (style, "log_failure_line_bg", none);
  palette->other = look_up (style, "log_failure_other_bg", none);
  palette->other_line = look_up (style, "log_failure_other_line_bg", none);
  palette->outline = look_up (style, "log_failure_outline", none);
  palette->mark = look_up (style, "log_failure_mark", text);
  palette->other_bracket = look_up (style, "log_failure_other_bracket", text);
  palette->other_mark = look_up (style, "log_failure_other_mark", text);
  palette->range = look_up (style, "log_range_bg", none);
  palette->range_edge = look_up (style, "log_range_edge", accent);
  palette->range_grip = look_up (style, "log_range_grip", accent);
  palette->selection = log_palette_fade (accent, 0.3);
  palette->hit = look_up (style, "log_hit_bg", accent);
  palette->hit_current = look_up (style, "log_hit_current_bg", accent);
  palette->focus = log_palette_fade (look_up (style, "accent_color", accent), 0.5);
  palette->bar = look_up (style, "window_bg_color", none);
  palette->bar_text = look_up (style, "window_fg_color", text);
  palette->border = log_palette_fade (palette->bar_text, 0.15);
  load_programs_colours (palette, style, programs_colours);
}

GdkRGBA
log_palette_blend (const GdkRGBA *under,
                   const GdkRGBA *over)
{
  float alpha = over->alpha;

  return (GdkRGBA) {
    over->red * alpha + under->red * (1 - alpha),
    over->green * alpha + under->green * (1 - alpha),
    over->blue * alpha + under->blue * (1 - alpha),
    1,
  };
}
