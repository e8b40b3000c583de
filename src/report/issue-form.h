/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "data-file.h"
#include "profile.h"

/* An issue form of GitHub's, a file in a project's .github/ISSUE_TEMPLATE, and what of it Culprit
 * can fill; data/forms/contents.yml says how it is told what a field asks for. */
typedef struct {
  char      *name;            /* "CI failure report" */
  char      *title_prefix;    /* what the title of an issue starts with, or "" */
  GStrv      labels;
  GPtrArray *fields;          /* of ProfileField */
} IssueForm;

IssueForm *issue_form_new  (DataFile   *file,
                            GError    **error);
void       issue_form_free (IssueForm  *form);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IssueForm, issue_form_free)
