/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE    /* strverscmp */

#include "config.h"

#include <string.h>

#include "archive-plan.h"

/* Files that are passed by on the way to others; each step back starts before the first one. */
#define MAX_PASSED 1000000

/* How a job came, as a value of JOBS. */
#define AS_LOG   GINT_TO_POINTER (1)
#define AS_STEPS GINT_TO_POINTER (2)

/* What a path says, in the order in which they are read. */
typedef enum {
  PATH_JOB,
  PATH_STEP,
  PATH_OTHER,
} PathKind;

typedef struct {
  const char *path;      /* borrowed */
  guint       index;
  PathKind    kind;
  gint64      number;    /* of the job or step */
  char       *job;       /* or NULL */
  char       *step;      /* or NULL */
} PathFacts;

static void
path_facts_clear (PathFacts *facts)
{
  g_free (facts->job);
  g_free (facts->step);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PathFacts, path_facts_clear)

static void
archive_part_free (gpointer data)
{
  ArchivePart *part = data;

  g_free (part->name);
  g_free (part);
}

gboolean
archive_plan_takes (const char *path)
{
  static const char * const packed[] = { ".bz2", ".gz", ".xz", ".zst" };
  static const char * const others[] = {
    ".css", ".csv", ".gif", ".htm", ".html", ".ico", ".jpeg", ".jpg", ".js", ".json", ".lcov",
    ".map", ".md", ".pdf", ".png", ".svg", ".webp", ".xml", ".yaml", ".yml",
  };
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *lower = g_ascii_strdown (name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (packed); i++)
    if (g_str_has_suffix (lower, packed[i]))
      lower[strlen (lower) - strlen (packed[i])] = '\0';
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (g_str_has_suffix (lower, others[i]))
      return FALSE;

  return lower[0] != '.';
}

/* Reads “12_name.txt”. RET_NAME is set where it is that. */
static gboolean
read_numbered_name (const char  *name,
                    gint64      *ret_number,
                    char       **ret_name)
{
  char *end;

  *ret_number = g_ascii_strtoll (name, &end, 10);
  if (end == name || g_ascii_isspace (name[0]) || *end != '_' || !g_str_has_suffix (end, ".txt"))
    return FALSE;

  *ret_name = g_strndup (end + 1, MAX (strlen (end + 1), 4) - 4);

  return TRUE;
}

static void
read_path (const char *path,
           PathFacts  *ret_facts)
{
  const char *slash = strchr (path, '/');

  *ret_facts = (PathFacts) { .path = path, .kind = PATH_OTHER };
  if (slash == NULL) {
    if (read_numbered_name (path, &ret_facts->number, &ret_facts->job))
      ret_facts->kind = PATH_JOB;
  } else if (strchr (slash + 1, '/') == NULL) {
    if (g_str_equal (slash + 1, "system.txt")) {
      ret_facts->number = G_MININT64;
      ret_facts->step = g_strdup ("system");
    }
    if (ret_facts->step != NULL ||
        read_numbered_name (slash + 1, &ret_facts->number, &ret_facts->step)) {
      ret_facts->kind = PATH_STEP;
      ret_facts->job = g_strndup (path, slash - path);
    }
  }

  if (ret_facts->job != NULL)
    g_strstrip (ret_facts->job);
}

/* Without “./” and “/” at its start. */
static const char *
skip_root (const char *path)
{
  while (g_str_has_prefix (path, "./") || path[0] == '/')
    path += path[0] == '/' ? 1 : 2;

  return path;
}

static gboolean
admit (GHashTable       *jobs,
       const PathFacts  *facts,
       char            **ret_name)
{
  gpointer way = facts->kind == PATH_JOB ? AS_LOG : AS_STEPS;
  gpointer known;

  *ret_name = NULL;
  if (facts->kind == PATH_OTHER) {
    *ret_name = g_strdup (facts->path);
    return TRUE;
  }

  known = g_hash_table_lookup (jobs, facts->job);
  if (known != NULL && known != way)
    return FALSE;
  if (known == NULL)
    g_hash_table_insert (jobs, g_strdup (facts->job), way);

  *ret_name = facts->kind == PATH_JOB
              ? g_strdup (facts->job)
              : g_strdup_printf ("%s / %s", facts->job, facts->step);

  return TRUE;
}

