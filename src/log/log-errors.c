/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "line-set.h"
#include "log-find.h"

#include "log-errors.h"

#define WORDS "[Ee]rror: |\\bfatal: |\\b(?:ERROR|FATAL|CRITICAL)\\b|##\\[error\\]"
#define RED   1

/* Lines whose colours are looked at before it is asked whether to stop. */
#define CHUNK 65536

struct LogErrors {
  gatomicrefcount  references;
  LogStore        *store;
  LogFind         *words;

  GMutex           lock;
  LineSet          red;
  gint64           n_red;        /* lines whose colours were looked at */
};

LogErrors *
log_errors_new (LogStore *store)
{
  g_autoptr (FindPattern) pattern = find_pattern_new (WORDS, FIND_REGEX | FIND_MATCH_CASE, NULL);
  LogErrors *errors = g_new0 (LogErrors, 1);

  g_atomic_ref_count_init (&errors->references);
  errors->store = log_store_ref (store);
  errors->words = log_find_new (store, pattern);
  g_mutex_init (&errors->lock);
  line_set_init (&errors->red);

  return errors;
}

LogErrors *
log_errors_ref (LogErrors *errors)
{
  g_atomic_ref_count_inc (&errors->references);

  return errors;
}

void
log_errors_unref (LogErrors *errors)
{
  if (errors == NULL || !g_atomic_ref_count_dec (&errors->references))
    return;

  line_set_clear (&errors->red);
  g_mutex_clear (&errors->lock);
  log_find_unref (errors->words);
  log_store_unref (errors->store);
  g_free (errors);
}

LogStore *
log_errors_get_store (LogErrors *errors)
{
  return errors->store;
}

static gboolean
look_at_colours (gint64           number,
                 const LineStyle *styles,
                 guint            n_styles,
                 gpointer         user_data)
{
  LogErrors *errors = user_data;
  gboolean is_red = FALSE;

  for (guint i = 0; i < n_styles && !is_red; i++)
    is_red = styles[i].colour == RED;
  if (!is_red)
    return TRUE;

  g_mutex_lock (&errors->lock);
  line_set_add (&errors->red, number);
  g_mutex_unlock (&errors->lock);

  return TRUE;
}

static gboolean
find_red (LogErrors    *errors,
          GCancellable *cancellable)
{
  gint64 n_lines = log_store_get_n_lines (errors->store);
  gint64 done = errors->n_red;

  while (done < n_lines && !g_cancellable_is_cancelled (cancellable)) {
    gint64 last = MIN (done + CHUNK, n_lines);

    log_store_foreach_styles (errors->store, done + 1, last, look_at_colours, errors);
    done = last;
    g_mutex_lock (&errors->lock);
    errors->n_red = done;
    g_mutex_unlock (&errors->lock);
  }

  return done >= n_lines;
}

gboolean
log_errors_run (LogErrors    *errors,
                GCancellable *cancellable)
{
  return find_red (errors, cancellable) && log_find_run (errors->words, cancellable);
}

gint64
log_errors_get_n_searched (LogErrors *errors)
{
  gint64 n_red;

  g_mutex_lock (&errors->lock);
  n_red = errors->n_red;
  g_mutex_unlock (&errors->lock);

  return MIN (n_red, log_find_get_n_searched (errors->words));
}

gint64
log_errors_get_next (LogErrors *errors,
                     gint64     line,
                     int        step)
{
  gint64 said = log_find_get_next (errors->words, line, step);
  gint64 red;

  g_mutex_lock (&errors->lock);
  red = line_set_get_next (&errors->red, line, step);
  g_mutex_unlock (&errors->lock);

  if (said == 0 || red == 0)
    return MAX (said, red);

  return step > 0 ? MIN (said, red) : MAX (said, red);
}
