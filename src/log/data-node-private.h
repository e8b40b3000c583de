/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <yaml.h>

#include "data-node.h"

/* Lists and mappings within each other, at most. */
#define DATA_NODE_MAX_DEPTH 32

/* The value that DOCUMENT has at its root, which is there. FILE_NAME is what messages name; it is
 * borrowed. */
DataNode *data_node_new_from_document (yaml_document_t  *document,
                                       const char       *file_name,
                                       gboolean          is_shipped,
                                       GError          **error);
void      data_node_free              (gpointer data);
