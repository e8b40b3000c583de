/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "repository.h"

#include "profile-private.h"

#define DEFAULT_TAIL 200
#define MAX_TAIL     1000000

struct Profile {
  gatomicrefcount  references;
  char            *name;
  char            *title;
  char            *repository;
  GStrv            serves;
  char            *main_branch;
  char            *title_prefix;
  GRegex          *test_name;      /* or NULL */
  char            *test_title;
  GRegex          *line_prefix;    /* or NULL */
  char            *environment;
  char            *form;
  int              tail;
  GStrv            labels;
  GPtrArray       *fields;      /* of ProfileField */
  GPtrArray       *links;       /* of ProfileLink */
  GHashTable      *reruns;      /* runner -> Rerun */
  ProfileBoard     board;
  ProfileCi        ci;
};

static const char * const profile_keys[] = {
  "title", "repository", "serves", "main_branch", "title_prefix", "test_title", "line_prefix", "environment",
  "form", "tail", "labels", "fields", "links", "rerun", "board", "ci", NULL
};

static const char * const field_keys[] = { "label", "content", "checks", "text", NULL };
static const char * const link_keys[] = { "label", "url", NULL };
static const char * const board_keys[] = { "organization", "number", NULL };
static const char * const ci_keys[] = { "organization", "pipeline", "suite", NULL };

static const char * const content_names[] = {
  [PROFILE_CONTENT_NONE] = "none",
  [PROFILE_CONTENT_TESTS] = "tests",
  [PROFILE_CONTENT_DESCRIPTION] = "description",
  [PROFILE_CONTENT_JOB] = "job",
  [PROFILE_CONTENT_ENVIRONMENT] = "environment",
  [PROFILE_CONTENT_RERUN] = "rerun",
  NULL
};

const char *
profile_content_to_string (ProfileContent content)
{
  return content_names[content];
}

void
profile_field_free (gpointer data)
{
  ProfileField *field = data;

  g_free (field->label);
  g_strfreev (field->checks);
  g_free (field->text);
  g_free (field);
}

static void
profile_link_free (gpointer data)
{
  ProfileLink *link = data;

  g_free (link->label);
  g_free (link->url);
  g_free (link);
}

static void
rerun_destroy (gpointer rerun)
{
  rerun_free (rerun);
}

Profile *
profile_ref (Profile *profile)
{
  g_atomic_ref_count_inc (&profile->references);

  return profile;
}

void
profile_unref (Profile *profile)
{
  if (!g_atomic_ref_count_dec (&profile->references))
    return;

  g_free (profile->name);
  g_free (profile->title);
  g_free (profile->repository);
  g_strfreev (profile->serves);
  g_free (profile->main_branch);
  g_free (profile->title_prefix);
  g_clear_pointer (&profile->test_name, g_regex_unref);
  g_free (profile->test_title);
  g_clear_pointer (&profile->line_prefix, g_regex_unref);
  g_free (profile->environment);
  g_free (profile->form);
  g_strfreev (profile->labels);
  g_ptr_array_unref (profile->fields);
  g_ptr_array_unref (profile->links);
  g_hash_table_unref (profile->reruns);
  g_free (profile->board.organization);
  g_free (profile->ci.organization);
  g_free (profile->ci.pipeline);
  g_free (profile->ci.suite);
  g_free (profile);
}

static GStrv
dup_strings (const DataNode *node)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < data_node_get_n_items (node); i++) {
    const char *string = data_node_get_string (data_node_get_item (node, i));

    if (string != NULL)
      g_strv_builder_add (builder, string);
  }

  return g_strv_builder_end (builder);
}

gboolean
profile_read_content (const DataNode  *node,
                      ProfileContent  *ret_content,
                      GError         **error)
{
  const char *content = data_node_get_member (node, "content", content_names[PROFILE_CONTENT_NONE]);
  g_autofree char *choices = g_strjoinv (", ", (char **) content_names);

  for (guint i = 0; content_names[i] != NULL; i++)
    if (g_str_equal (content, content_names[i])) {
      *ret_content = i;
      return TRUE;
    }

  return data_node_set_error (data_node_get (node, "content"), error,
                              _("“content” must be one of: %s"), choices);
}

static gboolean
add_field (Profile         *profile,
           const DataNode  *node,
           GError         **error)
{
  const DataNode *checks = data_node_get (node, "checks");
  ProfileField *field = g_new0 (ProfileField, 1);

  g_ptr_array_add (profile->fields, field);
  field->label = g_strdup (data_node_get_member (node, "label", ""));
  field->text = g_strdup (data_node_get_member (node, "text", ""));
  if (checks != NULL) {
    field->kind = PROFILE_FIELD_CHECKS;
    field->checks = dup_strings (checks);
  }

  if (!data_node_check_keys (node, field_keys, error) ||
      !profile_read_content (node, &field->content, error))
    return FALSE;
  if (field->label[0] == '\0')
    return data_node_set_error (node, error, _("a field needs a “label”"));
  if (checks != NULL && field->checks[0] == NULL)
    return data_node_set_error (node, error, _("“checks” must be a list of labels"));

  return TRUE;
}

