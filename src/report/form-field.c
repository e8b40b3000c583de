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
  field->made_secrets = secret_list_new ();
  field->edited_secrets = secret_list_new ();
  if (profile_field->kind == PROFILE_FIELD_CHECKS)
    field->checks = g_new0 (gboolean, g_strv_length (profile_field->checks));

  return field;
}

void
form_field_free (FormField *field)
{
  g_free (field->made);
  g_free (field->typed);
  g_free (field->edited);
  g_free (field->checks);
  secret_list_free (field->made_secrets);
  secret_list_free (field->edited_secrets);
  g_free (field);
}

FormField *
form_field_copy (const FormField *field)
{
  FormField *copy = form_field_new (field->field);

  copy->typed = g_strdup (field->typed);
  for (guint i = 0; field->checks != NULL && field->field->checks[i] != NULL; i++)
    copy->checks[i] = field->checks[i];

  return copy;
}

char *
form_field_dup_for_others (const char *text,
                           SecretList *secrets)
{
  g_autoptr (Masker) masker = masker_new ();
  g_autofree char *visible = markdown_dup_visible (text);

  masker_set_list (masker, secrets);

  return masker_dup_text (masker, visible);
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

static void
mask_typed (FormField *field)
{
  g_free (field->edited);
  secret_list_free (field->edited_secrets);
  field->edited_secrets = secret_list_new ();
  field->edited = field->typed ? form_field_dup_for_others (field->typed, field->edited_secrets)
                               : NULL;
}

void
form_field_make (FormField  *field,
                 const char *text,
                 SecretList *secrets)
{
  g_free (field->made);
  field->made = field->checks ? dup_checks (field) : markdown_dup_visible (text);
  secret_list_free (field->made_secrets);
  field->made_secrets = secrets;
  mask_typed (field);
}

void
form_field_edit (FormField  *field,
                 const char *text)
{
  g_free (field->typed);
  field->typed = g_strdup (text);
  mask_typed (field);
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

const SecretList *
form_field_get_secrets (const FormField *field)
{
  return field->edited ? field->edited_secrets : field->made_secrets;
}

void
form_field_append (const FormField *field,
                   GString         *out)
{
  const char *value = form_field_get_value (field);

  g_string_append_printf (out, "### %s\n\n%s\n", field->field->label,
                          value[0] != '\0' ? value : NO_RESPONSE);
}
