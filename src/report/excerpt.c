/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "character.h"
#include "compact.h"
#include "excerpt-lanes.h"
#include "excerpt-plan.h"
#include "masked-cache.h"
#include "masked-lines.h"

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

/* An excerpt while it is made. */
typedef struct {
  LogStore            *store;
  const Findings      *findings;
  const ExcerptLimits *limits;
  GArray              *others;      /* lines that the parts of failures have of other outputs */
  gsize                max_bytes;
  gint64               n_all;       /* lines that there would be without a limit */
  MaskedCache         *cache;       /* for what is tried; made when something is */
} Excerpt;

/* How many lines it is planned for, and what that gives. */
typedef struct {
  guint       n_planned;      /* 0: all */
  char       *text;           /* NULL: it does not fit */
  gint64      n_left_out;
  SecretList *secrets;        /* NULL where it was only tried */
} Choice;

static void
choice_clear (Choice *choice)
{
  g_free (choice->text);
  g_clear_pointer (&choice->secrets, secret_list_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Choice, choice_clear)

static gsize
get_max_line (const Excerpt *excerpt)
{
  return excerpt->limits->compact ? MAX_LINE_COMPACT : MAX_LINE;
}

static char *
dup_gap (gint64 n)
{
  return g_strdup_printf (n == 1 ? "… %" G_GINT64_FORMAT " line …" : "… %" G_GINT64_FORMAT " lines …", n);
}

static void
append_gap (GString *text,
            gint64   n)
{
  g_autofree char *gap = dup_gap (n);

  if (n > 0)
    g_string_append_printf (text, "%s\n", gap);
}

/* Adds the lines of PIECES, in order, to FOUND, with the gaps between them: DENSE ones are told together at the end. LINES
 * or, where that is NULL, the cache reads them. */
static gboolean
read_pieces (Excerpt     *excerpt,
             GArray      *pieces,
             gboolean     dense,
             MaskedLines *lines,
             GPtrArray   *found)
{
  gsize room = excerpt->limits->compact ? COMPACT_READ * excerpt->max_bytes : excerpt->max_bytes;
  gint64 last = 0;
  gint64 n = 0;

  for (guint i = 0; i < pieces->len; i++) {
    LineRange piece = g_array_index (pieces, LineRange, i);

    if (i > 0 && dense)
      n += piece.first - last - 1;
    else if (i > 0)
      g_ptr_array_add (found, dup_gap (piece.first - last - 1));
    last = piece.last;
    if (!(lines != NULL ? masked_lines_read (lines, piece, room, found)
                        : masked_cache_read (excerpt->cache, piece, room, found)))
      return FALSE;
  }
  if (n > 0)
    g_ptr_array_add (found, g_strdup_printf ("… %" G_GINT64_FORMAT " lines of others between these …", n));

  return TRUE;
}

/* Appends what there is to show of PIECES. */
static gboolean
append_pieces (Excerpt     *excerpt,
               GArray      *pieces,
               gboolean     dense,
               MaskedLines *lines,
               GString     *text)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);

  if (!read_pieces (excerpt, pieces, dense, lines, found))
    return FALSE;
  if (excerpt->limits->compact)
    compact_lines (found);
  else
    compact_fold_repeats (found);
  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (text, "%s\n", (const char *) g_ptr_array_index (found, i));

  return text->len <= excerpt->max_bytes;
}

/* The text of RANGES, or NULL where it does not fit. */
static char *
dup_ranges (Excerpt     *excerpt,
            GArray      *ranges,
            MaskedLines *lines)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gint64 last = 0;

  for (guint i = 0; i < ranges->len; i++) {
    gboolean dense;
    g_autoptr (GArray) pieces = excerpt_lanes_split (excerpt->others, g_array_index (ranges, LineRange, i), &dense);

    if (pieces->len == 0)
      continue;
    append_gap (text, g_array_index (pieces, LineRange, 0).first - last - 1);
    if (!append_pieces (excerpt, pieces, dense, lines, text))
      return NULL;
    last = g_array_index (pieces, LineRange, pieces->len - 1).last;
  }
  if (last > 0)
    append_gap (text, log_store_get_n_lines (excerpt->store) - last);

  return text->len <= excerpt->max_bytes ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static GArray *
