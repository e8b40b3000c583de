/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "own-string.h"

#include "pull.h"

static GStrv
dup_texts (const char * const *texts)
{
  GPtrArray *copies = g_ptr_array_new ();

  for (; texts != NULL && *texts != NULL; texts++)
    g_ptr_array_add (copies, own_string_new (*texts));
  g_ptr_array_add (copies, NULL);

  return (GStrv) g_ptr_array_free (copies, FALSE);
}

Pull *
pull_new (gint64              number,
          const char         *title,
          const char         *author,
          const char         *url,
          const char * const *files)
{
  Pull *pull = g_atomic_rc_box_new0 (Pull);

  pull->number = number;
  pull->title = own_string_new (title);
  pull->author = own_string_new (author);
  pull->url = own_string_new (url);
  pull->files = dup_texts (files);

  return pull;
}

Pull *
pull_ref (Pull *pull)
{
  return g_atomic_rc_box_acquire (pull);
}

static void
clear (gpointer data)
{
  Pull *pull = data;

  g_free (pull->title);
  g_free (pull->author);
  g_free (pull->url);
  g_strfreev (pull->files);
}

void
pull_unref (Pull *pull)
{
  g_atomic_rc_box_release_full (pull, clear);
}
