/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "json-answer.h"
#include "path-tail.h"

#include "pulls-between.h"

/* Files whose commits are asked for. */

/* The answer of URL, which has MEMBER, a list, or, where that is NULL, is one. Commits do not change, so that it is kept. */
static HttpAnswer *
ask (Http          *http,
     const char    *url,
     const char    *member,
     GCancellable  *cancellable,
     GError       **error)
{
  HttpRequest request = { .url = url, .keep = HTTP_KEEP_FINAL };
  g_autoptr (HttpAnswer) answer = http_ask (http, &request, cancellable, error);
  JsonArray *list;

  if (answer == NULL)
    return NULL;
  list = member != NULL ? json_object_read_array (json_answer_get_object (answer->json), member)
                        : json_answer_get_array (answer->json);
  if (list == NULL) {
    http_error_set_unknown (error, url);
    return NULL;
  }
  http_keep (http, &request, answer);

  return g_steal_pointer (&answer);
}

/* The names of FILES (transfer full). */
static GStrv
dup_files (JsonArray *files)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < json_array_count (files); i++) {
    const char *name = json_object_read_string (json_array_read_object (files, i), "filename");

    if (*name != '\0')
      g_strv_builder_add (builder, name);
  }

  return g_strv_builder_end (builder);
}

/* Adds to CHANGED (hash -> GPtrArray of paths) which of the commits up to HEAD change FILE. */
static void
ask_commits_of (GHashTable   *changed,
                Http         *http,
                const char   *repository,
                const char   *head,
                const char   *file,
                GCancellable *cancellable)
{
  g_autofree char *base = service_dup_url (SERVICE_GITHUB_API);
  g_autofree char *path = g_uri_escape_string (file, "/", FALSE);
  g_autofree char *escaped_head = g_uri_escape_string (head, NULL, FALSE);
  g_autofree char *url = g_strdup_printf ("%s/repos/%s/commits?sha=%s&path=%s&per_page=20", base, repository, escaped_head, path);
  g_autoptr (HttpAnswer) answer = ask (http, url, NULL, cancellable, NULL);
  JsonArray *commits = answer != NULL ? json_answer_get_array (answer->json) : NULL;

  for (guint i = 0; i < json_array_count (commits); i++) {
    const char *hash = json_object_read_string (json_array_read_object (commits, i), "sha");
    GPtrArray *files = g_hash_table_lookup (changed, hash);

    if (files == NULL) {
      files = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (changed, g_strdup (hash), files);
    }
    g_ptr_array_add (files, g_strdup (file));
  }
}

/* Which commits change those of FILES that are among TELLING: hash -> GPtrArray of paths (transfer full). */
static GHashTable *
find_changed (Http               *http,
              const char         *repository,
              const char         *head,
              GStrv               files,
              const char * const *telling,
              GCancellable       *cancellable)
{
  GHashTable *changed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  guint n = 0;

  for (guint i = 0; telling != NULL && telling[i] != NULL; i++)
    for (guint k = 0; files[k] != NULL && n < PULLS_BETWEEN_MAX_FILES; k++)
      if (path_is_same_file (files[k], telling[i])) {
        ask_commits_of (changed, http, repository, head, files[k], cancellable);
        n++;
      }

  return changed;
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
  const char *message = json_object_read_string (json_object_read_object (commit, "commit"), "message");
  g_autofree char *subject = g_strstrip (g_strndup (message, strcspn (message, "\n")));
  const char *author = json_object_read_string (json_object_read_object (commit, "author"), "login");
  g_autofree char *base = service_dup_url (SERVICE_GITHUB);
  gint64 number = cut_number (subject);
  g_autofree char *url = g_strdup_printf ("%s/%s/pull/%" G_GINT64_FORMAT, base, repository, number);

  return number > 0 ? pull_new (number, subject, author, url, files) : NULL;
}

/* The files that are known of a commit (transfer full). */
static GStrv
dup_files_of (GHashTable *changed,
              const char *hash)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  GPtrArray *files = changed != NULL ? g_hash_table_lookup (changed, hash) : NULL;

  for (guint i = 0; files != NULL && i < files->len; i++)
    g_strv_builder_add (builder, g_ptr_array_index (files, i));

  return g_strv_builder_end (builder);
}

static void
add_pulls (PullsBetween *between,
           const char   *repository,
           JsonArray    *commits,
           GHashTable   *changed)
{
  for (guint i = 0; i < json_array_count (commits); i++) {
    JsonObject *commit = json_array_read_object (commits, i);
    g_auto (GStrv) files = json_array_count (commits) == 1
                             ? g_strdupv (between->files) : dup_files_of (changed, json_object_read_string (commit, "sha"));
    Pull *pull = make_pull (repository, commit, (const char * const *) files);

    if (pull != NULL)
      g_ptr_array_add (between->pulls, pull);
  }
}

PullsBetween *
pulls_between_read (Http                *http,
                    const char          *repository,
                    const char          *base,
                    const char          *head,
                    const char * const  *telling_files,
                    GCancellable        *cancellable,
                    GError             **error)
{
  g_autofree char *service = service_dup_url (SERVICE_GITHUB_API);
  g_autofree char *escaped_base = g_uri_escape_string (base, "/", FALSE);
  g_autofree char *escaped_head = g_uri_escape_string (head, "/", FALSE);
  g_autofree char *url = g_strdup_printf ("%s/repos/%s/compare/%s...%s", service, repository, escaped_base, escaped_head);
  g_autoptr (HttpAnswer) answer = ask (http, url, "commits", cancellable, error);
  JsonObject *object = answer != NULL ? json_answer_get_object (answer->json) : NULL;
  JsonObject *merge_base = json_object_read_object (object, "merge_base_commit");
  JsonObject *committer = json_object_read_object (json_object_read_object (merge_base, "commit"), "committer");
  JsonArray *commits = json_object_read_array (object, "commits");
  g_autoptr (GHashTable) changed = NULL;
  PullsBetween *between;

  if (answer == NULL)
    return NULL;
  between = g_new0 (PullsBetween, 1);
  between->url = g_strdup (json_object_read_string (object, "html_url"));
  between->merge_base = g_strdup (json_object_read_string (merge_base, "sha"));
  between->merge_time = json_object_read_time (committer, "date");
  between->files = dup_files (json_object_read_array (object, "files"));
  between->pulls = g_ptr_array_new_with_free_func ((GDestroyNotify) pull_unref);
  if (json_array_count (commits) > 1)
    changed = find_changed (http, repository, head, between->files, telling_files, cancellable);
  add_pulls (between, repository, commits, changed);

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
