/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "secret-list.h"

#define HINT_CHARACTERS 6

/* How a private key of several lines begins; nothing of the key itself. */
#define KEY_MARK "^(?:-{4,5} ?BEGIN [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)? ?-{4,5}|Private-Lines: ?[0-9]+)"

/* More lines of one secret are masked without being noted. */
#define MAX_PARTS 1000

void
secret_free (Secret *secret)
{
  g_free (secret->kind);
  g_ptr_array_unref (secret->texts);
  g_array_unref (secret->lines);
  g_free (secret);
}

static Secret *
secret_new (const char *kind,
            gboolean    is_personal)
{
  Secret *secret = g_new0 (Secret, 1);

  secret->kind = g_strdup (kind);
  secret->is_personal = is_personal;
  secret->texts = g_ptr_array_new_with_free_func (g_free);
  secret->lines = g_array_new (FALSE, FALSE, sizeof (gint64));

  return secret;
}

Secret *
secret_copy (const Secret *secret)
{
  Secret *copy = secret_new (secret->kind, secret->is_personal);

  for (guint i = 0; i < secret->texts->len; i++)
    g_ptr_array_add (copy->texts, g_strdup (g_ptr_array_index (secret->texts, i)));
  g_array_append_vals (copy->lines, secret->lines->data, secret->lines->len);
  copy->n_places = secret->n_places;
  copy->n_masked = secret->n_masked;

  return copy;
}

SecretList *
secret_list_new (void)
{
  SecretList *list = g_new0 (SecretList, 1);

  list->secrets = g_ptr_array_new_with_free_func ((GDestroyNotify) secret_free);
  list->by_text = g_hash_table_new (g_str_hash, g_str_equal);

  return list;
}

void
secret_list_free (SecretList *list)
{
  g_hash_table_unref (list->by_text);
  g_ptr_array_unref (list->secrets);
  g_free (list);
}

static void
add_line (Secret *secret,
          gint64  line)
{
  guint n = secret->lines->len;

  if (line > 0 && n < SECRET_MAX_LINES &&
      (n == 0 || g_array_index (secret->lines, gint64, n - 1) < line))
    g_array_append_val (secret->lines, line);
}

/* The secret TEXT, made where there is none and room for it. */
static Secret *
ensure_secret (SecretList *list,
               const char *kind,
               gboolean    is_personal,
               const char *text)
{
  Secret *secret = g_hash_table_lookup (list->by_text, text);

  if (secret != NULL || list->secrets->len == SECRET_LIST_MAX)
    return secret;

  secret = secret_new (kind, is_personal);
  g_ptr_array_add (secret->texts, g_strdup (text));
  g_ptr_array_add (list->secrets, secret);
  g_hash_table_insert (list->by_text, g_ptr_array_index (secret->texts, 0), secret);

  return secret;
}

Secret *
secret_list_add (SecretList *list,
                 const char *kind,
                 gboolean    is_personal,
                 const char *text,
                 gsize       length,
                 gint64      line,
                 gboolean    masked)
{
  g_autofree char *key = g_strndup (text, length);
  Secret *secret = ensure_secret (list, kind, is_personal, key);

  list->n_masked += masked;
  if (secret == NULL)
    return NULL;

  add_line (secret, line);
  secret->n_places++;
  secret->n_masked += masked;

  return secret;
}

void
secret_add_part (Secret     *secret,
                 const char *text,
                 gsize       length)
{
  g_autofree char *part = g_strndup (text, length);

  if (length > 0 && secret->texts->len < MAX_PARTS &&
      !g_ptr_array_find_with_equal_func (secret->texts, part, g_str_equal, NULL))
    g_ptr_array_add (secret->texts, g_steal_pointer (&part));
}

void
secret_list_merge (SecretList       *list,
                   const SecretList *other)
{
  list->n_masked += other->n_masked;
  for (guint i = 0; i < other->secrets->len; i++) {
    const Secret *from = g_ptr_array_index (other->secrets, i);
    Secret *secret = ensure_secret (list, from->kind, from->is_personal,
                                    g_ptr_array_index (from->texts, 0));

    if (secret == NULL)
      continue;
    for (guint j = 1; j < from->texts->len; j++)
      secret_add_part (secret, g_ptr_array_index (from->texts, j),
                       strlen (g_ptr_array_index (from->texts, j)));
    for (guint j = 0; j < from->lines->len; j++)
      add_line (secret, g_array_index (from->lines, gint64, j));
    secret->n_places += from->n_places;
    secret->n_masked += from->n_masked;
  }
}

guint
secret_list_count_shown (const SecretList *list)
{
  guint n = 0;

  for (guint i = 0; i < list->secrets->len; i++) {
    const Secret *secret = g_ptr_array_index (list->secrets, i);

    n += secret->is_personal && secret->n_masked < secret->n_places;
  }

  return n;
}

void
secret_set_masked (Secret   *secret,
                   gboolean  masked)
{
  gboolean is_masked_anyway = !secret->is_personal || secret_choices_get_masks_personal ();
  SecretChoice choice = SECRET_CHOICE_NONE;

  if (masked != is_masked_anyway)
    choice = masked ? SECRET_CHOICE_MASK : SECRET_CHOICE_KEEP;
  for (guint i = 0; i < secret->texts->len; i++)
    secret_choices_set (g_ptr_array_index (secret->texts, i), choice);
}

char *
secret_dup_hint (const Secret *secret)
{
  const char *text = g_ptr_array_index (secret->texts, 0);
  glong length = g_utf8_strlen (text, -1);
  g_autoptr (GRegex) mark = g_regex_new (KEY_MARK, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *start = NULL;

  if (secret->is_personal)
    return g_strdup (text);
  if (secret->texts->len > 1 && g_regex_match (mark, text, 0, &match))
    return g_match_info_fetch (match, 0);

  start = g_utf8_substring (text, 0, MIN (HINT_CHARACTERS, length / 3));

  return g_strdup_printf ("%s…", start);
}
