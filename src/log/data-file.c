/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n.h>

#include "data-node-private.h"
#include "data-resources.h"
#include "own-string.h"
#include "user-folder.h"

#include "data-file.h"

#define MAX_FILE_SIZE (4 * 1024 * 1024)

struct DataFile {
  char     *base_name;       /* "pytest.yml", as messages name it */
  char     *name;            /* "pytest" */
  char     *path;            /* or NULL */
  DataNode *root;
};

/* The line at which PARSER gave TEXT up. Of bytes that are no characters it knows the place alone. */
static int
get_broken_line (const yaml_parser_t *parser,
                 const char          *text,
                 gsize                length)
{
  int line = 1;

  if (parser->error != YAML_READER_ERROR)
    return (int) parser->problem_mark.line + 1;
  for (gsize i = 0; i < MIN (parser->problem_offset, length); i++)
    line += text[i] == '\n';

  return line;
}

static gboolean
load_document (DataFile         *file,
               yaml_parser_t    *parser,
               const char       *text,
               gsize             length,
               yaml_document_t  *document,
               GError          **error)
{
  if (yaml_parser_load (parser, document))
    return TRUE;

  g_set_error (error, DATA_ERROR, DATA_ERROR_SYNTAX, "%s:%d: %s",
               file->base_name, get_broken_line (parser, text, length),
               parser->problem ? parser->problem : _("not readable"));

  return FALSE;
}

/* Whether DOCUMENT, which follows the one that was read, is none: what it says would be lost without a word. */
static gboolean
check_end (DataFile         *file,
           yaml_document_t  *document,
           GError          **error)
{
  if (yaml_document_get_root_node (document) == NULL)
    return TRUE;

  g_set_error (error, DATA_ERROR, DATA_ERROR_SYNTAX, "%s:%d: %s",
               file->base_name, (int) document->start_mark.line + 1, _("a file holds only one document"));

  return FALSE;
}

static gboolean
data_file_parse (DataFile    *file,
                 const char  *text,
                 gsize        length,
                 gboolean     is_shipped,
                 GError     **error)
{
  yaml_parser_t parser;
  yaml_document_t document;
  gboolean good;

  yaml_parser_initialize (&parser);
  yaml_parser_set_input_string (&parser, (const guchar *) text, length);

  if (!load_document (file, &parser, text, length, &document, error)) {
    yaml_parser_delete (&parser);
    return FALSE;
  }

  if (yaml_document_get_root_node (&document) != NULL)
    file->root = data_node_new_from_document (&document, file->base_name, is_shipped, error);
  else
    g_set_error (error, DATA_ERROR, DATA_ERROR_SYNTAX, "%s:1: %s",
                 file->base_name, _("the file is empty"));

  yaml_document_delete (&document);

  good = file->root != NULL && load_document (file, &parser, text, length, &document, error);
  if (good) {
    good = check_end (file, &document, error);
    yaml_document_delete (&document);
  }
  yaml_parser_delete (&parser);

  return good;
}

/* Before all of it is read, since what is nested takes time by the square of its depth. */
static gboolean
check_depth (const char  *base_name,
             const char  *text,
             gsize        length,
             GError     **error)
{
  yaml_parser_t parser;
  yaml_event_type_t type = YAML_NO_EVENT;
  yaml_event_t event;
  int line = 0;
  int depth = 0;

  yaml_parser_initialize (&parser);
  yaml_parser_set_input_string (&parser, (const guchar *) text, length);

  while (depth <= DATA_NODE_MAX_DEPTH && type != YAML_STREAM_END_EVENT && yaml_parser_parse (&parser, &event)) {
    type = event.type;
    line = (int) event.start_mark.line + 1;
    depth += type == YAML_SEQUENCE_START_EVENT || type == YAML_MAPPING_START_EVENT;
    depth -= type == YAML_SEQUENCE_END_EVENT || type == YAML_MAPPING_END_EVENT;
    yaml_event_delete (&event);
  }
  yaml_parser_delete (&parser);

  if (depth > DATA_NODE_MAX_DEPTH)
    g_set_error (error, DATA_ERROR, DATA_ERROR_SYNTAX, "%s:%d: %s", base_name, line,
                 _("nested too deeply"));

  return depth <= DATA_NODE_MAX_DEPTH;
}

static DataFile *
data_file_new (const char  *path,
               const char  *text,
               gsize        length,
               gboolean     is_shipped,
               GError     **error)
{
  g_autoptr (DataFile) file = g_new0 (DataFile, 1);
  char *ending;

  file->base_name = g_filename_display_basename (path);
  file->name = g_path_get_basename (path);
  ending = strrchr (file->name, '.');
  if (ending != NULL)
    *ending = '\0';

  if (length > MAX_FILE_SIZE) {
    g_set_error (error, DATA_ERROR, DATA_ERROR_READ, "%s:1: %s",
                 file->base_name, _("larger than 4 MiB"));
    return NULL;
  }
  if (!data_file_parse (file, text, length, is_shipped, error))
    return NULL;

  return g_steal_pointer (&file);
}

static const char *
describe_read_error (const GError *error)
{
  if (error->domain != G_IO_ERROR)
    return error->message;

  switch (error->code) {
    case G_IO_ERROR_NOT_FOUND:
      return g_strerror (ENOENT);
    case G_IO_ERROR_IS_DIRECTORY:
      return g_strerror (EISDIR);
    case G_IO_ERROR_PERMISSION_DENIED:
      return g_strerror (EACCES);
    default:
      return error->message;
  }
}

