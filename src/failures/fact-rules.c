/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "data-file.h"

#include "fact-rules.h"

static const char * const fact_names[] = {
  [FACT_JOB] = "job",
  [FACT_COMMIT] = "commit",
  [FACT_BRANCH] = "branch",
  [FACT_REPOSITORY] = "repository",
  [FACT_ORGANIZATION] = "organization",
  [FACT_PIPELINE] = "pipeline",
  [FACT_BUILD] = "build",
  [FACT_PULL_REQUEST] = "pull_request",
  [FACT_COMMAND] = "command",
  [FACT_JOB_ID] = "job_id",
  [N_FACTS] = NULL,
};

const char *
fact_get_name (Fact fact)
{
  return fact_names[fact];
}

static void
fact_rule_free (gpointer data)
{
  FactRule *rule = data;

  pattern_free (rule->pattern);
  g_free (rule->variable);
  g_free (rule);
}

static void
fact_format_free (gpointer data)
{
  FactFormat *format = data;

  g_free (format->name);
  g_strfreev (format->urls);
  g_ptr_array_unref (format->file_names);
  g_free (format);
}

static FactRule *
add_rule (FactRules *rules,
          GPtrArray *list)
{
  FactRule *rule = g_new0 (FactRule, 1);

  rule->format = rules->formats->len;
  rule->rank = list->len;
  g_ptr_array_add (list, rule);

  return rule;
}

static gboolean
read_variables (FactRules       *rules,
                GPtrArray       *list,
                const DataNode  *node,
                GError         **error)
{
  if (!data_node_check_keys (node, fact_names, error))
    return FALSE;

  for (guint fact = 0; fact < N_FACTS; fact++) {
    const DataNode *names = data_node_get (node, fact_names[fact]);

    for (guint i = 0; i < data_node_get_n_items (names); i++) {
      const char *name = data_node_get_string (data_node_get_item (names, i));
      FactRule *rule;

      if (name == NULL || *name == '\0')
        return data_node_set_error (names, error, _("the name of a variable is missing"));
      rule = add_rule (rules, list);
      rule->fact = fact;
      rule->variable = g_strdup (name);
    }
  }

  return TRUE;
}

static gboolean
check_words (const DataNode  *item,
             const DataNode  *has,
             GError         **error)
{
  if (data_node_get_n_items (has) == 0)
    return data_node_set_error (item, error, _("a line needs “has”"));

  for (guint i = 0; i < data_node_get_n_items (has); i++) {
    const char *text = data_node_get_string (data_node_get_item (has, i));

    if (text == NULL || *text == '\0')
      return data_node_set_error (has, error, _("words are missing"));
  }

  return TRUE;
}

static gboolean
read_keep (const DataNode  *node,
           gboolean        *ret_keep_last,
           GError         **error)
{
  const char *word = data_node_get_string (node);

  *ret_keep_last = g_strcmp0 (word, "last") == 0;
  if (node == NULL || *ret_keep_last || g_strcmp0 (word, "first") == 0)
    return TRUE;

  return data_node_set_error (node, error, _("“%s” is none of: %s"), word != NULL ? word : "",
                              "first, last");
}

/* LITERALS gets the words of each rule, in the order of LIST. */
static gboolean
read_lines (FactRules       *rules,
            GPtrArray       *list,
            GPtrArray       *literals,
            const DataNode  *node,
            GError         **error)
{
  const char * const keys[] = { "has", "matches", "keep", NULL };

  for (guint i = 0; i < data_node_get_n_items (node); i++) {
    const DataNode *item = data_node_get_item (node, i);
    const DataNode *has = data_node_get (item, "has");
    FactRule *rule = add_rule (rules, list);

    if (!data_node_check_keys (item, keys, error) ||
        !check_words (item, has, error) ||
        !read_keep (data_node_get (item, "keep"), &rule->keep_last, error) ||
        !pattern_read (data_node_get (item, "matches") != NULL ? data_node_get (item, "matches")
                                                               : item, &rule->pattern, error))
      return FALSE;
    g_ptr_array_add (literals, (gpointer) has);
  }

  return TRUE;
}

