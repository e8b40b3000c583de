/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <string.h>

#include "character.h"
#include "markdown.h"
#include "tracker-issue.h"

#include "triage-text.h"

#define N_COLUMNS    7
#define COLUMN_GAP   2
#define MAX_JOBS     32        /* characters of the jobs' names in a line for people */
#define MAX_MARKDOWN 60000     /* bytes; GitHub takes 65,536 characters */

/* What each column of the table for people has; the last one is the test. */
typedef struct {
  char *cells[N_COLUMNS];
} TableLine;

/* Words for the user are translated, those for the tracker, which has no catalogue, stay English. */
#define TRACKER_DOMAIN "culprit-english"

static char *
dup_summary (const Triage *triage,
             const char   *domain)
{
  guint n_new;
  guint n = triage_count (triage, &n_new);
  g_autofree char *fail = NULL;
  g_autofree char *new = NULL;

  if (n == 0)
    return g_strdup_printf (triage->n_unnamed + triage->n_unread > 0
                            ? g_dcgettext (domain, "No test is known to fail on %s", LC_MESSAGES)
                            : g_dcgettext (domain, "Nothing fails on %s", LC_MESSAGES), triage->branch);
  fail = g_strdup_printf (g_dngettext (domain, "%u test fails on %s", "%u tests fail on %s", n), n, triage->branch);
  if (!triage->has_issues)
    return g_steal_pointer (&fail);
  new = g_strdup_printf (g_dngettext (domain, "%u is not reported", "%u are not reported", n_new), n_new);

  /* Translators: "12 tests fail on main, 3 are not reported" */
  return g_strdup_printf (g_dcgettext (domain, "%s, %s", LC_MESSAGES), fail, new);
}

static char *
dup_hidden (const Triage *triage,
            const char   *domain)
{
  if (triage->n_always == 0)
    return g_strdup ("");

  return g_strdup_printf (g_dngettext (domain, "%u always failing hidden", "%u always failing hidden", triage->n_always),
                          triage->n_always);
}

char *
triage_text_dup_summary (const Triage *triage)
{
  return dup_summary (triage, GETTEXT_PACKAGE);
}

char *
triage_text_dup_hidden (const Triage *triage)
{
  return dup_hidden (triage, GETTEXT_PACKAGE);
}

/* Jobs that failed without a test, or "". */
static char *
dup_unnamed (const Triage *triage,
             const char   *domain)
{
  if (triage->n_unnamed == 0)
    return g_strdup ("");

  return g_strdup_printf (g_dngettext (domain, "%u job failed without naming a test", "%u jobs failed without naming a test",
                                       triage->n_unnamed), triage->n_unnamed);
}

static gboolean
is_shown (const TriageRow *row,
          gboolean         with_always)
{
  return with_always || !triage_row_is_always (row);
}

static char *
dup_jobs (const TriageRow *row,
          const char      *separator)
{
  GString *jobs = g_string_new (NULL);

  for (guint i = 0; i < row->jobs->len; i++) {
    g_autofree char *name = markdown_dup_line (g_ptr_array_index (row->jobs, i));

    g_string_append_printf (jobs, "%s%s", i > 0 ? separator : "", name);
  }

  return g_string_free (jobs, FALSE);
}

static char *
dup_issues (const TriageRow *row,
            const char      *format,
            const char      *separator)
{
  GString *issues = g_string_new (NULL);

  for (guint i = 0; i < row->issues->len; i++) {
    const TrackerIssue *issue = g_ptr_array_index (row->issues, i);

    g_string_append_printf (issues, "%s%s%" G_GINT64_FORMAT, i > 0 ? separator : "", format, issue->number);
  }

  return g_string_free (issues, FALSE);
}

/* The build in which it failed last, or "". */
static const char *
get_build (const TriageRow *row)
{
  return row->last_job != NULL ? row->last_job->build : "";
}

/* A table for people. */

static char *
dup_short_jobs (const TriageRow *row)
{
  g_autofree char *jobs = dup_jobs (row, ", ");
  g_autofree char *start = NULL;

  if (g_utf8_strlen (jobs, -1) <= MAX_JOBS)
    return g_steal_pointer (&jobs);
  start = g_utf8_substring (jobs, 0, MAX_JOBS - 1);

  return g_strconcat (start, "…", NULL);
}

static void
line_free (gpointer data)
{
  TableLine *line = data;

  for (guint i = 0; i < N_COLUMNS; i++)
    g_free (line->cells[i]);
  g_free (line);
}

