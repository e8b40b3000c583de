/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "cache-folder.h"
#include "own-masks.h"
#include "played-service.h"
#include "preferences.h"
#include "settings.h"
#include "widget-test.h"

static GtkWidget *
show_preferences (const char *page)
{
  GtkWidget *preferences = culprit_preferences_new (NULL);

  adw_preferences_window_set_visible_page_name (ADW_PREFERENCES_WINDOW (preferences), page);
  gtk_window_present (GTK_WINDOW (preferences));
  widget_test_wait (300);

  return preferences;
}

static void
test_accounts (void)
{
  GtkWidget *preferences = show_preferences ("accounts");

  g_assert_nonnull (widget_test_label (preferences, "GitHub"));
  g_assert_nonnull (widget_test_label (preferences, "Buildkite"));
  g_assert_cmpuint (widget_test_count (preferences, ADW_TYPE_PASSWORD_ENTRY_ROW, NULL), ==, 2);

  gtk_window_destroy (GTK_WINDOW (preferences));
  widget_test_wait (300);
}

/* The widget of TYPE in the row with this TITLE. */
static GtkWidget *
find_in_row (GtkWidget  *preferences,
             const char *title,
             GType       type)
{
  GtkWidget *label = widget_test_label (preferences, title);

  g_assert_nonnull (label);

  return widget_test_find (gtk_widget_get_ancestor (label, ADW_TYPE_ACTION_ROW), type, NULL);
}

static GtkWidget *
find_switch (GtkWidget  *preferences,
             const char *title)
{
  return find_in_row (preferences, title, GTK_TYPE_SWITCH);
}

static void
test_session (void)
{
  GtkWidget *preferences = show_preferences ("general");
  GtkWidget *session = find_switch (preferences, "Open What Was Open Last Time");

  g_assert_true (settings_restores_session ());
  g_assert_true (gtk_switch_get_active (GTK_SWITCH (session)));
  gtk_switch_set_active (GTK_SWITCH (session), FALSE);
  g_assert_false (settings_restores_session ());
  gtk_switch_set_active (GTK_SWITCH (session), TRUE);

  gtk_window_destroy (GTK_WINDOW (preferences));
}

/* What is chosen is kept, and what is kept is shown. */
static void
test_choices (void)
{
  GSettings *settings = settings_get ();
  GtkWidget *preferences, *spin, *colours, *profile;
  g_autofree char *scheme = NULL;
  g_autofree char *name = NULL;

  g_settings_set_string (settings, "profile", "gone");
  preferences = show_preferences ("general");
  colours = gtk_widget_get_ancestor (widget_test_label (preferences, "Colours"), ADW_TYPE_COMBO_ROW);
  profile = gtk_widget_get_ancestor (widget_test_label (preferences, "Profile"), ADW_TYPE_COMBO_ROW);
  spin = find_in_row (preferences, "Lines in the Tail Range", GTK_TYPE_SPIN_BUTTON);

  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (colours)), ==, 0);
  adw_combo_row_set_selected (ADW_COMBO_ROW (colours), 2);
  scheme = settings_dup_colour_scheme ();
  g_assert_cmpstr (scheme, ==, "dark");

  g_assert_nonnull (widget_test_label (profile, "gone"));
  adw_combo_row_set_selected (ADW_COMBO_ROW (profile), 0);
  name = settings_dup_profile ();
  g_assert_cmpstr (name, ==, "generic");
  g_settings_set_string (settings, "profile", "vllm");
  g_assert_nonnull (widget_test_label (profile, "vLLM"));

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), 300);
  g_assert_cmpint (settings_get_tail_lines (), ==, 300);

  g_settings_reset (settings, "colour-scheme");
  g_settings_reset (settings, "profile");
  g_settings_reset (settings, "tail-lines");
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (colours)), ==, 0);
  gtk_window_destroy (GTK_WINDOW (preferences));
}

static void
check_log_font (const char *expected)
{
  g_autofree char *font = settings_dup_log_font ();

  g_assert_cmpstr (font, ==, expected);
}

/* The first choice is the system's font, whose size is not chosen here. */
static void
test_log_font (void)
{
  GSettings *settings = settings_get ();
  GtkWidget *preferences = show_preferences ("general");
  GtkWidget *row = gtk_widget_get_ancestor (widget_test_label (preferences, "Log Font"), ADW_TYPE_COMBO_ROW);
  GtkWidget *size = find_in_row (preferences, "Log Font Size", GTK_TYPE_SPIN_BUTTON);
  GListModel *names = adw_combo_row_get_model (ADW_COMBO_ROW (row));
  g_autoptr (GtkStringObject) name = g_list_model_get_item (names, 1);
  g_autofree char *first = g_strdup_printf ("%s 14", gtk_string_object_get_string (name));
  g_autoptr (PangoFontDescription) chosen = pango_font_description_from_string (first);
  g_autofree char *font = NULL;

  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (row)), ==, 0);
  g_assert_false (gtk_widget_is_sensitive (size));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 1);
  g_assert_true (gtk_widget_is_sensitive (size));
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (size), 14);
  font = pango_font_description_to_string (chosen);
  check_log_font (font);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 0);
  check_log_font ("");
  g_assert_false (gtk_widget_is_sensitive (size));

  /* One that is gone stays chosen until another is. */
  g_settings_set_string (settings, "log-font", "Quill Mono 9");
  g_assert_nonnull (widget_test_label (row, "Quill Mono"));
  g_assert_cmpint (gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (size)), ==, 9);
  check_log_font ("Quill Mono 9");
  g_settings_set_string (settings, "log-font", "900");
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (row)), ==, 0);

  g_settings_reset (settings, "log-font");
  gtk_window_destroy (GTK_WINDOW (preferences));
  widget_test_wait (100);
  g_settings_set_string (settings, "log-font", "Monospace 12");
  g_settings_reset (settings, "log-font");
}

