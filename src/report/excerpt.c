/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "compact.h"
#include "excerpt-plan.h"
#include "masker.h"

#include "excerpt.h"

#define MAX_BYTES         (16 * 1024 * 1024)
#define MAX_LINE          (64 * 1024)
#define MAX_LINE_COMPACT  1000

/* Where there is room for less, there is none for a piece of a line. */
#define MIN_BYTES 40

/* How often more lines are tried where folded ones have left room. */
#define MAX_FILLS 24

/* What is read to be compacted may be so much more than what there is room for. */
#define COMPACT_READ      8

typedef struct {
  LogStore   *store;
  gboolean    compact;
  gsize       max_bytes;
  GString    *text;
  SecretList *secrets;
} Excerpt;

static void
append_gap (Excerpt *excerpt,
            gint64   n)
{
  if (n > 0)
    g_string_append_printf (excerpt->text, n == 1 ? "… %" G_GINT64_FORMAT " line …\n"
                                                  : "… %" G_GINT64_FORMAT " lines …\n", n);
}

/* Appends line NUMBER masked, and where it is too long, cut. */
static void
read_line (Excerpt    *excerpt,
           Masker     *masker,
           StoredLine *stored,
           gint64      number,
           GString    *text)
{
  gsize limit = excerpt->compact ? MAX_LINE_COMPACT : MAX_LINE;
  const char *line;
  gsize length;
  gsize end;

  if (!log_store_read_line (excerpt->store, number, limit + MASKER_CONTEXT, stored, &length)) {
    masker_push (masker, "", 0, text);
    return;
  }
  line = stored->text->str;
  if (length <= limit) {
    masker_push (masker, line, length, text);
    return;
  }

  while (((guchar) line[limit] & 0xc0) == 0x80)
    limit--;
  end = masker_push_part (masker, line, stored->text->len, 0, limit, text);
  if (length > end)
    g_string_append_printf (text, " … %" G_GSIZE_FORMAT " more bytes", length - end);
  g_string_append_c (text, '\n');
  masker_set_line (masker, number + 1);
}

/* Takes the lines of TEXT apart, without the first N_BEFORE. */
static void
add_lines (GPtrArray     *lines,
           const GString *text,
           gint64         n_before)
{
  const char *line = text->str;
  const char *end;

  for (; (end = strchr (line, '\n')) != NULL; line = end + 1)
    if (--n_before < 0)
      g_ptr_array_add (lines, g_strndup (line, end - line));
}

/* Reads the lines of RANGE. FALSE where they are far too many. */
static gboolean
read_range (Excerpt   *excerpt,
            LineRange  range,
            GPtrArray *lines)
{
  gsize room = excerpt->compact ? COMPACT_READ * excerpt->max_bytes : excerpt->max_bytes;
  gint64 start = MAX (range.first - MASKER_LINES_BEFORE, 1);
  g_autoptr (Masker) masker = masker_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_auto (StoredLine) stored;

  stored_line_init (&stored);
  masker_set_line (masker, start);
  for (gint64 i = start; i < range.first; i++)
    read_line (excerpt, masker, &stored, i, text);

  room += text->len;
  masker_set_list (masker, excerpt->secrets);
  for (gint64 i = range.first; i <= range.last && text->len <= room; i++)
    read_line (excerpt, masker, &stored, i, text);
  masker_finish (masker, text);
  if (text->len > room)
    return FALSE;
  add_lines (lines, text, range.first - start);

  return TRUE;
}

static gboolean
append_range (Excerpt   *excerpt,
              LineRange  range)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  if (!read_range (excerpt, range, lines))
    return FALSE;
  if (excerpt->compact)
    compact_lines (lines);
  else
    compact_fold_repeats (lines);
  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (excerpt->text, "%s\n", (const char *) g_ptr_array_index (lines, i));

  return excerpt->text->len <= excerpt->max_bytes;
}

/* The text of RANGES, or NULL where it has more than MAX_BYTES. */
static char *
dup_ranges (LogStore    *store,
            GArray      *ranges,
            gboolean     compact,
            gsize        max_bytes,
            SecretList **ret_secrets)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (SecretList) secrets = secret_list_new ();
  Excerpt excerpt = { store, compact, max_bytes, text, secrets };
  gint64 last = 0;

  for (guint i = 0; i < ranges->len; i++) {
    LineRange range = g_array_index (ranges, LineRange, i);

    append_gap (&excerpt, range.first - last - 1);
    if (!append_range (&excerpt, range))
      return NULL;
    last = range.last;
  }
  if (last > 0)
    append_gap (&excerpt, log_store_get_n_lines (store) - last);

  if (text->len > max_bytes)
    return NULL;

  *ret_secrets = g_steal_pointer (&secrets);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
dup_with_lines (JobLog              *log,
                const Findings      *findings,
                guint                max_lines,
                gboolean             widen,
                const ExcerptLimits *limits,
                SecretList         **ret_secrets,
                gint64              *ret_left_out)
{
  LogStore *store = job_log_get_store (log);
  g_autoptr (GArray) ranges = excerpt_plan_new (store, findings, max_lines, ret_left_out);
  gsize max_bytes = limits->max_bytes > 0 ? limits->max_bytes : MAX_BYTES;

  if (widen && *ret_left_out == 0) {
    GArray *wide = excerpt_plan_widen (store, findings, ranges, max_lines);

    g_array_unref (ranges);
    ranges = wide;
  }

  return dup_ranges (store, ranges, limits->compact, max_bytes, ret_secrets);
}

