/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* A pull request that was merged, as far as it tells what it changed. Strings are never NULL. */
typedef struct {
  gint64  number;
  char   *title;
  char   *author;
  char   *url;
  GStrv   files;    /* from the repository's top; may be empty, never NULL */
} Pull;

/* Copies; NULL is taken for "", or for no files. Text that is not UTF-8 is made so. */
Pull *pull_new   (gint64              number,
                  const char         *title,
                  const char         *author,
                  const char         *url,
                  const char * const *files);

/* May be held by several, in any thread; nothing of it is changed. */
Pull *pull_ref   (Pull               *pull);
void  pull_unref (Pull               *pull);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Pull, pull_unref)
