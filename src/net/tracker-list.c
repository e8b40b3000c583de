/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "json-answer.h"
#include "known-match.h"
#include "utc-time.h"

#include "tracker-list.h"

#define MAX_PAGES 10

/* Where issues are read from, and to. */
typedef struct {
  Http         *http;
  GCancellable *cancellable;
  GHashTable   *numbers;      /* of those that are there: number -> TrackerIssue */
  GPtrArray    *issues;
  guint         n_items;      /* that came as issues or pull requests */
  guint         n_numbers;    /* of these that have one, as all should */
} Reading;

/* An item of an answer's list. */
typedef void (*ItemFunc) (Reading    *reading,
                          JsonObject *object);

TrackerIssue *
tracker_list_read_issue (JsonObject *object)
{
  gint64 number = json_answer_read_integer (object, "number");
  TrackerIssue *issue;

  if (number <= 0 || json_answer_has_value (object, "pull_request"))
    return NULL;
  issue = tracker_issue_new (number, json_answer_read_string (object, "title"), json_answer_read_string (object, "body"),
                             json_answer_read_string (object, "html_url"));
  issue->is_open = !g_str_equal (json_answer_read_string (object, "state"), "closed");
  issue->closed_at = json_answer_read_time (object, "closed_at");
  issue->updated_at = json_answer_read_time (object, "updated_at");

  return issue;
}

/* Reads an answer's list, and those on its further pages. */
static gboolean
read_pages (Reading     *reading,
            const char  *first_url,
            ItemFunc     func,
            GError     **error)
{
  g_autofree char *url = g_strdup (first_url);

  for (guint page = 0; url != NULL && page < MAX_PAGES; page++) {
    HttpRequest request = { .url = url, .accept = "application/vnd.github+json", .keep = HTTP_KEEP_FRESH };
    g_autoptr (HttpAnswer) answer = http_ask (reading->http, &request, reading->cancellable, error);
    JsonArray *items = answer != NULL ? json_answer_get_array (answer->json) : NULL;

    if (answer == NULL)
      return FALSE;
    if (items == NULL) {
      http_error_set_unknown (error, url);
      return FALSE;
    }
    for (guint i = 0; i < json_answer_count (items); i++)
      func (reading, json_answer_read_item (items, i));
    g_free (url);
    url = g_strdup (answer->next_url);
  }

  return TRUE;
}

static void
issue_came (Reading    *reading,
            JsonObject *object)
{
  TrackerIssue *issue = tracker_list_read_issue (object);
  gpointer number;

  reading->n_items++;
  reading->n_numbers += json_answer_read_integer (object, "number") > 0;
  if (issue == NULL)
    return;
  number = GSIZE_TO_POINTER ((gsize) issue->number);
  if (g_hash_table_contains (reading->numbers, number)) {
    tracker_issue_unref (issue);
    return;
  }
  g_hash_table_insert (reading->numbers, number, issue);
  g_ptr_array_add (reading->issues, issue);
}

/* A board is an organization's: issues of its other repositories may have the same numbers. */
static void
board_item_came (Reading    *reading,
                 JsonObject *object)
{
  JsonObject *content = json_answer_read_object (object, "content");
  gint64 number = json_answer_read_integer (content, "number");
  const char *url = json_answer_read_string (content, "html_url");
  TrackerIssue *issue = g_hash_table_lookup (reading->numbers, GSIZE_TO_POINTER ((gsize) number));

  if (issue != NULL && g_str_equal (json_answer_read_string (object, "content_type"), "Issue") &&
      (*url == '\0' || g_str_equal (url, issue->url)))
    issue->is_listed = TRUE;
}

/* Of the day, so that the address is the same all day long. */
static char *
dup_since (gint64 now)
{
  return utc_time_dup_text ((now / SECONDS_A_DAY - KNOWN_MAX_DAYS_CLOSED) * SECONDS_A_DAY);
}

