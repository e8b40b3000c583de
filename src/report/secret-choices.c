/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "secret-choices.h"

static GMutex mutex;
static GHashTable *current;     /* utf8 to SecretChoice; never changed, but replaced */
static guint serial;
static gboolean masks_personal_too;

static GHashTable *
copy_choices (GHashTable *choices)
{
  GHashTable *copy = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer text;
  gpointer choice;

  if (choices == NULL)
    return copy;

  g_hash_table_iter_init (&iter, choices);
  while (g_hash_table_iter_next (&iter, &text, &choice))
    g_hash_table_insert (copy, g_strdup (text), choice);

  return copy;
}

void
secret_choices_set (const char   *text,
                    SecretChoice  choice)
{
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  GHashTable *changed = copy_choices (current);

  if (choice == SECRET_CHOICE_NONE)
    g_hash_table_remove (changed, text);
  else
    g_hash_table_insert (changed, g_strdup (text), GUINT_TO_POINTER (choice));
  g_clear_pointer (&current, g_hash_table_unref);
  if (g_hash_table_size (changed) > 0)
    current = g_steal_pointer (&changed);
  g_clear_pointer (&changed, g_hash_table_unref);
  serial++;
}

GHashTable *
secret_choices_ref (void)
{
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  return current != NULL ? g_hash_table_ref (current) : NULL;
}

SecretChoice
secret_choices_look_up (GHashTable *choices,
                        const char *text,
                        gsize       length)
{
  g_autofree char *key = choices != NULL ? g_strndup (text, length) : NULL;

  return key != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (choices, key)) : SECRET_CHOICE_NONE;
}

void
secret_choices_set_masks_personal (gboolean masks_personal)
{
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  serial += masks_personal != masks_personal_too;
  masks_personal_too = masks_personal;
}

gboolean
secret_choices_get_masks_personal (void)
{
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  return masks_personal_too;
}

guint
secret_choices_get_serial (void)
{
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  return serial;
}