gboolean
archive_plan_admit (GHashTable  *jobs,
                    const char  *path,
                    char       **ret_name)
{
  g_auto (PathFacts) facts = { NULL };

  read_path (skip_root (path), &facts);

  return admit (jobs, &facts, ret_name);
}

/* Length of the folder that all PATHS are in, with its “/”, if there are folders in it. */
static gsize
get_common_folder (GPtrArray *paths)
{
  const char *first = NULL;
  gsize length = 0;
  gboolean has_folders = FALSE;

  for (guint i = 0; i < paths->len; i++) {
    const char *path = g_ptr_array_index (paths, i);
    const char *slash;

    if (path == NULL)
      continue;

    path = skip_root (path);
    slash = strchr (path, '/');
    if (slash == NULL)
      return 0;
    if (first == NULL) {
      first = path;
      length = slash + 1 - path;
    }
    if (strncmp (path, first, length) != 0)
      return 0;
    has_folders |= strchr (slash + 1, '/') != NULL;
  }

  return has_folders ? length : 0;
}

static int
compare_paths (gconstpointer a,
               gconstpointer b)
{
  const PathFacts *one = a;
  const PathFacts *other = b;
  int order = (int) one->kind - (int) other->kind;

  if (order == 0 && one->kind == PATH_STEP)
    order = strverscmp (one->job, other->job);
  if (order == 0 && one->kind != PATH_OTHER)
    order = (one->number > other->number) - (one->number < other->number);
  if (order == 0)
    order = strverscmp (one->path, other->path);

  return order != 0 ? order : one->index < other->index ? -1 : 1;
}

static GArray *
read_paths (GPtrArray *paths)
{
  GArray *all = g_array_new (FALSE, TRUE, sizeof (PathFacts));
  gsize folder = get_common_folder (paths);

  g_array_set_clear_func (all, (GDestroyNotify) path_facts_clear);
  for (guint i = 0; i < paths->len; i++) {
    const char *path = g_ptr_array_index (paths, i);
    PathFacts facts;

    if (path == NULL)
      continue;

    read_path (skip_root (path) + folder, &facts);
    facts.index = i;
    g_array_append_val (all, facts);
  }
  g_array_sort (all, compare_paths);

  return all;
}

static guint
get_index (GPtrArray *plan,
           guint      i)
{
  return ((const ArchivePart *) g_ptr_array_index (plan, i))->index;
}

/* Whether an archive of N_FILES can be read in the order of PLAN in little time. */
static gboolean
is_near (GPtrArray *plan,
         guint      n_files)
{
  guint64 n_back = 0;

  for (guint i = 1; i < plan->len; i++)
    n_back += get_index (plan, i) < get_index (plan, i - 1);

  return n_back * n_files <= MAX_PASSED;
}

static int
compare_indices (gconstpointer a,
                 gconstpointer b)
{
  const ArchivePart *one = *(const ArchivePart * const *) a;
  const ArchivePart *other = *(const ArchivePart * const *) b;

  return (one->index > other->index) - (one->index < other->index);
}

GPtrArray *
archive_plan_new (GPtrArray *paths)
{
  g_autoptr (GArray) all = read_paths (paths);
  g_autoptr (GHashTable) jobs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *plan = g_ptr_array_new_with_free_func (archive_part_free);

  for (guint i = 0; i < all->len; i++) {
    const PathFacts *facts = &g_array_index (all, PathFacts, i);
    char *name;

    if (admit (jobs, facts, &name)) {
      ArchivePart *part = g_new0 (ArchivePart, 1);

      part->index = facts->index;
      part->name = name;
      g_ptr_array_add (plan, part);
    }
  }
  if (!is_near (plan, paths->len))
    g_ptr_array_sort (plan, compare_indices);

  return plan;
}
