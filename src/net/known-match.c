/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "issue-lines.h"
#include "known-match.h"
#include "message-words.h"
#include "test-id.h"
#include "utc-time.h"

/* Messages of an issue that are looked at. */
#define MAX_MESSAGES 64

#define MIN_SIMILARITY 0.7
#define JOB_SCORE 0.1

/* A message that more issues have than this, and more than one of so many, is a common one. */
#define MAX_SAME_MESSAGE 3
#define MAX_SAME_SHARE 50

/* An issue made ready. */
typedef struct {
  TrackerIssue *issue;
  GPtrArray    *lines;       /* of IssueLine */
  GHashTable   *hashes;      /* of its lines' words */
  GPtrArray    *messages;    /* of MessageWords */
} Entry;

struct KnownIndex {
  GPtrArray *entries;
};

/* What is looked for. */
typedef struct {
  TestId       *id;           /* or NULL */
  guint         name_hash;    /* of words without one of which no line mentions it */
  guint         file_hash;
  MessageWords *message;
  MessageWords *cause;        /* or NULL */
  char         *job_words;
} Wanted;

static const char * const names[] = {
  [KNOWN_MATCH_TEST] = "test",
  [KNOWN_MATCH_FILE] = "file",
  [KNOWN_MATCH_MESSAGE] = "message",
};

const char *
known_match_to_string (KnownMatch match)
{
  return names[match];
}

void
known_issue_free (KnownIssue *known)
{
  if (known == NULL)
    return;

  tracker_issue_unref (known->issue);
  g_free (known);
}

/* FNV-1a. */
static guint
hash_word (const char *word,
           gsize       length)
{
  guint hash = 2166136261u;

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar) word[i]) * 16777619u;

  return hash;
}

/* Adds the words of WORDS, an IssueLine's. */
static void
add_hashes (GHashTable *hashes,
            const char *words)
{
  for (const char *p = words + 1; *p != '\0';) {
    gsize length = strcspn (p, " ");

    g_hash_table_add (hashes, GUINT_TO_POINTER (hash_word (p, length)));
    p += length + 1;
  }
}

/* Of the longest of WORDS, an IssueLine's or "", so that few lines have it. */
static guint
hash_longest (const char *words)
{
  const char *longest = words;
  gsize longest_length = 0;

  for (const char *p = words; *p != '\0';) {
    gsize length = strcspn (p, " ");

    if (length > longest_length) {
      longest = p;
      longest_length = length;
    }
    p += length + (p[length] != '\0');
  }

  return hash_word (longest, longest_length);
}

static gboolean
has_message (const Entry        *entry,
             const MessageWords *words)
{
  for (guint i = 0; i < entry->messages->len; i++)
    if (message_words_equal (g_ptr_array_index (entry->messages, i), words))
      return TRUE;

  return FALSE;
}

/* Of a title and a runner's summary, "FAILED test - message", what follows the name. */
static void
add_message (Entry           *entry,
             const IssueLine *line)
{
  g_autoptr (MessageWords) words = NULL;
  gboolean is_named = line->kind == ISSUE_LINE_TITLE || line->kind == ISSUE_LINE_CODE;
  const char *dash = is_named ? strstr (line->text, " - ") : NULL;

  if (entry->messages->len == MAX_MESSAGES)
    return;
  words = message_words_new ("", dash != NULL ? dash : line->text);
  if (message_words_get_n (words) >= MESSAGE_MIN_WORDS && !has_message (entry, words))
    g_ptr_array_add (entry->messages, g_steal_pointer (&words));
}

