/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "literals.h"

#define NONE   G_MAXUINT32

/* Marks a transition to a state in which something ends, so that a scan looks at one table. */
#define OUTPUT (1u << 31)

/* A literal that ends in a state; the states that others of them lead to have a list. */
typedef struct {
  guint    id;
  gsize    length;
  gboolean anchored;
  guint32  next;         /* index of the next one that ends here, or NONE */
} Output;

struct Literals {
  GPtrArray *texts;
  GArray    *outputs;    /* of Output, one a text */
  guint8     class_of[256];
  guint      n_classes;
  guint32   *next;       /* state * n_classes + class -> the same of the next state, and OUTPUT */
  guint32   *first;      /* state -> index of an output, or NONE */
  guint32   *suffix;     /* state -> the longest other state that ends the same way and has outputs */
};

Literals *
literals_new (void)
{
  Literals *literals = g_new0 (Literals, 1);

  literals->texts = g_ptr_array_new_with_free_func (g_free);
  literals->outputs = g_array_new (FALSE, FALSE, sizeof (Output));

  return literals;
}

void
literals_free (Literals *literals)
{
  if (literals == NULL)
    return;

  g_ptr_array_unref (literals->texts);
  g_array_unref (literals->outputs);
  g_free (literals->next);
  g_free (literals->first);
  g_free (literals->suffix);
  g_free (literals);
}

void
literals_add (Literals   *literals,
              const char *text,
              gboolean    anchored,
              guint       id)
{
  Output output = { id, strlen (text), anchored, NONE };

  g_ptr_array_add (literals->texts, g_strdup (text));
  g_array_append_val (literals->outputs, output);
}

/* Bytes that no literal has share class 0. */
static guint
number_classes (Literals *literals)
{
  guint n_states = 1;

  literals->n_classes = 1;
  for (guint i = 0; i < literals->texts->len; i++)
    for (const char *c = g_ptr_array_index (literals->texts, i); *c != '\0'; c++) {
      n_states++;
      if (literals->class_of[(guchar) *c] == 0)
        literals->class_of[(guchar) *c] = literals->n_classes++;
    }

  return n_states;
}

/* The tree of all literals; 0, the root, stands for "not there yet" as well. */
static void
plant (Literals *literals)
{
  guint32 n_states = 1;

  for (guint i = 0; i < literals->texts->len; i++) {
    Output *output = &g_array_index (literals->outputs, Output, i);
    guint32 state = 0;

    for (const char *c = g_ptr_array_index (literals->texts, i); *c != '\0'; c++) {
      guint32 *next = &literals->next[state * literals->n_classes +
                                      literals->class_of[(guchar) *c]];

      if (*next == 0)
        *next = n_states++;
      state = *next;
    }
    output->next = literals->first[state];
    literals->first[state] = i;
  }
}

/* Breadth first: where the tree ends, go on with the longest suffix that it knows. */
static void
connect (Literals *literals,
         guint     n_states)
{
  g_autofree guint32 *queue = g_new (guint32, n_states);
  g_autofree guint32 *fall = g_new0 (guint32, n_states);
  guint head = 0, tail = 0;

  for (guint c = 0; c < literals->n_classes; c++)
    if (literals->next[c] != 0)
      queue[tail++] = literals->next[c];

  while (head < tail) {
    guint32 state = queue[head++];
    guint32 back = fall[state];

    literals->suffix[state] = literals->first[back] != NONE ? back : literals->suffix[back];
    for (guint c = 0; c < literals->n_classes; c++) {
      guint32 *next = &literals->next[state * literals->n_classes + c];
      guint32 other = literals->next[back * literals->n_classes + c];

      if (*next == 0) {
        *next = other;
      } else {
        fall[*next] = other;
        queue[tail++] = *next;
      }
    }
  }
}

/* Makes of each transition what a scan needs: the place of the state's own row, and OUTPUT. */
static void
finish_table (Literals *literals,
              guint     n_states)
{
  for (guint i = 0; i < n_states * literals->n_classes; i++) {
    guint32 state = literals->next[i];

    literals->next[i] = state * literals->n_classes;
    if (literals->first[state] != NONE || literals->suffix[state] != 0)
      literals->next[i] |= OUTPUT;
  }
}

void
literals_compile (Literals *literals)
{
  guint n_states = number_classes (literals);

  literals->next = g_new0 (guint32, n_states * literals->n_classes);
  literals->first = g_new (guint32, n_states);
  literals->suffix = g_new0 (guint32, n_states);
  memset (literals->first, 0xFF, n_states * sizeof (guint32));
  plant (literals);
  connect (literals, n_states);
  finish_table (literals, n_states);
}

static void
report (const Literals *literals,
        guint32         state,
        gsize           end,
        LiteralsFunc    func,
        gpointer        user_data)
{
  for (; state != 0; state = literals->suffix[state])
    for (guint32 i = literals->first[state]; i != NONE;) {
      const Output *output = &g_array_index (literals->outputs, Output, i);

      if (!output->anchored || output->length == end)
        func (output->id, end, user_data);
      i = output->next;
    }
}

void
literals_scan (const Literals *literals,
               const char     *text,
               gsize           length,
               LiteralsFunc    func,
               gpointer        user_data)
{
  guint32 row = 0;

  for (gsize i = 0; i < length; i++) {
    row = literals->next[(row & ~OUTPUT) + literals->class_of[(guchar) text[i]]];
    if (G_UNLIKELY ((row & OUTPUT) != 0))
      report (literals, (row & ~OUTPUT) / literals->n_classes, i + 1, func, user_data);
  }
}
