/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "job-facts.h"
#include "rerun.h"

/* What a project wants to read in a report: one JSON file a project in data/profiles, more of
 * the user's under $XDG_CONFIG_HOME/culprit/profiles. Immutable once loaded.
 *
 * Members of such a file, of which only "fields" must be there:
 *   title         for people; else the file's name
 *   repository    "owner/name", where its issues go; else they go to the log's own
 *   serves        repositories whose logs are this project's; the one above is always
 *   main_branch   to tell a log of it from any other
 *   title_prefix  what every title starts with
 *   environment   the first line of a description on the main branch, with {branch} and {commit}
 *   form          the issue form's file name
 *   tail          lines that "the last lines" are; else 200
 *   labels        of the issue
 *   test_title    {name, title}: the title where one test alone failed and NAME, a regular
 *                 expression, knows it; \\g<group> in TITLE is a group of NAME
 *   line_prefix   a regular expression of how a line starts that tells which process wrote it and when; its group "name" is the
 *                 process's, which is all that the window draws of it
 *   fields        of the form, in order: {label, content, text} or {label, checks}; content is one
 *                 of those below, "none" and so on; TEXT stands in the form from the start
 *   rerun         a member a runner, where the project's way is another than that of the
 *                 runner's rules; see rerun.h
 *   links         {label, url}
 *   board         of known failures, a project of GitHub's: {organization, number}
 *   ci            where the project's jobs run, on Buildkite: {organization, pipeline, suite}; SUITE is
 *                 Test Engine's, where there is one
 */
typedef struct Profile Profile;

typedef enum {
  PROFILE_FIELD_TEXT,      /* a line or a block of Markdown */
  PROFILE_FIELD_CHECKS,    /* check boxes */
} ProfileFieldKind;

/* What fills a text field at first. */
typedef enum {
  PROFILE_CONTENT_NONE,         /* left to the user: "_No response_" */
  PROFILE_CONTENT_TESTS,        /* the failing tests' names */
  PROFILE_CONTENT_DESCRIPTION,  /* environment, failing lines, causes, rerun command, log */
  PROFILE_CONTENT_JOB,          /* the job, with the address of the build */
  PROFILE_CONTENT_ENVIRONMENT,  /* where and at which commit it failed */
  PROFILE_CONTENT_RERUN,        /* how the tests are run again */
} ProfileContent;

typedef struct {
  char             *label;      /* heading of the field in the issue, as the form spells it */
  ProfileFieldKind  kind;
  ProfileContent    content;
  GStrv             checks;     /* labels of the check boxes, Markdown; NULL for text */
  char             *text;       /* what stands in it where nothing is known; "" or NULL */
} ProfileField;

/* A page of the project that helps: "Known failures" and its address. */
typedef struct {
  char *label;
  char *url;
} ProfileLink;

/* Of a board or a CI; members that are not there are "" and 0. */
typedef struct {
  char *organization;
  int   number;
} ProfileBoard;

typedef struct {
  char *organization;
  char *pipeline;
  char *suite;
} ProfileCi;

/* The profile NAME ("vllm"), or the error that it is unknown, or wrong in file and line. */
Profile      *profile_load              (const char  *name,
                                         GError     **error);

/* The one that names REPOSITORY ("vllm-project/vllm") as its own; where none does, or where
 * it is NULL or "", the one called OTHERWISE. */
Profile      *profile_load_for          (const char  *repository,
                                         const char  *otherwise,
                                         GError     **error);

/* Names of all there are, sorted (transfer full). */
GStrv         profile_list_names        (void);

Profile      *profile_ref               (Profile *profile);
void          profile_unref             (Profile *profile);

const char   *profile_get_name          (const Profile *profile);
const char   *profile_get_title         (const Profile *profile);   /* for people: "vLLM" */
const char   *profile_get_repository    (const Profile *profile);   /* "vllm-project/vllm", or "" */
gboolean      profile_is_project        (const Profile *profile,
                                         const char    *repository); /* whether that is it */
const char   *profile_get_main_branch   (const Profile *profile);   /* "main", or "" */
const char   *profile_get_title_prefix  (const Profile *profile);   /* "[CI Failure]: " */

/* The title for TEST, which failed alone (transfer full), or NULL where the project has no other
 * title for that. */
char         *profile_dup_test_title    (const Profile *profile,
                                         const char    *test);
GRegex       *profile_get_line_prefix   (const Profile *profile);   /* anchored; borrowed, or NULL */
const char   *profile_get_environment   (const Profile *profile);   /* as above, or "" */
const char   *profile_get_form          (const Profile *profile);   /* "450-ci-failure.yml", or "" */
int           profile_get_tail          (const Profile *profile);   /* lines: 525 */
GStrv         profile_get_labels        (const Profile *profile);   /* borrowed */
GPtrArray    *profile_get_fields        (const Profile *profile);   /* of ProfileField, borrowed */
GPtrArray    *profile_get_links         (const Profile *profile);   /* of ProfileLink, borrowed */

const ProfileBoard *profile_get_board   (const Profile *profile);   /* borrowed, as the next */
const ProfileCi    *profile_get_ci      (const Profile *profile);

/* How the project runs a test of RUNNER again, or NULL: as the runner's rules have it. Borrowed. */
const Rerun  *profile_get_rerun         (const Profile *profile,
                                         const char    *runner);

/* As it is written in a profile: "none". */
const char   *profile_content_to_string (ProfileContent content);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Profile, profile_unref)
