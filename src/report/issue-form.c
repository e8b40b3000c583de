/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "profile-private.h"

#include "issue-form.h"

/* What a label of a field is matched with, in the order of the file. */
typedef struct {
  ProfileContent  content;
  GRegex         *matches;
} ContentRule;

static void
content_rule_free (gpointer data)
{
  ContentRule *rule = data;

  g_clear_pointer (&rule->matches, g_regex_unref);
  g_free (rule);
}

static gboolean
add_content_rule (GPtrArray       *rules,
                  const DataNode  *node,
                  GError         **error)
{
  ContentRule *rule = g_new0 (ContentRule, 1);

  g_ptr_array_add (rules, rule);
  rule->matches = g_regex_new (data_node_get_member (node, "matches", ""), G_REGEX_CASELESS, 0, error);

  return rule->matches != NULL && profile_read_content (node, &rule->content, error);
}

static GPtrArray *
load_content_rules (GError **error)
{
  g_autoptr (DataFile) file = data_file_load_shipped ("forms/contents.yml", error);
  g_autoptr (GPtrArray) rules = g_ptr_array_new_with_free_func (content_rule_free);
  const DataNode *list;

  if (file == NULL)
    return NULL;
  list = data_file_get_root (file);
  for (guint i = 0; i < data_node_get_n_items (list); i++)
    if (!add_content_rule (rules, data_node_get_item (list, i), error))
      return NULL;

  return g_steal_pointer (&rules);
}

/* Whether any rule knows TEXT, and what it asks for. */
static gboolean
find_content (GPtrArray      *rules,
              const char     *text,
              ProfileContent *ret_content)
{
  for (guint i = 0; i < rules->len; i++) {
    const ContentRule *rule = g_ptr_array_index (rules, i);

    if (g_regex_match (rule->matches, text, 0, NULL)) {
      *ret_content = rule->content;
      return TRUE;
    }
  }

  return FALSE;
}

static gboolean
has_content (IssueForm      *form,
             ProfileContent  content)
{
  for (guint i = 0; i < form->fields->len; i++)
    if (((const ProfileField *) g_ptr_array_index (form->fields, i))->content == content)
      return TRUE;

  return FALSE;
}

/* The label, and the words of an id such as "failing-test". */
static ProfileContent
choose_content (IssueForm      *form,
                GPtrArray      *rules,
                const DataNode *node,
                const char     *label)
{
  g_autofree char *id = g_strdelimit (g_strdup (data_node_get_member (node, "id", "")), "-_", ' ');
  ProfileContent content = PROFILE_CONTENT_NONE;

  if (!find_content (rules, label, &content))
    find_content (rules, id, &content);

  return content != PROFILE_CONTENT_NONE && has_content (form, content) ? PROFILE_CONTENT_NONE
                                                                        : content;
}

static GStrv
dup_options (const DataNode *options)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < data_node_get_n_items (options); i++) {
    const DataNode *option = data_node_get_item (options, i);
    const char *label = data_node_get_member (option, "label", data_node_get_string (option));

    if (label != NULL)
      g_strv_builder_add (builder, label);
  }

  return g_strv_builder_end (builder);
}

/* What is chosen in a drop-down list at first, or "". */
static char *
dup_default_option (const DataNode *attributes)
{
  g_auto (GStrv) options = dup_options (data_node_get (attributes, "options"));
  int index = data_node_get_integer (attributes, "default", -1);

  return g_strdup (index >= 0 && (guint) index < g_strv_length (options) ? options[index] : "");
}

static gboolean
add_field (IssueForm       *form,
           GPtrArray       *rules,
           const DataNode  *node,
           GError         **error)
{
  const DataNode *attributes = data_node_get (node, "attributes");
  const char *type = data_node_get_member (node, "type", "");
  const char *label = data_node_get_member (attributes, "label", "");
  ProfileField *field;

  if (g_str_equal (type, "markdown"))
    return TRUE;
  if (label[0] == '\0')
    return data_node_set_error (node, error, _("a field of the form has no “label”"));

  field = g_new0 (ProfileField, 1);
  g_ptr_array_add (form->fields, field);
  field->label = g_strdup (label);
  if (g_str_equal (type, "checkboxes")) {
    field->kind = PROFILE_FIELD_CHECKS;
    field->checks = dup_options (data_node_get (attributes, "options"));
    if (field->checks[0] == NULL)
      return data_node_set_error (node, error, _("check boxes without “options”"));
  } else if (g_str_equal (type, "dropdown")) {
    field->text = dup_default_option (attributes);
  } else if (g_str_equal (type, "upload")) {
    field->content = PROFILE_CONTENT_NONE;
  } else if (g_str_equal (type, "input") || g_str_equal (type, "textarea")) {
    field->text = g_strstrip (g_strdup (data_node_get_member (attributes, "value", "")));
    field->content = choose_content (form, rules, node, label);
  } else {
    return data_node_set_error (node, error, _("“%s” is no type of a form’s field"), type);
  }

  return TRUE;
}

/* Somewhere the log must go: into the first text that nothing else fills, else the last. */
static void
ensure_description (IssueForm      *form,
                    const DataNode *body)
{
  ProfileField *last = NULL;
  guint n = 0;

  for (guint i = 0; i < data_node_get_n_items (body); i++) {
    const char *type = data_node_get_member (data_node_get_item (body, i), "type", "");
    ProfileField *field;

    if (g_str_equal (type, "markdown"))
      continue;
    field = g_ptr_array_index (form->fields, n++);
    if (g_str_equal (type, "textarea") && (last == NULL || last->content != PROFILE_CONTENT_NONE))
      last = field;
  }
  if (last != NULL && !has_content (form, PROFILE_CONTENT_DESCRIPTION))
    last->content = PROFILE_CONTENT_DESCRIPTION;
}

static GStrv
dup_labels (const DataNode *node)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < data_node_get_n_items (node); i++) {
    const char *list = data_node_get_string (data_node_get_item (node, i));
    g_auto (GStrv) labels = g_strsplit (list != NULL ? list : "", ",", -1);

    for (guint k = 0; labels[k] != NULL; k++)
      if (g_strstrip (labels[k])[0] != '\0')
        g_strv_builder_add (builder, labels[k]);
  }

  return g_strv_builder_end (builder);
}

IssueForm *
issue_form_new (DataFile  *file,
                GError   **error)
{
  const DataNode *root = data_file_get_root (file);
  const DataNode *body = data_node_get (root, "body");
  g_autoptr (GPtrArray) rules = load_content_rules (error);
  g_autoptr (IssueForm) form = g_new0 (IssueForm, 1);

  form->name = g_strdup (data_node_get_member (root, "name", data_file_get_name (file)));
  form->title_prefix = g_strdup (data_node_get_member (root, "title", ""));
  form->labels = dup_labels (data_node_get (root, "labels"));
  form->fields = g_ptr_array_new_with_free_func (profile_field_free);
  if (rules == NULL)
    return NULL;

  for (guint i = 0; i < data_node_get_n_items (body); i++)
    if (!add_field (form, rules, data_node_get_item (body, i), error))
      return NULL;
  if (form->fields->len == 0) {
    data_node_set_error (root, error, _("no issue form: it needs a “body” with fields"));
    return NULL;
  }
  ensure_description (form, body);

  return g_steal_pointer (&form);
}

void
issue_form_free (IssueForm *form)
{
  g_free (form->name);
  g_free (form->title_prefix);
  g_strfreev (form->labels);
  g_clear_pointer (&form->fields, g_ptr_array_unref);
  g_free (form);
}
