/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "json-answer.h"
#include "path-tail.h"

#include "pulls-between.h"

#define MAX_COMMITS_OF_FILE 20
#define MAX_UNLISTED        100000

/* A commit and those of the telling files that it changes. */
typedef struct {
  JsonObject *commit;
  GPtrArray  *files;
  gboolean    is_listed;  /* in the comparison, too */
} Change;

static void
change_free (Change *change)
{
  json_object_unref (change->commit);
  g_ptr_array_unref (change->files);
  g_free (change);
}

/* What is between commits, or led up to one, stays as it is; a branch goes on. */
static gboolean
is_commit (const char *name)
{
  return strlen (name) >= 7 && name[strspn (name, "0123456789abcdef")] == '\0';
}

/* The answer of URL, which has MEMBER, a list, or, where that is NULL, is one. */
static HttpAnswer *
ask (Http          *http,
     const char    *url,
     const char    *member,
     HttpKeep       keep,
     GCancellable  *cancellable,
     GError       **error)
{
  HttpRequest request = { .url = url, .keep = keep };
  g_autoptr (HttpAnswer) answer = http_ask (http, &request, cancellable, error);
  JsonArray *list;

  if (answer == NULL)
    return NULL;
  list = member != NULL ? json_answer_read_array (json_answer_get_object (answer->json), member)
                        : json_answer_get_array (answer->json);
  if (list == NULL) {
    http_error_set_unknown (error, url);
    return NULL;
  }
  if (keep == HTTP_KEEP_FINAL)
    http_keep (http, &request, answer);

  return g_steal_pointer (&answer);
}

/* The names of FILES (transfer full). */
static GStrv
dup_files (JsonArray *files)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < json_answer_count (files); i++) {
    const char *name = json_answer_read_string (json_answer_read_item (files, i), "filename");

    if (*name != '\0')
      g_strv_builder_add (builder, name);
  }

  return g_strv_builder_end (builder);
}

/* The one of COMMIT among CHANGES, or NULL. */
static Change *
find_change (GPtrArray  *changes,
             JsonObject *commit)
{
  const char *hash = json_answer_read_string (commit, "sha");

  for (guint i = 0; i < changes->len; i++) {
    Change *change = g_ptr_array_index (changes, i);

    if (g_str_equal (json_answer_read_string (change->commit, "sha"), hash))
      return change;
  }

  return NULL;
}

/* Adds to CHANGES which of the commits up to HEAD change FILE. */
static void
ask_commits_of (GPtrArray    *changes,
                Http         *http,
                const char   *repository,
                const char   *head,
                const char   *file,
                GCancellable *cancellable)
{
  g_autofree char *base = service_dup_url (SERVICE_GITHUB_API);
  g_autofree char *path = g_uri_escape_string (file, "/", FALSE);
  g_autofree char *escaped_head = g_uri_escape_string (head, NULL, FALSE);
  g_autofree char *url = g_strdup_printf ("%s/repos/%s/commits?sha=%s&path=%s&per_page=%d", base, repository, escaped_head, path,
                                          MAX_COMMITS_OF_FILE);
  HttpKeep keep = is_commit (head) ? HTTP_KEEP_FINAL : HTTP_KEEP_FRESH;
  g_autoptr (HttpAnswer) answer = ask (http, url, NULL, keep, cancellable, NULL);
  JsonArray *commits = answer != NULL ? json_answer_get_array (answer->json) : NULL;

  for (guint i = 0; i < MIN (json_answer_count (commits), MAX_COMMITS_OF_FILE); i++) {
    JsonObject *commit = json_answer_read_item (commits, i);
    Change *change = commit != NULL ? find_change (changes, commit) : NULL;

    if (commit == NULL)
      continue;
    if (change == NULL) {
      change = g_new0 (Change, 1);
      change->commit = json_object_ref (commit);
      change->files = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (changes, change);
    }
    g_ptr_array_add (change->files, g_strdup (file));
  }
}

/* Which commits change those of FILES that are among TELLING: of Change, newest first for each file (transfer full). */
static GPtrArray *
find_changes (Http               *http,
              const char         *repository,
              const char         *head,
              GStrv               files,
              const char * const *telling,
              guint               max_files,
              GCancellable       *cancellable)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func ((GDestroyNotify) change_free);
  g_autoptr (GPtrArray) asked = g_ptr_array_new ();      /* some of FILES */

  for (guint i = 0; telling != NULL && telling[i] != NULL; i++)
    for (guint k = 0; files[k] != NULL && asked->len < max_files; k++)
      if (path_is_same_file (files[k], telling[i]) && !g_ptr_array_find (asked, files[k], NULL)) {
        ask_commits_of (changes, http, repository, head, files[k], cancellable);
        g_ptr_array_add (asked, files[k]);
      }

  return changes;
}

/* Cuts the number of a pull request off SUBJECT, as GitHub's and other merge queues put it: "Title (#12)"; or 0. */
static gint64
cut_number (char *subject)
{
  char *mark = g_strrstr (subject, " (#");
  guint64 number = 0;

  if (mark == NULL || !g_str_has_suffix (mark, ")"))
    return 0;
  mark[strlen (mark) - 1] = '\0';
  if (!g_ascii_string_to_unsigned (mark + strlen (" (#"), 10, 1, G_MAXINT64, &number, NULL))
    return 0;
  *mark = '\0';

  return number;
}

