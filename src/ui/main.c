/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include "application.h"
#include "worker.h"

#define LAST_WORK 3000        /* milliseconds */

int
main (int    argc,
      char **argv)
{
  GApplication *application;
  int status;

  /* Whoever reads a pipe of ours may stop at any time; writing says so by its error. */
  signal (SIGPIPE, SIG_IGN);

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  application = culprit_application_new ();

  status = g_application_run (application, argc, argv);
  /* The next one may start. */
  g_object_unref (application);
  /* One that goes on would meet what libraries take apart at a program's end. */
  if (!worker_wait (LAST_WORK)) {
    fflush (NULL);
    _exit (status);
  }

  return status;
}
