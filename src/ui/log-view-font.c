/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "settings.h"

#include "log-view-font.h"

#define SCALE            0.975   /* of the system's monospace size */
#define NUMBER_SMALLER   1.5     /* points */
#define LABEL_POINTS     9.0
#define SECTION_HEIGHT   24      /* at a resolution of 96, as the next two */
#define LABEL_HEIGHT     16
#define LABEL_BASELINE   16
#define ROW_PER_FONT     1.35
#define LARGEST          72      /* points */
#define TAB_CELLS        8
#define MEASURED         64      /* characters */

static GSettings *
open_settings (void)
{
  g_autoptr (GSettingsSchema) schema = NULL;

  schema = g_settings_schema_source_lookup (g_settings_schema_source_get_default (),
                                            "org.gnome.desktop.interface", TRUE);
  if (schema == NULL || !g_settings_schema_has_key (schema, "monospace-font-name"))
    return NULL;

  return g_settings_new_full (schema, NULL, NULL);
}

void
log_font_init (LogFont *font)
{
  *font = (LogFont) { .zoom = 1.0, .row_height = 18, .section_height = SECTION_HEIGHT, .label_height = LABEL_HEIGHT,
                      .label_baseline = LABEL_BASELINE, .cell = 8, .digit = 7 };
  font->settings = open_settings ();
}

static void
clear_layouts (LogFont *font)
{
  g_clear_object (&font->text);
  g_clear_object (&font->number);
  g_clear_object (&font->label);
  g_clear_object (&font->context);
  log_glyphs_clear (&font->text_glyphs);
  log_glyphs_clear (&font->number_glyphs);
}

void
log_font_clear (LogFont *font)
{
  clear_layouts (font);
  g_clear_object (&font->settings);
}

static void
check_size (PangoFontDescription *description,
            int                   otherwise)
{
  int size = pango_font_description_get_size (description);

  if (pango_font_description_get_size_is_absolute (description) || size < PANGO_SCALE || size > LARGEST * PANGO_SCALE)
    pango_font_description_set_size (description, otherwise);
}

static PangoFontDescription *
get_system_font (GSettings *settings)
{
  g_autofree char *name = settings != NULL ? g_settings_get_string (settings, "monospace-font-name") : NULL;
  PangoFontDescription *description = pango_font_description_from_string (name != NULL ? name : "Monospace 10");

  if (pango_font_description_get_family (description) == NULL)
    pango_font_description_set_family (description, "Monospace");
  check_size (description, 10 * PANGO_SCALE);

  return description;
}

static gboolean
has_family (PangoContext *context,
            const char   *name)
{
  g_autofree PangoFontFamily **families = NULL;
  gboolean has = FALSE;
  int n_families;

  pango_context_list_families (context, &families, &n_families);
  for (int i = 0; i < n_families && !has; i++)
    has = g_ascii_strcasecmp (pango_font_family_get_name (families[i]), name) == 0;

  return has;
}

/* The one that the user chose, or NULL where there is none of that name. */
static PangoFontDescription *
get_own_font (PangoContext *context)
{
  g_autofree char *name = settings_dup_log_font ();
  g_autoptr (PangoFontDescription) description = pango_font_description_from_string (name);
  const char *family = pango_font_description_get_family (description);

  if (family == NULL || !has_family (context, family))
    return NULL;

  return g_steal_pointer (&description);
}

/* The family falls back to the one that always has a fixed width. */
static PangoFontDescription *
get_font (LogFont *font)
{
  PangoFontDescription *description = get_own_font (font->context);
  g_autoptr (PangoFontDescription) system = get_system_font (font->settings);
  g_autofree char *family = NULL;

  if (description == NULL)
    description = g_steal_pointer (&system);
  else
    check_size (description, pango_font_description_get_size (system));
  family = g_strconcat (pango_font_description_get_family (description), ",Monospace", NULL);
  pango_font_description_set_family (description, family);

  return description;
}

int
log_font_get_system_size (void)
{
  g_autoptr (GSettings) settings = open_settings ();
  g_autoptr (PangoFontDescription) description = get_system_font (settings);

  return (int) round (pango_font_description_get_size (description) / (double) PANGO_SCALE);
}

static PangoLayout *
new_layout (LogFont                    *font,
            const PangoFontDescription *description)
{
  PangoLayout *layout = pango_layout_new (font->context);

  pango_layout_set_font_description (layout, description);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_auto_dir (layout, FALSE);

  return layout;
}

static double
measure (PangoLayout *layout,
         char         character)
{
  g_autofree char *text = g_strnfill (MEASURED, character);
  PangoRectangle extents;

  pango_layout_set_text (layout, text, -1);
  pango_layout_get_extents (layout, NULL, &extents);

  return (double) extents.width / PANGO_SCALE / MEASURED;
}

