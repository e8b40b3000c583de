/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "utc-time.h"

#include "json-writer.h"

static void
add_string (JsonBuilder *builder,
            const char  *value)
{
  g_autofree char *valid = g_utf8_make_valid (value != NULL ? value : "", -1);

  json_builder_add_string_value (builder, valid);
}

void
json_writer_add_string (JsonBuilder *builder,
                        const char  *name,
                        const char  *value)
{
  json_builder_set_member_name (builder, name);
  add_string (builder, value);
}

void
json_writer_add_strings (JsonBuilder *builder,
                         const char  *name,
                         GPtrArray   *values)
{
  json_writer_begin_list (builder, name);
  for (guint i = 0; i < values->len; i++)
    add_string (builder, g_ptr_array_index (values, i));
  json_builder_end_array (builder);
}

void
json_writer_add_time (JsonBuilder *builder,
                      const char  *name,
                      gint64       seconds)
{
  g_autofree char *text = seconds > 0 ? utc_time_dup_text (seconds) : NULL;

  json_writer_add_string (builder, name, text);
}

void
json_writer_add_integer (JsonBuilder *builder,
                         const char  *name,
                         gint64       value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

void
json_writer_add_number (JsonBuilder *builder,
                        const char  *name,
                        double       value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_double_value (builder, value);
}

void
json_writer_add_boolean (JsonBuilder *builder,
                         const char  *name,
                         gboolean     value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}

void
json_writer_begin_list (JsonBuilder *builder,
                        const char  *name)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
}

void
json_writer_begin_object (JsonBuilder *builder,
                          const char  *name)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
}

char *
json_writer_dup_text (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);

  return json_to_string (root, TRUE);
}
