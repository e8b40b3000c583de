/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "data-node-private.h"

/* Values of a file, those that aliases repeat included. */
#define MAX_NODES 200000

typedef enum {
  NODE_SCALAR,
  NODE_LIST,
  NODE_MAPPING,
} NodeType;

struct DataNode {
  const char     *file_name; /* borrowed */
  gboolean        is_shipped;
  NodeType        type;
  int             line;
  char           *scalar;
  GPtrArray      *keys;      /* of char *; mappings only */
  GPtrArray      *values;    /* of DataNode; mappings and lists */
};

/* A document while its values are taken. */
typedef struct {
  yaml_document_t *document;
  const char      *file_name;
  gboolean         is_shipped;
  guint            n_nodes;
} Reader;

G_DEFINE_QUARK (data-error-quark, data_error)

void
data_node_free (gpointer data)
{
  DataNode *node = data;

  g_free (node->scalar);
  g_clear_pointer (&node->keys, g_ptr_array_unref);
  g_clear_pointer (&node->values, g_ptr_array_unref);
  g_free (node);
}

static DataNode *
data_node_new (Reader            *reader,
               const yaml_node_t *yaml,
               NodeType           type)
{
  DataNode *node = g_new0 (DataNode, 1);

  reader->n_nodes++;

  node->file_name = reader->file_name;
  node->is_shipped = reader->is_shipped;
  node->type = type;
  node->line = (int) yaml->start_mark.line + 1;
  if (type != NODE_SCALAR)
    node->values = g_ptr_array_new_with_free_func (data_node_free);
  if (type == NODE_MAPPING)
    node->keys = g_ptr_array_new_with_free_func (g_free);

  return node;
}

static DataNode *data_node_new_from_yaml (Reader  *reader,
                                          int      id,
                                          guint    depth,
                                          GError **error);

static gboolean
add_list_items (Reader       *reader,
                DataNode     *node,
                yaml_node_t  *yaml,
                guint         depth,
                GError      **error)
{
  for (yaml_node_item_t *item = yaml->data.sequence.items.start;
       item < yaml->data.sequence.items.top; item++) {
    DataNode *value = data_node_new_from_yaml (reader, *item, depth, error);

    if (value == NULL)
      return FALSE;
    g_ptr_array_add (node->values, value);
  }

  return TRUE;
}

static gboolean
add_members (Reader       *reader,
             DataNode     *node,
             yaml_node_t  *yaml,
             guint         depth,
             GError      **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (yaml_node_pair_t *pair = yaml->data.mapping.pairs.start;
       pair < yaml->data.mapping.pairs.top; pair++) {
    yaml_node_t *key = yaml_document_get_node (reader->document, pair->key);
    DataNode *value;

    if (key->type != YAML_SCALAR_NODE)
      return data_node_set_error (node, error, _("a key must be a word"));

    value = data_node_new_from_yaml (reader, pair->value, depth, error);
    if (value == NULL)
      return FALSE;
    g_ptr_array_add (node->keys, g_strdup ((const char *) key->data.scalar.value));
    g_ptr_array_add (node->values, value);
    if (!g_hash_table_add (seen, key->data.scalar.value))
      return data_node_set_error (value, error, _("the key “%s” is there twice"),
                                  (const char *) key->data.scalar.value);
  }

  return TRUE;
}

static DataNode *
data_node_new_from_yaml (Reader  *reader,
                         int      id,
                         guint    depth,
                         GError **error)
{
  yaml_node_t *yaml = yaml_document_get_node (reader->document, id);
  DataNode *node;
  gboolean good = TRUE;

  switch (yaml->type) {
    case YAML_SEQUENCE_NODE:
      node = data_node_new (reader, yaml, NODE_LIST);
      break;
    case YAML_MAPPING_NODE:
      node = data_node_new (reader, yaml, NODE_MAPPING);
      break;
    case YAML_SCALAR_NODE:
    case YAML_NO_NODE:
    default:
      node = data_node_new (reader, yaml, NODE_SCALAR);
      node->scalar = g_strdup ((const char *) yaml->data.scalar.value);
      break;
  }

  if (depth == DATA_NODE_MAX_DEPTH)
    good = data_node_set_error (node, error, _("nested too deeply"));
  else if (reader->n_nodes > MAX_NODES)
    good = data_node_set_error (node, error, _("more than %d values"), MAX_NODES);
  else if (node->type == NODE_LIST)
    good = add_list_items (reader, node, yaml, depth + 1, error);
  else if (node->type == NODE_MAPPING)
    good = add_members (reader, node, yaml, depth + 1, error);

  if (!good)
    g_clear_pointer (&node, data_node_free);

  return node;
}

