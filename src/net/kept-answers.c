/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cache-folder.h"

#include "kept-answers.h"

/* The address, so that no other answer is taken for it; ETag, next address, until when it is fresh, body. */
#define FORMAT "(sssxay)"

#define MAX_KEPT (8 * 1024 * 1024)

static char *
dup_key (const char *url,
         gboolean    with_token)
{
  return g_strconcat (with_token ? "token " : "", url, NULL);
}

KeptAnswer *
kept_answer_load (const char *url,
                  gboolean    with_token)
{
  g_autofree char *key = dup_key (url, with_token);
  g_autoptr (GBytes) content = cache_folder_load (&cache_folder_answers, key);
  g_autoptr (GVariant) variant = NULL;
  g_autoptr (GVariant) body = NULL;
  g_autoptr (KeptAnswer) answer = g_new0 (KeptAnswer, 1);
  g_autofree char *kept_key = NULL;

  if (content == NULL)
    return NULL;
  variant = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (FORMAT), content, FALSE));
  if (!g_variant_is_normal_form (variant))
    return NULL;
  g_variant_get (variant, "(sssx@ay)", &kept_key, &answer->etag, &answer->next_url, &answer->fresh_until, &body);
  answer->body = g_variant_get_data_as_bytes (body);

  return g_str_equal (kept_key, key) ? g_steal_pointer (&answer) : NULL;
}

void
kept_answer_store (const char       *url,
                   gboolean          with_token,
                   const KeptAnswer *answer)
{
  g_autofree char *key = dup_key (url, with_token);
  g_autoptr (GVariant) variant = NULL;
  g_autoptr (GBytes) content = NULL;

  if (g_bytes_get_size (answer->body) > MAX_KEPT)
    return;
  variant = g_variant_ref_sink (g_variant_new ("(sssx@ay)", key, answer->etag, answer->next_url, answer->fresh_until,
                                               g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING, answer->body, TRUE)));
  content = g_variant_get_data_as_bytes (variant);
  cache_folder_store (&cache_folder_answers, key, content);
}

void
kept_answer_free (KeptAnswer *answer)
{
  if (answer == NULL)
    return;

  g_free (answer->etag);
  g_free (answer->next_url);
  g_clear_pointer (&answer->body, g_bytes_unref);
  g_free (answer);
}
