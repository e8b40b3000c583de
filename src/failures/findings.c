/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "findings.h"

static void
failure_destroy (gpointer failure)
{
  failure_free (failure);
}

Findings *
findings_new (void)
{
  Findings *findings = g_atomic_rc_box_new0 (Findings);

  findings->failures = g_ptr_array_new_with_free_func (failure_destroy);
  findings->runners = g_ptr_array_new_with_free_func (g_free);
  findings->passed = g_ptr_array_new_with_free_func (g_free);
  findings->summaries = g_array_new (FALSE, FALSE, sizeof (LineRange));
  findings->endings = g_array_new (FALSE, FALSE, sizeof (LineRange));
  findings->warnings = g_ptr_array_new_with_free_func (g_free);
  findings->claimed = -1;

  return findings;
}

Findings *
findings_ref (Findings *findings)
{
  return g_atomic_rc_box_acquire (findings);
}

static void
findings_clear (gpointer data)
{
  Findings *findings = data;

  g_ptr_array_unref (findings->failures);
  g_ptr_array_unref (findings->runners);
  g_ptr_array_unref (findings->passed);
  g_array_unref (findings->summaries);
  g_array_unref (findings->endings);
  g_ptr_array_unref (findings->warnings);
  lane_prefixes_free (findings->prefixes);
}

void
findings_unref (Findings *findings)
{
  if (findings != NULL)
    g_atomic_rc_box_release_full (findings, findings_clear);
}

void
findings_put_flaky_last (Findings *findings)
{
  GPtrArray *failures = findings->failures;
  guint n_steady = 0;

  for (guint i = 0; i < failures->len; i++) {
    Failure *failure = g_ptr_array_index (failures, i);

    if (failure->flaky)
      continue;
    if (i != n_steady) {
      g_ptr_array_steal_index (failures, i);
      g_ptr_array_insert (failures, n_steady, failure);
    }
    n_steady++;
  }
}
