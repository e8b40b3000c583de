/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "profile.h"
#include "secret-list.h"

/* A field of the form: what was made for it, and what the user made of it. */
typedef struct {
  const ProfileField *field;
  char               *made;         /* NULL before it is made */
  char               *typed;        /* what the user wrote, or NULL */
  char               *edited;       /* the same as it may go out, or NULL */
  gboolean           *checks;       /* one for each check box; NULL for text */
  SecretList         *made_secrets;
  SecretList         *edited_secrets;
} FormField;

/* FIELD is borrowed and must outlive it. */
FormField  *form_field_new            (const ProfileField *field);
void        form_field_free           (FormField *field);

/* With what the user wrote and ticked, but not what was made. */
FormField  *form_field_copy           (const FormField *field);

/* Takes what was made, and over SECRETS, what was found in it; for check boxes makes their text. What
 * the user wrote is masked anew. */
void        form_field_make           (FormField  *field,
                                       const char *text,
                                       SecretList *secrets);

/* Takes the user's text; NULL gives back what was made. */
void        form_field_edit           (FormField  *field,
                                       const char *text);
gboolean    form_field_is_edited      (const FormField *field);

const char *form_field_get_value      (const FormField *field);

/* What was found in the value. */
const SecretList *form_field_get_secrets (const FormField *field);

/* Heading and value as GitHub puts a form's field into an issue. */
void        form_field_append         (const FormField *field,
                                       GString         *out);

/* TEXT as it may go out: all of it visible, its secrets masked. What is found is added to SECRETS,
 * which may be NULL. */
char       *form_field_dup_for_others (const char *text,
                                       SecretList *secrets);
