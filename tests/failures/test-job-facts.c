/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "job-facts.h"

static const gsize members[] = {
  G_STRUCT_OFFSET (JobFacts, job),
  G_STRUCT_OFFSET (JobFacts, commit),
  G_STRUCT_OFFSET (JobFacts, branch),
  G_STRUCT_OFFSET (JobFacts, repository),
  G_STRUCT_OFFSET (JobFacts, organization),
  G_STRUCT_OFFSET (JobFacts, pipeline),
  G_STRUCT_OFFSET (JobFacts, build),
  G_STRUCT_OFFSET (JobFacts, build_url),
  G_STRUCT_OFFSET (JobFacts, pull_request),
  G_STRUCT_OFFSET (JobFacts, command),
};

/* No member is forgotten above, and so none in the tests below. */
G_STATIC_ASSERT (G_N_ELEMENTS (members) * sizeof (char *) == sizeof (JobFacts));

static char **
get_member (JobFacts *facts,
            guint     index)
{
  return (char **) G_STRUCT_MEMBER_P (facts, members[index]);
}

static void
test_new (void)
{
  g_autoptr (JobFacts) facts = job_facts_new ();

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    g_assert_cmpstr (*get_member (facts, i), ==, "");
}

/* A copy has the same words, and lives on its own. */
static void
test_copy (void)
{
  JobFacts *facts = job_facts_new ();
  g_autoptr (JobFacts) copy = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (members); i++) {
    g_free (*get_member (facts, i));
    *get_member (facts, i) = g_strdup_printf ("word %u", i);
  }
  copy = job_facts_copy (facts);
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    g_assert_true (*get_member (facts, i) != *get_member (copy, i));
  job_facts_free (facts);

  for (guint i = 0; i < G_N_ELEMENTS (members); i++) {
    g_autofree char *word = g_strdup_printf ("word %u", i);

    g_assert_cmpstr (*get_member (copy, i), ==, word);
  }
}

static void
test_copy_empty (void)
{
  g_autoptr (JobFacts) facts = job_facts_new ();
  g_autoptr (JobFacts) copy = job_facts_copy (facts);

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    g_assert_cmpstr (*get_member (copy, i), ==, "");
}

static void
test_free_null (void)
{
  job_facts_free (NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/failures/job-facts/new", test_new);
  g_test_add_func ("/failures/job-facts/copy", test_copy);
  g_test_add_func ("/failures/job-facts/copy-empty", test_copy_empty);
  g_test_add_func ("/failures/job-facts/free-null", test_free_null);

  return g_test_run ();
}
