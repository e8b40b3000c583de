/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "path-tail.h"
#include "test-name.h"

#include "test-id.h"

/* Names of fewer characters, or words, are found in issues about anything. */
#define LONG_FUNCTION 18
#define LONG_FUNCTION_PARTS 4
#define LONG_FILE 16
#define LONG_NAME 12
#define LONG_NAME_WORDS 2
#define LONG_SENTENCE 20
#define LONG_SENTENCE_WORDS 3

/* A name in a file's line that far behind it may still be a test of it. */
#define MAX_WORDS_BEHIND 6

static gboolean
is_of_word (char character)
{
  return g_ascii_isalnum (character) || character == '_' || (guchar) character >= 0x80;
}

static gboolean
is_of_path (char character)
{
  return is_of_word (character) || (character != '\0' && strchr ("./\\-+@", character) != NULL);
}

static gboolean
is_path (const char *text)
{
  const char *dot = strrchr (path_get_name (text), '.');

  return strpbrk (text, " \t") == NULL && dot != NULL && g_ascii_isalpha (dot[1]) && *path_get_name (text) != '.';
}

/* Of "a.py::TestX::test_y". */
static void
take_parts (TestId     *id,
            const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "::", -1);
  guint n = g_strv_length (parts);

  if (n < 2 || !is_path (parts[0]))
    return;
  g_free (id->file);
  id->file = g_strdup (parts[0]);
  id->function = g_strdup (parts[n - 1]);
  id->class_name = g_strdup (n > 2 ? parts[n - 2] : "");
}

/* Of "[paper] › tests/nib.spec.js:3:1 › nib › opens": takes the file. Returns where the test's own name starts. */
static const char *
take_place (TestId     *id,
            const char *name)
{
  static const char * const separators[] = { " › ", " > " };

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++) {
    const char *end;

    for (const char *p = name; (end = strstr (p, separators[i])) != NULL; p = end + strlen (separators[i])) {
      g_autofree char *part = g_strndup (p, end - p);

      part[strcspn (part, ":")] = '\0';
      if (!is_path (part))
        continue;
      g_free (id->file);
      id->file = g_steal_pointer (&part);
      return end + strlen (separators[i]);
    }
  }

  return name;
}

/* The words of the last two parts of NAME where it has more, as "Page.counts" of "quill.Page.counts". */
static char *
dup_short_words (const char *name)
{
  const char *p = name + strlen (name);

  for (guint n = 0; n < 2; n++) {
    while (p > name && !is_of_word (p[-1]))
      p--;
    while (p > name && is_of_word (p[-1]))
      p--;
  }

  return p > name ? issue_line_dup_words (p) : g_strdup ("");
}

static guint
count_words (const char *words)
{
  guint n = 0;

  for (const char *p = words; *p != '\0'; p++)
    n += *p == ' ';

  return n > 0 ? n - 1 : 0;
}

/* Those of a suite's name that tells it from what anybody writes: two words at least, as a file's or a package's
 * has. */
static char *
dup_suite_words (const char *suite)
{
  char *words = issue_line_dup_words (suite);

  if (count_words (words) < 2)
    *words = '\0';

  return words;
}

static char *
dup_words_of (const char *text)
{
  return *text != '\0' ? issue_line_dup_words (text) : g_strdup ("");
}

TestId *
test_id_new (const Failure *failure)
{
  const char *own = failure_get_own_name (failure);
  g_autofree char *valid = g_utf8_make_valid (own, -1);
  g_autofree char *suite = g_utf8_make_valid (failure->suite, -1);
  g_autofree char *place = g_utf8_make_valid (failure->place, -1);
  const char *name;
  TestId *id;

  if (*valid == '\0')
    return NULL;

  id = g_new0 (TestId, 1);
  test_name_cut_parameters (valid);
  id->file = g_strdup (is_path (place) ? place : "");
  name = take_place (id, valid);
  take_parts (id, valid);
  if (id->function == NULL)
    id->function = g_strdup ("");
  if (id->class_name == NULL)
    id->class_name = g_strdup ("");
  id->file_words = dup_words_of (path_get_name (id->file));
  id->words = issue_line_dup_words (name);
  id->is_sentence = strpbrk (name, " \t") != NULL;
  id->short_words = strpbrk (name, " \t()") != NULL ? g_strdup ("") : dup_short_words (name);
  id->suite_words = dup_suite_words (*suite != '\0' ? suite : path_get_name (*id->file != '\0' ? id->file : place));

  return id;
}