static Entry *
entry_new (TrackerIssue *issue)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->issue = tracker_issue_ref (issue);
  entry->lines = issue_lines_new (issue);
  entry->hashes = g_hash_table_new (NULL, NULL);
  entry->messages = g_ptr_array_new_with_free_func ((GDestroyNotify) message_words_free);
  for (guint i = 0; i < entry->lines->len; i++) {
    const IssueLine *line = g_ptr_array_index (entry->lines, i);

    if (line->kind != ISSUE_LINE_ERROR)
      add_hashes (entry->hashes, line->words);
    add_message (entry, line);
  }

  return entry;
}

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  tracker_issue_unref (entry->issue);
  g_ptr_array_unref (entry->lines);
  g_hash_table_unref (entry->hashes);
  g_ptr_array_unref (entry->messages);
  g_free (entry);
}

KnownIndex *
known_index_new (GPtrArray *issues,
                 gint64     now)
{
  KnownIndex *index = g_new0 (KnownIndex, 1);
  gint64 oldest = now - KNOWN_MAX_DAYS_CLOSED * SECONDS_A_DAY;

  index->entries = g_ptr_array_new_with_free_func (entry_free);
  for (guint i = 0; i < issues->len; i++) {
    TrackerIssue *issue = g_ptr_array_index (issues, i);

    if (issue->is_open || (issue->closed_at > 0 && issue->closed_at >= oldest))
      g_ptr_array_add (index->entries, entry_new (issue));
  }

  return index;
}

void
known_index_free (KnownIndex *index)
{
  if (index == NULL)
    return;

  g_ptr_array_unref (index->entries);
  g_free (index);
}

static void
wanted_init (Wanted        *wanted,
             const Failure *failure,
             const char    *job)
{
  g_autofree char *valid_job = g_utf8_make_valid (job != NULL ? job : "", -1);

  *wanted = (Wanted) { .id = test_id_new (failure) };
  if (wanted->id != NULL) {
    const TestId *id = wanted->id;

    wanted->name_hash = *id->function != '\0' ? hash_word (id->function, strlen (id->function))
                                              : hash_longest (*id->short_words != '\0' ? id->short_words : id->words);
    wanted->file_hash = hash_longest (id->file_words);
  }
  wanted->message = message_words_new (failure->exception, failure->message);
  if (failure->cause != NULL)
    wanted->cause = message_words_new (failure->cause->exception, failure->cause->message);
  wanted->job_words = issue_line_dup_words (valid_job);
}

static void
wanted_clear (Wanted *wanted)
{
  test_id_free (wanted->id);
  message_words_free (wanted->message);
  message_words_free (wanted->cause);
  g_free (wanted->job_words);
}

static gboolean
has_hash (const Entry *entry,
          guint        hash)
{
  return g_hash_table_contains (entry->hashes, GUINT_TO_POINTER (hash));
}

static gboolean
may_mention (const Entry  *entry,
             const Wanted *wanted)
{
  return wanted->id != NULL && (has_hash (entry, wanted->name_hash) || has_hash (entry, wanted->file_hash));
}

static double
score_mention (Mention  mention,
               gboolean in_title)
{
  switch (mention) {
  case MENTION_ID:
    return in_title ? 1 : 0.95;
  case MENTION_SHORT_ID:
    return in_title ? 0.9 : 0.85;
  case MENTION_LONG_NAME:
    return 0.7;
  case MENTION_FILE:
    return in_title ? 0.6 : 0.4;
  case MENTION_OTHER_TEST:
    return in_title ? 0.5 : 0.3;
  case MENTION_NAME:
  case MENTION_NONE:
  default:
    return 0;
  }
}

/* Whether TEST's score in a line is that of the test, or of its file only. */
static gboolean
is_of_test (Mention mention)
{
  return mention >= MENTION_LONG_NAME;
}

