/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* The commands of culprit-cli. */

/* Exit statuses; others depend on them. */
typedef enum {
  COMMAND_DONE,         /* 0: it did what it was asked to */
  COMMAND_FAILED,       /* 1: it could not; one line on standard error says why */
  COMMAND_WRONG_USAGE,  /* 2: the command line makes no sense */
} CommandStatus;

typedef struct {
  const char    *name;
  const char    *summary;    /* one line for --help, to be translated */

  /* ARGV[0] is the command's name. PROFILE is the one named before it, or NULL. */
  CommandStatus (*run) (int          argc,
                        char       **argv,
                        const char  *profile);

  gboolean       is_for_others;  /* what it makes leaves the machine */
} Command;

CommandStatus command_clean    (int argc, char **argv, const char *profile);
CommandStatus command_tail     (int argc, char **argv, const char *profile);
CommandStatus command_failures (int argc, char **argv, const char *profile);
CommandStatus command_excerpt  (int argc, char **argv, const char *profile);
CommandStatus command_fetch    (int argc, char **argv, const char *profile);
CommandStatus command_issue    (int argc, char **argv, const char *profile);
CommandStatus command_comment  (int argc, char **argv, const char *profile);
CommandStatus command_known    (int argc, char **argv, const char *profile);
CommandStatus command_history  (int argc, char **argv, const char *profile);
CommandStatus command_triage   (int argc, char **argv, const char *profile);
CommandStatus command_submit   (int argc, char **argv, const char *profile);
CommandStatus command_react    (int argc, char **argv, const char *profile);
CommandStatus command_rerun    (int argc, char **argv, const char *profile);
CommandStatus command_pr       (int argc, char **argv, const char *profile);
CommandStatus command_profile  (int argc, char **argv, const char *profile);
CommandStatus command_rules    (int argc, char **argv, const char *profile);

/* Prints "culprit-cli: MESSAGE" on standard error. Returns STATUS, for "return command_fail (…)". */
CommandStatus command_fail     (CommandStatus  status,
                                const char    *format,
                                ...) G_GNUC_PRINTF (2, 3);

/* The same of what does not keep the command from going on. */
void          command_warn     (const char    *format,
                                ...) G_GNUC_PRINTF (1, 2);
void          command_warn_all (GPtrArray     *warnings);    /* of char *, each in a line of its own */
