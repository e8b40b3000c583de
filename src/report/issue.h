/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "job-log.h"
#include "profile.h"
#include "secret-list.h"

/* The issue that a log should become, by its project's profile: title, body, and the form's
 * fields apart. Job, commit, title, fields and check boxes may be changed; what was not
 * changed by hand follows what was.
 *
 * The body is Markdown for GitHub of at most ISSUE_MAX_CHARACTERS; the log is cut first.
 * Nothing of the log stands outside of a fence where it could mention somebody, refer to an
 * issue or act as HTML.
 */
typedef struct Issue Issue;

/* GitHub refuses a longer body: "Body is too long (maximum is 65536 characters)". What it counts
 * it says nowhere; who tried found that issues and comments may have 262,144 bytes of UTF-8, which is
 * so many characters of four bytes, and descriptions of pull requests so many code points
 * (https://github.com/dead-claudia/github-limits/pull/13, October 2025; bytes again in
 * https://github.com/objectstack-ai/objectstack/issues/18793, September 2026). A body of so many
 * code points, a line end one of them, is taken by each of these. Since a form in a browser may count
 * two for a line end, and for a character beyond the first 65,536, the log is cut so far that the body
 * fits even then. */
#define ISSUE_MAX_CHARACTERS 65536

/* Characters of these that are left for the mark by which an issue that was sent is known again. */
#define ISSUE_MARK_ROOM 100

/* A longer title is refused: "title is too long (maximum is 256 characters)". There too it is bytes, 1,024
 * (https://github.com/dead-claudia/github-limits/pull/7), so that 256 code points always go. */
#define ISSUE_MAX_TITLE 256

/* FINDINGS with at least one failure. */
Issue      *issue_new              (JobLog   *log,
                                    Findings *findings,
                                    Profile  *profile);
void        issue_free             (Issue *issue);

/* Title, body and commands are made when a getter wants them, which takes a moment where much failed.
 * So that nobody waits for it, a worker makes them: of a new issue before others know it, else of a copy
 * (transfer full). What was made of a copy is taken unless the issue was changed meanwhile: then
 * issue_take_prepared() returns FALSE, and changes nothing. COPY is of no more use after it. */
Issue      *issue_copy             (Issue *issue);
void        issue_prepare          (Issue *issue);
gboolean    issue_is_prepared      (Issue *issue);
gboolean    issue_take_prepared    (Issue *issue, Issue *copy);

/* NULL or "" says that it is not known. */
void        issue_set_job          (Issue *issue, const char *job);
void        issue_set_commit       (Issue *issue, const char *commit);
const char *issue_get_job          (Issue *issue);
const char *issue_get_commit       (Issue *issue);

/* NULL gives back the title that was made. */
void        issue_set_title        (Issue *issue, const char *title);
const char *issue_get_title        (Issue *issue);

/* The form's fields, in its order. */
guint               issue_get_n_fields  (Issue *issue);
const ProfileField *issue_get_field     (Issue *issue, guint index);

/* The text of a text field; NULL gives back what was made. Setting a check field's text is an
 * error of the caller; its value is the check boxes as Markdown. What is set goes out as title
 * and body do, visible and with its secrets masked; the getter has it like that. */
void        issue_set_field_value  (Issue *issue, guint index, const char *value);
const char *issue_get_field_value  (Issue *issue, guint index);

/* What was made last for it, though the issue may have changed since; "" where nothing was. */
const char *issue_get_made_value   (Issue *issue, guint index);

void        issue_set_check        (Issue *issue, guint index, guint check, gboolean active);
gboolean    issue_get_check        (Issue *issue, guint index, guint check);

/* Whether anything was changed by hand, or the title or a text field; and what was known of the job and the
 * commit before. */
gboolean    issue_is_edited        (Issue *issue);
gboolean    issue_is_title_edited  (Issue *issue);
gboolean    issue_is_field_edited  (Issue *issue, guint index);
const char *issue_get_made_job     (Issue *issue);
const char *issue_get_made_commit  (Issue *issue);

/* Whether both have fields and check boxes of the same names in the same order. */
gboolean    issue_has_same_form    (Issue *issue, Issue *other);

/* Changes in ISSUE what was changed by hand in FROM, an issue of the same log as it was before.
 * Fields and check boxes only where both have the same form. */
void        issue_copy_edits       (Issue *issue, Issue *from);

/* Borrowed until the issue changes. */
const char *issue_get_body         (Issue *issue);
Profile    *issue_get_profile      (Issue *issue);

/* Characters of the body as GitHub counts them. */
gsize       issue_get_n_characters (Issue *issue);

/* What was found in the body: the secrets that are masked, or were but for the user's choice
 * (secret-choices.h), and what is personal. Borrowed until the issue changes; a choice changes it. */
const SecretList *issue_get_secrets (Issue *issue);

/* Secrets masked in the body, and lines of the log that had to be left out of it so that it fits. */
guint       issue_get_n_masked     (Issue *issue);
gint64      issue_get_n_cut        (Issue *issue);

/* How the title's pattern fares against the tests of this log. FALSE where the title has no
 * pattern. */
gboolean    issue_check_title      (Issue *issue,
                                    guint *ret_failed,
                                    guint *ret_failed_matched,
                                    guint *ret_passed,
                                    guint *ret_passed_matched);

/* Whether the log is of the project's main branch; FALSE where that is not known. */
gboolean    issue_is_on_main       (Issue *issue);
const char *issue_get_branch       (Issue *issue);    /* "" where it is not known */

/* The page that files a new issue, with template and title filled in (transfer full), or NULL
 * where the project has no tracker. It is a page of github.com whatever address its services are asked
 * at: people open it, and forms are of no other tracker. */
char       *issue_dup_form_url     (Issue *issue);

/* The comment for an issue that reports this failure already. Secrets are masked; they, and what is
 * personal, are added to SECRETS, which may be NULL. */
char       *issue_dup_comment      (Issue *issue, SecretList *secrets);

/* Commands that run the failing tests again, one a line, the last without a line end so that
 * nothing runs when it is pasted (transfer full); LOOP: until one fails. NULL where no test is named, or
 * nothing tells how its runner is told to run it. */
char       *issue_dup_rerun        (Issue *issue, gboolean loop);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Issue, issue_free)