static gboolean
read_urls (FactFormat      *format,
           const DataNode  *list,
           GError         **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < data_node_get_n_items (list); i++) {
    const char *url = data_node_get_string (data_node_get_item (list, i));

    if (url == NULL)
      return data_node_set_error (list, error, _("an address is missing"));
    g_strv_builder_add (builder, url);
  }
  format->urls = g_strv_builder_end (builder);

  return TRUE;
}

static gboolean
read_file_names (FactFormat      *format,
                 const DataNode  *list,
                 GError         **error)
{
  for (guint i = 0; i < data_node_get_n_items (list); i++) {
    Pattern *pattern;

    if (!pattern_read (data_node_get_item (list, i), &pattern, error))
      return FALSE;
    g_ptr_array_add (format->file_names, pattern);
  }

  return TRUE;
}

static FactFormat *
read_format (DataFile  *file,
             GError   **error)
{
  const DataNode *root = data_file_get_root (file);
  FactFormat *format = g_new0 (FactFormat, 1);

  format->file_names = g_ptr_array_new_with_free_func (pattern_destroy);
  format->name = g_strdup (data_node_get_member (root, "name", data_file_get_name (file)));
  if (!read_urls (format, data_node_get (data_node_get (root, "facts"), "urls"), error) ||
      !read_file_names (format, data_node_get (root, "file_name"), error)) {
    fact_format_free (format);
    return NULL;
  }

  return format;
}

static void
add_literals (FactRules *rules,
              FactRule  *rule,
              GPtrArray *literals,
              guint     *next)
{
  guint id = rules->rules->len - 1;
  const DataNode *has;

  if (rule->variable != NULL) {
    literals_add (rules->literals, rule->variable, LITERAL_ANYWHERE, id);
    return;
  }
  has = g_ptr_array_index (literals, (*next)++);
  for (guint i = 0; i < data_node_get_n_items (has); i++)
    literals_add (rules->literals, data_node_get_string (data_node_get_item (has, i)), LITERAL_ANYWHERE, id);
}

static gboolean
read_file (FactRules  *rules,
           DataFile   *file,
           GError    **error)
{
  const char * const keys[] = { "variables", "lines", "urls", NULL };
  const DataNode *facts = data_node_get (data_file_get_root (file), "facts");
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (fact_rule_free);
  g_autoptr (GPtrArray) literals = g_ptr_array_new ();
  FactFormat *format;
  guint next = 0;

  if (!data_node_check_keys (facts, keys, error) ||
      !read_variables (rules, list, data_node_get (facts, "variables"), error) ||
      !read_lines (rules, list, literals, data_node_get (facts, "lines"), error))
    return FALSE;
  format = read_format (file, error);
  if (format == NULL)
    return FALSE;

  g_ptr_array_add (rules->formats, format);
  while (list->len > 0) {
    FactRule *rule = g_ptr_array_steal_index (list, 0);

    g_ptr_array_add (rules->rules, rule);
    add_literals (rules, rule, literals, &next);
  }

  return TRUE;
}

FactRules *
fact_rules_load (GPtrArray *warnings)
{
  g_autoptr (GPtrArray) files = data_files_load_folder ("ci", NULL);
  FactRules *rules = g_new0 (FactRules, 1);

  rules->formats = g_ptr_array_new_with_free_func (fact_format_free);
  rules->rules = g_ptr_array_new_with_free_func (fact_rule_free);
  rules->literals = literals_new ();
  for (guint i = 0; i < files->len; i++) {
    g_autoptr (GError) error = NULL;

    if (!read_file (rules, g_ptr_array_index (files, i), &error) && warnings != NULL)
      g_ptr_array_add (warnings, g_strdup (error->message));
  }

  return rules;
}

void
fact_rules_free (FactRules *rules)
{
  if (rules == NULL)
    return;

  g_ptr_array_unref (rules->formats);
  g_ptr_array_unref (rules->rules);
  literals_free (rules->literals);
  g_free (rules);
}
