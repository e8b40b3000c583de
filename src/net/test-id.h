/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "failure.h"
#include "issue-lines.h"

/* A failing test as issues name it, whatever of its name they leave out. */
typedef struct {
  char     *file;         /* its path as the log has it, or "" */
  char     *file_words;   /* the file's name as an IssueLine's words, or "" */
  char     *function;     /* where the name is FILE::CLASS::FUNCTION: without parameters; else "" */
  char     *class_name;   /* the last one there, or "" */
  char     *words;        /* all of the name without parameters, as an IssueLine's words */
  gboolean  is_sentence;  /* the name has blanks */
  char     *short_words;  /* the same from the last but one part on, of a name without blanks: "Page.counts"; or "" */
  char     *suite_words;  /* of the suite, or the place, where it has two or more; or "" */
} TestId;

/* NULL where FAILURE names no test. */
TestId *test_id_new  (const Failure *failure);
void    test_id_free (TestId        *id);

/* What a line says about a test, from the least to the most. */
typedef enum {
  MENTION_NONE,
  MENTION_OTHER_TEST,   /* another test of its file */
  MENTION_FILE,         /* its file, and no test */
  MENTION_NAME,         /* its name, which other tests may have too */
  MENTION_LONG_NAME,    /* its name, which hardly any other has */
  MENTION_SHORT_ID,     /* file and function, where the file's folder or the class is missing; or the last two parts */
  MENTION_ID,           /* all that tells it from others */
} Mention;

/* A line of code counts only where it has all of the name. A file in another folder is another file, a function of
 * another class another test; a file's name alone, which the log has in a folder, says something with the function, or
 * where it is a long one. A line of errors says nothing. */
Mention test_id_find (const TestId    *id,
                      const IssueLine *line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestId, test_id_free)