void
test_id_free (TestId *id)
{
  if (id == NULL)
    return;

  g_free (id->file);
  g_free (id->file_words);
  g_free (id->function);
  g_free (id->class_name);
  g_free (id->words);
  g_free (id->short_words);
  g_free (id->suite_words);
  g_free (id);
}

/* Takes "::NAME" with its parameters off the start of *TEXT. NULL where there is none. */
static char *
take_name (const char **text)
{
  const char *start = *text + 2;
  const char *end = start;

  if (!g_str_has_prefix (*text, "::"))
    return NULL;
  while (is_of_word (*end))
    end++;
  *text = end;
  if (*end == '[')
    *text += strcspn (end, "]") + (strchr (end, ']') != NULL);

  return g_strndup (start, end - start);
}

/* What the names at TEXT, right after the test's file, say: "::TestX::test_y". */
static Mention
judge_chain (const TestId *id,
             const char   *text)
{
  g_autofree char *class_name = NULL;
  g_autofree char *function = take_name (&text);

  while (g_str_has_prefix (text, "::")) {
    g_free (class_name);
    class_name = g_steal_pointer (&function);
    function = take_name (&text);
  }
  if (g_strcmp0 (function, id->function) != 0)
    return MENTION_OTHER_TEST;
  if (class_name == NULL || *id->class_name == '\0')
    return class_name == NULL && *id->class_name == '\0' ? MENTION_ID : MENTION_SHORT_ID;

  return g_str_equal (class_name, id->class_name) ? MENTION_ID : MENTION_OTHER_TEST;
}

/* What the words at TEXT, some way after the test's file, say: " - test_y". They end where the next path is named. */
static Mention
judge_behind (const TestId *id,
              const char   *text)
{
  Mention mention = MENTION_FILE;

  for (guint n = 0; n < MAX_WORDS_BEHIND; n++) {
    g_autofree char *word = NULL;
    const char *end;

    while (*text != '\0' && !is_of_path (*text))
      text++;
    for (end = text; is_of_path (*end) && *end != '.'; end++)
      ;
    if (end == text || (*end == '.' && g_ascii_isalpha (end[1])))
      break;
    word = g_strndup (text, end - text);
    if (strpbrk (word, "/\\") != NULL)
      break;
    if (g_str_equal (word, id->function))
      return MENTION_ID;
    if (g_str_has_prefix (word, "test_"))
      mention = MENTION_OTHER_TEST;
    text = end;
    if (*text == '[')
      text += strcspn (text, "]");
    else if (*text == '.')
      text++;
  }

  return mention;
}

/* Whether a line of code says of what is named at NAME that it failed: before it, or as pytest's progress does behind
 * it. What a test that passes logs may be an error, too. */
static gboolean
says_failed (const IssueLine *line,
             const char      *name)
{
  static const char * const before[] = { "FAIL", "ERROR", "ailed" };

  for (guint i = 0; i < G_N_ELEMENTS (before); i++)
    if (g_strstr_len (line->text, name - line->text, before[i]) != NULL)
      return TRUE;

  return strstr (name, " FAILED") != NULL;
}

/* Whether FILE has a folder that tells it from others. */
static gboolean
is_in_folder (const char *file)
{
  return strpbrk (g_str_has_prefix (file, "tests/") ? file + strlen ("tests/") : file, "/\\") != NULL;
}

/* What the line says behind the test's file, at TEXT. */
static Mention
judge_rest (const TestId    *id,
            const IssueLine *line,
            const char      *text)
{
  if (*id->function != '\0' && g_str_has_prefix (text, "::"))
    return judge_chain (id, text);
  if (line->kind >= ISSUE_LINE_CODE)
    return MENTION_NONE;

  return *id->function != '\0' ? judge_behind (id, text) : MENTION_FILE;
}

/* What the line says from the test's file name on, which starts at NAME and has LENGTH bytes. A line's number behind it
 * makes it a place in the source. */
