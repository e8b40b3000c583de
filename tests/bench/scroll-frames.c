/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gtk/gtk.h>
#include <stdlib.h>

#include "frames.h"
#include "log-view-private.h"
#include "settings.h"
#include "window-private.h"

/* usage: scroll-frames FRAMES ROUNDS FILE
 *
 * Opens FILE in Culprit's window and scrolls it by three rows a frame at its top, its middle and its end, in turns with a
 * GtkTextView in the log's place that holds the same rows in the same colours. Prints a line a frame: "PLACE VIEW SECONDS SERVER",
 * where VIEW is log or text, and the times are the processor's, of the frame and of the X server that draws it. */

#define ROWS_A_FRAME  3
#define WARM_FRAMES   20        /* what was seen before the scrolling, and what has to be made once */
#define REST_INTERVAL 300       /* milliseconds */
#define REST_SHARE    0.1       /* of the processor, with which all is done that goes on beside */
#define FONT_CLASS    "same-rows"

typedef struct {
  GtkAdjustment *adjustment;
  double         step;
  guint          n_frames;
  guint          wanted;
  const char    *place;
  const char    *view;
  double         thread;
  double         server;
} Scroll;

static gboolean
time_passed (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;

  return G_SOURCE_REMOVE;
}

static void
settle (void)
{
  double before;

  do {
    gboolean has_passed = FALSE;

    before = frames_get_process_time ();
    g_timeout_add (REST_INTERVAL, time_passed, &has_passed);
    while (!has_passed)
      g_main_context_iteration (NULL, TRUE);
  } while ((frames_get_process_time () - before) * 1000 > REST_INTERVAL * REST_SHARE);
}

static gboolean
scroll_on (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  Scroll *scroll = user_data;

  gtk_adjustment_set_value (scroll->adjustment, gtk_adjustment_get_value (scroll->adjustment) + scroll->step);

  return G_SOURCE_CONTINUE;
}

static void
before_paint (GdkFrameClock *clock,
              Scroll        *scroll)
{
  scroll->server = frames_get_server_time (gdk_display_get_default ());
  scroll->thread = frames_get_thread_time ();
}

static void
after_paint (GdkFrameClock *clock,
             Scroll        *scroll)
{
  double thread = frames_get_thread_time () - scroll->thread;
  double server = frames_get_server_time (gdk_display_get_default ()) - scroll->server;

  if (scroll->n_frames++ >= WARM_FRAMES)
    g_print ("%s %s %.6f %.6f\n", scroll->place, scroll->view, thread, server);
}

/* Scrolls WINDOW from FIRST pixels on. */
static void
measure (GtkWidget  *window,
         double      first,
         Scroll     *scroll)
{
  GtkScrolledWindow *scrolled = GTK_SCROLLED_WINDOW (window);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  gulong before;
  gulong after;
  guint tick;

  gtk_widget_set_visible (window, TRUE);
  settle ();
  scroll->adjustment = gtk_scrolled_window_get_vadjustment (scrolled);
  scroll->n_frames = 0;
  gtk_adjustment_set_value (scroll->adjustment, first);
  settle ();

  before = g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint), scroll);
  after = g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint), scroll);
  tick = gtk_widget_add_tick_callback (window, scroll_on, scroll, NULL);
  while (scroll->n_frames < scroll->wanted + WARM_FRAMES)
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_remove_tick_callback (window, tick);
  g_signal_handler_disconnect (clock, before);
  g_signal_handler_disconnect (clock, after);
  gtk_widget_set_visible (window, FALSE);
}

static GtkTextTag *
get_tag (GtkTextBuffer   *buffer,
         const LogPalette *palette,
         const LineStyle  *style)
{
  g_autofree char *name = g_strdup_printf ("%u %d", style->colour, style->bold);
  GtkTextTag *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), name);

  if (tag == NULL) {
    tag = gtk_text_buffer_create_tag (buffer, name, NULL, NULL);
    if (style->colour > 0 && style->colour < LOG_PALETTE_N_COLOURS)
      g_object_set (tag, "foreground-rgba", &palette->colours[style->colour], NULL);
    if (style->bold)
      g_object_set (tag, "weight", PANGO_WEIGHT_BOLD, NULL);
  }

  return tag;
}

static void
append_row (GtkTextBuffer  *buffer,
            CulpritLogView *view,
            gint64          line)
{
  GtkTextIter end;
  int number;

  log_text_read (&view->text, view->store, line, log_view_get_columns (view));
  gtk_text_buffer_get_end_iter (buffer, &end);
  number = gtk_text_iter_get_line (&end);
  gtk_text_buffer_insert (buffer, &end, view->text.row.text->str, (int) view->text.row.text->len);
  for (guint i = 0; i < view->text.line.styles->len; i++) {
    const LineStyle *style = &g_array_index (view->text.line.styles, LineStyle, i);
    gsize length = view->text.row.text->len;
    gsize from = MIN (log_row_to_shown (&view->text.row, style->start), length);
    gsize to = MIN (log_row_to_shown (&view->text.row, (gsize) style->start + style->length), length);
    GtkTextIter start;

    gtk_text_buffer_get_iter_at_line_index (buffer, &start, number, (int) from);
    gtk_text_buffer_get_iter_at_line_index (buffer, &end, number, (int) to);
    gtk_text_buffer_apply_tag (buffer, get_tag (buffer, &view->palette, style), &start, &end);
  }
  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_insert (buffer, &end, "\n", 1);
}

