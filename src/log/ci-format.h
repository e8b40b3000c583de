/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "line.h"
#include "line-pattern.h"
#include "stamp.h"

/* How the CI systems wrap a job's output: the time stamps that they put before lines, the
 * marks that start and end their groups, and how to tell which of them wrote a log. One file
 * a CI in data/ci, more of the user's under $XDG_CONFIG_HOME/culprit/ci. All is optional:
 *
 *     recognise:              what tells that this CI wrote a log
 *       commands: [bk;t=]     application program commands (ESC _ … BEL) that start so
 *       lines: ['~~~ Pre']    lines that start so, without their stamps
 *       stamps: false         the stamps alone do not tell it: others have the same
 *     time:                   commands that tell the time of the line they stand in
 *       command: 'bk;t='      followed by milliseconds since 1970
 *       step: 'bk;dt='        followed by milliseconds since the last one
 *     stamps:                 what stands before each line (stamp.h); the first that fits counts
 *       - '[YYYY-MM-DDThh:mm:ssZ] '
 *       - { form: 'hh:mm:ss+', joins: true }   the line goes on with the one before
 *       - { form: "*\t", time: false }       what stands before lines that have no time
 *     stamps-after: ['[Pipeline] timestamps']  lines that end so, after which stamps come
 *     sections:               what lines start with (line-pattern.h) that …
 *       start: ['--- ']       start a section, named by the pattern's {name} or what follows it
 *       start-open: ['+++ ']  the same, and it is shown unfolded
 *       start-outside: ['> '] start one where none is open
 *       end: ['<<< {name}']   end it; with a {key} or {name} only that of the start
 *       open: ['^^^ +++']     unfold the section they are in
 *       hidden: true          marks do not show: a program erases each (CR, ESC [K) after it
 *                             wrote it, or, where that got lost, they are lines of their own
 *       emoji: true           names may have emoji (“:pipeline:”), which are left out
 *       escape: '|'           what takes the special meaning from the next character in names
 *     conceal: ['ha:']        text that starts so goes where it is concealed (ESC [8m)
 *     drop: ['##[endgroup]']  lines that start so say nothing to a reader and go, unless they
 *                             start a section
 *     replace:                what lines start with, and what stands there instead
 *       - { from: '##[error]', to: 'Error: ' }
 *       - { from: "##msg[text='{name}'{*}]", to: '{name}' }
 *
 * A format without lines and commands to recognise gives stamps alone; the log's CI is another.
 * An end that is dropped ends the section before it. The members "facts" and "file_name" are
 * read by the failures room (fact-rules.h).
 */
typedef struct CiFormats CiFormats;

/* One of them. */
typedef struct CiFormat CiFormat;

/* What a line says of sections. */
typedef struct {
  LineMark   mark;
  gboolean   outside;      /* starts a section only where none is open */
  LineFields fields;       /* borrowed from the line */
} CiMark;

/* Loads them all. A file of the user's that is broken is left out, and a message that names
 * file and line is added to WARNINGS (element-type utf8; may be NULL). */
CiFormats      *ci_formats_load              (GPtrArray        *warnings);
void            ci_formats_free              (CiFormats        *formats);

guint           ci_formats_get_n             (const CiFormats  *formats);
const CiFormat *ci_formats_get               (const CiFormats  *formats,
                                              guint             index);

/* The format that COMMAND, the line TEXT, or TEXT that was concealed, tells; NULL where it
 * tells none. */
const CiFormat *ci_formats_find_by_command   (const CiFormats  *formats,
                                              const char       *command);
const CiFormat *ci_formats_find_by_line      (const CiFormats  *formats,
                                              const char       *text,
                                              gsize             length);
const CiFormat *ci_formats_find_by_concealed (const CiFormats  *formats,
                                              const char       *text,
                                              gsize             length);

/* As its file is named: "buildkite". */
const char     *ci_format_get_name           (const CiFormat   *format);

/* Whether the line TEXT is one of those that tell this CI. */
gboolean        ci_format_has_line           (const CiFormat   *format,
                                              const char       *text,
                                              gsize             length);

/* The time that COMMAND tells, in milliseconds, where *TIME is the last one that was told.
 * FALSE where it tells none. */
gboolean        ci_format_read_time          (const CiFormat   *format,
                                              const char       *command,
                                              gint64           *time);

guint           ci_format_get_n_stamps       (const CiFormat   *format);

const Stamp    *ci_format_get_stamp          (const CiFormat   *format,
                                              guint             index);

/* Whether a line with this stamp goes on with the one before it. */
gboolean        ci_format_stamp_joins        (const CiFormat   *format,
                                              guint             index);

/* Whether the stamps alone tell that this CI wrote the log. */
gboolean        ci_format_stamps_tell        (const CiFormat   *format);

/* Whether it has lines or commands that tell it. A format without any is no CI's, but that of a
 * program through which the log came. */
gboolean        ci_format_is_ci              (const CiFormat   *format);

/* Whether stamps may come after a line that tells so, and whether the line TEXT does. */
gboolean        ci_format_has_late_stamps    (const CiFormat   *format);
gboolean        ci_format_starts_stamps      (const CiFormat   *format,
                                              const char       *text,
                                              gsize             length);

/* Whether the functions below may find something in the line TEXT, told by its first byte. */
gboolean        ci_format_knows_start        (const CiFormat   *format,
                                              const char       *text,
                                              gsize             length);

/* Whether marks do not show. */
gboolean        ci_format_hides_marks        (const CiFormat   *format);

/* FALSE where the line TEXT is no mark. */
gboolean        ci_format_read_mark          (const CiFormat   *format,
                                              const char       *text,
                                              gsize             length,
                                              CiMark           *ret_mark);

/* A section's name that stands as TEXT in the log. Transfer full. */
char           *ci_format_make_name          (const CiFormat   *format,
                                              const char       *text,
                                              gsize             length);

/* Whether the line TEXT goes. */
gboolean        ci_format_drops              (const CiFormat   *format,
                                              const char       *text,
                                              gsize             length);

/* Sets NEW_START to what stands instead of the first RET_LENGTH bytes of the line TEXT. FALSE
 * where nothing does. */
gboolean        ci_format_replace            (const CiFormat   *format,
                                              const char       *text,
                                              gsize             length,
                                              GString          *new_start,
                                              gsize            *ret_length);

/* Whether concealed TEXT goes. */
gboolean        ci_format_conceals           (const CiFormat   *format,
                                              const char       *text,
                                              gsize             length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CiFormats, ci_formats_free)
