/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "literal-filter.h"

#include "literal-windows.h"

/* What lines are made of that tell nothing of failures. */
static const char ordinary[] =
  "INFO: [INFO] DEBUG WARNING WARN: TRACE NOTICE test tests testing Test Testing PASS PASSED passed "
  "passing OK ok SKIPPED skipped Compiling Building build Build Downloading Downloaded Installing "
  "Installed Collecting Running Starting Started Finished Loading Creating Created Updating Checking "
  "Setting Using Adding Removing Processing Executing Configuring Fetching Resolving Unpacking "
  "Preparing Generating Copying Writing Reading version versions package packages module modules "
  "requirement already satisfied dependencies dependency from import install file files line lines "
  "time times seconds second minutes total memory bytes size number count value values name names "
  "type types string default options option configuration function functions method class object "
  "objects process processes worker Worker server client request requests response connection "
  "service source target output input user users system host local path build/ src/ lib/ usr/ home/ "
  "work/ .py: .java: .go: .js: .ts: .cpp: .com/ .org/ org. com. java http:// https:// github.com "
  "HTTP docker image container command commands script step steps stage stages job jobs task tasks "
  "project projects repository branch commit which with that this will have been does done not for "
  "and the are was were into after before while when there more than only each all any ion tion "
  "ation sion ment ence ance able ible ing ings ed  er  ers  or  ly  al  al. ure  ress ness back "
  "---------------- ================ ################ ................ **************** ____________ "
  "               0000 0.0.0 1.0 2.0 10:00 00:00 100% check checks support configure checking whether "
  "for... yes no found enabled disabled true false True False None null cmake make gcc g++ clang cc "
  "-I -O2 -DNDEBUG -Wall -c -o .o .c .cpp .so .a linking Linking C CXX executable library shared "
  "static CMakeFiles scala sbt maven gradle npm yarn node_modules python python3 pytest cargo rustc "
  "go rust ruby gem rspec php composer /bin/ torch cuda GPU CPU core init async sync  of  is  to  in "
  " on  as  at  be  by  can  or  it  if  we  you  out  too  via  per  use  get  set  new  old  all "
  "compiled compilation installed required removed resolved received called created started used "
  "load loaded loading header headers Server Worker token tokens batch batched graph update date "
  "directory directories available enable disable maximum minimum range rate generated through "
  "struct block cache key  index  lock  node  state status  code ";

/* Literals that share a window are compared with the text one by one where it stands. */
#define MAX_SHARED 40

/* By window: how many literals have it, how many are known by it, and whether it is ordinary. */
typedef struct {
  guint    n_literals;
  guint    last;              /* the literal that was counted last */
  guint    n_chosen;
  gboolean is_ordinary;
} Window;

/* All windows that the literals have. */
typedef struct {
  GHashTable *indices;        /* window -> index + 1 */
  GArray     *all;            /* of Window */
} Windows;

static Window *
find_window (Windows    *windows,
             const char *text,
             gsize       offset)
{
  gpointer key = GUINT_TO_POINTER (literal_window_read (text, offset));
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (windows->indices, key));

  return index > 0 ? &g_array_index (windows->all, Window, index - 1) : NULL;
}

static Window *
add_window (Windows    *windows,
            const char *text,
            gsize       offset)
{
  gpointer key = GUINT_TO_POINTER (literal_window_read (text, offset));
  Window *known = find_window (windows, text, offset);
  Window window = { .last = G_MAXUINT };

  if (known != NULL)
    return known;

  g_array_append_val (windows->all, window);
  g_hash_table_insert (windows->indices, key, GUINT_TO_POINTER (windows->all->len));

  return &g_array_index (windows->all, Window, windows->all->len - 1);
}

static void
windows_init (Windows         *windows,
              const GPtrArray *texts)
{
  windows->indices = g_hash_table_new (NULL, NULL);
  windows->all = g_array_new (FALSE, FALSE, sizeof (Window));

  for (guint i = 0; i < texts->len; i++) {
    const char *text = g_ptr_array_index (texts, i);
    gsize length = strlen (text);

    for (gsize at = 0; at + LITERAL_WINDOW <= length; at++) {
      Window *window = add_window (windows, text, at);

      window->n_literals += window->last != i;
      window->last = i;
    }
  }
  for (gsize at = 0; at + LITERAL_WINDOW < sizeof ordinary; at++) {
    Window *window = find_window (windows, ordinary, at);

    if (window != NULL)
      window->is_ordinary = TRUE;
  }
}

static void
windows_clear (Windows *windows)
{
  g_hash_table_unref (windows->indices);
  g_array_unref (windows->all);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Windows, windows_clear)

/* One that few share, then the rarer in logs, then one that is looked for anyway, then what more
 * literals have. */
static gboolean
is_better (const Window *window,
           const Window *than)
{
  if (MAX (window->n_chosen, than->n_chosen) >= MAX_SHARED)
    return window->n_chosen < than->n_chosen;
  if (window->is_ordinary != than->is_ordinary)
    return !window->is_ordinary;
  if ((window->n_chosen > 0) != (than->n_chosen > 0))
    return window->n_chosen > 0;

  return window->n_literals > than->n_literals;
}

static void
choose_window (Windows    *windows,
               const char *text,
               guint       literal,
               gsize       first,
               GArray     *chosen)
{
  gsize length = strlen (text);
  LiteralWindow choice = { 0, literal, first };
  Window *best = find_window (windows, text, first);

  for (gsize at = first + 2; at + LITERAL_WINDOW <= length; at += 2) {
    Window *window = find_window (windows, text, at);

    if (is_better (window, best)) {
      best = window;
      choice.offset = at;
    }
  }
  best->n_chosen++;
  choice.window = literal_window_read (text, choice.offset);
  g_array_append_val (chosen, choice);
}

static int
compare_lengths (gconstpointer a,
                 gconstpointer b,
                 gpointer      texts)
{
  gsize length = strlen (g_ptr_array_index ((GPtrArray *) texts, *(const guint *) a));
  gsize other = strlen (g_ptr_array_index ((GPtrArray *) texts, *(const guint *) b));

  return (length > other) - (length < other);
}

static int
compare_windows (gconstpointer a,
                 gconstpointer b)
{
  const LiteralWindow *window = a, *other = b;

  if (window->window != other->window)
    return window->window < other->window ? -1 : 1;

  return (window->literal > other->literal) - (window->literal < other->literal);
}

GArray *
literal_windows_choose (const GPtrArray *texts)
{
  g_auto (Windows) windows = { NULL };
  g_autofree guint *order = g_new (guint, texts->len + 1);
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (LiteralWindow));

  windows_init (&windows, texts);

  /* The shorter a literal, the less there is to choose from. */
  for (guint i = 0; i < texts->len; i++)
    order[i] = i;
  g_qsort_with_data (order, texts->len, sizeof *order, compare_lengths, (gpointer) texts);
  for (guint i = 0; i < texts->len; i++)
    for (gsize first = 0; first < 2; first++)
      choose_window (&windows, g_ptr_array_index (texts, order[i]), order[i], first, chosen);
  g_array_sort (chosen, compare_windows);

  return chosen;
}
