/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "pattern.h"

#include "rerun.h"

/* How often a test is run that may be flaky. */
#define DEFAULT_LOOP "for i in $(seq 20); do %s || break; done"

#define MAX_NAME_BYTES 4096

/* "{test}", "{group:regex}"; not the shell's own "${variable}". */
#define PLACE "(?<!\\$)\\{([a-z]+)((?::[a-z]+)*)\\}"

typedef struct {
  Pattern *name;      /* or NULL */
  char    *prefix;
  char    *once;
  char    *loop;
} Form;

struct Rerun {
  GPtrArray *forms;   /* of Form */
  GRegex    *place;
};

static void
form_free (gpointer data)
{
  Form *form = data;

  pattern_free (form->name);
  g_free (form->prefix);
  g_free (form->once);
  g_free (form->loop);
  g_free (form);
}

/* Whether each "{…}" of COMMAND is "test" or a group of NAME. */
static gboolean
check_places (const Rerun     *rerun,
              const DataNode  *node,
              const char      *command,
              const char      *name,
              GError         **error)
{
  g_autoptr (GMatchInfo) match = NULL;
  guint n = 0;

  for (g_regex_match (rerun->place, command, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL), n++) {
    g_autofree char *word = g_match_info_fetch (match, 1);
    g_autofree char *filters = g_match_info_fetch (match, 2);
    g_autofree char *group = g_strdup_printf ("(?<%s>", word);

    if (!g_str_equal (word, "test") && (name == NULL || strstr (name, group) == NULL))
      return data_node_set_error (node, error, _("“name” has no group “%s”"), word);
    if (!g_regex_match_simple ("^(:regex|:words)*$", filters, 0, 0))
      return data_node_set_error (node, error, _("after “:” only “regex” and “words” may stand"));
  }
  if (n == 0)
    return data_node_set_error (node, error, _("a rerun command needs “{test}” in it"));

  return TRUE;
}

static gboolean
read_name (Form            *form,
           const DataNode  *node,
           GError         **error)
{
  const char *source = data_node_get_string (node);
  g_autoptr (GError) problem = NULL;

  if (source == NULL)
    return TRUE;
  form->name = pattern_new (source, &problem);

  return form->name != NULL ||
         data_node_set_error (node, error, _("the regular expression is wrong: %s"), problem->message);
}

static gboolean
add_form (Rerun           *rerun,
          const DataNode  *node,
          GError         **error)
{
  const char * const keys[] = { "name", "prefix", "once", "loop", NULL };
  const char *name = data_node_get_member (node, "name", NULL);
  Form *form = g_new0 (Form, 1);

  g_ptr_array_add (rerun->forms, form);
  form->prefix = g_strdup (data_node_get_member (node, "prefix", ""));
  form->once = g_strdup (data_node_get_member (node, "once", ""));
  form->loop = g_strdup (data_node_get_member (node, "loop", NULL));
  if (form->loop == NULL)
    form->loop = g_strdup_printf (DEFAULT_LOOP, form->once);

  return data_node_check_keys (node, keys, error) &&
         read_name (form, data_node_get (node, "name"), error) &&
         check_places (rerun, node, form->once, name, error) &&
         check_places (rerun, node, form->loop, name, error);
}

Rerun *
rerun_new (const DataNode  *node,
           GError         **error)
{
  g_autoptr (Rerun) rerun = g_new0 (Rerun, 1);

  rerun->forms = g_ptr_array_new_with_free_func (form_free);
  rerun->place = g_regex_new (PLACE, G_REGEX_OPTIMIZE, 0, NULL);
  if (data_node_get_n_members (node) > 0)
    return add_form (rerun, node, error) ? g_steal_pointer (&rerun) : NULL;

  for (guint i = 0; i < data_node_get_n_items (node); i++)
    if (!add_form (rerun, data_node_get_item (node, i), error))
      return NULL;

  return g_steal_pointer (&rerun);
}

void
rerun_free (Rerun *rerun)
{
  if (rerun == NULL)
    return;

  g_ptr_array_unref (rerun->forms);
  g_regex_unref (rerun->place);
  g_free (rerun);
}

/* What a form's "{…}" stand for. */
typedef struct {
  const Form   *form;
  PatternMatch *match;
  char         *test;
} Name;

/* What a regular expression would take for something else gets a backslash; all that stands
 * for itself in every kind of them stays as it is. */
static char *
dup_escaped (const char *text)
{
  GString *escaped = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++) {
    if (strchr ("\\^$.|()[]{}*+?", *p) != NULL)
      g_string_append_c (escaped, '\\');
    g_string_append_c (escaped, *p);
  }

  return g_string_free (escaped, FALSE);
}

