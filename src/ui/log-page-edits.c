/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What was written in a log's issue goes on to the next issue of the log, and to the one that is made of it when it is opened
 * again. */

#include "config.h"

#include "issue-edits.h"
#include "kept-edits.h"
#include "settings.h"

#include "log-page-private.h"

/* The issue, or while there is none one with what is going to be changed in it; or NULL. */
static Issue *
get_edited (CulpritLogPage *self)
{
  return self->loaded->issue != NULL ? self->loaded->issue : self->edits;
}

static void
set_kept (CulpritLogPage *self,
          GVariant       *edits)
{
  g_clear_pointer (&self->kept_edits, g_variant_unref);
  self->kept_edits = edits != NULL ? g_variant_ref (edits) : NULL;
}

/* For the next issue; ISSUE may be NULL. */
static void
hold_edits (CulpritLogPage *self,
            Issue          *issue)
{
  if (issue == NULL || !issue_is_edited (issue))
    return;

  g_clear_pointer (&self->edits, issue_free);
  self->edits = issue_copy (issue);
}

/* What the user wrote when this log was open before. */
static void
apply_kept (CulpritLogPage *self,
            Issue          *issue)
{
  const char *uri = culprit_log_page_get_uri (self);
  g_autoptr (GVariant) kept = uri != NULL && settings_restores_session () ? kept_edits_look_up (uri) : NULL;
  g_autoptr (GVariant) applied = NULL;

  if (kept == NULL || !issue_apply_edits (issue, kept))
    return;

  applied = issue_dup_edits (issue);
  set_kept (self, applied);
}

void
culprit_log_page_bring_edits (CulpritLogPage *self,
                              Issue          *issue)
{
  Issue *before = get_edited (self);

  if (issue == NULL) {
    hold_edits (self, self->loaded->issue);
    return;
  }

  if (before != NULL)
    issue_copy_edits (issue, before);
  else
    apply_kept (self, issue);
  g_clear_pointer (&self->edits, issue_free);
}

void
culprit_log_page_take_edits (CulpritLogPage *self,
                             CulpritLogPage *before)
{
  Issue *issue = get_edited (before);

  hold_edits (self, issue);
  set_kept (self, before->kept_edits);
  g_clear_pointer (&before->taken_edits, g_variant_unref);
  before->taken_edits = issue != NULL ? issue_dup_edits (issue) : NULL;
}

void
culprit_log_page_clear_edits (CulpritLogPage *self)
{
  g_clear_pointer (&self->edits, issue_free);
  g_clear_pointer (&self->taken_edits, g_variant_unref);
  set_kept (self, NULL);
}

void
culprit_log_page_give_edits_back (CulpritLogPage *self,
                                  CulpritLogPage *before)
{
  g_return_if_fail (CULPRIT_IS_LOG_PAGE (self));
  g_return_if_fail (CULPRIT_IS_LOG_PAGE (before));

  culprit_log_page_clear_edits (self);
  g_clear_pointer (&before->taken_edits, g_variant_unref);
}

/* What was kept of another log at the same address stays: it may come back. */
static void
forget_kept (CulpritLogPage *self,
             Issue          *issue)
{
  g_autoptr (GVariant) kept = kept_edits_look_up (self->uri);

  if (kept != NULL && issue_edits_are_of (kept, issue))
    kept_edits_set (self->uri, NULL, NULL);
  set_kept (self, NULL);
}

/* Whether EDITS are there already, or were until the same log wrote something newer in another tab. */
static gboolean
is_kept (CulpritLogPage *self,
         GVariant       *edits)
{
  g_autoptr (GVariant) kept = NULL;

  if (self->kept_edits == NULL || !g_variant_equal (self->kept_edits, edits))
    return FALSE;

  kept = kept_edits_look_up (self->uri);

  return kept != NULL;
}

gboolean
culprit_log_page_keep_edits (CulpritLogPage *self,
                             gboolean        may_be_kept)
{
  g_return_val_if_fail (CULPRIT_IS_LOG_PAGE (self), FALSE);

  Issue *issue = get_edited (self);
  g_autoptr (GVariant) edits = issue != NULL ? issue_dup_edits (issue) : NULL;
  g_autoptr (GError) error = NULL;

  if (edits != NULL && self->taken_edits != NULL && g_variant_equal (edits, self->taken_edits))
    return TRUE;
  if (!may_be_kept)
    return edits == NULL;
  if (edits == NULL) {
    if (issue != NULL && self->kept_edits != NULL)
      forget_kept (self, issue);
    return TRUE;
  }
  if (is_kept (self, edits))
    return TRUE;
  if (!kept_edits_set (self->uri, edits, &error)) {
    g_debug ("an edited issue is not kept: %s", error->message);
    return FALSE;
  }
  set_kept (self, edits);

  return TRUE;
}