static char *
dup_issues_url (const Profile *profile,
                const char    *rest)
{
  g_autofree char *base = service_dup_url (SERVICE_GITHUB_API);
  g_autofree char *labels = g_strjoinv (",", profile_get_labels (profile));
  g_autofree char *escaped = g_uri_escape_string (labels, NULL, FALSE);

  return g_strdup_printf ("%s/repos/%s/issues?labels=%s&per_page=100%s", base, profile_get_repository (profile), escaped, rest);
}

static gboolean
read_open_issues (Reading        *reading,
                  const Profile  *profile,
                  GError        **error)
{
  g_autofree char *url = dup_issues_url (profile, "&state=open");

  if (!read_pages (reading, url, issue_came, error))
    return FALSE;
  if (reading->n_items > 0 && reading->n_numbers == 0) {
    http_error_set_unknown (error, url);
    return FALSE;
  }

  return TRUE;
}

static gboolean
read_closed_issues (Reading        *reading,
                    const Profile  *profile,
                    gint64          now,
                    GError        **error)
{
  g_autofree char *since = dup_since (now);
  g_autofree char *rest = g_strconcat ("&state=closed&since=", since, NULL);
  g_autofree char *url = dup_issues_url (profile, rest);

  return read_pages (reading, url, issue_came, error);
}

/* Which issues are on the board; what went wrong, or NULL (transfer full). */
static char *
read_board (Reading       *reading,
            const Profile *profile)
{
  const ProfileBoard *board = profile_get_board (profile);
  g_autofree char *base = service_dup_url (SERVICE_GITHUB_API);
  g_autofree char *url = g_strdup_printf ("%s/orgs/%s/projectsV2/%d/items?per_page=100", base, board->organization,
                                          board->number);
  g_autoptr (GError) error = NULL;

  if (board->number == 0 || read_pages (reading, url, board_item_came, &error))
    return NULL;

  return g_strdup_printf (_("The board could not be read, so that nothing is marked as listed on it: %s"), error->message);
}

/* Empty; FALSE where PROFILE names no tracker. */
static gboolean
make_list (const Profile  *profile,
           TrackerList   **ret_list,
           GError        **error)
{
  if (*profile_get_repository (profile) == '\0') {
    g_set_error (error, HTTP_ERROR, HTTP_ERROR_ADDRESS, _("The profile “%s” names no repository, so that no tracker is known"),
                 profile_get_name (profile));
    return FALSE;
  }
  *ret_list = g_new0 (TrackerList, 1);
  (*ret_list)->issues = g_ptr_array_new_with_free_func ((GDestroyNotify) tracker_issue_unref);

  return TRUE;
}

TrackerList *
tracker_list_read (Http           *http,
                   const Profile  *profile,
                   gint64          now,
                   GCancellable   *cancellable,
                   GError        **error)
{
  g_autoptr (TrackerList) list = NULL;
  g_autoptr (GHashTable) numbers = g_hash_table_new (NULL, NULL);
  Reading reading = { http, cancellable, numbers, NULL };

  if (!make_list (profile, &list, error))
    return NULL;
  reading.issues = list->issues;
  if (!read_open_issues (&reading, profile, error) || !read_closed_issues (&reading, profile, now, error))
    return NULL;
  list->warning = read_board (&reading, profile);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  return g_steal_pointer (&list);
}

TrackerList *
tracker_list_read_open (Http           *http,
                        const Profile  *profile,
                        GCancellable   *cancellable,
                        GError        **error)
{
  g_autoptr (TrackerList) list = NULL;
  g_autoptr (GHashTable) numbers = g_hash_table_new (NULL, NULL);
  Reading reading = { http, cancellable, numbers, NULL };

  if (!make_list (profile, &list, error))
    return NULL;
  reading.issues = list->issues;

  return read_open_issues (&reading, profile, error) ? g_steal_pointer (&list) : NULL;
}

void
tracker_list_free (TrackerList *list)
{
  if (list == NULL)
    return;

  g_clear_pointer (&list->issues, g_ptr_array_unref);
  g_free (list->warning);
  g_free (list);
}
