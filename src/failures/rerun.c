/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "rerun-filters.h"

#include "rerun.h"

/* How often a test is run that may be flaky. */
#define DEFAULT_LOOP "for i in $(seq 20); do %s || break; done"

#define MAX_NAME_BYTES 4096

/* "{test}", "{group:regex}"; not the shell's own "${variable}". */
#define PLACE "(?<!\\$)\\{([a-z]+)((?::[a-z]+)*)\\}"

/* Where a form looks for what it needs to know. */
typedef enum {
  CLUE_NAME,
  CLUE_SAID,
  CLUE_RAN,
  CLUE_PLACE,
  CLUE_NEXT,
  N_CLUES,
} Clue;

static const char * const clue_keys[N_CLUES] = { "name", "said", "ran", "place", "next" };

typedef struct {
  Pattern *patterns[N_CLUES];   /* each may be NULL */
  char    *groups;              /* the texts of all of them */
  char    *prefix;
  char    *suite;               /* what “{suite}” is where that is not told */
  char    *escape;
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

  for (guint i = 0; i < N_CLUES; i++)
    pattern_free (form->patterns[i]);
  g_free (form->groups);
  g_free (form->prefix);
  g_free (form->suite);
  g_free (form->escape);
  g_free (form->once);
  g_free (form->loop);
  g_free (form);
}

/* Whether each "{…}" of COMMAND is "test" or a group of one of FORM's patterns. */
static gboolean
check_places (const Rerun     *rerun,
              const Form      *form,
              const DataNode  *node,
              const char      *command,
              GError         **error)
{
  g_autoptr (GMatchInfo) match = NULL;
  guint n = 0;

  for (g_regex_match (rerun->place, command, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL), n++) {
    g_autofree char *word = g_match_info_fetch (match, 1);
    g_autofree char *filters = g_match_info_fetch (match, 2);
    g_autofree char *group = g_strdup_printf ("(?<%s>", word);

    if (!g_str_equal (word, "test") && !g_str_equal (word, "suite") && strstr (form->groups, group) == NULL)
      return data_node_set_error (node, error, _("“name”, “said”, “ran”, “place” and “next” have no group “%s”"),
                                  word);
    if (!rerun_filters_are_known (filters))
      return data_node_set_error (node, error, _("after “:” only “words”, “regex”, “escaped”, "
                                                 "“loose” and “shell” may stand"));
  }
  if (n == 0)
    return data_node_set_error (node, error, _("a rerun command needs “{test}” in it"));

  return TRUE;
}

static gboolean
add_form (Rerun           *rerun,
          const DataNode  *node,
          GError         **error)
{
  const char * const keys[] = { "name", "said", "ran", "place", "next", "prefix", "suite", "escape", "once",
                                "loop", NULL };
  Form *form = g_new0 (Form, 1);

  g_ptr_array_add (rerun->forms, form);
  form->groups = g_strconcat (data_node_get_member (node, "name", ""),
                              data_node_get_member (node, "said", ""),
                              data_node_get_member (node, "ran", ""),
                              data_node_get_member (node, "place", ""),
                              data_node_get_member (node, "next", ""), NULL);
  form->prefix = g_strdup (data_node_get_member (node, "prefix", ""));
  form->suite = g_strdup (data_node_get_member (node, "suite", ""));
  form->escape = g_strdup (data_node_get_member (node, "escape", ""));
  form->once = g_strdup (data_node_get_member (node, "once", ""));
  form->loop = g_strdup (data_node_get_member (node, "loop", NULL));
  if (form->loop == NULL)
    form->loop = g_strdup_printf (DEFAULT_LOOP, form->once);

  if (!data_node_check_keys (node, keys, error))
    return FALSE;
  for (guint i = 0; i < N_CLUES; i++)
    if (!pattern_read (data_node_get (node, clue_keys[i]), &form->patterns[i], error))
      return FALSE;

  return check_places (rerun, form, node, form->once, error) &&
         check_places (rerun, form, node, form->loop, error);
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
  PatternMatch *matches[N_CLUES];
  char         *texts[N_CLUES];    /* what they are about; NULL: the pattern does not fit */
  const char   *suite;
} Names;

static void
names_init (Names *names)
{
  *names = (Names) { NULL };
  for (guint i = 0; i < N_CLUES; i++)
    names->matches[i] = pattern_match_new ();
}

