/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "data-file.h"
#include "rules-check.h"

#include "arguments.h"
#include "output.h"

#define NAME_WIDTH 20          /* columns */

/* A line for each problem, as compilers write them. */
static void
print_problems (GPtrArray *problems)
{
  for (guint i = 0; i < problems->len; i++)
    output_text (g_ptr_array_index (problems, i));
}

static CommandStatus
list_files (void)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) files = data_files_load_folder ("rules", problems);

  for (guint i = 0; i < files->len; i++) {
    DataFile *file = g_ptr_array_index (files, i);
    const char *path = data_file_get_path (file);
    guint n_rules = data_node_get_n_items (data_node_get (data_file_get_root (file), "lines"));
    g_autoptr (GString) line = g_string_new (NULL);

    output_append_cell (line, data_file_get_name (file), NAME_WIDTH);
    g_string_append_printf (line, " %4u  %s", n_rules, path != NULL ? path : _("built in"));
    output_text (line->str);
  }
  command_warn_all (problems);

  return output_finish ();
}

static void
check_files (char      **paths,
             GPtrArray  *problems)
{
  for (guint i = 0; paths[i] != NULL; i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (DataFile) file = data_file_load (paths[i], &error);

    if (file != NULL)
      rules_check_file (file, problems);
    else
      g_ptr_array_add (problems, g_strdup (error->message));
  }
}

/* All that are not built in. */
static void
check_own_files (GPtrArray *problems)
{
  g_autoptr (GPtrArray) files = data_files_load_folder ("rules", problems);

  for (guint i = 0; i < files->len; i++)
    if (data_file_get_path (g_ptr_array_index (files, i)) != NULL)
      rules_check_file (g_ptr_array_index (files, i), problems);
}

static CommandStatus
check (char **paths)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

  if (paths[0] != NULL)
    check_files (paths, problems);
  else
    check_own_files (problems);
  if (problems->len == 0)
    return output_finish ();

  print_problems (problems);
  if (output_finish () != COMMAND_DONE)
    return COMMAND_FAILED;

  return command_fail (COMMAND_FAILED,
                       ngettext ("rules: %u problem", "rules: %u problems", problems->len),
                       problems->len);
}

CommandStatus
command_rules (int          argc,
               char       **argv,
               const char  *profile)
{
  gboolean wants_check = FALSE;
  const GOptionEntry options[] = {
    { "check", 0, 0, G_OPTION_ARG_NONE, &wants_check,
      N_("Look for mistakes in the files, without any in one’s own"), NULL },
    { NULL }
  };
  g_auto (Arguments) arguments = { NULL };

  if (!arguments_parse_files (&arguments, N_("Lists the rule files, with the number of their rules."),
                              N_("[FILE…]"), profile, options, argc, argv))
    return COMMAND_WRONG_USAGE;
  if (arguments.files[0] != NULL && !wants_check)
    return command_fail (COMMAND_WRONG_USAGE, _("rules: files go with --check"));

  return wants_check ? check (arguments.files) : list_files ();
}
