/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <string.h>

#include "issue-edits.h"
#include "state-file.h"

#include "kept-edits.h"

#define NAME   "edits"

/* An address with what was written, the log written in last first. */
#define ENTRY  "(s" ISSUE_EDITS_TYPE ")"
#define FORMAT "a" ENTRY

/* Of the file, in bytes; a character may be written as several. */
#define MAX_SIZE (KEPT_EDITS_MAX_LOGS * KEPT_EDITS_MAX_SIZE)

static GVariant *
read_all (void)
{
  g_autofree char *text = state_file_read (NAME, MAX_SIZE);
  GVariant *all = text != NULL ? g_variant_parse (G_VARIANT_TYPE (FORMAT), text, NULL, NULL, NULL) : NULL;

  return all != NULL ? all : g_variant_ref_sink (g_variant_new_array (G_VARIANT_TYPE (ENTRY), NULL, 0));
}

static gboolean
is_for (GVariant   *entry,
        const char *uri)
{
  const char *other;

  g_variant_get_child (entry, 0, "&s", &other);

  return g_str_equal (other, uri);
}

static GVariant *
find (GVariant   *all,
      const char *uri)
{
  for (gsize i = 0; i < g_variant_n_children (all); i++) {
    g_autoptr (GVariant) entry = g_variant_get_child_value (all, i);

    if (is_for (entry, uri))
      return g_variant_get_child_value (entry, 1);
  }

  return NULL;
}

GVariant *
kept_edits_look_up (const char *uri)
{
  g_autoptr (GVariant) all = read_all ();

  return find (all, uri);
}

/* Adds ENTRY to TEXT, unless that is longer then than the file may be. */
static gboolean
append_entry (GString  *text,
              GVariant *entry)
{
  g_autofree char *written = g_variant_print (entry, FALSE);

  if (text->len + strlen (written) + strlen (",]") > MAX_SIZE)
    return FALSE;

  g_string_append_c (text, text->len > 0 ? ',' : '[');
  g_string_append (text, written);

  return TRUE;
}

/* ALL with EDITS, which may be NULL, for URI, as it is written: as many of the last ones as may be kept. */
static GString *
write_changed (GVariant   *all,
               const char *uri,
               GVariant   *edits)
{
  g_autoptr (GVariant) entry = NULL;
  GString *text = g_string_new (NULL);
  gsize n = 0;

  if (edits != NULL) {
    entry = g_variant_ref_sink (g_variant_new ("(s@" ISSUE_EDITS_TYPE ")", uri, edits));
    n += append_entry (text, entry);
  }
  for (gsize i = 0; i < g_variant_n_children (all) && n < KEPT_EDITS_MAX_LOGS; i++) {
    g_autoptr (GVariant) other = g_variant_get_child_value (all, i);

    if (is_for (other, uri))
      continue;
    if (!append_entry (text, other))
      break;
    n++;
  }
  if (n > 0)
    g_string_append_c (text, ']');

  return text;
}

gboolean
kept_edits_set (const char  *uri,
                GVariant    *edits,
                GError     **error)
{
  g_autoptr (GVariant) all = read_all ();
  g_autoptr (GVariant) before = find (all, uri);
  g_autoptr (GString) text = NULL;

  if (edits == before || (edits != NULL && before != NULL && g_variant_equal (edits, before)))
    return TRUE;
  if (edits != NULL && (g_variant_get_size (edits) > KEPT_EDITS_MAX_SIZE || strlen (uri) > STATE_FILE_MAX_URI)) {
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, _("The text is too long"));
    return FALSE;
  }
  text = write_changed (all, uri, edits);
  if (text->len > 0)
    state_file_write (NAME, text->str);
  else
    kept_edits_forget ();

  return TRUE;
}

gboolean
kept_edits_settle (void)
{
  g_autoptr (GError) error = NULL;

  if (state_file_settle (NAME, &error))
    return TRUE;

  g_debug ("edited issues are not kept: %s", error->message);

  return FALSE;
}

void
kept_edits_forget (void)
{
  state_file_remove (NAME);
}
