/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ignored-commands.h"

/* More are not left out. */
#define MAX_COMMANDS 4096

/* Between a program's last words and the line that says that they count for nothing, at most. */
#define MAX_GAP 3

/* What a command printed. */
typedef struct {
  LineRange lines;
  gboolean  is_whole;   /* all of them are its own */
} Command;

struct IgnoredCommands {
  GArray       *commands;       /* of Command, in the order of the log */
  const Runner *starter;        /* whose line started the last command, or NULL: none did */
  gint64        start_line;     /* that line, or where another one ended; or 0 */
  gboolean      is_ignored;     /* that line said that its failure counts for nothing */
};

IgnoredCommands *
ignored_commands_new (void)
{
  IgnoredCommands *commands = g_new0 (IgnoredCommands, 1);

  commands->commands = g_array_new (FALSE, FALSE, sizeof (Command));

  return commands;
}

void
ignored_commands_free (IgnoredCommands *commands)
{
  if (commands == NULL)
    return;

  g_array_unref (commands->commands);
  g_free (commands);
}

/* What stands between the last start and line NUMBER was for nothing. */
static void
add (IgnoredCommands *commands,
     gint64           number,
     gboolean         is_whole)
{
  Command command = { { commands->start_line + 1, number - 1 }, is_whole };

  if (command.lines.first <= command.lines.last && commands->commands->len < MAX_COMMANDS)
    g_array_append_val (commands->commands, command);
}

void
ignored_commands_push (IgnoredCommands *commands,
                       const LineRule  *rule,
                       gint64           number)
{
  gboolean starts = rule->command == COMMAND_STARTS || rule->command == COMMAND_STARTS_IGNORED;

  if (rule->command == COMMAND_NONE && rule->is != LINE_IS_STEP)
    return;
  if (commands->is_ignored)
    add (commands, number, TRUE);
  else if (rule->command == COMMAND_WAS_IGNORED)
    add (commands, number, commands->starter == rule->runner);
  commands->is_ignored = rule->command == COMMAND_STARTS_IGNORED;
  commands->starter = starts || commands->starter == rule->runner ? rule->runner : NULL;
  commands->start_line = number;
}

void
ignored_commands_finish (IgnoredCommands *commands,
                         gint64           number)
{
  if (commands->is_ignored)
    add (commands, number + 1, TRUE);
  commands->is_ignored = FALSE;
}

gboolean
ignored_commands_has_any (const IgnoredCommands *commands)
{
  return commands->commands->len > 0;
}

/* What a program said last of a command's output. */
typedef struct {
  const char *runner;   /* or NULL: nothing near enough to the end */
  gint64      line;
} Speaker;

/* The number of the command that printed line NUMBER, or -1. */
static int
find_command (const IgnoredCommands *commands,
              gint64                 number)
{
  guint first = 0, end = commands->commands->len;

  while (first < end) {
    guint middle = (first + end) / 2;
    LineRange lines = g_array_index (commands->commands, Command, middle).lines;

    if (number < lines.first)
      end = middle;
    else if (number > lines.last)
      first = middle + 1;
    else
      return middle;
  }

  return -1;
}

static void
listen (const IgnoredCommands *commands,
        Speaker               *speakers,
        const char            *runner,
        gint64                 line,
        gint64                 last_line)
{
  int n = find_command (commands, line);
  gint64 last;

  if (n < 0)
    return;
  last = g_array_index (commands->commands, Command, n).lines.last;
  last_line = MIN (MAX (line, last_line), last);
  if (last_line >= MAX (speakers[n].line, last - MAX_GAP))
    speakers[n] = (Speaker) { g_intern_string (runner), last_line };
}

static void
listen_to_blocks (const IgnoredCommands *commands,
                  Speaker               *speakers,
                  const GPtrArray       *blocks)
{
  for (guint i = 0; i < blocks->len; i++) {
    const Block *block = g_ptr_array_index (blocks, i);

    listen (commands, speakers, block->runner->name, block->line, block->last_line);
  }
}

/* Whether what RUNNER said at line NUMBER was for nothing. */
static gboolean
was_for_nothing (const IgnoredCommands *commands,
                 const Speaker         *speakers,
                 const char            *runner,
                 gint64                 number)
{
  int n = find_command (commands, number);

  return n >= 0 && (g_array_index (commands->commands, Command, n).is_whole ||
                    g_strcmp0 (speakers[n].runner, runner) == 0);
}

static void
leave_out_blocks (const IgnoredCommands *commands,
                  const Speaker         *speakers,
                  GPtrArray             *blocks)
{
  for (guint i = blocks->len; i > 0; i--) {
    const Block *block = g_ptr_array_index (blocks, i - 1);

    if (was_for_nothing (commands, speakers, block->runner->name, block->line))
      g_ptr_array_remove_index (blocks, i - 1);
  }
}

void
ignored_commands_leave_out (const IgnoredCommands *commands,
                            GPtrArray             *failures,
                            GPtrArray             *reports,
                            GPtrArray             *others)
{
  g_autofree Speaker *speakers = g_new0 (Speaker, commands->commands->len);

  for (guint i = 0; i < failures->len; i++) {
    const Failure *failure = g_ptr_array_index (failures, i);

    listen (commands, speakers, failure->runner, failure->line, failure->last_line);
  }
  listen_to_blocks (commands, speakers, reports);
  listen_to_blocks (commands, speakers, others);
  leave_out_blocks (commands, speakers, reports);
  leave_out_blocks (commands, speakers, others);
  for (guint i = failures->len; i > 0; i--) {
    const Failure *failure = g_ptr_array_index (failures, i - 1);

    if (was_for_nothing (commands, speakers, failure->runner, failure->line))
      g_ptr_array_remove_index (failures, i - 1);
  }
}
