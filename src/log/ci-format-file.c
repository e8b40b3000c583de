/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ci-format-private.h"

typedef struct {
  const char *key;
  LineMark    mark;
  gboolean    outside;
} MarkKey;

/* Where two fit the same line, the first one counts. */
static const MarkKey mark_keys[] = {
  { "start", LINE_MARK_SECTION_START, FALSE },
  { "start-open", LINE_MARK_SECTION_START_OPEN, FALSE },
  { "start-outside", LINE_MARK_SECTION_START, TRUE },
  { "end", LINE_MARK_SECTION_END, FALSE },
  { "open", LINE_MARK_SECTION_OPEN, FALSE },
};

static void
ci_mark_pattern_free (gpointer data)
{
  CiMarkPattern *mark = data;

  line_pattern_free (mark->pattern);
  g_free (mark);
}

static void
ci_replacement_free (gpointer data)
{
  CiReplacement *replacement = data;

  line_pattern_free (replacement->from);
  g_free (replacement->to);
  g_free (replacement);
}

void
ci_format_free (CiFormat *format)
{
  if (format == NULL)
    return;

  g_free (format->name);
  g_strfreev (format->commands);
  g_strfreev (format->lines);
  g_free (format->time_command);
  g_free (format->time_step);
  g_ptr_array_unref (format->stamps);
  g_array_unref (format->joining);
  g_strfreev (format->stamps_after);
  g_ptr_array_unref (format->marks);
  g_strfreev (format->concealed);
  g_ptr_array_unref (format->drops);
  g_ptr_array_unref (format->replacements);
  g_free (format);
}

/* The strings in NODE's member KEY. An empty one would fit everything. */
static gboolean
read_strings (const DataNode  *node,
              const char      *key,
              GStrv           *ret_strings,
              GError         **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const DataNode *list = data_node_get (node, key);

  for (guint i = 0; i < data_node_get_n_items (list); i++) {
    const DataNode *item = data_node_get_item (list, i);
    const char *string = data_node_get_string (item);

    if (string == NULL || *string == '\0')
      return data_node_set_error (item, error, _("“%s” needs words"), key);
    g_strv_builder_add (builder, string);
  }
  *ret_strings = g_strv_builder_end (builder);

  return TRUE;
}

/* The pattern TEMPLATE, which stands at NODE; NULL and ERROR where it is none. */
static LinePattern *
read_pattern (CiFormat        *format,
              const DataNode  *node,
              const char      *key,
              const char      *template,
              GError         **error)
{
  LinePattern *pattern = line_pattern_new (template != NULL ? template : "");

  if (pattern == NULL)
    data_node_set_error (node, error,
                         _("“%s” needs words at its start and between two fields"), key);
  else
    format->known_starts[line_pattern_get_first (pattern)] = TRUE;

  return pattern;
}

static gboolean
read_recognise (CiFormat        *format,
                const DataNode  *node,
                GError         **error)
{
  const char * const keys[] = { "commands", "lines", "stamps", NULL };

  format->stamps_tell = TRUE;

  return data_node_check_keys (node, keys, error) &&
         data_node_read_boolean (node, "stamps", &format->stamps_tell, error) &&
         read_strings (node, "commands", &format->commands, error) &&
         read_strings (node, "lines", &format->lines, error);
}

static gboolean
read_time (CiFormat        *format,
           const DataNode  *node,
           GError         **error)
{
  const char * const keys[] = { "command", "step", NULL };

  format->time_command = g_strdup (data_node_get_member (node, "command", NULL));
  format->time_step = g_strdup (data_node_get_member (node, "step", NULL));

  return data_node_check_keys (node, keys, error);
}

/* A stamp is its form, or a mapping that says more of it. */
static gboolean
read_stamp (CiFormat        *format,
            const DataNode  *node,
            GError         **error)
{
  const char * const keys[] = { "form", "joins", "time", NULL };
  const char *form = data_node_get_string (node);
  gboolean joins = FALSE;
  gboolean has_time = TRUE;
  Stamp *stamp;

  if (form == NULL) {
    if (!data_node_check_keys (node, keys, error) ||
        !data_node_read_boolean (node, "joins", &joins, error) ||
        !data_node_read_boolean (node, "time", &has_time, error))
      return FALSE;
    form = data_node_get_member (node, "form", "");
  }
  stamp = stamp_new (form);
  if (stamp != NULL && stamp_has_time (stamp) != has_time)
    g_clear_pointer (&stamp, stamp_free);
  if (stamp == NULL)
    return data_node_set_error (node, error,
                                _("a stamp needs hh, mm and ss, and a whole date or none"));

  g_ptr_array_add (format->stamps, stamp);
  g_array_append_val (format->joining, joins);

  return TRUE;
}