DataNode *
data_node_new_from_document (yaml_document_t  *document,
                             const char       *file_name,
                             gboolean          is_shipped,
                             GError          **error)
{
  Reader reader = { document, file_name, is_shipped, 0 };

  return data_node_new_from_yaml (&reader, 1, 0, error);
}

gboolean
data_node_set_error (const DataNode  *node,
                     GError         **error,
                     const char      *format,
                     ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  g_set_error (error, DATA_ERROR, DATA_ERROR_VALUE, "%s:%d: %s",
               node->file_name, node->line, message);

  return FALSE;
}

int
data_node_get_line (const DataNode *node)
{
  return node->line;
}

gboolean
data_node_is_shipped (const DataNode *node)
{
  return node->is_shipped;
}

const char *
data_node_get_string (const DataNode *node)
{
  return node != NULL && node->type == NODE_SCALAR ? node->scalar : NULL;
}

const DataNode *
data_node_get (const DataNode *node,
               const char     *key)
{
  for (guint i = 0; i < data_node_get_n_members (node); i++)
    if (g_str_equal (data_node_get_key (node, i), key))
      return data_node_get_value (node, i);

  return NULL;
}

const char *
data_node_get_member (const DataNode *node,
                      const char     *key,
                      const char     *otherwise)
{
  const char *value = data_node_get_string (data_node_get (node, key));

  return value != NULL ? value : otherwise;
}

int
data_node_get_integer (const DataNode *node,
                       const char     *key,
                       int             otherwise)
{
  const char *value = data_node_get_string (data_node_get (node, key));
  gint64 number;

  if (value == NULL || !g_ascii_string_to_signed (value, 10, G_MININT, G_MAXINT, &number, NULL))
    return otherwise;

  return (int) number;
}

gboolean
data_node_read_boolean (const DataNode  *node,
                        const char      *key,
                        gboolean        *ret_value,
                        GError         **error)
{
  static const char * const words[] = { "false", "true", "no", "yes", "off", "on", "n", "y" };
  const DataNode *member = data_node_get (node, key);
  const char *value = data_node_get_string (member);

  if (member == NULL)
    return TRUE;
  for (guint i = 0; value != NULL && i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strcasecmp (value, words[i]) == 0) {
      *ret_value = i % 2;
      return TRUE;
    }

  return data_node_set_error (member, error, _("“%s” is either true or false"), key);
}

guint
data_node_get_n_items (const DataNode *node)
{
  if (node == NULL || node->type == NODE_MAPPING)
    return 0;

  return node->type == NODE_SCALAR ? 1 : node->values->len;
}

const DataNode *
data_node_get_item (const DataNode *node,
                    guint           index)
{
  return node->type == NODE_SCALAR ? node : g_ptr_array_index (node->values, index);
}

guint
data_node_get_n_members (const DataNode *node)
{
  return node != NULL && node->type == NODE_MAPPING ? node->keys->len : 0;
}

const char *
data_node_get_key (const DataNode *node,
                   guint           index)
{
  return g_ptr_array_index (node->keys, index);
}

const DataNode *
data_node_get_value (const DataNode *node,
                     guint           index)
{
  return g_ptr_array_index (node->values, index);
}

gboolean
data_node_check_keys (const DataNode     *node,
                      const char * const *keys,
                      GError            **error)
{
  for (guint i = 0; i < data_node_get_n_members (node); i++)
    if (!g_strv_contains (keys, data_node_get_key (node, i)))
      return data_node_set_error (data_node_get_value (node, i), error,
                                  _("unknown key “%s”"), data_node_get_key (node, i));

  return TRUE;
}
