/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "ci-log.h"

static void
ci_log_free (gpointer data)
{
  CiLog *log = data;

  g_free (log->name);
  g_free (log->ci);
  g_free (log->found_ci);
  g_hash_table_unref (log->facts);
  g_string_free (log->bytes, TRUE);
  if (log->lines != NULL)
    g_string_free (log->lines, TRUE);
  g_free (log);
}

static CiLog *
ci_log_new (const char *ci,
            const char *name)
{
  CiLog *log = g_new0 (CiLog, 1);

  log->name = g_strdup (name);
  log->ci = g_strdup (ci);
  log->found_ci = g_strdup (ci);
  log->facts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  log->bytes = g_string_new (NULL);

  return log;
}

/* What stands for one character behind a backslash, at P, and goes past it. */
static const char *
append_escaped (GString    *text,
                const char *p)
{
  static const char letters[] = "\\eart";
  static const char bytes[] = "\\\033\a\r\t";
  const char *letter = *p != '\0' ? strchr (letters, *p) : NULL;

  if (g_str_has_prefix (p, "uFEFF")) {
    g_string_append (text, "\ufeff");
    return p + strlen ("uFEFF");
  }
  if (letter == NULL)
    g_error ("a backslash is written as two: “\\%s”", p);
  g_string_append_c (text, bytes[letter - letters]);

  return p + 1;
}

static void
append_line (GString    *text,
             const char *line)
{
  while (*line != '\0') {
    if (*line == '\\')
      line = append_escaped (text, line + 1);
    else
      g_string_append_c (text, *line++);
  }
  g_string_append_c (text, '\n');
}

/* HEADER is "NAME | VALUE". */
static void
take_header (CiLog      *log,
             const char *header)
{
  g_auto (GStrv) parts = g_strsplit (header, "|", 2);

  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  g_strstrip (parts[0]);
  g_strstrip (parts[1]);
  if (g_str_equal (parts[0], "ci")) {
    g_free (log->found_ci);
    log->found_ci = g_strdup (parts[1]);
  } else {
    g_hash_table_insert (log->facts, g_strdup (parts[0]), g_strdup (parts[1]));
  }
}

/* What parts a log from the next one is none of its lines. */
static void
finish (CiLog *log)
{
  GString *lines = log->lines;

  g_assert_true (lines != NULL || g_hash_table_size (log->facts) > 0);
  while (lines != NULL && (g_str_has_suffix (lines->str, "\n\n") || g_str_equal (lines->str, "\n")))
    g_string_truncate (lines, lines->len - 1);
}

GPtrArray *
ci_logs_read (const char *path)
{
  GPtrArray *logs = g_ptr_array_new_with_free_func (ci_log_free);
  g_autofree char *base_name = g_path_get_basename (path);
  g_autofree char *ci = g_strndup (base_name, strcspn (base_name, "."));
  g_autofree char *content = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  CiLog *log = NULL;
  GString *text = NULL;

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (content, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++) {
    if (g_str_has_prefix (lines[i], "#### ")) {
      log = ci_log_new (ci, lines[i] + strlen ("#### "));
      text = log->bytes;
      g_ptr_array_add (logs, log);
    } else if (log != NULL && g_str_equal (lines[i], "## clean")) {
      text = log->lines = g_string_new (NULL);
    } else if (log != NULL && g_str_has_prefix (lines[i], "## ")) {
      take_header (log, lines[i] + strlen ("## "));
    } else if (log != NULL) {
      append_line (text, lines[i]);
    }
  }
  for (guint i = 0; i < logs->len; i++)
    finish (g_ptr_array_index (logs, i));

  return logs;
}
