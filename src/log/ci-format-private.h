/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ci-format.h"
#include "data-file.h"

/* No end of a line that tells that stamps come is longer, in bytes. */
#define CI_MAX_LINE_END 100

/* A mark, and what it says. */
typedef struct {
  LinePattern *pattern;
  LineMark     mark;
  gboolean     outside;
} CiMarkPattern;

typedef struct {
  LinePattern *from;
  char        *to;
} CiReplacement;

struct CiFormat {
  char      *name;
  GStrv      commands;
  GStrv      lines;
  gboolean   stamps_tell;
  char      *time_command;       /* or NULL */
  char      *time_step;          /* or NULL */
  GPtrArray *stamps;             /* of Stamp */
  GArray    *joining;            /* of gboolean: one a stamp */
  GStrv      stamps_after;
  GPtrArray *marks;              /* of CiMarkPattern */
  gboolean   hides_marks;
  gboolean   has_emoji;
  char       escape;             /* or NUL */
  GStrv      concealed;
  GPtrArray *drops;              /* of LinePattern */
  GPtrArray *replacements;       /* of CiReplacement */
  guint8     known_starts[256];  /* whether a line that one of them fits starts with the byte */
};

/* Reads FILE. */
CiFormat *ci_format_new  (DataFile  *file,
                          GError   **error);
void      ci_format_free (CiFormat  *format);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CiFormat, ci_format_free)