static TableLine *
make_heading (void)
{
  const char *names[N_COLUMNS] = { _("Reliability"), C_("column", "Failed"), _("Runs"), _("Last Failed"), _("Issue"), _("Jobs"),
                                    _("Test") };
  TableLine *line = g_new0 (TableLine, 1);

  for (guint i = 0; i < N_COLUMNS; i++)
    line->cells[i] = g_strdup (names[i]);

  return line;
}

static TableLine *
make_line (const Triage    *triage,
           const TriageRow *row)
{
  TableLine *line = g_new0 (TableLine, 1);
  const char *build = get_build (row);
  const char *missing = triage->has_issues ? _("Not reported") : "?";

  line->cells[0] = g_strdup_printf (_("%d %%"), triage_row_get_percent (row));
  line->cells[1] = g_strdup_printf ("%" G_GUINT64_FORMAT, row->n_failed);
  line->cells[2] = g_strdup_printf ("%" G_GUINT64_FORMAT, row->n_runs);
  line->cells[3] = *build != '\0' ? g_strconcat ("#", build, NULL) : g_strdup ("");
  line->cells[4] = row->issues->len > 0 ? dup_issues (row, "#", ", ") : g_strdup (missing);
  line->cells[5] = dup_short_jobs (row);
  line->cells[6] = markdown_dup_line (row->test);

  return line;
}

static void
append_line (GString     *out,
             const TableLine  *line,
             const guint *widths)
{
  for (guint i = 0; i < N_COLUMNS - 1; i++) {
    gboolean is_number = i < 3;
    guint rest = widths[i] - character_get_text_width (line->cells[i]);

    g_string_append_printf (out, "%*s%s%*s", is_number ? (int) rest : 0, "", line->cells[i],
                            (is_number ? 0 : (int) rest) + COLUMN_GAP, "");
  }
  g_string_append_printf (out, "%s\n", line->cells[N_COLUMNS - 1]);
}

static void
append_lines (GString   *out,
              GPtrArray *lines)
{
  guint widths[N_COLUMNS] = { 0 };

  for (guint i = 0; i < lines->len; i++)
    for (guint k = 0; k < N_COLUMNS; k++)
      widths[k] = MAX (widths[k], character_get_text_width (((TableLine *) g_ptr_array_index (lines, i))->cells[k]));
  for (guint i = 0; i < lines->len; i++)
    append_line (out, g_ptr_array_index (lines, i), widths);
}

/* The summary and what belongs to it, as sentences of one line. */
static char *
dup_heading (const Triage *triage,
             gboolean      with_always,
             const char   *domain)
{
  g_autofree char *summary = dup_summary (triage, domain);
  g_autofree char *hidden = with_always ? g_strdup ("") : dup_hidden (triage, domain);
  g_autofree char *unnamed = dup_unnamed (triage, domain);
  g_autoptr (GDateTime) since = g_date_time_new_from_unix_utc (triage->since);
  g_autofree char *date = since != NULL ? g_date_time_format (since, "%Y-%m-%d %H:%M UTC") : g_strdup ("");
  g_autofree char *told_since = g_strdup_printf (g_dcgettext (domain, "since %s", LC_MESSAGES), date);
  const char *parts[] = { summary, told_since, hidden, unnamed };
  GString *heading = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (*parts[i] != '\0')
      g_string_append_printf (heading, "%s%s", heading->len > 0 ? " · " : "", parts[i]);

  return g_string_free (heading, FALSE);
}

char *
triage_text_dup_table (const Triage *triage,
                       gboolean      with_always)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (line_free);
  g_autofree char *heading = dup_heading (triage, with_always, GETTEXT_PACKAGE);
  GString *out = g_string_new (heading);

  g_string_append_c (out, '\n');
  g_ptr_array_add (lines, make_heading ());
  for (guint i = 0; i < triage->rows->len; i++) {
    const TriageRow *row = g_ptr_array_index (triage->rows, i);

    if (is_shown (row, with_always))
      g_ptr_array_add (lines, make_line (triage, row));
  }
  if (lines->len > 1) {
    g_string_append_c (out, '\n');
    append_lines (out, lines);
  }

  return g_string_free (out, FALSE);
}

/* Markdown. */

/* A cell that is Markdown already: a bar in it would end it, and so would a backslash before that be taken for its own. */
static void
append_cell (GString    *out,
             const char *markdown)
{
  guint n_backslashes = 0;

  g_string_append (out, "| ");
  for (const char *at = markdown; *at != '\0'; at++) {
    if (*at == '|')
      g_string_append (out, n_backslashes % 2 == 1 ? "\\\\" : "\\");
    n_backslashes = *at == '\\' ? n_backslashes + 1 : 0;
    g_string_append_c (out, *at);
  }
  g_string_append_c (out, ' ');
}

