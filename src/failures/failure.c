/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "failure.h"

static const char * const kind_names[] = {
  [FAILURE_FAILED] = "failed",
  [FAILURE_ERROR] = "error",
  [FAILURE_CRASH] = "crash",
  [FAILURE_TIMEOUT] = "timeout",
  [FAILURE_COMPILE] = "compile",
  [FAILURE_LINT] = "lint",
  [FAILURE_INFRA] = "infra",
  [FAILURE_EXIT] = "exit",
};

const char *
failure_kind_to_string (FailureKind kind)
{
  return kind_names[kind];
}

gboolean
failure_kind_from_string (const char  *string,
                          FailureKind *ret_kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kind_names); i++)
    if (g_strcmp0 (string, kind_names[i]) == 0) {
      *ret_kind = i;
      return TRUE;
    }

  return FALSE;
}

FailureCause *
failure_cause_copy (const FailureCause *cause)
{
  FailureCause *copy = g_new (FailureCause, 1);

  *copy = *cause;
  copy->exception = g_strdup (cause->exception);
  copy->message = g_strdup (cause->message);
  copy->process = g_strdup (cause->process);

  return copy;
}

static void
cause_free (FailureCause *cause)
{
  if (cause == NULL)
    return;

  g_free (cause->exception);
  g_free (cause->message);
  g_free (cause->process);
  g_free (cause);
}

Failure *
failure_new (void)
{
  Failure *failure = g_new0 (Failure, 1);

  failure->test = g_strdup ("");
  failure->suite = g_strdup ("");
  failure->place = g_strdup ("");
  failure->runner = g_strdup ("");
  failure->exception = g_strdup ("");
  failure->message = g_strdup ("");
  failure->exit_status = -1;

  return failure;
}

Failure *
failure_copy (const Failure *failure)
{
  Failure *copy = g_new (Failure, 1);

  *copy = *failure;
  copy->test = g_strdup (failure->test);
  copy->suite = g_strdup (failure->suite);
  copy->place = g_strdup (failure->place);
  copy->runner = g_strdup (failure->runner);
  copy->exception = g_strdup (failure->exception);
  copy->message = g_strdup (failure->message);
  copy->cause = failure->cause != NULL ? failure_cause_copy (failure->cause) : NULL;

  return copy;
}

void
failure_free (Failure *failure)
{
  if (failure == NULL)
    return;

  g_free (failure->test);
  g_free (failure->suite);
  g_free (failure->place);
  g_free (failure->runner);
  g_free (failure->exception);
  g_free (failure->message);
  cause_free (failure->cause);
  g_free (failure);
}

const char *
failure_get_own_name (const Failure *failure)
{
  gsize length = strlen (failure->place);

  if (length > 0 && g_str_has_prefix (failure->test, failure->place) &&
      g_str_has_prefix (failure->test + length, PLACE_END))
    return failure->test + length + strlen (PLACE_END);

  return failure->test;
}

/* Where the parameters of a test start: "[", or the end. */
static gsize
name_length (const char *test)
{
  return strcspn (test, "[");
}

/* What separates the file from the rest of the name, or NULL. */
static const char *
find_separator (const char *test)
{
  return g_strstr_len (test, name_length (test), "::");
}

char *
failure_dup_full_name (const Failure *failure)
{
  if (*failure->suite == '\0')
    return g_strdup (failure->test);

  return g_strdup_printf ("%s (%s)", failure->test, failure->suite);
}

char *
failure_dup_short_name (const Failure *failure)
{
  const char *name = failure->test;
  const char *next;

  if (*name == '\0')
    return g_strdup (failure->message);

  while ((next = find_separator (name)) != NULL && next[2] != '\0')
    name = next + 2;

  return g_strdup (name);
}

char *
failure_dup_file (const Failure *failure)
{
  const char *separator = find_separator (failure->test);
  gsize length = name_length (failure->test);

  if (*failure->suite != '\0')
    return g_strdup (failure->suite);
  if (separator != NULL)
    return g_strndup (failure->test, separator - failure->test);
  if (failure->test[length] == '\0' && strchr (failure->test, '/') != NULL)
    return g_strdup (failure->test);

  return g_strdup ("");
}
