/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "command.h"

/* Reads a command's arguments: its own options beside those that go with every command, and
 * at most one log. */
typedef struct {
  char  *log;        /* as it was given: a file's name or "-"; "-" where none was */
  GStrv  files;      /* all that were given */
  char  *profile;    /* NULL: the one that the log's repository names */
} Arguments;

/* OPTIONS may be NULL. --help prints and ends the program. FALSE where the command line is
 * wrong; standard error was told then. */
gboolean arguments_parse (Arguments          *arguments,
                          const char         *summary,
                          const char         *profile,
                          const GOptionEntry *options,
                          int                 argc,
                          char              **argv);

/* The same for a command that reads no log but any number of files, so that the log stays NULL.
 * PARAMETERS is for --help, to be translated; NULL: it takes none. */
gboolean arguments_parse_files (Arguments          *arguments,
                                const char         *summary,
                                const char         *parameters,
                                const char         *profile,
                                const GOptionEntry *options,
                                int                 argc,
                                char              **argv);

/* Whether JOB and COMMIT, the values of --job and --commit or NULL, may stand in an issue; standard error was told else. */
gboolean arguments_check_facts (const char *command,
                                const char *job,
                                const char *commit);

/* The number of an issue, as people write it: "12" or "#12"; 0 where TEXT is none. */
gint64   arguments_read_number (const char *text);

/* Prints the help of CONTEXT and ends the program. */
void     arguments_print_help  (GOptionContext *context) G_GNUC_NORETURN;

void     arguments_clear       (Arguments *arguments);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Arguments, arguments_clear)
