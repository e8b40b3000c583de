/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "markdown.h"
#include "masker.h"

#include "form-field.h"

/* What GitHub writes for a field that was left empty. */
#define NO_RESPONSE "_No response_"

FormField *
form_field_new (const ProfileField *profile_field)
{
  FormField *field = g_new0 (FormField, 1);

  field->field = profile_field;
  if (profile_field->kind == PROFILE_FIELD_CHECKS)
    field->checks = g_new0 (gboolean, g_strv_length (profile_field->checks));

  return field;
}

void
form_field_free (FormField *field)
{
  g_free (field->made);
  g_free (field->edited);
  g_free (field->checks);
  g_free (field);
}

char *
form_field_dup_for_others (const char *text,
                           guint      *ret_masked)
{
  g_autoptr (Masker) masker = masker_new ();
  g_autofree char *visible = markdown_dup_visible (text);
  char *masked = masker_dup_text (masker, visible);

  *ret_masked = masker_get_n_masked (masker);

  return masked;
}

static char *
dup_checks (const FormField *field)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; field->field->checks[i] != NULL; i++)
    g_string_append_printf (out, "%s- [%c] %s", i > 0 ? "\n" : "", field->checks[i] ? 'x' : ' ',
                            field->field->checks[i]);

  return g_string_free (g_steal_pointer (&out), FALSE);
}

void
form_field_make (FormField  *field,
                 const char *text,
                 guint       n_masked)
{
  g_free (field->made);
  field->made = field->checks ? dup_checks (field) : markdown_dup_visible (text);
  field->n_made_masked = n_masked;
}

void
form_field_edit (FormField  *field,
                 const char *text)
{
  g_clear_pointer (&field->edited, g_free);
  field->n_edited_masked = 0;
  if (text != NULL)
    field->edited = form_field_dup_for_others (text, &field->n_edited_masked);
}

gboolean
form_field_is_edited (const FormField *field)
{
  for (guint i = 0; field->checks != NULL && field->field->checks[i] != NULL; i++)
    if (field->checks[i])
      return TRUE;

  return field->edited != NULL;
}

const char *
form_field_get_value (const FormField *field)
{
  return field->edited ? field->edited : field->made;
}

guint
form_field_get_n_masked (const FormField *field)
{
  return field->edited ? field->n_edited_masked : field->n_made_masked;
}

void
form_field_append (const FormField *field,
                   GString         *out)
{
  const char *value = form_field_get_value (field);

  g_string_append_printf (out, "### %s\n\n%s\n", field->field->label,
                          value[0] != '\0' ? value : NO_RESPONSE);
}
