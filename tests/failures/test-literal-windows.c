/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "literal-filter.h"
#include "literal-windows.h"

/* "0:rror 0:erro ": the windows of each literal, by literal and offset. */
static char *
dup_choice (const char * const *texts)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  g_autoptr (GArray) chosen = NULL;
  GString *words = g_string_new (NULL);

  for (guint i = 0; texts[i] != NULL; i++)
    g_ptr_array_add (list, (gpointer) texts[i]);
  chosen = literal_windows_choose (list);
  g_assert_cmpuint (chosen->len, ==, 2 * list->len);

  for (guint literal = 0; literal < list->len; literal++)
    for (guint parity = 0; parity < 2; parity++)
      for (guint i = 0; i < chosen->len; i++) {
        const LiteralWindow *entry = &g_array_index (chosen, LiteralWindow, i);

        if (i > 0)
          g_assert_cmpuint (entry->window, >=, (entry - 1)->window);
        if (entry->literal == literal && entry->offset % 2 == parity)
          g_string_append_printf (words, "%u:%.4s ", literal, (const char *) &entry->window);
      }

  return g_string_free (words, FALSE);
}

static void
test_choose (void)
{
  const struct {
    const char *texts[4];
    const char *expected;
  } cases[] = {
    { { NULL }, "" },
    { { "error" }, "0:erro 0:rror " },
    { { "file error: ", "error" }, "0:rror 0:erro 1:erro 1:rror " },   /* shared */
    { { "tests xyzzy tests" }, "0:s xy 0:ts x " },                    /* rare */
    { { "test test" }, "0:test 0:test " },                             /* none is rare */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *choice = dup_choice (cases[i].texts);

    g_test_message ("%s", cases[i].expected);
    g_assert_cmpstr (choice, ==, cases[i].expected);
  }
}

/* A window that very many literals could be known by is only that of some. */
static void
test_shared (void)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) chosen = NULL;
  guint n_shared = 0;

  for (guint i = 0; i < 500; i++)
    g_ptr_array_add (texts, g_strdup_printf ("error %03u xyz", i));
  chosen = literal_windows_choose (texts);
  for (guint i = 0; i < chosen->len; i++)
    n_shared += memcmp (&g_array_index (chosen, LiteralWindow, i).window, "erro", 4) == 0;

  g_assert_cmpuint (chosen->len, ==, 2 * texts->len);
  g_assert_cmpuint (n_shared, >, 0);
  g_assert_cmpuint (n_shared, <, 100);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/failures/literal-windows/choose", test_choose);
  g_test_add_func ("/failures/literal-windows/shared", test_shared);

  return g_test_run ();
}