/* The pull request whose commit COMMIT is, or NULL. */
static Pull *
make_pull (const char         *repository,
           JsonObject         *commit,
           const char * const *files)
{
  const char *message = json_answer_read_string (json_answer_read_object (commit, "commit"), "message");
  g_autofree char *subject = g_strstrip (g_strndup (message, strcspn (message, "\n")));
  const char *author = json_answer_read_string (json_answer_read_object (commit, "author"), "login");
  g_autofree char *base = service_dup_url (SERVICE_GITHUB);
  gint64 number = cut_number (subject);
  g_autofree char *url = g_strdup_printf ("%s/%s/pull/%" G_GINT64_FORMAT, base, repository, number);

  return number > 0 ? pull_new (number, subject, author, url, files) : NULL;
}

/* The files that are known of a commit (transfer full). */
static GStrv
dup_files_of (const Change *change)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; change != NULL && i < change->files->len; i++)
    g_strv_builder_add (builder, g_ptr_array_index (change->files, i));

  return g_strv_builder_end (builder);
}

static void
add_pull (PullsBetween *between,
          const char   *repository,
          JsonObject   *commit,
          GStrv         files)
{
  Pull *pull = make_pull (repository, commit, (const char * const *) files);

  if (pull != NULL)
    g_ptr_array_add (between->pulls, pull);
}

static void
add_listed (PullsBetween *between,
            const char   *repository,
            JsonArray    *commits,
            GPtrArray    *changes)
{
  for (guint i = 0; i < json_answer_count (commits); i++) {
    JsonObject *commit = json_answer_read_item (commits, i);
    Change *change = changes != NULL && commit != NULL ? find_change (changes, commit) : NULL;
    g_auto (GStrv) files = json_answer_count (commits) == 1 ? g_strdupv (between->files) : dup_files_of (change);

    if (change != NULL)
      change->is_listed = TRUE;
    add_pull (between, repository, commit, files);
  }
}

/* Those of CHANGES that were made since the merge base, and that a long comparison leaves out. */
static void
add_unlisted (PullsBetween *between,
              const char   *repository,
              GPtrArray    *changes)
{
  for (guint i = changes->len; i > 0 && between->n_unlisted > 0 && between->merge_time > 0; i--) {
    const Change *change = g_ptr_array_index (changes, i - 1);
    JsonObject *committer = json_answer_read_object (json_answer_read_object (change->commit, "commit"), "committer");
    g_auto (GStrv) files = dup_files_of (change);

    if (change->is_listed || json_answer_read_time (committer, "date") <= between->merge_time)
      continue;
    add_pull (between, repository, change->commit, files);
    between->n_unlisted--;
  }
}

PullsBetween *
pulls_between_read (Http                *http,
                    const char          *repository,
                    const char          *base,
                    const char          *head,
                    const char * const  *telling_files,
                    guint                max_files,
                    GCancellable        *cancellable,
                    GError             **error)
{
  g_autofree char *service = service_dup_url (SERVICE_GITHUB_API);
  g_autofree char *escaped_base = g_uri_escape_string (base, "/", FALSE);
  g_autofree char *escaped_head = g_uri_escape_string (head, "/", FALSE);
  g_autofree char *url = g_strdup_printf ("%s/repos/%s/compare/%s...%s", service, repository, escaped_base, escaped_head);
  HttpKeep keep = is_commit (base) && is_commit (head) ? HTTP_KEEP_FINAL : HTTP_KEEP_FRESH;
  g_autoptr (HttpAnswer) answer = ask (http, url, "commits", keep, cancellable, error);
  JsonObject *object = answer != NULL ? json_answer_get_object (answer->json) : NULL;
  JsonObject *merge_base = json_answer_read_object (object, "merge_base_commit");
  JsonObject *committer = json_answer_read_object (json_answer_read_object (merge_base, "commit"), "committer");
  JsonArray *commits = json_answer_read_array (object, "commits");
  g_autoptr (GPtrArray) changes = NULL;
  gint64 n_unlisted;
  PullsBetween *between;

  if (answer == NULL)
    return NULL;
  between = g_new0 (PullsBetween, 1);
  between->url = g_strdup (json_answer_read_string (object, "html_url"));
  between->merge_base = g_strdup (json_answer_read_string (merge_base, "sha"));
  between->merge_time = json_answer_read_time (committer, "date");
  between->files = dup_files (json_answer_read_array (object, "files"));
  between->pulls = g_ptr_array_new_with_free_func ((GDestroyNotify) pull_unref);
  n_unlisted = json_answer_read_integer (object, "total_commits") - json_answer_count (commits);
  between->n_unlisted = CLAMP (n_unlisted, 0, MAX_UNLISTED);
  if (json_answer_count (commits) > 1)
    changes = find_changes (http, repository, head, between->files, telling_files, max_files, cancellable);
  add_listed (between, repository, commits, changes);
  if (changes != NULL)
    add_unlisted (between, repository, changes);

  return between;
}

void
pulls_between_free (PullsBetween *between)
{
  if (between == NULL)
    return;

  g_free (between->url);
  g_free (between->merge_base);
  g_strfreev (between->files);
  g_ptr_array_unref (between->pulls);
  g_free (between);
}