static void
use_font (GtkWidget      *text,
          CulpritLogView *view)
{
  const PangoFontDescription *font = pango_layout_get_font_description (view->font.text);
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
  g_autofree char *css = NULL;

  css = g_strdup_printf ("." FONT_CLASS " { font-family: %s; font-size: %.3fpt; }",
                         pango_font_description_get_family (font), (double) pango_font_description_get_size (font) / PANGO_SCALE);
  gtk_css_provider_load_from_data (provider, css, -1);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
  gtk_widget_add_css_class (text, FONT_CLASS);
}

/* As high as the log's: where the font alone makes a row less high, the rest is above it. */
static void
use_row_height (GtkWidget      *text,
                CulpritLogView *view)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (text, "0");
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  gtk_text_view_set_pixels_above_lines (GTK_TEXT_VIEW (text), MAX (view->font.row_height - height, 0));
}

/* A text view in place of the log, with N_ROWS of its rows from FIRST on; the log is hidden. */
static GtkWidget *
show_text (CulpritLogView *view,
           gint64          first,
           gint64          n_rows)
{
  GtkWidget *log = gtk_widget_get_ancestor (GTK_WIDGET (view), GTK_TYPE_SCROLLED_WINDOW);
  GtkWidget *window = gtk_scrolled_window_new ();
  GtkWidget *text = gtk_text_view_new ();
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (text));

  for (gint64 line = first; line < first + n_rows; line++)
    append_row (buffer, view, line);
  gtk_text_view_set_editable (GTK_TEXT_VIEW (text), FALSE);
  gtk_text_view_set_cursor_visible (GTK_TEXT_VIEW (text), FALSE);
  gtk_text_view_set_monospace (GTK_TEXT_VIEW (text), TRUE);
  use_font (text, view);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (window), text);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (window), GTK_POLICY_EXTERNAL, GTK_POLICY_EXTERNAL);
  gtk_widget_set_hexpand (window, TRUE);
  gtk_widget_set_visible (log, FALSE);
  gtk_box_insert_child_after (GTK_BOX (gtk_widget_get_parent (log)), window, log);
  use_row_height (text, view);

  return window;
}

static void
measure_place (CulpritLogView *view,
               const char     *place,
               double          share,
               guint           n_frames,
               guint           n_rounds)
{
  GtkWidget *log = gtk_widget_get_ancestor (GTK_WIDGET (view), GTK_TYPE_SCROLLED_WINDOW);
  gint64 n_rows = (n_frames + WARM_FRAMES + 20) * ROWS_A_FRAME + 100;
  gint64 first = 1 + (gint64) (share * (double) MAX (view->n_lines - n_rows, 0));
  Scroll scroll = { .place = place, .wanted = n_frames, .step = ROWS_A_FRAME * view->font.row_height };
  GtkWidget *text = show_text (view, first, MIN (n_rows, view->n_lines));

  for (guint i = 0; i < n_rounds; i++) {
    scroll.view = "text";
    measure (text, 0, &scroll);
    scroll.view = "log";
    measure (log, log_view_get_line_value (view, first), &scroll);
  }
  gtk_box_remove (GTK_BOX (gtk_widget_get_parent (text)), text);
  gtk_widget_set_visible (log, TRUE);
}

static CulpritLogView *
open_log (const char *path)
{
  GtkApplication *application = g_object_new (ADW_TYPE_APPLICATION, "application-id", "example.quill.Frames",
                                              "flags", G_APPLICATION_NON_UNIQUE, "resource-base-path", RESOURCE_PATH, NULL);
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  CulpritWindow *window;
  CulpritLogPage *page;

  g_application_register (G_APPLICATION (application), NULL, NULL);
  /* No service is asked. */
  g_settings_set_boolean (settings_get (), "known-issues", FALSE);
  window = CULPRIT_WINDOW (culprit_window_new (application));
  gtk_window_present (GTK_WINDOW (window));
  culprit_window_open_file (window, file, JOB_LOG_READ_DEFAULT);
  page = culprit_window_get_page (window);
  while (culprit_log_page_is_loading (page))
    g_main_context_iteration (NULL, TRUE);
  settle ();

  return CULPRIT_LOG_VIEW (frames_find (GTK_WIDGET (page), CULPRIT_TYPE_LOG_VIEW));
}

int
main (int    argc,
      char **argv)
{
  CulpritLogView *view;
  guint n_frames;
  guint n_rounds;

  if (argc != 4) {
    g_printerr ("usage: scroll-frames FRAMES ROUNDS FILE\n");
    return 2;
  }
  n_frames = (guint) atoi (argv[1]);
  n_rounds = (guint) atoi (argv[2]);
  adw_init ();
  view = open_log (argv[3]);
  measure_place (view, "top", 0, n_frames, n_rounds);
  measure_place (view, "middle", 0.5, n_frames, n_rounds);
  measure_place (view, "end", 1, n_frames, n_rounds);

  return 0;
}
