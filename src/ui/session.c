/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gio/gio.h>
#include <string.h>

#include "state-file.h"

#include "session.h"

#define NAME       "session"

/* Windows: width, height, whether maximized, selected tab, tabs: address, panes, line, failure, what was looked for, whether
 * it is followed. */
#define TAB        "(suxisb)"
#define WINDOW     "(iibia" TAB ")"
#define FORMAT     "a" WINDOW

/* Of the file, in bytes: more than all windows with all tabs need. */
#define MAX_SIZE   (4 << 20)

#define MAX_FIND   1024

#define MAX_LENGTH 32767   /* of a window's side, in pixels */

SessionTab *
session_tab_new (const char   *uri,
                 SessionPanes  panes)
{
  SessionTab *tab = g_new0 (SessionTab, 1);

  tab->uri = g_strdup (uri);
  tab->panes = panes;
  tab->failure = -1;
  tab->find = g_strdup ("");

  return tab;
}

SessionTab *
session_tab_copy (const SessionTab *tab)
{
  SessionTab *copy = g_memdup2 (tab, sizeof *tab);

  copy->uri = g_strdup (tab->uri);
  copy->find = g_strdup (tab->find);

  return copy;
}

void
session_tab_free (SessionTab *tab)
{
  if (tab == NULL)
    return;

  g_free (tab->uri);
  g_free (tab->find);
  g_free (tab);
}

SessionWindow *
session_window_new (void)
{
  SessionWindow *window = g_new0 (SessionWindow, 1);

  window->selected = -1;
  window->tabs = g_ptr_array_new_with_free_func ((GDestroyNotify) session_tab_free);

  return window;
}

void
session_window_free (SessionWindow *window)
{
  g_ptr_array_unref (window->tabs);
  g_free (window);
}

void
session_window_add_tab (SessionWindow *window,
                        SessionTab    *tab)
{
  if (window->tabs->len >= SESSION_MAX_TABS || strlen (tab->uri) > STATE_FILE_MAX_URI) {
    session_tab_free (tab);
    return;
  }

  if (strlen (tab->find) > MAX_FIND)
    *tab->find = '\0';
  g_ptr_array_add (window->tabs, tab);
}

static SessionTab *
read_tab (GVariant *value)
{
  SessionTab *tab = session_tab_new ("", 0);
  guint32 panes;

  g_free (tab->uri);
  g_free (tab->find);
  g_variant_get (value, TAB, &tab->uri, &panes, &tab->line, &tab->failure, &tab->find, &tab->is_followed);
  tab->panes = panes & (SESSION_SHOWS_FAILURES | SESSION_SHOWS_ISSUE | SESSION_SHOWS_HISTORY);
  tab->line = MAX (tab->line, 0);
  tab->failure = MAX (tab->failure, -1);

  return tab;
}

static SessionWindow *
read_window (GVariant *value)
{
  SessionWindow *window = session_window_new ();
  g_autoptr (GVariantIter) tabs = NULL;
  GVariant *tab;

  g_variant_get (value, WINDOW, &window->width, &window->height, &window->is_maximized,
                 &window->selected, &tabs);
  window->width = CLAMP (window->width, 1, MAX_LENGTH);
  window->height = CLAMP (window->height, 1, MAX_LENGTH);
  while ((tab = g_variant_iter_next_value (tabs)) != NULL) {
    session_window_add_tab (window, read_tab (tab));
    g_variant_unref (tab);
  }
  window->selected = CLAMP (window->selected, -1, (int) window->tabs->len - 1);

  return window;
}

GPtrArray *
session_load (void)
{
  GPtrArray *windows = g_ptr_array_new_with_free_func ((GDestroyNotify) session_window_free);
  g_autofree char *text = state_file_read (NAME, MAX_SIZE);
  g_autoptr (GVariant) value = NULL;
  GVariantIter iter;
  GVariant *window;

  if (text != NULL)
    value = g_variant_parse (G_VARIANT_TYPE (FORMAT), text, NULL, NULL, NULL);
  if (value == NULL)
    return windows;

  g_variant_iter_init (&iter, value);
  while (windows->len < SESSION_MAX_WINDOWS && (window = g_variant_iter_next_value (&iter)) != NULL) {
    g_ptr_array_add (windows, read_window (window));
    g_variant_unref (window);
  }

  return windows;
}

static void
add_window (GVariantBuilder     *builder,
            const SessionWindow *window)
{
  GVariantBuilder tabs;

  g_variant_builder_init (&tabs, G_VARIANT_TYPE ("a" TAB));
  for (guint i = 0; i < window->tabs->len; i++) {
    const SessionTab *tab = g_ptr_array_index (window->tabs, i);

    g_variant_builder_add (&tabs, TAB, tab->uri, (guint32) tab->panes, tab->line, tab->failure, tab->find,
                           tab->is_followed);
  }
  g_variant_builder_add (builder, WINDOW, window->width, window->height, window->is_maximized,
                         window->selected, &tabs);
}

static char *
dup_text (GPtrArray *windows)
{
  g_autoptr (GVariant) value = NULL;
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE (FORMAT));
  for (guint i = 0; i < windows->len && i < SESSION_MAX_WINDOWS; i++)
    add_window (&builder, g_ptr_array_index (windows, i));
  value = g_variant_ref_sink (g_variant_builder_end (&builder));

  return g_variant_print (value, FALSE);
}

void
session_save (GPtrArray *windows)
{
  g_autofree char *text = dup_text (windows);
  g_autofree char *before = state_file_read (NAME, MAX_SIZE);

  if (g_strcmp0 (text, before) != 0)
    state_file_write (NAME, text);
}

void
session_forget (void)
{
  state_file_remove (NAME);
}
