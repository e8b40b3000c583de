/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "data-file.h"

#include "ci-format.h"

#define MAX_NAME 512

/* Milliseconds have fewer digits for some ten thousand years. */
#define MAX_DIGITS 15
#define MAX_TIME   (G_MAXINT64 / 2)

struct CiFormat {
  char       *name;
  GStrv       commands;
  GStrv       lines;
  char       *time_command;     /* or NULL */
  char       *time_step;        /* or NULL */
  gboolean    stamps_tell;      /* the stamps alone tell the CI */
  GPtrArray  *stamps;           /* of Stamp */
  GArray     *joining;          /* of gboolean: one a stamp */
  GStrv       marks[LINE_MARK_SECTION_OPEN + 1];
  gboolean    has_emoji;
  GStrv       drop;
  GPtrArray  *replacements;     /* of char *: what is replaced and what by, in turn */
};

struct CiFormats {
  GPtrArray *list;              /* of CiFormat */
};

static const char * const mark_keys[LINE_MARK_SECTION_OPEN + 1] = {
  [LINE_MARK_SECTION_START] = "start",
  [LINE_MARK_SECTION_START_OPEN] = "start-open",
  [LINE_MARK_SECTION_END] = "end",
  [LINE_MARK_SECTION_OPEN] = "open",
};

static void
ci_format_free (gpointer data)
{
  CiFormat *format = data;

  g_free (format->name);
  g_strfreev (format->commands);
  g_strfreev (format->lines);
  g_free (format->time_command);
  g_free (format->time_step);
  g_ptr_array_unref (format->stamps);
  g_array_unref (format->joining);
  for (guint i = 0; i < G_N_ELEMENTS (format->marks); i++)
    g_strfreev (format->marks[i]);
  g_strfreev (format->drop);
  g_ptr_array_unref (format->replacements);
  g_free (format);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CiFormat, ci_format_free)

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

