/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "title.h"
#include "title-check.h"

#define MATCH_LIMIT 100000

G_DEFINE_AUTOPTR_CLEANUP_FUNC (pcre2_code, pcre2_code_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (pcre2_match_data, pcre2_match_data_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (pcre2_match_context, pcre2_match_context_free)

/* A name a line. */
struct TitleNames {
  GString             *text;
  pcre2_match_data    *data;
  pcre2_match_context *context;
};

static pcre2_code *
compile (const char *pattern,
         guint32     options)
{
  int error_number;
  PCRE2_SIZE error_offset;
  pcre2_code *code = pcre2_compile ((PCRE2_SPTR) pattern, strlen (pattern),
                                    PCRE2_UTF | PCRE2_MATCH_INVALID_UTF | options,
                                    &error_number, &error_offset, NULL);

  if (code != NULL)
    pcre2_jit_compile (code, PCRE2_JIT_COMPLETE);

  return code;
}

static guint
count_matches (const pcre2_code *code,
               GPtrArray        *names)
{
  g_autoptr (pcre2_match_data) data = pcre2_match_data_create (1, NULL);
  g_autoptr (pcre2_match_context) context = pcre2_match_context_create (NULL);
  guint n = 0;

  pcre2_set_match_limit (context, MATCH_LIMIT);
  for (guint i = 0; i < names->len; i++) {
    const char *name = g_ptr_array_index (names, i);

    if (pcre2_match (code, (PCRE2_SPTR) name, strlen (name), 0, 0, data, context) >= 0)
      n++;
  }

  return n;
}

gboolean
title_check_pattern (const char *pattern,
                     GPtrArray  *failed,
                     GPtrArray  *passed,
                     guint      *ret_failed_matched,
                     guint      *ret_passed_matched)
{
  g_autoptr (pcre2_code) code = compile (pattern, 0);

  if (code == NULL)
    return FALSE;

  *ret_failed_matched = count_matches (code, failed);
  *ret_passed_matched = count_matches (code, passed);

  return TRUE;
}

TitleNames *
title_names_new (GPtrArray *names)
{
  TitleNames *all = g_new0 (TitleNames, 1);

  all->text = g_string_new (NULL);
  for (guint i = 0; i < names->len; i++)
    g_string_append_printf (all->text, i > 0 ? "\n%s" : "%s",
                            (const char *) g_ptr_array_index (names, i));
  all->data = pcre2_match_data_create (1, NULL);
  all->context = pcre2_match_context_create (NULL);
  pcre2_set_match_limit (all->context, MATCH_LIMIT);

  return all;
}

void
title_names_free (TitleNames *names)
{
  g_string_free (names->text, TRUE);
  pcre2_match_data_free (names->data);
  pcre2_match_context_free (names->context);
  g_free (names);
}

gboolean
title_names_may_match (TitleNames *names,
                       const char *pattern)
{
  g_autoptr (pcre2_code) code = NULL;

  if (names->text->len == 0)
    return FALSE;
  code = compile (pattern, PCRE2_MULTILINE);

  return code == NULL ||
         pcre2_match (code, (PCRE2_SPTR) names->text->str, names->text->len, 0, 0, names->data,
                      names->context) != PCRE2_ERROR_NOMATCH;
}