static void
names_clear (Names *names)
{
  for (guint i = 0; i < N_CLUES; i++) {
    pattern_match_free (names->matches[i]);
    g_free (names->texts[i]);
  }
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Names, names_clear)

/* What WORD stands for: the test, the group of whichever pattern has it, or the suite. */
static char *
dup_meant (const Names *names,
           const char  *word)
{
  gsize length;

  if (g_str_equal (word, "test"))
    return g_strdup (names->texts[CLUE_NAME]);

  for (guint i = 0; i < N_CLUES; i++) {
    const Pattern *pattern = names->form->patterns[i];

    if (pattern != NULL && pattern_match_get_group (pattern, names->matches[i], word, &length) != NULL)
      return pattern_match_dup_group (pattern, names->matches[i], word, MAX_NAME_BYTES);
  }

  return g_strdup (g_str_equal (word, "suite") ? names->suite : "");
}

static gboolean
append_place (const GMatchInfo *match,
              GString          *result,
              gpointer          data)
{
  const Names *names = data;
  g_autofree char *word = g_match_info_fetch (match, 1);
  g_autofree char *filters = g_match_info_fetch (match, 2);
  g_autofree char *text = dup_meant (names, word);
  g_autofree char *filtered = rerun_filters_apply (filters, text, names->form->escape);

  g_string_append (result, filtered);

  return FALSE;
}

/* WORD of a command, which may be in quotes, with its "{…}" filled in; never an option. */
static void
append_word (const Rerun *rerun,
             Names       *names,
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
  filled = g_regex_replace_eval (rerun->place, bare, -1, 0, 0, append_place, names, NULL);
  safe = g_strconcat (bare[0] != '-' && filled[0] == '-' ? "./" : "", filled, NULL);
  quoted = rerun_dup_shell_word (safe);
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
            Names       *names,
            const char  *command)
{
  GString *filled = g_string_new (NULL);

  while (*command != '\0') {
    const char *end = find_word_end (command);
    g_autofree char *word = g_strndup (command, end - command);

    append_word (rerun, names, word, filled);
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

/* What CLUE is about, NAMES getting what PATTERN says of it; NULL where it does not fit. */
static char *
dup_clue (Clue           clue,
          const Pattern *pattern,
          const Failure *failure,
          RerunClues    *clues,
          Names         *names)
{
  PatternMatch *match = names->matches[clue];

  if (clues == NULL)
    return NULL;

  switch (clue) {
    case CLUE_SAID:
      return rerun_clues_dup_said (clues, pattern, match, failure);
    case CLUE_RAN:
      return rerun_clues_dup_ran (clues, pattern, match, failure);
    case CLUE_PLACE:
      return rerun_clues_dup_place (clues, pattern, match, failure);
    case CLUE_NEXT:
      return rerun_clues_dup_next (clues, pattern, match, failure);
    default:
      return NULL;
  }
}

/* Whether FORM knows FAILURE's test; NAMES gets what was found. */
static gboolean
form_fits (const Form    *form,
           const Failure *failure,
           RerunClues    *clues,
           Names         *names)
{
  const Pattern * const *patterns = (const Pattern * const *) form->patterns;
  char *test = dup_with_prefix (form->prefix, failure_get_own_name (failure));

  for (guint i = 0; i < N_CLUES; i++)
    g_clear_pointer (&names->texts[i], g_free);
  names->form = form;
  names->texts[CLUE_NAME] = test;
  names->suite = *failure->suite != '\0' ? failure->suite : form->suite;

  if (patterns[CLUE_NAME] != NULL &&
      pattern_find (patterns[CLUE_NAME], names->matches[CLUE_NAME], test, strlen (test)) != PATTERN_MATCH)
    return FALSE;
  for (guint i = CLUE_NAME + 1; i < N_CLUES; i++)
    if (patterns[i] != NULL) {
      names->texts[i] = dup_clue (i, patterns[i], failure, clues, names);
      if (names->texts[i] == NULL)
        return FALSE;
    }

  return TRUE;
}

char *
rerun_dup_command (const Rerun   *rerun,
                   const Failure *failure,
                   RerunClues    *clues,
                   gboolean       loop)
{
  g_auto (Names) names;

  names_init (&names);
  for (guint i = 0; i < rerun->forms->len; i++) {
    const Form *form = g_ptr_array_index (rerun->forms, i);

    if (form_fits (form, failure, clues, &names))
      return dup_filled (rerun, &names, loop ? form->loop : form->once);
  }

  return NULL;
}
