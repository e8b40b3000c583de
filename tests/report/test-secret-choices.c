/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "masker.h"
#include "secret-choices.h"
#include "secret-list.h"

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

/* All of it on a switch, but for what the user wants shown. */
static void
test_all_personal (void)
{
  const char *text = "/home/alice/x.py by bob@quill.dev at 10.20.3.4, /home/runner/y; GH_TOKEN=abcdef123";
  guint before = secret_choices_get_serial ();
  g_autofree char *masked = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *shown = NULL;

  secret_choices_set_masks_personal (TRUE);
  g_assert_cmpuint (secret_choices_get_serial (), !=, before);
  masked = mask (text);
  g_assert_cmpstr (masked, ==, "/home/[REDACTED:home-folder]/x.py by [REDACTED:e-mail] at [REDACTED:private-address], "
                               "/home/runner/y; GH_TOKEN=[REDACTED:secret]");

  secret_choices_set ("alice", SECRET_CHOICE_KEEP);
  kept = mask (text);
  g_assert_true (g_str_has_prefix (kept, "/home/alice/x.py by [REDACTED:e-mail]"));
  secret_choices_set ("alice", SECRET_CHOICE_NONE);

  secret_choices_set_masks_personal (FALSE);
  shown = mask (text);
  g_assert_true (g_str_has_prefix (shown, "/home/alice/x.py by bob@quill.dev at 10.20.3.4, /home/runner/y; GH_TOKEN=[R"));
}

/* What is switched for one text is switched back by the same switch. */
static void
test_switched (void)
{
  g_autoptr (SecretList) list = secret_list_new ();
  Secret *secret = secret_list_add (list, "home-folder", TRUE, "alice", 5, 1, TRUE);
  g_autofree char *kept = NULL;
  g_autofree char *masked = NULL;

  secret_choices_set_masks_personal (TRUE);
  secret_set_masked (secret, FALSE);
  kept = mask ("/home/alice/x.py");
  g_assert_cmpstr (kept, ==, "/home/alice/x.py");
  secret_set_masked (secret, TRUE);
  masked = mask ("/home/alice/x.py");
  g_assert_cmpstr (masked, ==, "/home/[REDACTED:home-folder]/x.py");
  secret_choices_set_masks_personal (FALSE);
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
  g_test_add_func ("/secret-choices/all-personal", test_all_personal);
  g_test_add_func ("/secret-choices/switched", test_switched);
  g_test_add_func ("/secret-choices/snapshot", test_snapshot);

  return g_test_run ();
}
