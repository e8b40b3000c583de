/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "http.h"

/* What is told to a tracker: an issue, a comment or a 👍. Nothing goes out but what such a post holds, and nothing twice:
 * its body has a mark (known-key.h) that is looked for right before it is sent. */

typedef enum {
  TRACKER_POST_ISSUE,
  TRACKER_POST_COMMENT,
  TRACKER_POST_REACTION,    /* +1 */
} TrackerPostKind;

typedef struct {
  TrackerPostKind  kind;
  char            *repository;    /* "owner/name" */
  gint64           number;        /* of the issue; 0 of a new one */
  char            *title;         /* of a new one, or "" */
  char            *body;          /* with its mark; "" of a reaction */
  char            *key;           /* of the mark, or "" */
  GStrv            labels;        /* of a new one, or NULL */
} TrackerPost;

typedef struct {
  char     *url;                  /* of what is there now */
  gint64    number;               /* of the issue */
  gboolean  was_there;            /* nothing was sent: it was there already */
  char     *left_out;             /* labels that the token may not set, or NULL */
} TrackerReply;

/* BODY gets the mark KEY, as its last line, and is cut nowhere: it has room for it (ISSUE_MARK_ROOM). */
TrackerPost  *tracker_post_new_issue    (const char          *repository,
                                         const char          *title,
                                         const char          *body,
                                         const char * const  *labels,
                                         const char          *key);
TrackerPost  *tracker_post_new_comment  (const char          *repository,
                                         gint64               number,
                                         const char          *body,
                                         const char          *key);
TrackerPost  *tracker_post_new_reaction (const char          *repository,
                                         gint64               number);
void          tracker_post_free         (TrackerPost         *post);

/* Where it goes, in words for the user: "quill/quill, a new issue", "quill/quill#12, a comment" (transfer full). */
char         *tracker_post_dup_target   (const TrackerPost   *post);

/* Whose token it is: the login (transfer full). HTTP_ERROR_TOKEN where there is none. */
char         *tracker_post_dup_user     (Http                *http,
                                         GCancellable        *cancellable,
                                         GError             **error);

/* Looks whether it is there already, and sends it where it is not; where it cannot be looked for, nothing is sent. Where an
 * answer did not come, or is none that is known, the message says that it may have arrived all the same; another call then
 * finds it. So it does where it was cancelled while it was sent: G_IO_ERROR_CANCELLED says that it was before. */
TrackerReply *tracker_post_send         (Http                *http,
                                         const TrackerPost   *post,
                                         GCancellable        *cancellable,
                                         GError             **error);
void          tracker_reply_free        (TrackerReply        *reply);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrackerPost, tracker_post_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrackerReply, tracker_reply_free)
