/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "path-tail.h"
#include "suspects.h"

#define TEST_SCORE 10.0
#define TRACE_SCORE 6.0
#define MORE_TRACE_SCORE 1.0
#define MAX_MORE_TRACE 2
#define WORD_SCORE 2.0
#define MAX_WORDS 3
#define SETUP_SCORE 1.0

/* Shorter words stand in any title. */
#define MIN_WORD 4

/* Of one text, and of one traceback: more is no text of a person. */
#define MAX_TEXT_WORDS 200
#define MAX_TRACE_FILES 200

/* What says nothing about one pull request more than about another. */
static const char * const common_words[] = {
  "about", "after", "assert", "assertion", "assertionerror", "attribute", "bugfix", "been", "called", "cannot", "case",
  "class", "could", "does", "error", "exception", "expected", "failed", "failing", "failure", "false", "file", "from",
  "function", "have", "init", "into", "invalid", "line", "main", "none", "null", "object", "python", "runtime",
  "runtimeerror", "should", "support", "test", "testing", "tests", "that", "then", "this", "true", "type", "typeerror",
  "unexpected", "update", "valueerror", "value", "when", "with", "without",
};

/* Names, or with a slash paths from the top, of what decides what is installed and how a job runs. */
static const char * const setup_files[] = {
  "*.lock", "*-lock.json", "*-lock.yaml", "*requirements*.txt", "requirements/*", "pyproject.toml", "setup.py",
  "setup.cfg", "package.json", "go.mod", "go.sum", "Cargo.toml", "Gemfile", "pom.xml", "build.gradle*",
  "gradle.properties", "Dockerfile*", "docker/*", ".github/workflows/*", ".buildkite/*", ".circleci/*",
  ".gitlab-ci.yml", "Jenkinsfile", "azure-pipelines.yml", "conftest.py", "tox.ini", "pytest.ini",
};

static gboolean
is_common (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (common_words); i++)
    if (g_str_equal (word, common_words[i]))
      return TRUE;

  return FALSE;
}

static gboolean
is_of_word (char character)
{
  return g_ascii_isalnum (character) || (guchar) character >= 0x80;
}

/* Adds what tells of TEXT to WORDS, each in lower case. Names fall into their parts: "PageCache" too is two. */
static void
add_words (GHashTable *words,
           const char *text)
{
  for (guint n = 0; *text != '\0' && n < MAX_TEXT_WORDS; n++) {
    const char *end;

    while (*text != '\0' && !is_of_word (*text))
      text++;
    for (end = text; is_of_word (*end); end++)
      if (end > text && g_ascii_isupper (*end) && g_ascii_islower (end[-1]))
        break;
    if (end - text >= MIN_WORD && !g_ascii_isdigit (*text)) {
      g_autofree char *word = g_ascii_strdown (text, end - text);

      if (!is_common (word))
        g_hash_table_add (words, g_steal_pointer (&word));
    }
    text = end;
  }
}

static GHashTable *
gather_words (const Failure *failure)
{
  g_autoptr (GHashTable) words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *name = failure_dup_short_name (failure);
  g_autofree char *file = failure_dup_file (failure);

  add_words (words, name);
  add_words (words, path_get_name (file));
  add_words (words, failure->exception);
  add_words (words, failure->message);
  if (failure->cause != NULL) {
    add_words (words, failure->cause->exception);
    add_words (words, failure->cause->message);
  }

  return g_steal_pointer (&words);
}

/* The words that TITLE shares with WORDS, at most MAX_WORDS: "page, render"; "" where there are none. */
static char *
dup_shared_words (const char *title,
                  GHashTable *words,
                  guint      *ret_n)
{
  g_autoptr (GHashTable) of_title = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GList) sorted = NULL;
  GString *shared = g_string_new (NULL);

  add_words (of_title, title);
  sorted = g_list_sort (g_hash_table_get_keys (of_title), (GCompareFunc) strcmp);
  *ret_n = 0;
  for (GList *l = sorted; l != NULL && *ret_n < MAX_WORDS; l = l->next)
    if (g_hash_table_contains (words, l->data)) {
      g_string_append_printf (shared, *ret_n > 0 ? ", %s" : "%s", (const char *) l->data);
      (*ret_n)++;
    }

  return g_string_free (shared, FALSE);
}

static gboolean
is_setup (const char *file)
{
  for (guint i = 0; i < G_N_ELEMENTS (setup_files); i++)
    if (g_pattern_match_simple (setup_files[i], strchr (setup_files[i], '/') != NULL ? file : path_get_name (file)))
      return TRUE;

  return FALSE;
}