static void
test_masks (void)
{
  GtkWidget *preferences;
  GtkWidget *personal;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = culprit_own_masks_ensure_folder (&error);
  g_autofree char *broken = g_build_filename (folder, "quill.yml", NULL);
  g_autofree char *sample = g_build_filename (folder, "own.yml", NULL);
  g_autofree char *strange = g_build_filename (folder, "R&D_caf\xe9.yml", NULL);

  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (strange, "secrets:\n  - kind: quill-badge\n", -1, NULL));
  g_assert_true (g_file_set_contents (broken, "secrets:\n  - kind: quill-badge\n    keywords: [QB]\n    pattern: '('\n", -1,
                                      NULL));
  preferences = show_preferences ("masks");
  personal = find_switch (preferences, "Mask Personal Details");
  g_assert_false (settings_masks_personal ());
  gtk_switch_set_active (GTK_SWITCH (personal), TRUE);
  g_assert_true (settings_masks_personal ());
  g_settings_reset (settings_get (), "mask-personal");
  g_assert_nonnull (widget_test_label (preferences, "own.yml"));
  g_assert_nonnull (widget_test_label (preferences, "0 patterns"));
  g_assert_nonnull (widget_test_label (preferences, "quill.yml"));
  g_assert_nonnull (widget_test_label (preferences, "1 pattern"));
  g_assert_nonnull (widget_test_label (preferences, "R&D_caf\357\277\275.yml"));
  g_assert_nonnull (widget_test_label (preferences, "Open Folder"));
  g_assert_cmpuint (widget_test_count (preferences, ADW_TYPE_ACTION_ROW, NULL), ==, 6);

  gtk_window_destroy (GTK_WINDOW (preferences));
  g_unlink (broken);
  g_unlink (strange);
  g_unlink (sample);
  g_rmdir (folder);
}

static void
test_known_issues (void)
{
  GtkWidget *preferences = show_preferences ("services");
  GtkWidget *known = find_switch (preferences, "Look Up Known Issues Automatically");

  g_assert_true (settings_looks_up_known ());
  g_assert_true (gtk_switch_get_active (GTK_SWITCH (known)));
  gtk_switch_set_active (GTK_SWITCH (known), FALSE);
  g_assert_false (settings_looks_up_known ());
  gtk_switch_set_active (GTK_SWITCH (known), TRUE);

  gtk_window_destroy (GTK_WINDOW (preferences));
}

static void
test_cache (void)
{
  static const char content[5000] = "a log";
  g_autoptr (GBytes) bytes = g_bytes_new_static (content, sizeof content);
  GtkWidget *preferences, *button;

  cache_folder_store (&cache_folder_logs, "a job", bytes);
  preferences = show_preferences ("services");
  g_assert_nonnull (widget_test_label (preferences, "5.0\302\240kB"));
  button = gtk_widget_get_ancestor (widget_test_label (preferences, "Clear"), GTK_TYPE_BUTTON);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  widget_test_wait (500);
  g_assert_nonnull (widget_test_label (preferences, "Empty"));
  g_assert_false (gtk_widget_is_sensitive (button));
  g_assert_cmpuint (cache_folders_get_size (), ==, 0);

  gtk_window_destroy (GTK_WINDOW (preferences));
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *config = g_dir_make_tmp ("culprit-preferences-XXXXXX", NULL);
  g_autofree char *own = g_build_filename (config, "culprit", NULL);
  int status;

  /* Other tests would read what is put there. */
  g_setenv ("XDG_CONFIG_HOME", config, TRUE);
  played_service_start ();
  if (widget_test_init (&argc, &argv)) {
    g_test_add_func ("/preferences/session", test_session);
    g_test_add_func ("/preferences/choices", test_choices);
    g_test_add_func ("/preferences/log-font", test_log_font);
    g_test_add_func ("/preferences/masks", test_masks);
    g_test_add_func ("/preferences/accounts", test_accounts);
    g_test_add_func ("/preferences/known-issues", test_known_issues);
    g_test_add_func ("/preferences/cache", test_cache);
  }
  status = g_test_run ();
  played_service_stop ();
  g_rmdir (own);
  g_rmdir (config);

  return status;
}
