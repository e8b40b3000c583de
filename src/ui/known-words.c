/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <inttypes.h>

#include "words.h"

#include "known-words.h"

static gboolean
is_report (const KnownIssue *known)
{
  return known->issue->is_open && known->match != KNOWN_MATCH_FILE;
}

const KnownIssue *
known_words_get_report (GPtrArray *issues)
{
  for (guint i = 0; issues != NULL && i < issues->len; i++)
    if (is_report (g_ptr_array_index (issues, i)))
      return g_ptr_array_index (issues, i);

  return NULL;
}

/* One that was closed says more about the failure than one that has only the file. */
static const KnownIssue *
get_closed_report (GPtrArray *issues)
{
  for (guint i = 0; issues != NULL && i < issues->len; i++) {
    const KnownIssue *known = g_ptr_array_index (issues, i);

    if (known->match != KNOWN_MATCH_FILE)
      return known;
  }

  return NULL;
}

const KnownIssue *
known_words_get_first (GPtrArray *issues)
{
  const KnownIssue *first = known_words_get_report (issues);

  if (first == NULL)
    first = get_closed_report (issues);
  if (first == NULL && issues != NULL && issues->len > 0)
    first = g_ptr_array_index (issues, 0);

  return first;
}

char *
known_words_dup_badge (GPtrArray *issues)
{
  const KnownIssue *first = known_words_get_first (issues);

  if (first == NULL)
    /* Translators: a failure that no issue reports yet */
    return g_strdup (_("New"));

  return g_strdup_printf ("#%" G_GINT64_FORMAT "%s", first->issue->number, first->match == KNOWN_MATCH_FILE ? "?" : "");
}

char *
known_words_dup_meaning (GPtrArray *issues)
{
  const KnownIssue *first = known_words_get_first (issues);

  if (first == NULL)
    return g_strdup (_("Not reported yet"));
  if (first->match == KNOWN_MATCH_FILE)
    return g_strdup (_("Perhaps reported: the issue names the same file"));

  return g_strdup (first->issue->is_open ? _("Already reported; open") : _("Was reported; closed"));
}

char *
known_words_dup_heading (const KnownIssue *known)
{
  gint64 number = known->issue->number;

  if (known->match == KNOWN_MATCH_FILE)
    return g_strdup_printf (_("Perhaps reported: #%" PRId64), number);
  if (!known->issue->is_open)
    return g_strdup_printf (_("Was reported: #%" PRId64), number);

  return g_strdup_printf (_("Already reported: #%" PRId64), number);
}

char *
known_words_dup_line (const KnownIssue *known)
{
  g_autofree char *title = culprit_dup_shown_text (known->issue->title);
  const char *state = known->issue->is_open ? C_("issue", "Open") : C_("issue", "Closed");

  if (known->issue->is_open && known->issue->is_listed)
    state = _("Open, on the dashboard");

  /* Translators: state and title of an issue */
  return g_strdup_printf (_("%s · %s"), state, title);
}
