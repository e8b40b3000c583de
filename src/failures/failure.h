/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "line.h"
#include "own-string.h"

/* What failed in a log, in the words of the tool that ran it. */

#define PLACE_END ": "   /* between a test's place and its name */

/* Bytes that are kept of what a log says: of a test's name, which may have its parameters, or a file's; of a message; and
 * of the class of an exception. */
#define FAILURE_MAX_NAME      2048
#define FAILURE_MAX_MESSAGE   4096
#define FAILURE_MAX_EXCEPTION 128

typedef enum {
  FAILURE_FAILED,
  FAILURE_ERROR,
  FAILURE_CRASH,
  FAILURE_TIMEOUT,
  FAILURE_COMPILE,
  FAILURE_LINT,
  FAILURE_INFRA,
  FAILURE_EXIT,
} FailureKind;

/* "failed", "error", … as in the JSON of culprit-cli. */
const char   *failure_kind_to_string   (FailureKind   kind);
gboolean      failure_kind_from_string (const char   *string,
                                        FailureKind  *ret_kind);

/* The exception that a failure follows from, raised in another process or far above. */
typedef struct {
  char   *exception;     /* its class: "ValueError" */
  char   *message;       /* one line */
  char   *process;       /* who raised it: "Worker_DP2_EP2 pid=37847", or "" */
  gint64  line;          /* the line that names it */
  gint64  first_line;    /* its traceback, that line included */
  gint64  last_line;
} FailureCause;

/* Strings are set with own_string_set(); they are never NULL, what is not known is "". */
typedef struct {
  char         *test;        /* full name as the runner spells it; "place: name" where others have the name, too */
  char         *place;       /* the file or program that the test is in, where the runner tells it apart */
  gint64        place_line;  /* that tells it; 0: none */
  char         *suite;       /* where its name does not tell it from others: the package, …, or "" */
  char         *runner;      /* the rule file that found it: "pytest" */
  FailureKind   kind;
  char         *exception;   /* class of the exception: "AssertionError" */
  char         *message;     /* one line, with the exception's class only where the runner says so */
  gint64        line;        /* the line that names it, in the runner's summary where there is one */
  gint64        first_line;  /* the part that explains it */
  gint64        last_line;
  gint64        since_line;  /* where its test began, and … */
  gint64        until_line;  /* … the next one, as far as the log tells; 0: it does not */
  int           exit_status; /* with FAILURE_EXIT and FAILURE_CRASH; -1 where not known */
  guint         lane;        /* which of the outputs that the log shows side by side; 0: its own lines */
  gboolean      flaky;       /* failed, then passed when it was tried again */
  FailureCause *cause;       /* or NULL */
} Failure;

Failure      *failure_new        (void);
Failure      *failure_copy       (const Failure *failure);
void          failure_free       (Failure *failure);

FailureCause *failure_cause_copy (const FailureCause *cause);

/* The test's name without its place. Borrowed. */
const char   *failure_get_own_name   (const Failure *failure);

/* The test's name, and its suite where there is one: "TestPage (quill.example/quill/page)". */
char         *failure_dup_full_name  (const Failure *failure);

/* The parts of a test's name: "test_elastic_ep_scaling" and "distributed/test_elastic_ep.py".
 * For a failure without a test the file is "" and the name what the window shows as its
 * heading: the message. */
char         *failure_dup_short_name (const Failure *failure);
char         *failure_dup_file       (const Failure *failure);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Failure, failure_free)