/* What ENTRY's lines together say of the test. */
static gboolean
match_test (const Entry  *entry,
            const TestId *id,
            KnownIssue   *known)
{
  gboolean has_name = FALSE;
  gboolean has_place = FALSE;
  double test_score = 0;
  double file_score = 0;

  for (guint i = 0; i < entry->lines->len; i++) {
    const IssueLine *line = g_ptr_array_index (entry->lines, i);
    Mention mention = test_id_find (id, line);
    double score = score_mention (mention, line->kind == ISSUE_LINE_TITLE);

    if (is_of_test (mention))
      test_score = MAX (test_score, score);
    else
      file_score = MAX (file_score, score);
    has_name |= mention == MENTION_NAME;
    has_place |= mention == MENTION_FILE || mention == MENTION_OTHER_TEST || mention == MENTION_LONG_NAME ||
                 (*id->suite_words != '\0' && strstr (line->words, id->suite_words) != NULL);
  }
  if (has_place && has_name)
    test_score = MAX (test_score, 0.8);
  known->match = test_score > 0 ? KNOWN_MATCH_TEST : KNOWN_MATCH_FILE;
  known->score = test_score > 0 ? test_score : file_score;

  return known->score > 0;
}

static double
compare_messages (const Entry  *entry,
                  const Wanted *wanted)
{
  double best = 0;

  for (guint i = 0; i < entry->messages->len; i++) {
    const MessageWords *words = g_ptr_array_index (entry->messages, i);

    best = MAX (best, message_words_compare (wanted->message, words));
    if (wanted->cause != NULL)
      best = MAX (best, message_words_compare (wanted->cause, words));
  }

  return best;
}

static gboolean
names_job (const Entry *entry,
           const char  *job_words)
{
  const IssueLine *title = g_ptr_array_index (entry->lines, 0);

  return strlen (job_words) > 1 && strstr (title->words, job_words) != NULL;
}

static gboolean
match_message (const Entry  *entry,
               const Wanted *wanted,
               KnownIssue   *known)
{
  known->match = KNOWN_MATCH_MESSAGE;
  known->score = compare_messages (entry, wanted);
  if (known->score < MIN_SIMILARITY)
    return FALSE;
  if (wanted->id == NULL && names_job (entry, wanted->job_words))
    known->score = MIN (known->score + JOB_SCORE, 1);

  return TRUE;
}

static int
compare_known (gconstpointer a,
               gconstpointer b)
{
  const KnownIssue *first = *(KnownIssue * const *) a;
  const KnownIssue *second = *(KnownIssue * const *) b;

  if (first->issue->is_open != second->issue->is_open)
    return first->issue->is_open ? -1 : 1;
  if (first->match != second->match)
    return first->match < second->match ? -1 : 1;
  if (first->score != second->score)
    return first->score > second->score ? -1 : 1;

  return first->issue->number > second->issue->number ? -1 : first->issue->number < second->issue->number;
}

static void
remove_messages (GPtrArray *all)
{
  for (guint i = all->len; i-- > 0;) {
    const KnownIssue *known = g_ptr_array_index (all, i);

    if (known->match == KNOWN_MATCH_MESSAGE)
      g_ptr_array_remove_index (all, i);
  }
}

GPtrArray *
known_index_look_up (KnownIndex    *index,
                     const Failure *failure,
                     const char    *job)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) known_issue_free);
  guint n_messages = 0;
  Wanted wanted;

  wanted_init (&wanted, failure, job);
  for (guint i = 0; i < index->entries->len; i++) {
    const Entry *entry = g_ptr_array_index (index->entries, i);
    KnownIssue known = { entry->issue, KNOWN_MATCH_TEST, 0 };

    if (!(may_mention (entry, &wanted) && match_test (entry, wanted.id, &known)) &&
        !match_message (entry, &wanted, &known))
      continue;
    n_messages += known.match == KNOWN_MATCH_MESSAGE;
    tracker_issue_ref (known.issue);
    g_ptr_array_add (all, g_memdup2 (&known, sizeof known));
  }
  wanted_clear (&wanted);
  if (n_messages > MAX (MAX_SAME_MESSAGE, index->entries->len / MAX_SAME_SHARE))
    remove_messages (all);
  g_ptr_array_sort (all, compare_known);

  return all;
}