/* At most one byte more than a file may have: what is named may be a pipe, or have no end. */
static char *
read_text (const char  *path,
           gsize       *ret_length,
           GError     **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  g_autofree char *text = NULL;

  if (stream == NULL)
    return NULL;
  text = g_malloc (MAX_FILE_SIZE + 1);
  if (!g_input_stream_read_all (G_INPUT_STREAM (stream), text, MAX_FILE_SIZE + 1, ret_length, NULL,
                                error))
    return NULL;

  return g_steal_pointer (&text);
}

DataFile *
data_file_load (const char  *path,
                GError     **error)
{
  g_autofree char *text = NULL;
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *base_name = NULL;
  g_autoptr (GError) read_error = NULL;
  gsize length;
  DataFile *file;

  text = read_text (path, &length, &read_error);
  if (text == NULL) {
    g_set_error (error, DATA_ERROR, DATA_ERROR_READ, "%s: %s", name,
                 describe_read_error (read_error));
    return NULL;
  }
  base_name = g_filename_display_basename (path);
  if (length <= MAX_FILE_SIZE && !check_depth (base_name, text, length, error))
    return NULL;
  file = data_file_new (path, text, length, FALSE, error);
  if (file != NULL)
    file->path = g_strdup (path);

  return file;
}

DataFile *
data_file_load_shipped (const char  *name,
                        GError     **error)
{
  g_autofree char *path = g_strconcat (RESOURCE_PATH "/data/", name, NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (culprit_data_get_resource (), path,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  if (bytes == NULL) {
    g_set_error (error, DATA_ERROR, DATA_ERROR_READ, _("%s: no such file"), name);
    return NULL;
  }

  return data_file_new (name, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), TRUE, error);
}

void
data_file_free (DataFile *file)
{
  g_clear_pointer (&file->root, data_node_free);
  g_free (file->base_name);
  g_free (file->name);
  g_free (file->path);
  g_free (file);
}

static gboolean
is_data_file_name (const char *name)
{
  return name[0] != '.' && (g_str_has_suffix (name, ".yml") || g_str_has_suffix (name, ".json"));
}

static GPtrArray *
list_shipped (const char *folder)
{
  g_autofree char *path = g_strconcat (RESOURCE_PATH "/data/", folder, NULL);
  g_auto (GStrv) names = g_resource_enumerate_children (culprit_data_get_resource (), path,
                                                        G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    g_ptr_array_add (list, g_strdup (names[i]));
  g_ptr_array_sort (list, own_string_compare);

  return list;
}

static GPtrArray *
list_users (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (is_data_file_name (name))
      g_ptr_array_add (list, g_strdup (name));
  g_ptr_array_sort (list, own_string_compare);

  return list;
}

static void
take_file (GPtrArray *files,
           DataFile  *file,
           GError    *error,
           GPtrArray *warnings)
{
  if (file != NULL)
    g_ptr_array_add (files, file);
  else if (warnings != NULL)
    g_ptr_array_add (warnings, g_strdup (error->message));
  g_clear_error (&error);
}

/* A pipe or a device in the folder would keep the program waiting. */
static DataFile *
load_users (const char  *path,
            GError     **error)
{
  if (g_file_test (path, G_FILE_TEST_EXISTS) &&
      !g_file_test (path, G_FILE_TEST_IS_REGULAR | G_FILE_TEST_IS_DIR)) {
    g_autofree char *name = g_filename_display_name (path);

    g_set_error (error, DATA_ERROR, DATA_ERROR_READ, _("%s: not a regular file"), name);
    return NULL;
  }

  return data_file_load (path, error);
}

GPtrArray *
data_files_load_folder (const char *folder,
                        GPtrArray  *warnings)
{
  g_autofree char *user_folder = user_folder_dup_config (folder);
  g_autoptr (GPtrArray) shipped = list_shipped (folder);
  g_autoptr (GPtrArray) users = list_users (user_folder);
  GPtrArray *files = g_ptr_array_new_with_free_func ((GDestroyNotify) data_file_free);

  for (guint i = 0; i < shipped->len; i++) {
    g_autofree char *name = g_strconcat (folder, "/", g_ptr_array_index (shipped, i), NULL);
    GError *error = NULL;

    if (!g_ptr_array_find_with_equal_func (users, g_ptr_array_index (shipped, i),
                                           g_str_equal, NULL)) {
      DataFile *file = data_file_load_shipped (name, &error);

      take_file (files, file, error, warnings);
    }
  }

  for (guint i = 0; i < users->len; i++) {
    g_autofree char *path = g_build_filename (user_folder, g_ptr_array_index (users, i), NULL);
    GError *error = NULL;
    DataFile *file = load_users (path, &error);

    take_file (files, file, error, warnings);
  }

  return files;
}

const char *
data_file_get_name (DataFile *file)
{
  return file->name;
}

const char *
data_file_get_base_name (DataFile *file)
{
  return file->base_name;
}

const char *
data_file_get_path (DataFile *file)
{
  return file->path;
}

const DataNode *
data_file_get_root (DataFile *file)
{
  return file->root;
}
