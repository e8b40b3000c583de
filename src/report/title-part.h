/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* Parts of a title's pattern: texts that stand for themselves, in which these characters, of
 * which a clean log has none, mean something. */
#define TITLE_PART_START    '\001'    /* where a name starts: "^" */
#define TITLE_PART_END      '\002'    /* where it ends: "$" */
#define TITLE_PART_DOT      '\003'    /* a dot that is nothing else: "\." */
#define TITLE_PART_ANYTHING '\004'    /* ".*" */

/* The pattern of one part. A "." of the text stands for itself, as any character would. */
char *title_part_dup_pattern (const char *part);

/* The pattern that matches where one of PARTS (utf8) does; what they have in common stands
 * once: "tests/(a.py::test_(load|save)|b.py::test_list)". PARTS gets sorted. */
char *title_parts_dup_pattern (GPtrArray *parts);

/* How many bytes A and B have in common from OFFSET on, up to a place where a name may be cut. */
gsize title_parts_get_common (const char *a,
                              const char *b,
                              gsize       offset);

/* Sorts PARTS and leaves out those that have another one in them, and doubles. */
void  title_parts_clean      (GPtrArray *parts);