static gboolean
read_recognise (CiFormat        *format,
                const DataNode  *node,
                GError         **error)
{
  const char * const keys[] = { "commands", "lines", "stamps", NULL };

  format->stamps_tell = data_node_get_boolean (node, "stamps", TRUE);

  return data_node_check_keys (node, keys, error) &&
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
  const char * const keys[] = { "form", "joins", NULL };
  const char *form = data_node_get_string (node);
  gboolean joins = data_node_get_boolean (node, "joins", FALSE);
  Stamp *stamp;

  if (form == NULL) {
    if (!data_node_check_keys (node, keys, error))
      return FALSE;
    form = data_node_get_member (node, "form", "");
  }
  stamp = stamp_new (form);
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
read_sections (CiFormat        *format,
               const DataNode  *node,
               GError         **error)
{
  const char * const keys[] = { "start", "start-open", "end", "open", "emoji", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (mark_keys); i++)
    if (mark_keys[i] != NULL && !read_strings (node, mark_keys[i], &format->marks[i], error))
      return FALSE;
  format->has_emoji = data_node_get_boolean (node, "emoji", FALSE);

  return data_node_check_keys (node, keys, error);
}

static gboolean
read_replacements (CiFormat        *format,
                   const DataNode  *list,
                   GError         **error)
{
  const char * const keys[] = { "from", "to", NULL };

  for (guint i = 0; i < data_node_get_n_items (list); i++) {
    const DataNode *item = data_node_get_item (list, i);
    const char *from = data_node_get_member (item, "from", "");

    if (!data_node_check_keys (item, keys, error))
      return FALSE;
    if (*from == '\0')
      return data_node_set_error (item, error, _("“%s” needs words"), "from");
    g_ptr_array_add (format->replacements, g_strdup (from));
    g_ptr_array_add (format->replacements, g_strdup (data_node_get_member (item, "to", "")));
  }

  return TRUE;
}

static CiFormat *
ci_format_new (DataFile  *file,
               GError   **error)
{
  const char * const keys[] = {
    "name", "recognise", "time", "stamps", "sections", "drop", "replace", "facts", "file_name",
    NULL
  };
  const DataNode *root = data_file_get_root (file);
  g_autoptr (CiFormat) format = g_new0 (CiFormat, 1);

  format->name = g_strdup (data_file_get_name (file));
  format->stamps = g_ptr_array_new_with_free_func ((GDestroyNotify) stamp_free);
  format->joining = g_array_new (FALSE, FALSE, sizeof (gboolean));
  format->replacements = g_ptr_array_new_with_free_func (g_free);

  if (!data_node_check_keys (root, keys, error) ||
      !read_recognise (format, data_node_get (root, "recognise"), error) ||
      !read_time (format, data_node_get (root, "time"), error) ||
      !read_stamps (format, data_node_get (root, "stamps"), error) ||
      !read_sections (format, data_node_get (root, "sections"), error) ||
      !read_strings (root, "drop", &format->drop, error) ||
      !read_replacements (format, data_node_get (root, "replace"), error))
    return NULL;

  return g_steal_pointer (&format);
}

CiFormats *
ci_formats_load (GPtrArray *warnings)
{
  g_autoptr (GPtrArray) files = data_files_load_folder ("ci", warnings);
  CiFormats *formats = g_new0 (CiFormats, 1);

  formats->list = g_ptr_array_new_with_free_func (ci_format_free);
  for (guint i = 0; i < files->len; i++) {
    g_autoptr (GError) error = NULL;
    CiFormat *format = ci_format_new (g_ptr_array_index (files, i), &error);

    if (format != NULL)
      g_ptr_array_add (formats->list, format);
    else if (warnings != NULL)
      g_ptr_array_add (warnings, g_strdup (error->message));
  }

  return formats;
}

void
ci_formats_free (CiFormats *formats)
{
  if (formats == NULL)
    return;

  g_ptr_array_unref (formats->list);
  g_free (formats);
}

guint
ci_formats_get_n (const CiFormats *formats)
{
  return formats->list->len;
}

const CiFormat *
ci_formats_get (const CiFormats *formats,
                guint            index)
{
  return g_ptr_array_index (formats->list, index);
}

static gboolean
starts_with (const char *text,
             gsize       length,
             const char *prefix)
{
  gsize prefix_length;

  /* Most lines differ in the first byte. */
  if (length == 0 || *text != *prefix)
    return FALSE;
  prefix_length = strlen (prefix);

  return length >= prefix_length && memcmp (text, prefix, prefix_length) == 0;
}

/* The one of PREFIXES that TEXT starts with, or NULL. */
static const char *
find_prefix (const char * const *prefixes,
             const char         *text,
             gsize               length)
{
  for (guint i = 0; prefixes != NULL && prefixes[i] != NULL; i++)
    if (starts_with (text, length, prefixes[i]))
      return prefixes[i];

  return NULL;
}

const CiFormat *
ci_formats_find_by_command (const CiFormats *formats,
                            const char      *command)
{
  for (guint i = 0; i < formats->list->len; i++) {
    const CiFormat *format = ci_formats_get (formats, i);

    if (find_prefix ((const char * const *) format->commands, command, strlen (command)) != NULL)
      return format;
  }

  return NULL;
}

const CiFormat *
ci_formats_find_by_line (const CiFormats *formats,
                         const char      *text,
                         gsize            length)
{
  for (guint i = 0; i < formats->list->len; i++) {
    const CiFormat *format = ci_formats_get (formats, i);

    if (find_prefix ((const char * const *) format->lines, text, length) != NULL)
      return format;
  }

  return NULL;
}

const char *
ci_format_get_name (const CiFormat *format)
{
  return format->name;
}

/* Reads the number that follows PREFIX in COMMAND, if it starts so and nothing follows. */
static gboolean
read_number_after (const char *command,
                   const char *prefix,
                   gint64     *ret_number)
{
  gint64 number = 0;
  guint n_digits = 0;

  if (prefix == NULL)
    return FALSE;
  for (; *prefix != '\0'; prefix++)
    if (*command++ != *prefix)
      return FALSE;
  for (; g_ascii_isdigit (*command) && n_digits < MAX_DIGITS; n_digits++)
    number = number * 10 + (*command++ - '0');
  *ret_number = number;

  return n_digits > 0 && *command == '\0';
}

gboolean
ci_format_read_time (const CiFormat *format,
                     const char     *command,
                     gint64         *time)
{
  gint64 number;

  if (read_number_after (command, format->time_command, &number)) {
    *time = number;
    return TRUE;
  }
  if (*time == LINE_NO_TIME || !read_number_after (command, format->time_step, &number))
    return FALSE;

  *time = MIN (*time + number, MAX_TIME);

  return TRUE;
}

guint
ci_format_get_n_stamps (const CiFormat *format)
{
  return format->stamps->len;
}

gsize
ci_format_match_stamp (const CiFormat *format,
                       guint           index,
                       StampMemory    *memory,
                       const char     *text,
                       gsize           length,
                       gint64         *ret_time)
{
  return stamp_match (g_ptr_array_index (format->stamps, index), memory, text, length, ret_time);
}

gboolean
ci_format_stamp_joins (const CiFormat *format,
                       guint           index)
{
  return g_array_index (format->joining, gboolean, index);
}

gboolean
ci_format_stamp_has_date (const CiFormat *format,
                          guint           index)
{
  return stamp_has_date (g_ptr_array_index (format->stamps, index));
}

gboolean
ci_format_stamps_tell (const CiFormat *format)
{
  return format->stamps_tell;
}

/* Bytes of the emoji (“:pipeline:”) that TEXT starts with, or 0. */
static gsize
get_emoji_length (const char *text)
{
  gsize length = 1;

  if (*text != ':')
    return 0;
  while (g_ascii_isalnum (text[length]) || (text[length] != '\0' && strchr ("_+-", text[length])))
    length++;

  return length > 1 && text[length] == ':' ? length + 1 : 0;
}

/* A section's name: no emoji, and one blank where there were several. */
static char *
make_name (const CiFormat *format,
           const char     *text,
           gsize           length)
{
  gsize cut = MIN (length, MAX_NAME);
  g_autofree char *raw = NULL;
  GString *name = g_string_new (NULL);
  const char *next;

  while (cut < length && cut > 0 && ((guint8) text[cut] & 0xc0) == 0x80)
    cut--;
  next = raw = g_strndup (text, cut);

  while (*next != '\0') {
    gsize emoji = format->has_emoji ? get_emoji_length (next) : 0;
    gboolean blank = emoji > 0 || g_ascii_isspace (*next);

    if (!blank)
      g_string_append_c (name, *next);
    else if (name->len > 0 && name->str[name->len - 1] != ' ')
      g_string_append_c (name, ' ');
    next += MAX (emoji, 1);
  }
  g_strchomp (name->str);
  if (*name->str == '\0')
    g_string_assign (name, g_strstrip (raw));

  return g_string_free (name, FALSE);
}

LineMark
ci_format_read_mark (const CiFormat  *format,
                     const char      *text,
                     gsize            length,
                     char           **ret_name)
{
  *ret_name = NULL;
  for (guint mark = LINE_MARK_SECTION_START; mark < G_N_ELEMENTS (format->marks); mark++) {
    const char *prefix = find_prefix ((const char * const *) format->marks[mark], text, length);

    if (prefix == NULL)
      continue;
    if (mark == LINE_MARK_SECTION_START || mark == LINE_MARK_SECTION_START_OPEN)
      *ret_name = make_name (format, text + strlen (prefix), length - strlen (prefix));
    return mark;
  }

  return LINE_MARK_NONE;
}

gboolean
ci_format_drops (const CiFormat *format,
                 const char     *text,
                 gsize           length)
{
  return find_prefix ((const char * const *) format->drop, text, length) != NULL;
}

const char *
ci_format_find_replacement (const CiFormat *format,
                            const char     *text,
                            gsize           length,
                            gsize          *ret_length)
{
  for (guint i = 0; i < format->replacements->len; i += 2) {
    const char *from = g_ptr_array_index (format->replacements, i);

    if (starts_with (text, length, from)) {
      *ret_length = strlen (from);
      return g_ptr_array_index (format->replacements, i + 1);
    }
  }

  return NULL;
}