static GRegex *
new_regex (const DataNode      *node,
           const char          *pattern,
           GRegexCompileFlags   flags,
           GError             **error)
{
  g_autoptr (GError) problem = NULL;
  GRegex *regex = g_regex_new (pattern, G_REGEX_OPTIMIZE | flags, 0, &problem);

  if (regex == NULL)
    data_node_set_error (node, error, _("the regular expression is wrong: %s"), problem->message);

  return regex;
}

static gboolean
add_line_prefix (Profile         *profile,
                 const DataNode  *node,
                 GError         **error)
{
  const char *pattern = data_node_get_string (node);

  if (node == NULL)
    return TRUE;
  if (pattern == NULL)
    return data_node_set_error (node, error, _("“line_prefix” needs a regular expression with a group “name”"));
  profile->line_prefix = new_regex (node, pattern, G_REGEX_ANCHORED, error);
  if (profile->line_prefix == NULL)
    return FALSE;

  return g_regex_get_string_number (profile->line_prefix, "name") > 0 ||
         data_node_set_error (node, error, _("“line_prefix” needs a regular expression with a group “name”"));
}

static gboolean
add_test_title (Profile         *profile,
                const DataNode  *node,
                GError         **error)
{
  const char * const keys[] = { "name", "title", NULL };
  const char *name = data_node_get_member (node, "name", NULL);

  profile->test_title = g_strdup (data_node_get_member (node, "title", ""));
  if (node == NULL)
    return TRUE;
  if (!data_node_check_keys (node, keys, error))
    return FALSE;
  if (name == NULL || !g_regex_check_replacement (profile->test_title, NULL, NULL))
    return data_node_set_error (node, error, _("“test_title” needs a “name” and a “title”"));
  profile->test_name = new_regex (node, name, 0, error);

  return profile->test_name != NULL;
}

static gboolean
add_link (Profile         *profile,
          const DataNode  *node,
          GError         **error)
{
  ProfileLink *link = g_new0 (ProfileLink, 1);

  g_ptr_array_add (profile->links, link);
  link->label = g_strdup (data_node_get_member (node, "label", ""));
  link->url = g_strdup (data_node_get_member (node, "url", ""));

  if (!data_node_check_keys (node, link_keys, error))
    return FALSE;
  if (link->label[0] == '\0' || !g_uri_is_valid (link->url, G_URI_FLAGS_NONE, NULL))
    return data_node_set_error (node, error, _("a link needs a “label” and an address as “url”"));

  return TRUE;
}

static gboolean
add_rerun (Profile         *profile,
           const char      *runner,
           const DataNode  *node,
           GError         **error)
{
  Rerun *rerun = rerun_new (node, error);

  if (rerun != NULL)
    g_hash_table_insert (profile->reruns, g_strdup (runner), rerun);

  return rerun != NULL;
}

static gboolean
add_lists (Profile         *profile,
           const DataNode  *root,
           GError         **error)
{
  const DataNode *fields = data_node_get (root, "fields");
  const DataNode *links = data_node_get (root, "links");
  const DataNode *reruns = data_node_get (root, "rerun");

  for (guint i = 0; i < data_node_get_n_items (fields); i++)
    if (!add_field (profile, data_node_get_item (fields, i), error))
      return FALSE;

  for (guint i = 0; i < data_node_get_n_items (links); i++)
    if (!add_link (profile, data_node_get_item (links, i), error))
      return FALSE;

  for (guint i = 0; i < data_node_get_n_members (reruns); i++)
    if (!add_rerun (profile, data_node_get_key (reruns, i), data_node_get_value (reruns, i), error))
      return FALSE;

  if (profile->fields->len == 0)
    return data_node_set_error (root, error, _("a profile needs “fields”"));

  return TRUE;
}

/* Whether NAME may stand in an address of a service. */
static gboolean
is_slug (const char *name)
{
  return *name == '\0' || g_regex_match_simple ("^[\\w-][\\w.-]*$", name, G_REGEX_DOLLAR_ENDONLY, 0);
}