/* As many lines as there is room for, where TOO_MANY are too many. */
static char *
dup_fitting (JobLog              *log,
             const Findings      *findings,
             guint                too_many,
             const ExcerptLimits *limits,
             SecretList         **ret_secrets,
             gint64              *ret_left_out)
{
  char *best = g_strdup ("");
  guint fits = 0;

  *ret_left_out = too_many;
  while (fits + 1 < too_many) {
    guint n = fits + (too_many - fits) / 2;
    g_autoptr (SecretList) secrets = NULL;
    gint64 left_out;
    char *text = dup_with_lines (log, findings, n, FALSE, limits, &secrets, &left_out);

    if (text == NULL) {
      too_many = n;
      continue;
    }
    g_free (best);
    best = text;
    fits = n;
    g_clear_pointer (ret_secrets, secret_list_free);
    *ret_secrets = g_steal_pointer (&secrets);
    *ret_left_out = left_out;
  }

  return best;
}

static guint
count_text_lines (const char *text)
{
  guint n = 0;

  for (const char *end = text; (end = strchr (end, '\n')) != NULL; end++)
    n++;

  return n;
}

/* TEXT, which is taken over, or a longer one where folded lines have left room for more. */
static char *
dup_filled (JobLog              *log,
            const Findings      *findings,
            char                *text,
            const ExcerptLimits *limits,
            SecretList         **ret_secrets,
            gint64              *ret_left_out)
{
  guint used = count_text_lines (text);
  guint planned = limits->max_lines;
  guint step = planned - MIN (used, planned);

  for (guint i = 0; i < MAX_FILLS && step > 0 && (*ret_left_out > 0 || limits->widen); i++) {
    g_autoptr (SecretList) secrets = NULL;
    gint64 left_out;
    char *more = dup_with_lines (log, findings, planned + step, limits->widen, limits, &secrets,
                                 &left_out);
    guint n = more != NULL ? count_text_lines (more) : 0;

    if (more == NULL || n > limits->max_lines) {
      g_free (more);
      step /= 2;
      continue;
    }
    planned += step;
    step = n > used ? MIN (step, limits->max_lines - n) : MIN (step * 2, G_MAXINT / 2);
    used = n;
    g_free (text);
    text = more;
    g_clear_pointer (ret_secrets, secret_list_free);
    *ret_secrets = g_steal_pointer (&secrets);
    *ret_left_out = left_out;
  }

  return text;
}

static guint
count_all_lines (JobLog         *log,
                 const Findings *findings)
{
  g_autoptr (GArray) ranges = excerpt_plan_new (job_log_get_store (log), findings, 0, NULL);
  gint64 n = 0;

  for (guint i = 0; i < ranges->len; i++) {
    LineRange range = g_array_index (ranges, LineRange, i);

    n += range.last - range.first + 1;
  }

  return MIN (n, G_MAXINT);
}

/* Where not even a line and its gaps fit: what says best what failed, as far as it fits; or "". */
static char *
dup_least (JobLog              *log,
           const Failure       *failure,
           const ExcerptLimits *limits,
           SecretList         **ret_secrets)
{
  gint64 number = failure->cause != NULL ? failure->cause->line : failure->line;
  LineRange range = { number, number };
  g_autofree char *text = NULL;
  Excerpt excerpt;
  gsize end;

  if (limits->max_bytes > 0 && limits->max_bytes < MIN_BYTES)
    return g_strdup ("");
  g_clear_pointer (ret_secrets, secret_list_free);
  *ret_secrets = secret_list_new ();
  excerpt = (Excerpt) { job_log_get_store (log), limits->compact, MAX_BYTES, g_string_new (NULL),
                        *ret_secrets };
  append_range (&excerpt, range);
  text = g_string_free (excerpt.text, FALSE);
  if (limits->max_bytes == 0 || strlen (text) <= limits->max_bytes)
    return g_steal_pointer (&text);

  end = limits->max_bytes - strlen ("…\n");
  while (((guchar) text[end] & 0xc0) == 0x80)
    end--;

  return g_strdup_printf ("%.*s…\n", (int) end, text);
}

char *
excerpt_dup_text (JobLog              *log,
                  const Findings      *findings,
                  const ExcerptLimits *limits,
                  guint               *ret_masked,
                  gint64              *ret_left_out)
{
  const ExcerptLimits none = { 0 };
  g_autoptr (SecretList) secrets = NULL;
  gint64 left_out = 0;
  char *text;

  if (limits == NULL)
    limits = &none;

  text = dup_with_lines (log, findings, limits->max_lines, limits->widen, limits, &secrets, &left_out);
  if (text != NULL && limits->max_lines > 0)
    text = dup_filled (log, findings, text, limits, &secrets, &left_out);
  if (text == NULL) {
    guint too_many = count_all_lines (log, findings);

    if (limits->max_lines > 0)
      too_many = MIN (too_many, limits->max_lines);
    text = dup_fitting (log, findings, too_many, limits, &secrets, &left_out);
  }
  if (text[0] == '\0' && findings->failures->len > 0) {
    g_free (text);
    text = dup_least (log, g_ptr_array_index (findings->failures, 0), limits, &secrets);
  }

  if (ret_masked != NULL)
    *ret_masked = secrets != NULL ? secrets->n_masked : 0;
  if (limits->secrets != NULL && secrets != NULL)
    secret_list_merge (limits->secrets, secrets);
  if (ret_left_out != NULL)
    *ret_left_out = left_out;

  return text;
}

char *
excerpt_dup_failure_text (JobLog              *log,
                          const Failure       *failure,
                          const ExcerptLimits *limits,
                          guint               *ret_masked)
{
  g_autoptr (Findings) findings = findings_new ();

  g_ptr_array_add (findings->failures, failure_copy (failure));

  return excerpt_dup_text (log, findings, limits, ret_masked, NULL);
}
