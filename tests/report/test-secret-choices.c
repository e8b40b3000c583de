/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "masker.h"
#include "secret-choices.h"

static char *
mask (const char *text)
{
  g_autoptr (Masker) masker = masker_new ();

  return masker_dup_text (masker, text);
}

static void
test_kept_everywhere (void)
{
  const char *text = "HF_TOKEN=abcdef123 and GH_TOKEN=abcdef123, DB_PASSWORD=hunter22";
  guint before = secret_choices_get_serial ();
  g_autofree char *kept = NULL;
  g_autofree char *again = NULL;

  secret_choices_set ("abcdef123", SECRET_CHOICE_KEEP);
  g_assert_cmpuint (secret_choices_get_serial (), !=, before);
  kept = mask (text);
  g_assert_cmpstr (kept, ==, "HF_TOKEN=abcdef123 and GH_TOKEN=abcdef123, DB_PASSWORD=[REDACTED:secret]");

  secret_choices_set ("abcdef123", SECRET_CHOICE_NONE);
  again = mask (text);
  g_assert_null (strstr (again, "abcdef123"));
}

static void
test_masked_though_personal (void)
{
  g_autofree char *shown = mask ("/home/alice/x.py");
  g_autofree char *masked = NULL;

  g_assert_cmpstr (shown, ==, "/home/alice/x.py");
  secret_choices_set ("alice", SECRET_CHOICE_MASK);
  masked = mask ("/home/alice/x.py");
  g_assert_cmpstr (masked, ==, "/home/[REDACTED:home-folder]/x.py");
  secret_choices_set ("alice", SECRET_CHOICE_NONE);
}

/* A masker goes on as it was made. */
static void
test_snapshot (void)
{
  g_autoptr (Masker) masker = masker_new ();
  g_autofree char *masked = NULL;

  secret_choices_set ("abcdef123", SECRET_CHOICE_KEEP);
  masked = masker_dup_text (masker, "HF_TOKEN=abcdef123");
  g_assert_cmpstr (masked, ==, "HF_TOKEN=[REDACTED:secret]");
  secret_choices_set ("abcdef123", SECRET_CHOICE_NONE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/secret-choices/kept-everywhere", test_kept_everywhere);
  g_test_add_func ("/secret-choices/masked-though-personal", test_masked_though_personal);
  g_test_add_func ("/secret-choices/snapshot", test_snapshot);

  return g_test_run ();
}