static gboolean
read_places (Profile         *profile,
             const DataNode  *root,
             GError         **error)
{
  const DataNode *board = data_node_get (root, "board");
  const DataNode *ci = data_node_get (root, "ci");

  profile->board.organization = g_strdup (data_node_get_member (board, "organization", ""));
  profile->board.number = data_node_get_integer (board, "number", 0);
  profile->ci.organization = g_strdup (data_node_get_member (ci, "organization", ""));
  profile->ci.pipeline = g_strdup (data_node_get_member (ci, "pipeline", ""));
  profile->ci.suite = g_strdup (data_node_get_member (ci, "suite", ""));
  if ((board != NULL && !data_node_check_keys (board, board_keys, error)) ||
      (ci != NULL && !data_node_check_keys (ci, ci_keys, error)))
    return FALSE;
  if (board != NULL && (!is_slug (profile->board.organization) || *profile->board.organization == '\0' || profile->board.number < 1))
    return data_node_set_error (board, error, _("“board” needs an “organization” and a “number”"));
  if (ci != NULL && (*profile->ci.organization == '\0' || *profile->ci.pipeline == '\0' || !is_slug (profile->ci.organization) ||
                     !is_slug (profile->ci.pipeline) || !is_slug (profile->ci.suite)))
    return data_node_set_error (ci, error, _("“ci” needs an “organization” and a “pipeline”"));

  return TRUE;
}

static gboolean
check_scalars (Profile         *profile,
               const DataNode  *root,
               GError         **error)
{
  if (profile->repository[0] != '\0' &&
      !repository_is_valid (profile->repository))
    return data_node_set_error (data_node_get (root, "repository"), error,
                                _("“repository” must read as in “owner/name”"));
  if (profile->tail < 1 || profile->tail > MAX_TAIL)
    return data_node_set_error (data_node_get (root, "tail"), error,
                                _("“tail” must be a number of lines, 1 to %d"), MAX_TAIL);

  return TRUE;
}

Profile *
profile_new (DataFile  *file,
             GError   **error)
{
  const DataNode *root = data_file_get_root (file);
  const DataNode *tail = data_node_get (root, "tail");
  g_autoptr (Profile) profile = g_new0 (Profile, 1);

  g_atomic_ref_count_init (&profile->references);
  profile->name = g_strdup (data_file_get_name (file));
  profile->title = g_strdup (data_node_get_member (root, "title", profile->name));
  profile->repository = g_strdup (data_node_get_member (root, "repository", ""));
  profile->serves = dup_strings (data_node_get (root, "serves"));
  profile->main_branch = g_strdup (data_node_get_member (root, "main_branch", ""));
  profile->title_prefix = g_strdup (data_node_get_member (root, "title_prefix", ""));
  profile->environment = g_strdup (data_node_get_member (root, "environment", ""));
  profile->form = g_strdup (data_node_get_member (root, "form", ""));
  profile->tail = tail ? data_node_get_integer (root, "tail", -1) : DEFAULT_TAIL;
  profile->labels = dup_strings (data_node_get (root, "labels"));
  profile->fields = g_ptr_array_new_with_free_func (profile_field_free);
  profile->links = g_ptr_array_new_with_free_func (profile_link_free);
  profile->reruns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, rerun_destroy);

  if (!data_node_check_keys (root, profile_keys, error) ||
      !check_scalars (profile, root, error) ||
      !add_test_title (profile, data_node_get (root, "test_title"), error) ||
      !add_line_prefix (profile, data_node_get (root, "line_prefix"), error) ||
      !read_places (profile, root, error) ||
      !add_lists (profile, root, error))
    return NULL;

  return g_steal_pointer (&profile);
}

const char *
profile_get_name (const Profile *profile)
{
  return profile->name;
}

const char *
profile_get_title (const Profile *profile)
{
  return profile->title;
}

const char *
profile_get_repository (const Profile *profile)
{
  return profile->repository;
}

gboolean
profile_is_project (const Profile *profile,
                    const char    *repository)
{
  return g_ascii_strcasecmp (profile->repository, repository) == 0;
}

const char *
profile_get_main_branch (const Profile *profile)
{
  return profile->main_branch;
}

const char *
profile_get_title_prefix (const Profile *profile)
{
  return profile->title_prefix;
}

char *
profile_dup_test_title (const Profile *profile,
                        const char    *test)
{
  g_autoptr (GMatchInfo) match = NULL;

  if (profile->test_name == NULL || !g_regex_match (profile->test_name, test, 0, &match))
    return NULL;

  return g_match_info_expand_references (match, profile->test_title, NULL);
}

GRegex *
profile_get_line_prefix (const Profile *profile)
{
  return profile->line_prefix;
}

const char *
profile_get_environment (const Profile *profile)
{
  return profile->environment;
}

const char *
profile_get_form (const Profile *profile)
{
  return profile->form;
}

int
profile_get_tail (const Profile *profile)
{
  return profile->tail;
}

GStrv
profile_get_labels (const Profile *profile)
{
  return profile->labels;
}

GPtrArray *
profile_get_fields (const Profile *profile)
{
  return profile->fields;
}

GPtrArray *
profile_get_links (const Profile *profile)
{
  return profile->links;
}

const ProfileBoard *
profile_get_board (const Profile *profile)
{
  return &profile->board;
}

const ProfileCi *
profile_get_ci (const Profile *profile)
{
  return &profile->ci;
}

const Rerun *
profile_get_rerun (const Profile *profile,
                   const char    *runner)
{
  return g_hash_table_lookup (profile->reruns, runner);
}