/* What stands between suite and test, also where the test has no name, becomes a blank. */
static void
replace_separators (GString *text)
{
  const char * const separators[] = { " ›", " >" };

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++) {
    g_autofree char *separator = g_strconcat (separators[i], " ", NULL);

    g_string_replace (text, separator, " ", 0);
    if (g_str_has_suffix (text->str, separators[i]))
      g_string_truncate (text, text->len - strlen (separators[i]) + 1);
  }
}

static gboolean
append_place (const GMatchInfo *match,
              GString          *result,
              gpointer          data)
{
  const Name *name = data;
  g_autofree char *word = g_match_info_fetch (match, 1);
  g_autofree char *filters = g_match_info_fetch (match, 2);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *escaped = NULL;

  if (g_str_equal (word, "test")) {
    g_string_append (text, name->test);
  } else {
    g_autofree char *group = pattern_match_dup_group (name->form->name, name->match, word,
                                                      MAX_NAME_BYTES);

    g_string_append (text, group);
  }
  if (strstr (filters, ":words") != NULL)
    replace_separators (text);
  escaped = strstr (filters, ":regex") ? dup_escaped (text->str) : g_strdup (text->str);
  g_string_append (result, escaped);

  return FALSE;
}

/* As a shell's word: quoted only where it must be. */
static char *
dup_shell_word (const char *text)
{
  return g_regex_match_simple ("^[\\w./:@%+=,-]+$", text, G_REGEX_RAW | G_REGEX_DOLLAR_ENDONLY, 0)
         ? g_strdup (text) : g_shell_quote (text);
}

/* WORD of a command, which may be in quotes, with its "{…}" filled in; never an option. */
static void
append_word (const Rerun *rerun,
             Name        *name,
             const char  *word,
             GString     *command)
{
  g_autofree char *bare = NULL;
  g_autofree char *filled = NULL;
  g_autofree char *safe = NULL;
  g_autofree char *quoted = NULL;

  if (g_regex_match (rerun->place, word, 0, NULL))
    bare = g_shell_unquote (word, NULL);
  if (bare == NULL) {
    g_string_append (command, word);
    return;
  }
  filled = g_regex_replace_eval (rerun->place, bare, -1, 0, 0, append_place, name, NULL);
  safe = g_strconcat (bare[0] != '-' && filled[0] == '-' ? "./" : "", filled, NULL);
  quoted = dup_shell_word (safe);
  g_string_append (command, quoted);
}

/* Where the word at START ends: at a blank outside of quotes. */
static const char *
find_word_end (const char *start)
{
  char quote = '\0';

  for (; *start != '\0' && (quote != '\0' || *start != ' '); start++) {
    if (quote == *start)
      quote = '\0';
    else if (quote == '\0' && (*start == '\'' || *start == '"'))
      quote = *start;
  }

  return start;
}

static char *
dup_filled (const Rerun *rerun,
            Name        *name,
            const char  *command)
{
  GString *filled = g_string_new (NULL);

  while (*command != '\0') {
    const char *end = find_word_end (command);
    g_autofree char *word = g_strndup (command, end - command);

    append_word (rerun, name, word, filled);
    if (*end == ' ')
      g_string_append_c (filled, *end++);
    command = end;
  }

  return g_string_free (filled, FALSE);
}

/* TEST with PREFIX before it where it is not there; "../" of TEST goes out of it. */
static char *
dup_with_prefix (const char *prefix,
                 const char *test)
{
  gsize length = strlen (prefix);

  if (g_str_has_prefix (test, prefix))
    return g_strdup (test);
  while (length > 0 && prefix[length - 1] == '/' && g_str_has_prefix (test, "../")) {
    test += strlen ("../");
    length--;
    while (length > 0 && prefix[length - 1] != '/')
      length--;
  }

  return g_strdup_printf ("%.*s%s", (int) length, prefix, test);
}

char *
rerun_dup_command (const Rerun *rerun,
                   const char  *test,
                   gboolean     loop)
{
  g_autoptr (PatternMatch) match = pattern_match_new ();

  for (guint i = 0; i < rerun->forms->len; i++) {
    const Form *form = g_ptr_array_index (rerun->forms, i);
    g_autofree char *full = dup_with_prefix (form->prefix, test);
    Name name = { form, match, full };

    if (form->name == NULL ||
        pattern_find (form->name, match, full, strlen (full)) == PATTERN_MATCH)
      return dup_filled (rerun, &name, loop ? form->loop : form->once);
  }

  return NULL;
}