plan_ranges (Excerpt *excerpt,
             guint    n_planned,
             gint64  *ret_left_out)
{
  GArray *ranges = excerpt_plan_new (excerpt->store, excerpt->findings, n_planned);

  *ret_left_out = excerpt->n_all - excerpt_plan_count_lines (ranges);
  if (excerpt->limits->widen && *ret_left_out == 0) {
    GArray *wide = excerpt_plan_widen (excerpt->store, excerpt->findings, ranges, n_planned);

    g_array_unref (ranges);
    ranges = wide;
  }

  return ranges;
}

static guint
count_text_lines (const char *text)
{
  guint n = 0;

  for (const char *end = text; (end = strchr (end, '\n')) != NULL; end++)
    n++;

  return n;
}

static gboolean
has_too_many_lines (const Excerpt *excerpt,
                    const char    *text)
{
  return excerpt->limits->max_lines > 0 && count_text_lines (text) > excerpt->limits->max_lines;
}

/* Makes the text of so many lines as it goes out. */
static Choice
make_choice (Excerpt *excerpt,
             guint    n_planned)
{
  Choice choice = { n_planned };
  g_autoptr (SecretList) secrets = secret_list_new ();
  g_autoptr (MaskedLines) lines = masked_lines_new (excerpt->store, get_max_line (excerpt), secrets);
  g_autoptr (GArray) ranges = plan_ranges (excerpt, n_planned, &choice.n_left_out);

  choice.text = dup_ranges (excerpt, ranges, lines);
  choice.secrets = g_steal_pointer (&secrets);

  return choice;
}

/* The same, to see whether it fits. */
static Choice
try_choice (Excerpt *excerpt,
            guint    n_planned)
{
  Choice choice = { n_planned };
  g_autoptr (GArray) ranges = plan_ranges (excerpt, n_planned, &choice.n_left_out);

  if (excerpt->cache == NULL)
    excerpt->cache = masked_cache_new (excerpt->store, get_max_line (excerpt));
  choice.text = dup_ranges (excerpt, ranges, NULL);

  return choice;
}

static void
replace_choice (Choice *choice,
                Choice  by)
{
  choice_clear (choice);
  *choice = by;
}

/* As many lines as there is room for, where TOO_MANY are too many. */
static guint
find_fitting (Excerpt *excerpt,
              guint    too_many)
{
  guint fits = 0;

  while (fits + 1 < too_many) {
    guint n = fits + (too_many - fits) / 2;
    g_auto (Choice) choice = try_choice (excerpt, n);

    if (choice.text != NULL)
      fits = n;
    else
      too_many = n;
  }

  return fits;
}

/* More lines than those of FIRST where folded ones have left room. */
static guint
find_filling (Excerpt      *excerpt,
              const Choice *first)
{
  guint max_lines = excerpt->limits->max_lines;
  gint64 left_out = first->n_left_out;
  guint used = count_text_lines (first->text);
  guint planned = max_lines;
  guint step = planned - MIN (used, planned);

  for (guint i = 0; i < MAX_FILLS && step > 0 && (left_out > 0 || excerpt->limits->widen); i++) {
    g_auto (Choice) choice = try_choice (excerpt, planned + step);
    guint n = choice.text != NULL ? count_text_lines (choice.text) : 0;

    if (choice.text == NULL || n > max_lines) {
      step /= 2;
      continue;
    }
    planned += step;
    step = n > used ? MIN (step, max_lines - n) : MIN (step * 2, G_MAXINT / 2);
    used = n;
    left_out = choice.n_left_out;
  }

  return planned;
}

