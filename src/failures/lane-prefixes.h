/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rule.h"

/* What stands before each line where a tool shows the outputs of several others side by side: "web-1  | ",
 * "#12 3.456 ". Each output is a lane; the lines of one belong together, whatever stands between them. */

/* Bytes that are kept of the name of a lane, or of a process that writes in one. */
#define LANE_MAX_NAME 128

/* How the lines of a tool start, as a rule file tells it. */
typedef struct LanePrefix LanePrefix;

LanePrefix   *lane_prefix_new  (const DataNode  *node,
                                GError         **error);
void          lane_prefix_free (LanePrefix      *prefix);

/* Those that one log has. */
typedef struct {
  GArray       *entries;
  GHashTable   *names;            /* of lanes that were announced */
  guint64       may_start[256];   /* a bit for each of the entries: it may start with this byte */
  PatternMatch *match;
  GString      *lane;
} LanePrefixes;

/* RULES are borrowed and must outlive the prefixes. */
LanePrefixes *lane_prefixes_new  (const Rules  *rules);

/* The same, with what is known of the log so far, for whoever looks at its lines once more. */
LanePrefixes *lane_prefixes_copy (const LanePrefixes *prefixes);
void          lane_prefixes_free (LanePrefixes *prefixes);

/* From the next line on those of RUNNER are looked for that no words tell. NAME is that of a lane that is
 * announced, or "". */
void          lane_prefixes_open (LanePrefixes *prefixes,
                                  const Runner *runner,
                                  const char   *name);

/* Bytes that stand before the words of a line, 0 mostly. RET_LANE becomes the lane's name, or NULL
 * where the prefix says nothing of lanes; it is the prefixes' own, and good until the next line. */
gsize         lane_prefixes_find (LanePrefixes  *prefixes,
                                  const char    *text,
                                  gsize          length,
                                  const char   **ret_lane);

/* Whether it makes sense to ask for that; few lines do. */
static inline gboolean
lane_prefixes_may_find (const LanePrefixes *prefixes,
                        const char         *text,
                        gsize               length)
{
  return length > 0 && prefixes->may_start[(guchar) *text] != 0;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanePrefix, lane_prefix_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanePrefixes, lane_prefixes_free)