static gboolean
is_in_trace (const char         *file,
             const char * const *trace_files)
{
  for (guint i = 0; trace_files != NULL && trace_files[i] != NULL && i < MAX_TRACE_FILES; i++)
    if (path_is_same_file (file, trace_files[i]))
      return TRUE;

  return FALSE;
}

/* Adds SCORE, and makes REASON the suspect's where it has none. The stronger ones come first. */
static void
accuse (Suspect       *suspect,
        SuspectReason  reason,
        const char    *detail,
        double         score)
{
  if (suspect->score == 0) {
    suspect->reason = reason;
    suspect->detail = g_strdup (detail);
  }
  suspect->score += score;
}

static void
accuse_of_files (Suspect            *suspect,
                 const char         *test_file,
                 const char * const *trace_files)
{
  const char *test = NULL;
  const char *trace = NULL;
  guint n_trace = 0;

  for (char **file = suspect->pull->files; *file != NULL; file++) {
    if (*test_file != '\0' && path_is_same_file (*file, test_file)) {
      test = *file;
    } else if (is_in_trace (*file, trace_files)) {
      trace = trace != NULL ? trace : *file;
      n_trace++;
    }
  }
  if (test != NULL)
    accuse (suspect, SUSPECT_CHANGES_TEST, test, TEST_SCORE);
  if (trace != NULL)
    accuse (suspect, SUSPECT_CHANGES_TRACE, trace, TRACE_SCORE + MIN (n_trace - 1, MAX_MORE_TRACE) * MORE_TRACE_SCORE);
}

static void
accuse_of_setup (Suspect *suspect)
{
  for (char **file = suspect->pull->files; *file != NULL; file++)
    if (is_setup (*file)) {
      accuse (suspect, SUSPECT_CHANGES_SETUP, *file, SETUP_SCORE);
      return;
    }
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const Suspect *first = *(Suspect * const *) a;
  const Suspect *second = *(Suspect * const *) b;

  if (first->score != second->score)
    return first->score > second->score ? -1 : 1;

  return first->pull->number > second->pull->number ? -1 : first->pull->number < second->pull->number;
}

GPtrArray *
suspects_rank (GPtrArray          *pulls,
               const Failure      *failure,
               const char * const *trace_files,
               guint              *ret_n_others)
{
  GPtrArray *suspects = g_ptr_array_new_with_free_func ((GDestroyNotify) suspect_free);
  g_autoptr (GHashTable) words = gather_words (failure);
  g_autofree char *test_file = failure_dup_file (failure);

  for (guint i = 0; i < pulls->len; i++) {
    g_autoptr (Suspect) suspect = g_new0 (Suspect, 1);
    g_autofree char *shared = NULL;
    guint n_shared;

    suspect->pull = pull_ref (g_ptr_array_index (pulls, i));
    accuse_of_files (suspect, test_file, trace_files);
    shared = dup_shared_words (suspect->pull->title, words, &n_shared);
    if (n_shared > 0)
      accuse (suspect, SUSPECT_TITLE, shared, n_shared * WORD_SCORE);
    accuse_of_setup (suspect);
    if (suspect->score > 0)
      g_ptr_array_add (suspects, g_steal_pointer (&suspect));
  }
  g_ptr_array_sort (suspects, compare);
  if (ret_n_others != NULL)
    *ret_n_others = pulls->len - suspects->len;

  return suspects;
}

void
suspect_free (Suspect *suspect)
{
  if (suspect == NULL)
    return;

  pull_unref (suspect->pull);
  g_free (suspect->detail);
  g_free (suspect);
}

char *
suspect_dup_why (const Suspect *suspect)
{
  switch (suspect->reason) {
  case SUSPECT_CHANGES_TEST:
    /* Translators: %s is a file. */
    return g_strdup_printf (_("Changes %s, the test’s own file"), suspect->detail);
  case SUSPECT_CHANGES_TRACE:
    /* Translators: %s is a file. */
    return g_strdup_printf (_("Changes %s, which is in the traceback"), suspect->detail);
  case SUSPECT_TITLE:
    /* Translators: %s is words of the failure, with commas between. */
    return g_strdup_printf (_("Its title has words of the failure: %s"), suspect->detail);
  case SUSPECT_CHANGES_SETUP:
    /* Translators: %s is a file. */
    return g_strdup_printf (_("Changes %s: what is installed, or how the job runs"), suspect->detail);
  default:
    g_return_val_if_reached (NULL);
  }
}
