/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* Reads the files in data/: rules, CI formats, secret formats and profiles, YAML or JSON (of
 * which YAML 1.1 reads all that is used here). Those that ship with Culprit are built into
 * the program, so that it needs no folder to be in its place; the user's stand under
 * $XDG_CONFIG_HOME/culprit.
 *
 * Every value knows its line, so that a message about it can name file and line.
 */
typedef struct DataFile DataFile;

/* A value in a file: a scalar, a list or a mapping. Lives as long as its file. */
typedef struct DataNode DataNode;

typedef enum {
  DATA_FILE_ERROR_READ,
  DATA_FILE_ERROR_SYNTAX,
  DATA_FILE_ERROR_VALUE,
} DataFileError;

#define DATA_FILE_ERROR (data_file_error_quark ())
GQuark          data_file_error_quark   (void);

/* Messages of errors start with the file's name and the line: "pytest.yml:12: …". */
DataFile       *data_file_load          (const char  *path,
                                         GError     **error);
DataFile       *data_file_load_shipped  (const char  *name,
                                         GError     **error);
void            data_file_free          (DataFile *file);

/* Loads all of FOLDER ("rules"): what ships, sorted by name, then the user's; a file of the
 * user's takes the place of a shipped one of the same name. One that is broken is left out
 * and its message added to WARNINGS (element-type utf8; may be NULL).
 * Returns a GPtrArray of DataFile (transfer full). */
GPtrArray      *data_files_load_folder  (const char *folder,
                                         GPtrArray  *warnings);

/* The base name without ending: "pytest" for rules/pytest.yml. */
const char     *data_file_get_name      (DataFile *file);
const DataNode *data_file_get_root      (DataFile *file);

/* Where it was loaded from; NULL where it ships. */
const char     *data_file_get_path      (DataFile *file);

/* Sets ERROR to a message that names NODE's file and line. Always FALSE. */
gboolean        data_node_set_error     (const DataNode  *node,
                                         GError         **error,
                                         const char      *format,
                                         ...) G_GNUC_PRINTF (3, 4);

int             data_node_get_line      (const DataNode *node);

/* The value of a scalar, or NULL where NODE is NULL or no scalar. */
const char     *data_node_get_string    (const DataNode *node);

/* A mapping's value for KEY, or NULL where there is none or NODE is NULL or no mapping. */
const DataNode *data_node_get           (const DataNode *node,
                                         const char     *key);

/* The string for KEY in a mapping, or OTHERWISE. */
const char     *data_node_get_member    (const DataNode *node,
                                         const char     *key,
                                         const char     *otherwise);
int             data_node_get_integer   (const DataNode *node,
                                         const char     *key,
                                         int             otherwise);
gboolean        data_node_get_boolean   (const DataNode *node,
                                         const char     *key,
                                         gboolean        otherwise);

/* Items of a list; a scalar counts as a list of one, NULL and a mapping as none. */
guint           data_node_get_n_items   (const DataNode *node);
const DataNode *data_node_get_item      (const DataNode *node,
                                         guint           index);

/* Members of a mapping in the file's order; for anything else there are none. */
guint           data_node_get_n_members (const DataNode *node);
const char     *data_node_get_key       (const DataNode *node,
                                         guint           index);
const DataNode *data_node_get_value     (const DataNode *node,
                                         guint           index);

/* Checks that a mapping has no other keys than KEYS (NULL-terminated): a misspelt key is an
 * error, not silence. */
gboolean        data_node_check_keys    (const DataNode     *node,
                                         const char * const *keys,
                                         GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DataFile, data_file_free)
