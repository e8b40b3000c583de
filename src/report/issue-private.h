/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "draft.h"
#include "form-field.h"

#include "issue.h"

/* What issue_check_title() says. */
typedef struct {
  gboolean is_done;
  gboolean has_pattern;
  guint    n_failed_matched;
  guint    n_passed_matched;
} TitleCheck;

struct Issue {
  Draft       draft;
  GPtrArray  *fields;          /* of FormField */
  char       *made_title;      /* NULL while it is not made */
  char       *typed_title;     /* what the user wrote, or NULL */
  char       *edited_title;    /* the same as it may go out, or NULL */
  gboolean    has_pattern;     /* whether the title that was made ends in one */
  TitleCheck  check;
  char       *body;            /* NULL while it is not made */
  SecretList *secrets;         /* what was found in it */
  char       *reruns[2];       /* the commands, and those in a loop; NULL: there are none */
  gboolean    has_reruns;      /* whether they were made */
  guint       choices;         /* the number of the choices that all of it was made by */
  guint       n_changes;       /* how often what they are made from changed */
  char       *first_job;       /* as the log has them */
  char       *first_commit;
  gint64      n_cut;
};

/* What was made is no longer what ISSUE says: the body, or the title too. */
void issue_forget_body (Issue *issue);
void issue_forget_made (Issue *issue);

/* Makes again what the user wrote as a title. */
void issue_mask_typed_title (Issue *issue);

/* Forgets what was made before the user chose otherwise about a secret. */
void issue_follow_choices (Issue *issue);

/* Make what is not made yet. */
void issue_ensure_title  (Issue *issue);
void issue_ensure_check  (Issue *issue);
void issue_ensure_body   (Issue *issue);
void issue_ensure_reruns (Issue *issue);
