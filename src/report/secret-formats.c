/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "secret-formats.h"

static const char * const file_keys[] = { "name", "wraps", "secrets", NULL };
static const char * const format_keys[] = {
  "kind", "keywords", "pattern", "unless", "above", "begin", "body", "end", "rest",
  "personal", NULL
};

/* A keyword and the format that asks for it. */
typedef struct {
  const char *keyword;
  gsize       length;
  guint       format;
} KeywordUse;

static void
secret_format_free (gpointer data)
{
  SecretFormat *format = data;

  g_free (format->kind);
  g_clear_pointer (&format->keywords, g_ptr_array_unref);
  g_clear_pointer (&format->pattern, pcre2_code_free);
  g_clear_pointer (&format->above, pcre2_code_free);
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

  good = compile_member (node, "pattern", &format->pattern, error) &&
         compile_member (node, "above", &format->above, error) &&
         compile_member (node, "begin", &format->begin, error) &&
         compile_member (node, "body", &format->body, error) &&
         compile_member (node, "end", &format->end, error) &&
         compile_member (node, "rest", &format->rest, error) &&
         compile_member (node, "unless", &format->unless, error);
  if (good && (format->kind[0] == '\0' || format->keywords->len == 0))
    good = data_node_set_error (node, error, _("a secret needs a “kind” and “keywords”"));
  if (good && (format->pattern == NULL) == (format->begin == NULL))
    good = data_node_set_error (node, error, _("a secret needs either “pattern” or “begin”"));
  if (good && format->above && format->pattern == NULL)
    good = data_node_set_error (node, error, _("a secret with “above” needs a “pattern”"));
  if (good && format->begin && (format->body == NULL || format->end == NULL))
    good = data_node_set_error (node, error, _("a secret with “begin” needs “body” and “end”"));

  if (!good)
    g_clear_pointer (&format, secret_format_free);

  return format;
}

static void
take_warning (SecretFormats *formats,
              GError       **error)
{
  g_ptr_array_add (formats->warnings, g_strdup ((*error)->message));
  g_clear_error (error);
}

/* A word that is wrong leaves no secret unmasked that another one would have masked. */
static void
add_file (SecretFormats *formats,
          DataFile      *file)
{
  const DataNode *root = data_file_get_root (file);
  const DataNode *secrets = data_node_get (root, "secrets");
  gboolean wraps = FALSE;
  GError *error = NULL;

  if (!data_node_check_keys (root, file_keys, &error))
    take_warning (formats, &error);
  if (!data_node_read_boolean (root, "wraps", &wraps, &error)) {
    take_warning (formats, &error);
    wraps = TRUE;
  }

  for (guint i = 0; i < data_node_get_n_items (secrets); i++) {
    const DataNode *secret = data_node_get_item (secrets, i);
    gboolean knows_keys = data_node_check_keys (secret, format_keys, &error);
    SecretFormat *format;

    if (!knows_keys)
      take_warning (formats, &error);
    format = secret_format_new (secret, &error);
    if (format == NULL) {
      /* What it lacks is most likely the word that is not known. */
      if (knows_keys)
        take_warning (formats, &error);
      g_clear_error (&error);
      continue;
    }
    if (!data_node_read_boolean (secret, "personal", &format->is_personal, &error))
      take_warning (formats, &error);
    format->wraps = wraps && format->pattern != NULL && format->above == NULL;
    g_ptr_array_add (formats->formats, format);
  }
}

void
secret_formats_check_file (DataFile  *file,
                           GPtrArray *problems)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (secret_format_free);
  SecretFormats formats = { .formats = found, .warnings = problems };

  add_file (&formats, file);
}

/* The bit of PAIRS for two bytes. */
static guint
pair_bit (const char *bytes)
{
  return (guchar) bytes[0] | (guchar) bytes[1] << 8;
}

/* A keyword of one byte may stand before any. */
static void
add_pairs (SecretFormats *formats,
           const char    *keyword)
{
  guint first = (guchar) keyword[0];
  guint bit = pair_bit (keyword);

  if (keyword[1] != '\0')
    formats->pairs[bit / 8] |= 1 << bit % 8;
  else
    for (guint second = 0; second < 256; second++)
      formats->pairs[(first | second << 8) / 8] |= 1 << first % 8;
}

static void
add_keyword (SecretFormats *formats,
             const char    *keyword,
             guint          format)
{
  GPtrArray **uses = &formats->keywords[(guchar) keyword[0]];
  KeywordUse *use = g_new0 (KeywordUse, 1);

  use->keyword = keyword;
  use->length = strlen (keyword);
  use->format = format;
  if (*uses == NULL)
    *uses = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (*uses, use);
  add_pairs (formats, keyword);
}

static void
index_keywords (SecretFormats *formats)
{
  for (guint i = 0; i < formats->formats->len; i++) {
    const SecretFormat *format = g_ptr_array_index (formats->formats, i);

    for (guint j = 0; j < format->keywords->len; j++)
      add_keyword (formats, g_ptr_array_index (format->keywords, j), i);
  }
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
  index_keywords (formats);

  return formats;
}

const SecretFormats *
secret_formats_get (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, load_formats, NULL);
}

static gboolean
scan_place (const SecretFormats *formats,
            const char          *text,
            gsize                length,
            guint8              *present)
{
  const GPtrArray *uses = formats->keywords[(guchar) text[0]];
  gboolean found = FALSE;

  for (guint i = 0; i < uses->len; i++) {
    const KeywordUse *use = g_ptr_array_index (uses, i);

    gboolean may_be = use->length == 1 || use->keyword[1] == text[1];

    if (may_be && use->length <= length && memcmp (text, use->keyword, use->length) == 0) {
      present[use->format] = TRUE;
      found = TRUE;
    }
  }

  return found;
}

gboolean
secret_formats_scan (const SecretFormats *formats,
                     const char          *text,
                     gsize                length,
                     guint8              *present)
{
  gboolean found = FALSE;

  memset (present, 0, formats->formats->len);
  for (gsize i = 0; i + 1 < length; i++) {
    guint bit = pair_bit (text + i);

    if (formats->pairs[bit / 8] & 1 << bit % 8)
      found |= scan_place (formats, text + i, length - i, present);
  }

  return found;
}
