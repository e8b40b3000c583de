/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "data-file.h"

#include "secret-formats.h"

static const char * const file_keys[] = { "name", "secrets", NULL };
static const char * const format_keys[] = {
  "kind", "keywords", "pattern", "unless", "begin", "body", "end", "rest", NULL
};

static void
secret_format_free (gpointer data)
{
  SecretFormat *format = data;

  g_free (format->kind);
  g_clear_pointer (&format->keywords, g_ptr_array_unref);
  g_clear_pointer (&format->pattern, pcre2_code_free);
  g_clear_pointer (&format->begin, pcre2_code_free);
  g_clear_pointer (&format->body, pcre2_code_free);
  g_clear_pointer (&format->end, pcre2_code_free);
  g_clear_pointer (&format->rest, pcre2_code_free);
  g_clear_pointer (&format->unless, pcre2_code_free);
  g_free (format);
}

/* The pattern under KEY; TRUE with NULL where there is none. */
static gboolean
compile_member (const DataNode  *node,
                const char      *key,
                pcre2_code     **ret_code,
                GError         **error)
{
  const char *pattern = data_node_get_member (node, key, NULL);
  PCRE2_UCHAR message[256];
  PCRE2_SIZE offset;
  int number;

  if (pattern == NULL)
    return TRUE;

  *ret_code = pcre2_compile ((PCRE2_SPTR) pattern, PCRE2_ZERO_TERMINATED, 0, &number, &offset, NULL);
  if (*ret_code == NULL) {
    pcre2_get_error_message (number, message, sizeof message);
    return data_node_set_error (data_node_get (node, key), error, _("“%s”, character %d: %s"),
                                key, (int) offset + 1, (const char *) message);
  }
  pcre2_jit_compile (*ret_code, PCRE2_JIT_COMPLETE);

  return TRUE;
}

static SecretFormat *
secret_format_new (const DataNode  *node,
                   GError         **error)
{
  SecretFormat *format = g_new0 (SecretFormat, 1);
  const DataNode *keywords = data_node_get (node, "keywords");
  gboolean good;

  format->kind = g_strdup (data_node_get_member (node, "kind", ""));
  format->keywords = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < data_node_get_n_items (keywords); i++) {
    const char *keyword = data_node_get_string (data_node_get_item (keywords, i));

    if (keyword != NULL && keyword[0] != '\0')
      g_ptr_array_add (format->keywords, g_strdup (keyword));
  }

  good = data_node_check_keys (node, format_keys, error) &&
         compile_member (node, "pattern", &format->pattern, error) &&
         compile_member (node, "begin", &format->begin, error) &&
         compile_member (node, "body", &format->body, error) &&
         compile_member (node, "end", &format->end, error) &&
         compile_member (node, "rest", &format->rest, error) &&
         compile_member (node, "unless", &format->unless, error);
  if (good && (format->kind[0] == '\0' || format->keywords->len == 0))
    good = data_node_set_error (node, error, _("a secret needs a “kind” and “keywords”"));
  if (good && (format->pattern == NULL) == (format->begin == NULL))
    good = data_node_set_error (node, error, _("a secret needs either “pattern” or “begin”"));
  if (good && format->begin && (format->body == NULL || format->end == NULL))
    good = data_node_set_error (node, error, _("a secret with “begin” needs “body” and “end”"));

  if (!good)
    g_clear_pointer (&format, secret_format_free);

  return format;
}

static void
add_file (SecretFormats *formats,
          DataFile      *file)
{
  const DataNode *root = data_file_get_root (file);
  const DataNode *secrets = data_node_get (root, "secrets");
  GError *error = NULL;

  if (!data_node_check_keys (root, file_keys, &error)) {
    g_ptr_array_add (formats->warnings, g_strdup (error->message));
    g_clear_error (&error);
  }

  for (guint i = 0; i < data_node_get_n_items (secrets); i++) {
    SecretFormat *format = secret_format_new (data_node_get_item (secrets, i), &error);

    if (format != NULL)
      g_ptr_array_add (formats->formats, format);
    else
      g_ptr_array_add (formats->warnings, g_strdup (error->message));
    g_clear_error (&error);
  }
}

static pcre2_code *
compile_keywords (GPtrArray *formats)
{
  g_autoptr (GString) pattern = g_string_new ("(?!)");
  int number;
  PCRE2_SIZE offset;
  pcre2_code *code;

  for (guint i = 0; i < formats->len; i++) {
    const SecretFormat *format = g_ptr_array_index (formats, i);

    for (guint j = 0; j < format->keywords->len; j++) {
      g_autofree char *keyword = g_regex_escape_string (g_ptr_array_index (format->keywords, j), -1);

      g_string_append_printf (pattern, "|%s", keyword);
    }
  }

  code = pcre2_compile ((PCRE2_SPTR) pattern->str, pattern->len, 0, &number, &offset, NULL);
  pcre2_jit_compile (code, PCRE2_JIT_COMPLETE);

  return code;
}

static gpointer
load_formats (gpointer data)
{
  SecretFormats *formats = g_new0 (SecretFormats, 1);
  g_autoptr (GPtrArray) files = NULL;

  formats->formats = g_ptr_array_new_with_free_func (secret_format_free);
  formats->warnings = g_ptr_array_new_with_free_func (g_free);
  files = data_files_load_folder ("secrets", formats->warnings);
  for (guint i = 0; i < files->len; i++)
    add_file (formats, g_ptr_array_index (files, i));
  formats->any_keyword = compile_keywords (formats->formats);

  return formats;
}

const SecretFormats *
secret_formats_get (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, load_formats, NULL);
}

gboolean
secret_format_has_keyword (const SecretFormat *format,
                           const char         *text,
                           gsize               length)
{
  for (guint i = 0; i < format->keywords->len; i++) {
    const char *keyword = g_ptr_array_index (format->keywords, i);

    if (memmem (text, length, keyword, strlen (keyword)) != NULL)
      return TRUE;
  }

  return FALSE;
}
