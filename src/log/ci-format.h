/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "line.h"
#include "stamp.h"

/* How the CI systems wrap a job's output: the time stamps that they put before lines, the
 * marks that start and end their groups, and how to tell which of them wrote a log. One file
 * a CI in data/ci, more of the user's under $XDG_CONFIG_HOME/culprit/ci:
 *
 *     recognise:              what tells that this CI wrote a log
 *       commands: [bk;t=]     application program commands (ESC _ … BEL) that start so
 *       lines: ['~~~ Pre']    lines that start so
 *     time:                   commands that tell the time of the line they stand in
 *       command: 'bk;t='      followed by milliseconds since 1970
 *       step: 'bk;dt='        followed by milliseconds since the last one
 *     stamps: ['[YYYY-MM-DDThh:mm:ssZ] ']      before each line; stamp.h has the form
 *     sections:               what lines start with that …
 *       start: ['--- ']       start a section; its name follows
 *       start-open: ['+++ ']  the same, and it is shown unfolded
 *       end: []               end a section
 *       open: ['^^^ +++']     unfold the section they are in
 *       emoji: true           names may have emoji (“:pipeline:”), which are left out
 *     drop: ['##[endgroup]']  lines that start so say nothing to a reader and go
 *     replace:                what lines start with, and what stands there instead
 *       - { from: '##[error]', to: 'Error: ' }
 *
 * The members "facts" and "file_name" are read by the failures room (job-facts.h).
 */
typedef struct CiFormats CiFormats;

/* One of them. */
typedef struct CiFormat CiFormat;

/* Loads them all. A file of the user's that is broken is left out, and a message that names
 * file and line is added to WARNINGS (element-type utf8; may be NULL). */
CiFormats      *ci_formats_load              (GPtrArray        *warnings);
void            ci_formats_free              (CiFormats        *formats);

guint           ci_formats_get_n             (const CiFormats  *formats);
const CiFormat *ci_formats_get               (const CiFormats  *formats,
                                              guint             index);

/* The format that COMMAND, or the line TEXT, tells; NULL where it tells none. */
const CiFormat *ci_formats_find_by_command   (const CiFormats  *formats,
                                              const char       *command);
const CiFormat *ci_formats_find_by_line      (const CiFormats  *formats,
                                              const char       *text,
                                              gsize             length);

/* As its file is named: "buildkite". */
const char     *ci_format_get_name           (const CiFormat   *format);

/* The time that COMMAND tells, in milliseconds, where *TIME is the last one that was told.
 * FALSE where it tells none. */
gboolean        ci_format_read_time          (const CiFormat   *format,
                                              const char       *command,
                                              gint64           *time);

guint           ci_format_get_n_stamps       (const CiFormat   *format);

/* Length of stamp number INDEX where TEXT starts with it, else 0; see stamp_match(). */
gsize           ci_format_match_stamp        (const CiFormat   *format,
                                              guint             index,
                                              StampMemory      *memory,
                                              const char       *text,
                                              gsize             length,
                                              gint64           *ret_time);
gboolean        ci_format_stamp_has_date     (const CiFormat   *format,
                                              guint             index);

/* Whether a line with this stamp goes on with the one before it. */
gboolean        ci_format_stamp_joins        (const CiFormat   *format,
                                              guint             index);

/* Whether the stamps alone tell that this CI wrote the log. */
gboolean        ci_format_stamps_tell        (const CiFormat   *format);

/* What the line TEXT marks. RET_NAME (transfer full) is the name of a section that starts,
 * else NULL. */
LineMark        ci_format_read_mark          (const CiFormat   *format,
                                              const char       *text,
                                              gsize             length,
                                              char            **ret_name);

/* Whether the line TEXT goes. */
gboolean        ci_format_drops              (const CiFormat   *format,
                                              const char       *text,
                                              gsize             length);

/* What stands instead of the first RET_LENGTH bytes of the line TEXT, or NULL. */
const char     *ci_format_find_replacement   (const CiFormat   *format,
                                              const char       *text,
                                              gsize             length,
                                              gsize            *ret_length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CiFormats, ci_formats_free)