/* What fitted when it was tried may not where it is made: the cache knows a little less of keys. */
static void
make_fitting (Excerpt *excerpt,
              guint    n_planned,
              guint    least,
              Choice  *choice)
{
  for (; n_planned > least; n_planned -= 1 + n_planned / 32) {
    Choice made = make_choice (excerpt, n_planned);

    if (made.text != NULL && !has_too_many_lines (excerpt, made.text)) {
      replace_choice (choice, made);
      return;
    }
    choice_clear (&made);
  }
}

/* Makes the best text within the limits; "" where not even a line and its gaps fit. */
static void
make_best (Excerpt *excerpt,
           Choice  *choice)
{
  guint max_lines = excerpt->limits->max_lines;
  guint too_many = (guint) MIN (excerpt->n_all, G_MAXINT);

  replace_choice (choice, make_choice (excerpt, max_lines));
  if (choice->text != NULL) {
    if (max_lines > 0)
      make_fitting (excerpt, find_filling (excerpt, choice), max_lines, choice);
    return;
  }

  if (max_lines > 0)
    too_many = MIN (too_many, max_lines);
  make_fitting (excerpt, find_fitting (excerpt, too_many), 0, choice);
  if (choice->text == NULL) {
    choice->text = g_strdup ("");
    choice->n_left_out = excerpt->n_all;
  }
}

/* What says best what failed, as far as it fits; or "". */
static void
make_least (Excerpt *excerpt,
            Choice  *choice)
{
  const Failure *failure = g_ptr_array_index (excerpt->findings->failures, 0);
  gint64 number = failure->cause != NULL ? failure->cause->line : failure->line;
  gsize limit = excerpt->limits->max_bytes;
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (MaskedLines) lines = NULL;
  const char *line;
  gsize end;

  if (limit > 0 && limit < MIN_BYTES)
    return;
  g_clear_pointer (&choice->secrets, secret_list_free);
  choice->secrets = secret_list_new ();
  lines = masked_lines_new (excerpt->store, get_max_line (excerpt), choice->secrets);
  if (!masked_lines_read (lines, (LineRange) { number, number }, MAX_BYTES, found))
    return;

  choice->n_left_out = excerpt->n_all - 1;
  if (excerpt->limits->compact)
    compact_lines (found);
  line = g_ptr_array_index (found, 0);
  g_free (choice->text);
  if (limit == 0 || strlen (line) < limit) {
    choice->text = g_strconcat (line, "\n", NULL);
    return;
  }

  end = character_find_cut (line, limit - strlen ("…\n"));
  choice->text = g_strdup_printf ("%.*s…\n", (int) end, line);
}

char *
excerpt_dup_text (JobLog              *log,
                  const Findings      *findings,
                  const ExcerptLimits *limits,
                  guint               *ret_masked,
                  gint64              *ret_left_out)
{
  const ExcerptLimits none = { 0 };
  g_auto (Choice) choice = { 0 };
  Excerpt excerpt = { job_log_get_store (log), findings, limits != NULL ? limits : &none };
  g_autoptr (GArray) all = excerpt_plan_new (excerpt.store, findings, 0);

  excerpt.others = excerpt_lanes_find_others (log, findings);
  excerpt.n_all = excerpt_plan_count_lines (all);
  excerpt.max_bytes = excerpt.limits->max_bytes > 0 ? excerpt.limits->max_bytes : MAX_BYTES;
  make_best (&excerpt, &choice);
  if (choice.text[0] == '\0' && findings->failures->len > 0)
    make_least (&excerpt, &choice);
  g_clear_pointer (&excerpt.cache, masked_cache_free);
  g_array_unref (excerpt.others);

  if (ret_masked != NULL)
    *ret_masked = choice.secrets != NULL ? choice.secrets->n_masked : 0;
  if (excerpt.limits->secrets != NULL && choice.secrets != NULL)
    secret_list_merge (excerpt.limits->secrets, choice.secrets);
  if (ret_left_out != NULL)
    *ret_left_out = choice.n_left_out;

  return g_steal_pointer (&choice.text);
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