static Mention
judge_path (const TestId    *id,
            const IssueLine *line,
            const char      *name,
            gsize            length)
{
  const char *rest = name + length;
  const char *start = name;
  g_autofree char *path = NULL;
  gboolean is_whole;
  guint n;
  Mention mention;

  while (start > line->text && is_of_path (start[-1]))
    start--;
  path = g_strndup (start, rest - start);
  n = path_count_common (path, id->file, &is_whole);
  if (!is_whole || (rest[0] == ':' && g_ascii_isdigit (rest[1])))
    return MENTION_NONE;
  if (line->kind >= ISSUE_LINE_CODE && !says_failed (line, start))
    return MENTION_NONE;

  mention = judge_rest (id, line, rest);
  if (n > 1 || (!is_in_folder (id->file) && !is_in_folder (path)))
    return mention;
  if (mention >= MENTION_SHORT_ID)
    return MENTION_SHORT_ID;

  return length >= LONG_FILE ? mention : MENTION_NONE;
}

/* What the line says of the test's file, at its best. */
static Mention
find_file (const TestId    *id,
           const IssueLine *line)
{
  const char *name = path_get_name (id->file);
  gsize length = strlen (name);
  Mention best = MENTION_NONE;

  for (const char *at = line->text; (at = strstr (at, name)) != NULL; at += length) {
    char next = at[length];

    if (at > line->text && is_of_path (at[-1]) && at[-1] != '/' && at[-1] != '\\')
      continue;
    if (is_of_word (next) || next == '-' || (next == '.' && is_of_word (at[length + 1])))
      continue;
    best = MAX (best, judge_path (id, line, at, length));
  }

  return best;
}

static guint
count_parts (const char *function)
{
  guint n = 1;

  for (; *function != '\0'; function++)
    n += *function == '_';

  return n;
}

static gboolean
has_word (const char *words,
          const char *word)
{
  g_autofree char *wanted = g_strdup_printf (" %s ", word);

  return strstr (words, wanted) != NULL;
}

/* What a line says by the function alone: nothing where it names a file as well. */
static Mention
find_function (const TestId    *id,
               const IssueLine *line)
{
  const char *dot = strrchr (id->file, '.');

  if (line->kind >= ISSUE_LINE_CODE || strstr (line->text, dot) != NULL || !has_word (line->words, id->function))
    return MENTION_NONE;

  return strlen (id->function) >= LONG_FUNCTION && count_parts (id->function) >= LONG_FUNCTION_PARTS ? MENTION_LONG_NAME
                                                                                                    : MENTION_NAME;
}

/* Whether hardly any other test, nor a sentence about something else, has WORDS. */
static gboolean
is_long (const char *words,
         gboolean    is_sentence)
{
  return strlen (words) >= (is_sentence ? LONG_SENTENCE : LONG_NAME) + 2 &&
         count_words (words) >= (is_sentence ? LONG_SENTENCE_WORDS : LONG_NAME_WORDS);
}

/* Whether WORDS is one that anybody writes: "opens". */
static gboolean
is_plain_word (const char *words)
{
  return count_words (words) < 2 && words[1 + strspn (words + 1, "abcdefghijklmnopqrstuvwxyz")] == ' ';
}

/* What a line says of a test whose name is no FILE::FUNCTION. */
static Mention
find_name (const TestId    *id,
           const IssueLine *line)
{
  if (count_words (id->words) > 0 && strstr (line->words, id->words) != NULL) {
    gboolean has_suite = *id->suite_words != '\0' && strstr (line->words, id->suite_words) != NULL;

    if (has_suite || is_long (id->words, id->is_sentence))
      return MENTION_ID;
    if (count_words (id->words) == 1 && strlen (id->words) >= LONG_FUNCTION + 2)
      return MENTION_LONG_NAME;
    return is_plain_word (id->words) ? MENTION_NONE : MENTION_NAME;
  }
  if (is_long (id->short_words, FALSE) && strstr (line->words, id->short_words) != NULL)
    return MENTION_SHORT_ID;

  return MENTION_NONE;
}

Mention
test_id_find (const TestId    *id,
              const IssueLine *line)
{
  Mention mention = *id->file != '\0' ? find_file (id, line) : MENTION_NONE;

  if (line->kind == ISSUE_LINE_ERROR)
    return MENTION_NONE;

  return MAX (mention, *id->function != '\0' ? find_function (id, line) : find_name (id, line));
}
