/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "log-view-font.h"

#include "widget-test.h"

#define WIDTH  400
#define HEIGHT 30
#define LEFT   3.0

static const GdkRGBA colour = { 0.1f, 0.2f, 0.8f, 1 };

static cairo_surface_t *
take_picture (GtkSnapshot *snapshot)
{
  GskRenderNode *node = gtk_snapshot_free_to_node (snapshot);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);

  g_assert_nonnull (node);
  gsk_render_node_draw (node, cr);
  gsk_render_node_unref (node);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

static cairo_surface_t *
lay_out (LogFont    *font,
         const char *text,
         gboolean    bold)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  if (bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (font->text, attributes);
  pango_layout_set_text (font->text, text, -1);
  log_font_draw (font->text, snapshot, LEFT, font->baseline, &colour);

  return take_picture (snapshot);
}

static cairo_surface_t *
put_together (LogFont    *font,
              const char *text,
              gboolean    bold)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  log_glyphs_draw (log_font_get_text_glyphs (font), snapshot, text, strlen (text), bold, &colour, LEFT, font->baseline);

  return take_picture (snapshot);
}

static gboolean
is_same (cairo_surface_t *one,
         cairo_surface_t *other)
{
  return memcmp (cairo_image_surface_get_data (one), cairo_image_surface_get_data (other),
                 (gsize) cairo_image_surface_get_stride (one) * HEIGHT) == 0;
}

static void
check_text (LogFont    *font,
            const char *text,
            gboolean    bold)
{
  cairo_surface_t *expected = lay_out (font, text, bold);
  cairo_surface_t *other = lay_out (font, "another text", bold);
  cairo_surface_t *drawn = put_together (font, text, bold);

  g_assert_true (is_same (drawn, expected));
  g_assert_false (is_same (drawn, other));
  cairo_surface_destroy (expected);
  cairo_surface_destroy (other);
  cairo_surface_destroy (drawn);
}

static void
with_font (const char *name,
           void      (*check) (LogFont *font))
{
  GtkWidget *widget = gtk_drawing_area_new ();
  GtkWindow *window = widget_test_show (widget, 100, 100);
  LogFont font;

  log_font_init (&font);
  log_font_update (&font, widget, TRUE);
  if (name != NULL) {
    g_autoptr (PangoFontDescription) description = pango_font_description_from_string (name);

    pango_layout_set_font_description (font.text, description);
  }
  check (&font);
  log_font_clear (&font);
  gtk_window_destroy (window);
}

static void
check_texts (LogFont *font)
{
  g_assert_nonnull (log_font_get_text_glyphs (font));
  for (int bold = FALSE; bold <= TRUE; bold++) {
    check_text (font, "!\"#$%&'()*+,-./0123456789:;<=>?@", bold);
    check_text (font, "ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`", bold);
    check_text (font, "abcdefghijklmnopqrstuvwxyz{|}~", bold);
    check_text (font, "   FAILED  a::b   ", bold);
  }
}

/* They look as what is laid out does, to the pixel. */
static void
test_same (void)
{
  with_font (NULL, check_texts);
}

static void
check_none (LogFont *font)
{
  g_assert_null (log_font_get_text_glyphs (font));
  /* What is laid out afterwards is as before. */
  g_assert_null (pango_layout_get_attributes (font->text));
}

static void
test_proportional (void)
{
  with_font ("Sans 11", check_none);
}

/* Blanks alone draw nothing. */
static void
check_blanks (LogFont *font)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  log_glyphs_draw (log_font_get_text_glyphs (font), snapshot, "   ", 3, FALSE, &colour, LEFT, font->baseline);
  log_glyphs_draw (log_font_get_text_glyphs (font), snapshot, "x", 0, FALSE, &colour, LEFT, font->baseline);
  g_assert_null (gtk_snapshot_free_to_node (snapshot));
}

static void
test_blanks (void)
{
  with_font (NULL, check_blanks);
}

int
main (int    argc,
      char **argv)
{
  if (widget_test_init (&argc, &argv)) {
    g_test_add_func ("/log-view-glyphs/same", test_same);
    g_test_add_func ("/log-view-glyphs/proportional", test_proportional);
    g_test_add_func ("/log-view-glyphs/blanks", test_blanks);
  }

  return g_test_run ();
}
