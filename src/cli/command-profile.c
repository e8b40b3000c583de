/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

#include "issue-form.h"
#include "profile.h"
#include "repository.h"

#include "arguments.h"
#include "output.h"

/* Members that come from the form, whatever another profile says. */
static const char * const form_members[] = { "title_prefix", "form", "labels", "fields", NULL };

static void
add_string (JsonBuilder *builder,
            const char  *name,
            const char  *value)
{
  if (value == NULL || value[0] == '\0')
    return;
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
add_strings (JsonBuilder *builder,
             const char  *name,
             GStrv        strings)
{
  if (strings[0] == NULL)
    return;
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; strings[i] != NULL; i++)
    json_builder_add_string_value (builder, strings[i]);
  json_builder_end_array (builder);
}

static void
add_field (JsonBuilder        *builder,
           const ProfileField *field)
{
  json_builder_begin_object (builder);
  add_string (builder, "label", field->label);
  if (field->checks != NULL)
    add_strings (builder, "checks", field->checks);
  else if (field->content != PROFILE_CONTENT_NONE)
    add_string (builder, "content", profile_content_to_string (field->content));
  add_string (builder, "text", field->text);
  json_builder_end_object (builder);
}

static void
add_form (JsonBuilder     *builder,
          const IssueForm *form,
          const char      *path)
{
  g_autofree char *base_name = g_path_get_basename (path);

  add_string (builder, "title_prefix", form->title_prefix);
  add_string (builder, "form", base_name);
  add_strings (builder, "labels", form->labels);
  json_builder_set_member_name (builder, "fields");
  json_builder_begin_array (builder);
  for (guint i = 0; i < form->fields->len; i++)
    add_field (builder, g_ptr_array_index (form->fields, i));
  json_builder_end_array (builder);
}

static void
add_node (JsonBuilder    *builder,
          const DataNode *node)
{
  const char *scalar = data_node_get_string (node);
  gint64 number;

  if (scalar != NULL && g_ascii_string_to_signed (scalar, 10, G_MININT, G_MAXINT, &number, NULL)) {
    json_builder_add_int_value (builder, number);
  } else if (scalar != NULL) {
    json_builder_add_string_value (builder, scalar);
  } else if (data_node_get_n_members (node) > 0) {
    json_builder_begin_object (builder);
    for (guint i = 0; i < data_node_get_n_members (node); i++) {
      json_builder_set_member_name (builder, data_node_get_key (node, i));
      add_node (builder, data_node_get_value (node, i));
    }
    json_builder_end_object (builder);
  } else {
    json_builder_begin_array (builder);
    for (guint i = 0; i < data_node_get_n_items (node); i++)
      add_node (builder, data_node_get_item (node, i));
    json_builder_end_array (builder);
  }
}

/* What a form does not say, as the profile in FILE has it. */
static void
add_others (JsonBuilder *builder,
            DataFile    *file)
{
  const DataNode *root = data_file_get_root (file);

  for (guint i = 0; i < data_node_get_n_members (root); i++) {
    if (g_strv_contains (form_members, data_node_get_key (root, i)))
      continue;
    json_builder_set_member_name (builder, data_node_get_key (root, i));
    add_node (builder, data_node_get_value (root, i));
  }
}

static char *
dup_profile (const IssueForm *form,
             const char      *path,
             const char      *repository,
             DataFile        *base)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  if (base != NULL) {
    add_others (builder, base);
  } else {
    add_string (builder, "title", repository != NULL ? repository : form->name);
    add_string (builder, "repository", repository);
  }
  add_form (builder, form, path);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);

  return json_to_string (root, TRUE);
}

/* The file of the profile NAME, or NULL and told. */
static DataFile *
find_profile (GPtrArray  *files,
              const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Profile) profile = profile_load (name, &error);

  if (profile == NULL) {
    command_fail (COMMAND_FAILED, "%s", error->message);
    return NULL;
  }
  for (guint i = 0; i < files->len; i++)
    if (g_str_equal (data_file_get_name (g_ptr_array_index (files, i)), name))
      return g_ptr_array_index (files, i);

  return NULL;
}

static CommandStatus
list_profiles (void)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) files = data_files_load_folder ("profiles", problems);

  for (guint i = 0; i < files->len; i++) {
    g_autoptr (GString) line = g_string_new (NULL);

    output_append_words (line, data_file_get_name (g_ptr_array_index (files, i)));
    output_text (line->str);
  }
  command_warn_all (problems);

  return output_finish ();
}

static CommandStatus
print_profile (const Arguments *arguments,
               const char      *repository)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DataFile) file = data_file_load (arguments->files[0], &error);
  g_autoptr (IssueForm) form = file != NULL ? issue_form_new (file, &error) : NULL;
  g_autoptr (GPtrArray) profiles = NULL;
  g_autofree char *text = NULL;
  DataFile *base = NULL;

  if (form == NULL)
    return command_fail (COMMAND_FAILED, "%s", error->message);

  if (arguments->profile != NULL) {
    profiles = data_files_load_folder ("profiles", NULL);
    base = find_profile (profiles, arguments->profile);
    if (base == NULL)
      return COMMAND_FAILED;
  }
  text = dup_profile (form, arguments->files[0], repository, base);
  output_text (text);

  return output_finish ();
}

CommandStatus
command_profile (int          argc,
                 char       **argv,
                 const char  *profile)
{
  gboolean wants_list = FALSE;
  g_autofree char *repository = NULL;
  const GOptionEntry options[] = {
    { "list", 0, 0, G_OPTION_ARG_NONE, &wants_list, N_("List the profiles"), NULL },
    { "repository", 0, 0, G_OPTION_ARG_STRING, &repository,
      N_("The repository whose logs the profile is for"), N_("OWNER/NAME") },
    { NULL }
  };
  g_auto (Arguments) arguments = { NULL };

  if (!arguments_parse_files (&arguments,
                              N_("Prints a profile made from an issue form, a file in .github/ISSUE_TEMPLATE. "
                                 "With --profile, what a form does not say is that profile’s."),
                              N_("FORM.yml"), profile, options, argc, argv))
    return COMMAND_WRONG_USAGE;
  if (wants_list && (arguments.files[0] != NULL || repository != NULL || arguments.profile != NULL))
    return command_fail (COMMAND_WRONG_USAGE, _("profile: --list stands alone"));
  if (wants_list)
    return list_profiles ();
  if (g_strv_length (arguments.files) != 1)
    return command_fail (COMMAND_WRONG_USAGE, _("profile: name one issue form, as in “profile .github/ISSUE_TEMPLATE/ci.yml”"));
  if (repository != NULL && !repository_is_valid (repository))
    return command_fail (COMMAND_WRONG_USAGE, _("profile: --repository must read as in “owner/name”"));
  if (repository != NULL && arguments.profile != NULL)
    return command_fail (COMMAND_WRONG_USAGE, _("profile: one of --repository and --profile at a time"));

  return print_profile (&arguments, repository);
}
