/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <inttypes.h>
#include <string.h>

#include "words.h"

#define ZERO_WIDTH_SPACE "\u200B"

#define MAX_SHOWN_CHARACTERS 1000

static const char *const failure_icons[] = {
  [FAILURE_FAILED]  = "culprit-failed-symbolic",
  [FAILURE_ERROR]   = "culprit-error-symbolic",
  [FAILURE_CRASH]   = "culprit-crash-symbolic",
  [FAILURE_TIMEOUT] = "culprit-timeout-symbolic",
  [FAILURE_COMPILE] = "culprit-compile-symbolic",
  [FAILURE_LINT]    = "culprit-lint-symbolic",
  [FAILURE_INFRA]   = "culprit-infra-symbolic",
  [FAILURE_EXIT]    = "culprit-exit-symbolic",
};

static const char *const failure_kinds[] = {
  [FAILURE_FAILED]  = N_("Failed"),
  [FAILURE_ERROR]   = N_("Error"),
  [FAILURE_CRASH]   = N_("Crashed"),
  [FAILURE_TIMEOUT] = N_("Timed out"),
  [FAILURE_COMPILE] = N_("Does not compile"),
  [FAILURE_LINT]    = N_("Lint"),
  [FAILURE_INFRA]   = N_("Infrastructure"),
  [FAILURE_EXIT]    = N_("Exited with an error"),
};

char *
culprit_dup_clock (gint64 seconds)
{
  if (seconds < 3600)
    /* Translators: a duration in minutes and seconds */
    return g_strdup_printf (_("%d:%02d"), (int) (seconds / 60), (int) (seconds % 60));

  /* Translators: a duration in hours, minutes and seconds */
  return g_strdup_printf (_("%" PRId64 ":%02d:%02d"),
                          seconds / 3600, (int) (seconds / 60 % 60), (int) (seconds % 60));
}

char *
culprit_dup_duration (double seconds)
{
  gint64 whole;

  if (!(seconds >= 0.1))
    return g_strdup ("");
  if (seconds < 9.95)
    /* Translators: a duration in seconds */
    return g_strdup_printf (_("%.1f s"), seconds);

  whole = (gint64) (MIN (seconds, 1e15) + 0.5);
  if (whole < 60)
    /* Translators: a duration in seconds */
    return g_strdup_printf (_("%d s"), (int) whole);

  return culprit_dup_clock (whole);
}

static void
append_unit (GString    *words,
             const char *unit,
             int         count)
{
  if (count == 0)
    return;
  if (words->len > 0)
    g_string_append_c (words, ' ');
  g_string_append_printf (words, "%d %s", count, unit);
}

char *
culprit_dup_duration_words (double seconds)
{
  GString *words = g_string_new ("");
  int whole, hours, minutes;

  if (!(seconds >= 0.1))
    return g_string_free (words, FALSE);

  whole = (int) (MIN (seconds, 1e9) + 0.5);
  if (whole == 0) {
    g_string_append (words, _("less than a second"));
    return g_string_free (words, FALSE);
  }

  hours = whole / 3600;
  minutes = whole / 60 % 60;
  append_unit (words, ngettext ("hour", "hours", hours), hours);
  append_unit (words, ngettext ("minute", "minutes", minutes), minutes);
  append_unit (words, ngettext ("second", "seconds", whole % 60), whole % 60);

  return g_string_free (words, FALSE);
}

static gboolean
is_same_day (GDateTime *a,
             GDateTime *b)
{
  return g_date_time_get_year (a) == g_date_time_get_year (b)
         && g_date_time_get_day_of_year (a) == g_date_time_get_day_of_year (b);
}

char *
culprit_dup_day (gint64 time,
                 gint64 now)
{
  g_autoptr (GDateTime) today = g_date_time_new_from_unix_local (now);
  g_autoptr (GDateTime) day = g_date_time_new_from_unix_local (time);
  g_autoptr (GDateTime) yesterday = today != NULL ? g_date_time_add_days (today, -1) : NULL;

  if (day == NULL || yesterday == NULL)
    return g_strdup ("");
  if (is_same_day (day, today))
    return g_date_time_format (day, "%H:%M");
  if (is_same_day (day, yesterday))
    return g_strdup (_("Yesterday"));

  /* Translators: a day, as strftime writes it: "4 May 2026". */
  return g_date_time_format (day, _("%-d %B %Y"));
}

char *
culprit_dup_count (gint64 count)
{
  return g_strdup_printf ("%'" G_GINT64_FORMAT, count);
}

char *
culprit_dup_gap (gint64 n_lines)
{
  g_autofree char *count = culprit_dup_count (n_lines);

  /* Translators: %s is a number of lines that are not shown in this place of the log. */
  return g_strdup_printf (ngettext ("⋯ %s line", "⋯ %s lines", (gulong) n_lines), count);
}

char *
culprit_dup_secrets (guint n_masked,
                     guint n_personal)
{
  g_autofree char *masked_count = culprit_dup_count (n_masked);
  g_autofree char *personal_count = culprit_dup_count (n_personal);
  g_autofree char *masked = g_strdup_printf (ngettext ("%s secret masked", "%s secrets masked", n_masked),
                                             masked_count);
  /* Translators: home folders, addresses and the like, which are not masked */
  g_autofree char *personal = g_strdup_printf (ngettext ("%s personal detail", "%s personal details",
                                                         n_personal), personal_count);

  if (n_personal == 0)
    return g_steal_pointer (&masked);
  if (n_masked == 0)
    return g_steal_pointer (&personal);

  /* Translators: how many secrets are masked, how many personal details are not */
  return g_strdup_printf (_("%s, %s"), masked, personal);
}

