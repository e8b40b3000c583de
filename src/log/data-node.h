/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* A value in a file of data/ (data-file.h): a scalar, a list or a mapping. Lives as long as its file,
 * and knows its line there. */
typedef struct DataNode DataNode;

/* What is wrong with a file. Messages start with its name and the line: "pytest.yml:12: …". */
typedef enum {
  DATA_ERROR_READ,
  DATA_ERROR_SYNTAX,
  DATA_ERROR_VALUE,
} DataError;

#define DATA_ERROR (data_error_quark ())
GQuark          data_error_quark        (void);

/* Sets ERROR to a message that names NODE's file and line. Always FALSE. */
gboolean        data_node_set_error     (const DataNode  *node,
                                         GError         **error,
                                         const char      *format,
                                         ...) G_GNUC_PRINTF (3, 4);

int             data_node_get_line      (const DataNode *node);

/* Whether its file came with the program, so that the tests have seen all that is in it. */
gboolean        data_node_is_shipped    (const DataNode *node);

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

/* Sets RET_VALUE where a mapping has KEY: true, yes, on and y, or false, no, off and n, as in YAML 1.1. Any other word is
 * an error. */
gboolean        data_node_read_boolean  (const DataNode  *node,
                                         const char      *key,
                                         gboolean        *ret_value,
                                         GError         **error);

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
