/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "account-group.h"
#include "played-service.h"
#include "tokens.h"
#include "widget-test.h"

static gboolean
shows (GtkWidget  *root,
       const char *words)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if ((GTK_IS_LABEL (child) && strstr (gtk_label_get_text (GTK_LABEL (child)), words) != NULL)
        || shows (child, words))
      return TRUE;

  return FALSE;
}

static void
expect (GtkWidget  *group,
        const char *words)
{
  for (guint i = 0; i < 1000 && !shows (group, words); i++)
    widget_test_wait (20);
  if (!shows (group, words))
    g_error ("not seen: %s", words);
}

static void
enter_token (GtkWidget  *group,
             const char *token)
{
  GtkWidget *row = widget_test_find (group, ADW_TYPE_PASSWORD_ENTRY_ROW, NULL);

  gtk_editable_set_text (GTK_EDITABLE (row), token);
  g_signal_emit_by_name (row, "apply");
}

static GtkWidget *
find_forget (GtkWidget *group)
{
  GtkWidget *label = widget_test_label (group, "Forget");

  return label != NULL ? gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON) : NULL;
}

static void
test_keep_and_forget (void)
{
  GtkWidget *group = culprit_account_group_new (SERVICE_GITHUB_API);
  GtkWindow *window = widget_test_show (group, 400, 400);
  g_autofree char *token = NULL;
  g_autofree char *after = NULL;
  TokenPlace place;

  expect (group, "None: what is public can be read without one");
  g_assert_null (find_forget (group));
  enter_token (group, " github-token-of-alice ");
  expect (group, "For this run only: there is no keyring");
  g_assert_true (shows (group, "alice"));
  g_assert_true (shows (group, "Allows public_repo"));
  token = tokens_dup (SERVICE_GITHUB_API, &place);
  g_assert_cmpstr (token, ==, "github-token-of-alice");
  g_assert_cmpint (place, ==, TOKEN_OF_RUN);

  g_signal_emit_by_name (find_forget (group), "clicked");
  expect (group, "None: what is public can be read without one");
  after = tokens_dup (SERVICE_GITHUB_API, NULL);
  g_assert_null (after);

  gtk_window_destroy (window);
}

static GtkWidget *
find_apply (GtkWidget *root)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_apply (child);

    /* Newer versions of libadwaita hide it otherwise. */
    if (GTK_IS_BUTTON (child) && gtk_widget_get_visible (child) && gtk_widget_get_child_visible (child)
        && gtk_widget_has_css_class (child, "suggested-action"))
      return child;
    if (found != NULL)
      return found;
  }

  return NULL;
}

/* Windows of other tests on the same screen may take the keyboard meanwhile: then once more. */
static GtkWidget *
type_token (GtkWindow *window,
            GtkWidget *row)
{
  GtkWidget *text = NULL;

  for (guint tries = 0; tries < 100 && find_apply (row) == NULL; tries++) {
    gtk_window_present (window);
    widget_test_wait (50);
    gtk_editable_set_text (GTK_EDITABLE (row), "");
    gtk_widget_grab_focus (row);
    text = gtk_root_get_focus (GTK_ROOT (window));
    g_assert_true (GTK_IS_TEXT (text) && gtk_widget_is_ancestor (text, row));
    for (const char *letter = "github-token-of-alice"; *letter != '\0'; letter++) {
      const char inserted[] = { *letter, '\0' };

      g_signal_emit_by_name (text, "insert-at-cursor", inserted);
    }
    widget_test_wait (50);
  }
  g_assert_nonnull (find_apply (row));

  return text;
}

/* As somebody does it, whose keyboard is in the entry: a warning would end the test. */
static void
test_typed (void)
{
  GtkWidget *group = culprit_account_group_new (SERVICE_GITHUB_API);
  GtkWindow *window = widget_test_show (group, 400, 400);
  GtkWidget *row, *text;

  expect (group, "None: what is public can be read without one");
  row = widget_test_find (group, ADW_TYPE_PASSWORD_ENTRY_ROW, NULL);
  for (guint i = 0; i < 2; i++) {
    text = type_token (window, row);
    if (i == 0)
      g_signal_emit_by_name (text, "activate");
    else
      g_signal_emit_by_name (find_apply (row), "clicked");
    expect (group, "Allows public_repo");
    widget_test_wait (100);
    g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "");
    g_assert_null (find_apply (row));
    g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (window)), row));
    g_signal_emit_by_name (find_forget (group), "clicked");
    expect (group, "None: what is public can be read without one");
  }

  gtk_window_destroy (window);
}

/* One that the service does not know is not kept. */
static void
test_refused (void)
{
  GtkWidget *group = culprit_account_group_new (SERVICE_BUILDKITE_API);
  GtkWindow *window = widget_test_show (group, 400, 400);
  g_autofree char *token = NULL;

  expect (group, "None: what is public can be read without one");
  enter_token (group, "nobodys-token");
  expect (group, "does not accept");
  enter_token (group, "two words");
  expect (group, "This is no token");
  token = tokens_dup (SERVICE_BUILDKITE_API, NULL);
  g_assert_null (token);

  gtk_window_destroy (window);
}

static void
test_of_environment (void)
{
  GtkWidget *group;
  GtkWindow *window;

  g_setenv ("BUILDKITE_API_TOKEN", "buildkite-token-of-alice", TRUE);
  group = culprit_account_group_new (SERVICE_BUILDKITE_API);
  window = widget_test_show (group, 400, 400);
  expect (group, "From the environment");
  expect (group, "Allows read_builds, read_build_logs, read_suites");
  g_assert_null (find_forget (group));

  gtk_window_destroy (window);
  g_unsetenv ("BUILDKITE_API_TOKEN");
}

int
main (int    argc,
      char **argv)
{
  int status;

  played_service_start ();
  if (widget_test_init (&argc, &argv)) {
    g_test_add_func ("/account-group/keep-and-forget", test_keep_and_forget);
    g_test_add_func ("/account-group/typed", test_typed);
    g_test_add_func ("/account-group/refused", test_refused);
    g_test_add_func ("/account-group/of-environment", test_of_environment);
  }
  status = g_test_run ();
  played_service_stop ();

  return status;
}