static gboolean
read_stamps (CiFormat        *format,
             const DataNode  *list,
             GError         **error)
{
  for (guint i = 0; i < data_node_get_n_items (list); i++)
    if (!read_stamp (format, data_node_get_item (list, i), error))
      return FALSE;

  return TRUE;
}

static gboolean
read_stamps_after (CiFormat        *format,
                   const DataNode  *root,
                   GError         **error)
{
  if (!read_strings (root, "stamps-after", &format->stamps_after, error))
    return FALSE;

  for (guint i = 0; format->stamps_after[i] != NULL; i++)
    if (strlen (format->stamps_after[i]) > CI_MAX_LINE_END)
      return data_node_set_error (data_node_get (root, "stamps-after"), error,
                                  _("“%s” is too long"), "stamps-after");

  return TRUE;
}

static gboolean
read_marks (CiFormat        *format,
            const MarkKey   *key,
            const DataNode  *list,
            GError         **error)
{
  for (guint i = 0; i < data_node_get_n_items (list); i++) {
    const DataNode *item = data_node_get_item (list, i);
    LinePattern *pattern = read_pattern (format, item, key->key, data_node_get_string (item),
                                         error);
    CiMarkPattern mark = { pattern, key->mark, key->outside };

    if (pattern == NULL)
      return FALSE;
    g_ptr_array_add (format->marks, g_memdup2 (&mark, sizeof mark));
  }

  return TRUE;
}

static gboolean
read_sections (CiFormat        *format,
               const DataNode  *node,
               GError         **error)
{
  const char * const keys[] = {
    "start", "start-open", "start-outside", "end", "open", "hidden", "emoji", "escape", NULL
  };

  for (guint i = 0; i < G_N_ELEMENTS (mark_keys); i++)
    if (!read_marks (format, &mark_keys[i], data_node_get (node, mark_keys[i].key), error))
      return FALSE;
  format->escape = *data_node_get_member (node, "escape", "");

  return data_node_check_keys (node, keys, error) &&
         data_node_read_boolean (node, "hidden", &format->hides_marks, error) &&
         data_node_read_boolean (node, "emoji", &format->has_emoji, error);
}

static gboolean
read_drops (CiFormat        *format,
            const DataNode  *list,
            GError         **error)
{
  for (guint i = 0; i < data_node_get_n_items (list); i++) {
    const DataNode *item = data_node_get_item (list, i);
    LinePattern *pattern = read_pattern (format, item, "drop", data_node_get_string (item),
                                         error);

    if (pattern == NULL)
      return FALSE;
    g_ptr_array_add (format->drops, pattern);
  }

  return TRUE;
}

static gboolean
read_replacements (CiFormat        *format,
                   const DataNode  *list,
                   GError         **error)
{
  const char * const keys[] = { "from", "to", NULL };

  for (guint i = 0; i < data_node_get_n_items (list); i++) {
    const DataNode *item = data_node_get_item (list, i);
    CiReplacement *replacement;
    LinePattern *from;

    if (!data_node_check_keys (item, keys, error))
      return FALSE;
    from = read_pattern (format, item, "from", data_node_get_member (item, "from", ""), error);
    if (from == NULL)
      return FALSE;
    replacement = g_new0 (CiReplacement, 1);
    replacement->from = from;
    replacement->to = g_strdup (data_node_get_member (item, "to", ""));
    g_ptr_array_add (format->replacements, replacement);
  }

  return TRUE;
}

CiFormat *
ci_format_new (DataFile  *file,
               GError   **error)
{
  const char * const keys[] = {
    "name", "recognise", "time", "stamps", "stamps-after", "sections", "conceal", "drop",
    "replace", "facts", "file_name", NULL
  };
  const DataNode *root = data_file_get_root (file);
  g_autoptr (CiFormat) format = g_new0 (CiFormat, 1);

  format->name = g_strdup (data_file_get_name (file));
  format->stamps = g_ptr_array_new_with_free_func ((GDestroyNotify) stamp_free);
  format->joining = g_array_new (FALSE, FALSE, sizeof (gboolean));
  format->marks = g_ptr_array_new_with_free_func (ci_mark_pattern_free);
  format->drops = g_ptr_array_new_with_free_func ((GDestroyNotify) line_pattern_free);
  format->replacements = g_ptr_array_new_with_free_func (ci_replacement_free);

  if (!data_node_check_keys (root, keys, error) ||
      !read_recognise (format, data_node_get (root, "recognise"), error) ||
      !read_time (format, data_node_get (root, "time"), error) ||
      !read_stamps (format, data_node_get (root, "stamps"), error) ||
      !read_stamps_after (format, root, error) ||
      !read_sections (format, data_node_get (root, "sections"), error) ||
      !read_strings (root, "conceal", &format->concealed, error) ||
      !read_drops (format, data_node_get (root, "drop"), error) ||
      !read_replacements (format, data_node_get (root, "replace"), error))
    return NULL;

  return g_steal_pointer (&format);
}