static void
set_tabs (LogFont *font)
{
  g_autoptr (PangoTabArray) tabs = pango_tab_array_new (1, FALSE);

  pango_tab_array_set_tab (tabs, 0, PANGO_TAB_LEFT,
                           (int) (font->cell * TAB_CELLS * PANGO_SCALE));
  pango_layout_set_tabs (font->text, tabs);
}

static void
measure_rows (LogFont                    *font,
              const PangoFontDescription *description)
{
  PangoFontMetrics *metrics = pango_context_get_metrics (font->context, description, NULL);
  double resolution = pango_cairo_context_get_resolution (font->context);
  double pixels = pango_font_description_get_size (description) / (double) PANGO_SCALE *
                  (resolution > 0 ? resolution : 96) / 72;
  double ascent = pango_font_metrics_get_ascent (metrics) / (double) PANGO_SCALE;
  double descent = pango_font_metrics_get_descent (metrics) / (double) PANGO_SCALE;

  pango_font_metrics_unref (metrics);
  font->row_height = MAX (4, (int) round (pixels * ROW_PER_FONT));
  font->baseline = (int) round ((font->row_height - ascent - descent) / 2 + ascent);
  font->cell = measure (font->text, '0');
  font->digit = measure (font->number, '0');
  font->fixed = fabs (measure (font->text, 'i') - font->cell) < 0.01 &&
                fabs (measure (font->text, 'W') - font->cell) < 0.01;
}

/* Their font is of one size in points, which is more pixels where text is to be large. */
static void
measure_labels (LogFont *font)
{
  double resolution = pango_cairo_context_get_resolution (font->context);
  double scale = MAX (resolution / 96, 1);

  font->section_height = (int) round (SECTION_HEIGHT * scale);
  font->label_height = (int) round (LABEL_HEIGHT * scale);
  font->label_baseline = (int) round (LABEL_BASELINE * scale);
}

static gboolean
is_same (PangoContext *one,
         PangoContext *other)
{
  return one != NULL &&
         pango_font_description_equal (pango_context_get_font_description (one),
                                       pango_context_get_font_description (other)) &&
         pango_cairo_context_get_resolution (one) == pango_cairo_context_get_resolution (other) &&
         pango_context_get_round_glyph_positions (one) == pango_context_get_round_glyph_positions (other);
}

static void
make_layouts (LogFont                    *font,
              const PangoFontDescription *chosen)
{
  g_autoptr (PangoFontDescription) description = pango_font_description_copy (chosen);
  double points = pango_font_description_get_size (chosen) * SCALE * font->zoom;

  pango_font_description_set_size (description, (int) points);
  font->text = new_layout (font, description);

  points -= NUMBER_SMALLER * PANGO_SCALE * font->zoom;
  pango_font_description_set_size (description, (int) MAX (points, PANGO_SCALE));
  font->number = new_layout (font, description);

  pango_font_description_free (g_steal_pointer (&description));
  description = pango_font_description_copy (pango_context_get_font_description (font->context));
  pango_font_description_set_size (description, (int) (LABEL_POINTS * PANGO_SCALE));
  font->label = new_layout (font, description);
  pango_layout_set_ellipsize (font->label, PANGO_ELLIPSIZE_END);
}

gboolean
log_font_update (LogFont   *font,
                 GtkWidget *widget,
                 gboolean   force)
{
  PangoContext *context = gtk_widget_create_pango_context (widget);
  g_autoptr (PangoFontDescription) chosen = NULL;

  pango_context_set_base_dir (context, PANGO_DIRECTION_LTR);
  /* Else signs and blanks come from a font of that language's, which is not as wide. */
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    pango_context_set_language (context, pango_language_from_string ("en"));
  if (!force && is_same (font->context, context)) {
    g_object_unref (context);
    return FALSE;
  }

  clear_layouts (font);
  font->context = context;
  chosen = get_font (font);
  make_layouts (font, chosen);
  measure_rows (font, pango_layout_get_font_description (font->text));
  measure_labels (font);
  set_tabs (font);

  return TRUE;
}

const LogGlyphs *
log_font_get_text_glyphs (LogFont *font)
{
  return log_glyphs_load (&font->text_glyphs, font->text) ? &font->text_glyphs : NULL;
}

const LogGlyphs *
log_font_get_number_glyphs (LogFont *font)
{
  return log_glyphs_load (&font->number_glyphs, font->number) ? &font->number_glyphs : NULL;
}

void
log_font_draw (PangoLayout   *layout,
               GtkSnapshot   *snapshot,
               double         x,
               double         y,
               const GdkRGBA *colour)
{
  double baseline = pango_layout_get_baseline (layout) / (double) PANGO_SCALE;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) (y - round (baseline))));
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);
}
