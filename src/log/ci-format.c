/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "character.h"

#include "ci-format-private.h"

/* A section's name is cut after so many bytes. */
#define MAX_NAME 512

/* Milliseconds have fewer digits for some ten thousand years. */
#define MAX_DIGITS 15
#define MAX_TIME   (G_MAXINT64 / 2)

struct CiFormats {
  GPtrArray *list;              /* of CiFormat */
  guint8     line_starts[256];  /* whether a line that tells a CI starts with the byte */
};

static void
add_format (CiFormats *formats,
            CiFormat  *format)
{
  g_ptr_array_add (formats->list, format);
  for (guint i = 0; format->lines[i] != NULL; i++)
    formats->line_starts[(guint8) *format->lines[i]] = TRUE;
}

CiFormats *
ci_formats_load (GPtrArray *warnings)
{
  g_autoptr (GPtrArray) files = data_files_load_folder ("ci", warnings);
  CiFormats *formats = g_new0 (CiFormats, 1);

  formats->list = g_ptr_array_new_with_free_func ((GDestroyNotify) ci_format_free);
  for (guint i = 0; i < files->len; i++) {
    g_autoptr (GError) error = NULL;
    CiFormat *format = ci_format_new (g_ptr_array_index (files, i), &error);

    if (format != NULL)
      add_format (formats, format);
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
  if (length == 0 || !formats->line_starts[(guint8) *text])
    return NULL;

  for (guint i = 0; i < formats->list->len; i++) {
    const CiFormat *format = ci_formats_get (formats, i);

    if (find_prefix ((const char * const *) format->lines, text, length) != NULL)
      return format;
  }

  return NULL;
}

const CiFormat *
ci_formats_find_by_concealed (const CiFormats *formats,
                              const char      *text,
                              gsize            length)
{
  for (guint i = 0; i < formats->list->len; i++)
    if (ci_format_conceals (ci_formats_get (formats, i), text, length))
      return ci_formats_get (formats, i);

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
  for (; (guint) (*command - '0') < 10 && n_digits < MAX_DIGITS; n_digits++)
    number = number * 10 + (*command++ - '0');
  *ret_number = number;

  return n_digits > 0 && *command == '\0';
}

gboolean
ci_format_has_line (const CiFormat *format,
                    const char     *text,
                    gsize           length)
{
  return find_prefix ((const char * const *) format->lines, text, length) != NULL;
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

const Stamp *
ci_format_get_stamp (const CiFormat *format,
                     guint           index)
{
  return g_ptr_array_index (format->stamps, index);
}

gboolean
ci_format_stamp_joins (const CiFormat *format,
                       guint           index)
{
  return g_array_index (format->joining, gboolean, index);
}

gboolean
ci_format_stamps_tell (const CiFormat *format)
{
  return format->stamps_tell;
}

gboolean
ci_format_is_ci (const CiFormat *format)
{
  return *format->lines != NULL || *format->commands != NULL;
}

gboolean
ci_format_has_late_stamps (const CiFormat *format)
{
  return *format->stamps_after != NULL;
}

gboolean
ci_format_starts_stamps (const CiFormat *format,
                         const char     *text,
                         gsize           length)
{
  if (length > 0 && text[length - 1] == '\r')
    length--;
  for (guint i = 0; format->stamps_after[i] != NULL; i++) {
    gsize suffix = strlen (format->stamps_after[i]);

    if (length >= suffix && memcmp (text + length - suffix, format->stamps_after[i], suffix) == 0)
      return TRUE;
  }

  return FALSE;
}

gboolean
ci_format_knows_start (const CiFormat *format,
                       const char     *text,
                       gsize           length)
{
  return length > 0 && format->known_starts[(guint8) *text];
}

gboolean
ci_format_hides_marks (const CiFormat *format)
{
  return format->hides_marks;
}

gboolean
ci_format_read_mark (const CiFormat *format,
                     const char     *text,
                     gsize           length,
                     CiMark         *ret_mark)
{
  for (guint i = 0; i < format->marks->len; i++) {
    const CiMarkPattern *mark = g_ptr_array_index (format->marks, i);

    if (!line_pattern_match (mark->pattern, format->escape, text, length, &ret_mark->fields))
      continue;
    ret_mark->mark = mark->mark;
    ret_mark->outside = mark->outside;
    return TRUE;
  }

  return FALSE;
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

/* The character that TEXT gives by its number, “0x263a”; what is not visible has no place in a
 * line. 0 where it gives none. */
static gunichar
read_number (const char *text)
{
  gunichar character = 0;

  if (!g_str_has_prefix (text, "0x"))
    return 0;
  for (guint i = 2; i < 6; i++) {
    if (!g_ascii_isxdigit (text[i]))
      return 0;
    character = character * 16 + (guint) g_ascii_xdigit_value (text[i]);
  }

  return g_unichar_isprint (character) && !character_is_hidden (character) ? character : 0xfffd;
}

/* TEXT without the escapes that TeamCity knows: a line end (n, r, and Unicode's x, l, p), a
 * character's number, and any other character for itself. */
static char *
unescape (const CiFormat *format,
          char           *text)
{
  GString *plain = g_string_new (NULL);

  for (const char *next = text; *next != '\0'; next++) {
    gunichar character;

    if (format->escape == '\0' || *next != format->escape || next[1] == '\0') {
      g_string_append_c (plain, *next);
      continue;
    }
    next++;
    character = read_number (next);
    if (character != 0) {
      g_string_append_unichar (plain, character);
      next += 5;
    } else {
      g_string_append_c (plain, strchr ("nrxlp", *next) != NULL ? ' ' : *next);
    }
  }
  g_free (text);

  return g_string_free (plain, FALSE);
}

/* The start of TEXT that a name may have, without half a character at its end. */
static char *
cut_name (const char *text,
          gsize       length)
{
  gsize cut = MIN (length, MAX_NAME);

  return g_strndup (text, cut < length ? character_find_cut (text, cut) : cut);
}

char *
ci_format_make_name (const CiFormat *format,
                     const char     *text,
                     gsize           length)
{
  g_autofree char *raw = unescape (format, cut_name (text, length));
  GString *name = g_string_new (NULL);
  const char *next = raw;

  /* No emoji, and one blank where there were several. */
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

gboolean
ci_format_drops (const CiFormat *format,
                 const char     *text,
                 gsize           length)
{
  LineFields fields;

  for (guint i = 0; i < format->drops->len; i++)
    if (line_pattern_match (g_ptr_array_index (format->drops, i), format->escape, text, length,
                            &fields))
      return TRUE;

  return FALSE;
}

/* Sets NEW_START to TO, with the name that FIELDS have in its place. */
static void
write_replacement (const CiFormat   *format,
                   const char       *to,
                   const LineFields *fields,
                   GString          *new_start)
{
  const char *place = fields->name != NULL ? strstr (to, "{name}") : NULL;
  g_autofree char *name = NULL;

  if (place == NULL) {
    g_string_assign (new_start, to);
    return;
  }

  name = unescape (format, g_strndup (fields->name, fields->name_length));
  g_string_truncate (new_start, 0);
  g_string_append_len (new_start, to, place - to);
  g_string_append (new_start, name);
  g_string_append (new_start, place + strlen ("{name}"));
}

gboolean
ci_format_replace (const CiFormat *format,
                   const char     *text,
                   gsize           length,
                   GString        *new_start,
                   gsize          *ret_length)
{
  for (guint i = 0; i < format->replacements->len; i++) {
    const CiReplacement *replacement = g_ptr_array_index (format->replacements, i);
    LineFields fields;

    if (!line_pattern_match (replacement->from, format->escape, text, length, &fields))
      continue;
    write_replacement (format, replacement->to, &fields, new_start);
    *ret_length = fields.length;
    return TRUE;
  }

  return FALSE;
}

gboolean
ci_format_conceals (const CiFormat *format,
                    const char     *text,
                    gsize           length)
{
  return find_prefix ((const char * const *) format->concealed, text, length) != NULL;
}
