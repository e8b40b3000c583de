/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "log-view-font.h"

#include "settings.h"
#include "widget-test.h"

/* Of the context that lines are laid out in, where the interface has DIRECTION. */
static char *
dup_language (GtkTextDirection direction)
{
  GtkWidget *widget = gtk_drawing_area_new ();
  GtkWindow *window = widget_test_show (widget, 100, 100);
  LogFont font;
  char *language;

  gtk_widget_set_direction (widget, direction);
  log_font_init (&font);
  g_assert_true (log_font_update (&font, widget, FALSE));
  g_assert_false (log_font_update (&font, widget, FALSE));
  g_assert_cmpint (pango_context_get_base_dir (font.context), ==, PANGO_DIRECTION_LTR);
  language = g_strdup (pango_language_to_string (pango_context_get_language (font.context)));
  log_font_clear (&font);
  gtk_window_destroy (window);

  return language;
}

static void
test_language (void)
{
  g_autofree char *left = dup_language (GTK_TEXT_DIR_LTR);
  g_autofree char *right = dup_language (GTK_TEXT_DIR_RTL);

  g_assert_cmpstr (left, ==, pango_language_to_string (gtk_get_default_language ()));
  g_assert_cmpstr (right, ==, "en");
}

static void
check_labels (int resolution)
{
  GtkWidget *widget = gtk_drawing_area_new ();
  GtkWindow *window = widget_test_show (widget, 100, 100);
  LogFont font;
  int height;

  g_object_set (gtk_widget_get_settings (widget), "gtk-xft-dpi", resolution * PANGO_SCALE, NULL);
  log_font_init (&font);
  log_font_update (&font, widget, TRUE);
  pango_layout_set_text (font.label, "Gj 525", -1);
  pango_layout_get_pixel_size (font.label, NULL, &height);
  g_assert_cmpint (font.section_height, ==, resolution / 4);
  g_assert_cmpint (font.section_height, >=, height);
  g_assert_cmpint (font.label_height, ==, resolution / 6);
  log_font_clear (&font);
  gtk_window_destroy (window);
}

/* A label finds room where text is large. */
static void
test_large (void)
{
  check_labels (96);
  check_labels (144);
  check_labels (192);
  check_labels (96);
}

/* What lines are laid out in where the setting says NAME: "family size", the family's fallback left away. */
static char *
dup_font (const char *name)
{
  GtkWidget *widget = gtk_drawing_area_new ();
  GtkWindow *window = widget_test_show (widget, 100, 100);
  const PangoFontDescription *description;
  LogFont font;
  char *text;

  g_settings_set_string (settings_get (), "log-font", name);
  log_font_init (&font);
  log_font_update (&font, widget, TRUE);
  description = pango_layout_get_font_description (font.text);
  text = g_strdup_printf ("%.*s %.2f", (int) strcspn (pango_font_description_get_family (description), ","),
                          pango_font_description_get_family (description),
                          pango_font_description_get_size (description) / (double) PANGO_SCALE);
  log_font_clear (&font);
  g_settings_reset (settings_get (), "log-font");
  gtk_window_destroy (window);

  return text;
}

static void
check_font (const char *name,
            const char *expected)
{
  g_autofree char *font = dup_font (name);

  g_assert_cmpstr (font, ==, expected);
}

/* What is no font, and what is no size, is the system's. */
static void
test_own (void)
{
  static const char *const bad[] = {
    "12", " ", ",", "Quill Mono That Nobody Has 12", "Monospace,Serif 14", "%s%n", "0", NULL
  };
  g_autofree char *system = dup_font ("");
  g_autofree char *system_size = g_strdup_printf ("Serif%s", strrchr (system, ' '));

  check_font ("Serif 20", "Serif 19.50");
  check_font ("serif bold 20", "serif 19.50");
  check_font ("Serif", system_size);
  check_font ("Serif 9000", system_size);
  check_font ("Serif 0.001", system_size);
  check_font ("Serif 20px", system_size);
  for (guint i = 0; bad[i] != NULL; i++)
    check_font (bad[i], system);
}

int
main (int    argc,
      char **argv)
{
  if (widget_test_init (&argc, &argv)) {
    g_test_add_func ("/log-view-font/language", test_language);
    g_test_add_func ("/log-view-font/large", test_large);
    g_test_add_func ("/log-view-font/own", test_own);
  }

  return g_test_run ();
}