char *
culprit_dup_failure_kind (const Failure *failure)
{
  if (failure->kind == FAILURE_EXIT && failure->exit_status >= 0)
    return g_strdup_printf (_("Exited with status %d"), failure->exit_status);

  return g_strdup (_(failure_kinds[failure->kind]));
}

const char *
culprit_get_failure_icon (const Failure *failure)
{
  return failure_icons[failure->kind];
}

char *
culprit_dup_failure_cause (const FailureCause *cause)
{
  if (cause->exception[0] == '\0' || cause->message[0] == '\0')
    return g_strconcat (cause->exception, cause->message, NULL);

  return g_strconcat (cause->exception, ": ", cause->message, NULL);
}

const char *
culprit_skip_name (const char *message,
                   const char *name)
{
  const char *rest = g_str_has_prefix (message, name) ? strstr (message + strlen (name), ": ") : NULL;

  return rest != NULL ? rest + strlen (": ") : message;
}

char *
culprit_dup_breakable (const char *name)
{
  GString *text = g_string_new (NULL);

  for (const char *c = name; *c != '\0'; c++) {
    if (*c == '[' && c > name)
      g_string_append (text, ZERO_WIDTH_SPACE);
    g_string_append_c (text, *c);
    if (strchr ("_./:,", *c) != NULL && c[1] != '\0' && c[1] != *c)
      g_string_append (text, ZERO_WIDTH_SPACE);
  }

  return g_string_free (text, FALSE);
}

char *
culprit_dup_failure_words (const Failure *failure,
                           const char    *reported,
                           guint          position,
                           guint          n)
{
  g_autofree char *kind = culprit_dup_failure_kind (failure);
  g_autofree char *name = failure_dup_short_name (failure);
  g_autofree char *file = failure_dup_file (failure);
  GString *words = g_string_new ("");

  /* Translators: the kind of failure, and the test that failed */
  g_string_append_printf (words, _("%s: %s"), kind, name);
  if (failure->message[0] != '\0' && g_strcmp0 (failure->message, name) != 0)
    g_string_append_printf (words, ", %s", failure->message);
  if (failure->cause != NULL) {
    g_autofree char *cause = culprit_dup_failure_cause (failure->cause);
    g_autofree char *line = culprit_dup_count (failure->cause->line);

    /* Translators: what a failure follows from, and the line that says so */
    g_string_append_printf (words, _(", cause: %s, line %s"), cause, line);
  }
  if (file[0] != '\0')
    g_string_append_printf (words, ", %s", file);
  if (failure->flaky)
    g_string_append (words, _(", flaky"));
  if (reported != NULL)
    g_string_append_printf (words, ", %s", reported);
  /* Translators: which of the failures this is */
  g_string_append_printf (words, _(", %u of %u"), position, n);

  return g_string_free (words, FALSE);
}

char *
culprit_dup_claim (const Findings *findings)
{
  int found = (int) findings->counted;
  const char *runner;

  if (findings->claimed < 0 && findings->unnamed > 0)
    return g_strdup_printf (ngettext ("The summaries count %u more than is listed",
                                      "The summaries count %u more than are listed",
                                      findings->unnamed),
                            findings->unnamed);
  if (findings->claimed < 0 || findings->runners->len == 0)
    return NULL;

  if (findings->runners->len > 1) {
    if (findings->claimed == found)
      return g_strdup_printf (_("The summaries count %d, too"), found);
    return g_strdup_printf (ngettext ("The summaries count %d, %d was found",
                                      "The summaries count %d, %d were found", found),
                            findings->claimed, found);
  }

  runner = g_ptr_array_index (findings->runners, 0);
  if (findings->claimed == found)
    /* Translators: the name of a test runner, and how many failures its own summary counts */
    return g_strdup_printf (_("%s’s summary counts %d, too"), runner, found);

  return g_strdup_printf (ngettext ("%s’s summary counts %d, %d was found",
                                    "%s’s summary counts %d, %d were found", found),
                          runner, findings->claimed, found);
}

char *
culprit_dup_shown_text (const char *text)
{
  /* A character has at most six bytes in what is not valid yet. */
  g_autofree char *head = g_strndup (text, 6 * (MAX_SHOWN_CHARACTERS + 1));
  g_autofree char *shown = g_utf8_make_valid (head, -1);

  g_strdelimit (shown, "\n\r\t", ' ');
  if (g_utf8_strlen (shown, -1) > MAX_SHOWN_CHARACTERS) {
    *g_utf8_offset_to_pointer (shown, MAX_SHOWN_CHARACTERS) = '\0';
    return g_strconcat (shown, "…", NULL);
  }

  return g_steal_pointer (&shown);
}

char *
culprit_dup_without_mnemonic (const char *text)
{
  GString *shown = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++) {
    if (*p == '_' && p[1] != '\0')
      p++;
    g_string_append_c (shown, *p);
  }

  return g_string_free (shown, FALSE);
}

char *
culprit_dup_for_menu (const char *text)
{
  GString *escaped = g_string_new (text);

  g_string_replace (escaped, "_", "__", 0);

  return g_string_free (escaped, FALSE);
}