static void
append_issues (GString         *out,
               const Triage    *triage,
               const TriageRow *row)
{
  g_autofree char *issues = dup_issues (row, "#", ", ");

  append_cell (out, *issues != '\0' ? issues : triage->has_issues ? "Not reported" : "?");
}

static void
append_build (GString         *out,
              const TriageRow *row)
{
  g_autoptr (GString) link = g_string_new (NULL);
  const char *build = get_build (row);

  if (*build != '\0')
    markdown_append_link (link, build, row->last_job->url);
  append_cell (out, link->str);
}

static void
append_row (GString         *out,
            const Triage    *triage,
            const TriageRow *row)
{
  g_autoptr (GString) test = g_string_new (NULL);
  g_autoptr (GString) jobs = g_string_new (NULL);
  g_autofree char *numbers = g_strdup_printf ("| %" G_GUINT64_FORMAT " | %" G_GUINT64_FORMAT " | %d %% ", row->n_runs,
                                              row->n_failed, triage_row_get_percent (row));

  markdown_append_code (test, row->test);
  for (guint i = 0; i < row->jobs->len; i++) {
    g_string_append (jobs, i > 0 ? ", " : "");
    markdown_append_name (jobs, g_ptr_array_index (row->jobs, i));
  }
  append_cell (out, test->str);
  append_cell (out, jobs->str);
  g_string_append (out, numbers);
  append_build (out, row);
  append_issues (out, triage, row);
  g_string_append (out, "|\n");
}

char *
triage_text_dup_markdown (const Triage *triage,
                          gboolean      with_always)
{
  g_autofree char *heading = dup_heading (triage, with_always, TRACKER_DOMAIN);
  GString *out = g_string_new (heading);
  guint n_shown = 0;
  guint n_cut = 0;

  g_string_append_c (out, '\n');
  for (guint i = 0; i < triage->rows->len; i++) {
    const TriageRow *row = g_ptr_array_index (triage->rows, i);
    gsize before = out->len;

    if (!is_shown (row, with_always))
      continue;
    if (n_shown++ == 0)
      g_string_append (out, "\n| Test | Jobs | Runs | Failed | Reliability | Last Failed | Issue |\n"
                            "| --- | --- | ---: | ---: | ---: | --- | --- |\n");
    append_row (out, triage, row);
    if (out->len > MAX_MARKDOWN) {
      g_string_truncate (out, before);
      n_cut++;
    }
  }
  if (n_cut > 0)
    g_string_append_printf (out, "\nand %u more\n", n_cut);

  return g_string_free (out, FALSE);
}

/* CSV. */

static void
append_field (GString    *out,
              const char *text,
              gboolean    is_last)
{
  g_autofree char *line = markdown_dup_line (text);

  g_string_append_c (out, '"');
  if (*line != '\0' && strchr ("=+-@", *line) != NULL)
    g_string_append_c (out, '\'');
  for (const char *at = line; *at != '\0'; at++) {
    if (*at == '"')
      g_string_append_c (out, '"');
    g_string_append_c (out, *at);
  }
  g_string_append (out, is_last ? "\"\r\n" : "\",");
}

static void
append_record (GString         *out,
               const Triage    *triage,
               const TriageRow *row)
{
  char reliability[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *jobs = dup_jobs (row, "; ");
  g_autofree char *issues = dup_issues (row, "", "; ");

  append_field (out, row->test, FALSE);
  append_field (out, jobs, FALSE);
  g_ascii_formatd (reliability, sizeof reliability, "%.4g", row->reliability);
  g_string_append_printf (out, "%" G_GUINT64_FORMAT ",%" G_GUINT64_FORMAT ",%s,", row->n_runs, row->n_failed, reliability);
  append_field (out, get_build (row), FALSE);
  append_field (out, row->last_job != NULL ? row->last_job->url : "", FALSE);
  append_field (out, triage->has_issues ? issues : "unknown", TRUE);
}

char *
triage_text_dup_csv (const Triage *triage,
                     gboolean      with_always)
{
  GString *out = g_string_new ("test,jobs,runs,failed,reliability,last_failed_build,last_failed_url,issues\r\n");

  for (guint i = 0; i < triage->rows->len; i++) {
    const TriageRow *row = g_ptr_array_index (triage->rows, i);

    if (is_shown (row, with_always))
      append_record (out, triage, row);
  }

  return g_string_free (out, FALSE);
}
