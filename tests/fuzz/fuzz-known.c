/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "known-key.h"
#include "known-match.h"

/* Whatever issues say, each is given once at most, best first, with a score from 0 to 1. A page break parts the failure's
 * test, exception and message, then title and body of each issue. */

#define MAX_ISSUES 50
#define NOW        1780000000

int LLVMFuzzerTestOneInput (const guint8 *bytes,
                            gsize         length);

static GPtrArray *
make_issues (char **parts)
{
  GPtrArray *issues = g_ptr_array_new_with_free_func ((GDestroyNotify) tracker_issue_unref);

  for (guint i = 0; parts[i] != NULL && parts[i + 1] != NULL && issues->len < MAX_ISSUES; i += 2) {
    TrackerIssue *issue = tracker_issue_new (issues->len + 1, parts[i], parts[i + 1], "https://quill.example");

    issue->is_open = strlen (parts[i]) % 3 != 0;
    issue->closed_at = issue->is_open ? 0 : NOW - 1000;
    g_ptr_array_add (issues, issue);
  }

  return issues;
}

static void
check_known (GPtrArray *known,
             guint      n_issues)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  const KnownIssue *last = NULL;

  g_assert_cmpuint (known->len, <=, n_issues);
  for (guint i = 0; i < known->len; i++) {
    const KnownIssue *issue = g_ptr_array_index (known, i);

    g_assert_cmpfloat (issue->score, >=, 0);
    g_assert_cmpfloat (issue->score, <=, 1);
    g_assert_true (g_hash_table_add (seen, issue->issue));
    if (last != NULL && last->issue->is_open == issue->issue->is_open && last->match == issue->match)
      g_assert_cmpfloat (last->score, >=, issue->score);
    g_assert_true (last == NULL || last->issue->is_open || !issue->issue->is_open);
    last = issue;
  }
}

/* What a body says already does not hide the mark that it gets. */
static void
check_mark (const char *body)
{
  g_autofree char *key = g_strnfill (64, 'a');
  g_autoptr (GString) marked = g_string_new (body);

  known_key_append_mark (marked, key);
  g_assert_true (known_key_is_in (key, marked->str));
}

static void
check (char **parts)
{
  g_autoptr (Failure) failure = failure_new ();
  g_autoptr (GPtrArray) issues = make_issues (parts + 3);
  g_autoptr (KnownIndex) index = known_index_new (issues, NOW);
  g_autoptr (GPtrArray) known = NULL;

  own_string_set (&failure->test, parts[0]);
  own_string_set (&failure->exception, parts[1]);
  own_string_set (&failure->message, parts[2]);
  known = known_index_look_up (index, failure, "Quill Tests");
  check_known (known, issues->len);
  for (guint i = 0; i < issues->len; i++)
    check_mark (((TrackerIssue *) g_ptr_array_index (issues, i))->body);
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes,
                        gsize         length)
{
  g_autofree char *text = g_utf8_make_valid ((const char *) bytes, length);
  g_auto (GStrv) parts = g_strsplit (text, "\f", 3 + 2 * MAX_ISSUES);

  if (g_strv_length (parts) >= 5)
    check (parts);

  return 0;
}
