/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "arguments.h"
#include "output.h"

#include "sending.h"

gint64
sending_read_number (const char *command,
                     const char *text)
{
  gint64 number = arguments_read_number (text);

  if (number == 0)
    command_fail (COMMAND_WRONG_USAGE, _("%s: “%s” is no number of an issue"), command, text);

  return number;
}

/* What a service says, in a line of its own. */
static void
show_words (const char *words)
{
  g_autoptr (GString) line = g_string_new (NULL);

  output_append_words (line, words);
  output_text (g_strchomp (line->str));
}

/* Exactly what goes out. */
static void
show (const TrackerPost *post,
      const char        *user)
{
  g_autofree char *target = tracker_post_dup_target (post);
  g_autofree char *labels = post->labels != NULL ? g_strjoinv (", ", post->labels) : g_strdup ("");

  output_text (target);
  if (user != NULL) {
    /* Translators: whose name an issue or a comment goes out under */
    g_autofree char *line = g_strdup_printf (_("as %s"), user);

    show_words (line);
  }
  if (*labels != '\0') {
    g_autofree char *line = g_strdup_printf (_("labels: %s"), labels);

    output_text (line);
  }
  if (post->kind == TRACKER_POST_REACTION)
    return;
  output_text ("\n");
  if (*post->title != '\0') {
    output_text (post->title);
    output_text ("\n");
  }
  output_text (post->body);
}

/* Whether somebody at the terminal says yes. */
static gboolean
ask (void)
{
  char answer[16] = "";

  /* Translators: the answer is “y” in every language: keep “[y/N]” */
  g_printerr ("%s ", _("Send it? [y/N]"));
  if (fgets (answer, sizeof answer, stdin) == NULL)
    return FALSE;

  return g_ascii_tolower (answer[0]) == 'y';
}

static CommandStatus
tell (const TrackerReply *reply)
{
  if (reply->was_there)
    command_warn (_("it is there already, nothing was sent"));
  if (reply->left_out != NULL)
    command_warn (_("without these labels, which the token may not set: %s"), reply->left_out);
  show_words (reply->url);

  return output_finish ();
}

static CommandStatus
send_post (const TrackerPost    *post,
           const SendingOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrackerReply) reply = NULL;
  g_autofree char *user = NULL;

  if (options->dry_run) {
    if (http_has_token (remote_get_http (), SERVICE_GITHUB_API))
      user = tracker_post_dup_user (remote_get_http (), NULL, NULL);
    show (post, user);
    return output_finish ();
  }
  if (!options->yes && !isatty (STDIN_FILENO))
    return command_fail (COMMAND_FAILED, _("nothing was sent: there is no terminal to ask at; --yes sends it, --dry-run shows it"));
  user = tracker_post_dup_user (remote_get_http (), NULL, &error);
  if (user == NULL)
    return command_fail (COMMAND_FAILED, "%s", error->message);
  show (post, user);
  output_flush ();
  if (!options->yes && !ask ())
    return command_fail (COMMAND_FAILED, _("nothing was sent"));
  reply = tracker_post_send (remote_get_http (), post, NULL, &error);

  return reply != NULL ? tell (reply) : command_fail (COMMAND_FAILED, "%s", error->message);
}

CommandStatus
sending_run (TrackerPost          *post,
             const SendingOptions *options)
{
  g_autoptr (TrackerPost) owned = post;

  return send_post (owned, options);
}
