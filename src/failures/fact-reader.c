/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mask.h"
#include "own-string.h"

#include "fact-reader.h"

#define MAX_LINE   (1 << 20)   /* dumps of the environment are long */
#define MAX_VALUE  1024
#define RANK_NONE  G_MAXUINT   /* nothing is known */
#define RANK_NAME  (G_MAXUINT - 1)

/* What needs no escape in an address. */
#define ADDRESS_CHARACTERS G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "._-"

typedef struct {
  char  *value;
  guint  rank;
} Known;

struct FactReader {
  const FactRules *rules;
  PatternMatch    *match;
  Known           *known;      /* n_formats * N_FACTS */
  const char      *text;       /* the line that is looked at */
  gsize            length;
  guint64          n_lines;
  guint64         *tried;      /* by rule: the line in which its pattern was tried last */
};

static Known *
get_known (FactReader *reader,
           guint       format,
           Fact        fact)
{
  return &reader->known[format * N_FACTS + fact];
}

static gboolean
is_all (const char *value,
        gsize       min,
        gsize       max,
        const char *characters)
{
  gsize length = strlen (value);

  return length >= min && length <= max && strspn (value, characters) == length;
}

/* "vllm-project/vllm" of any address that git takes; NULL where it is none. */
static char *
dup_repository (const char *address)
{
  const char *end = address + strlen (address);
  const char *start = strstr (address, "://");
  g_autofree char *path = NULL;
  g_auto (GStrv) parts = NULL;
  guint n;

  if (start != NULL)
    start = strchr (start + 3, '/');
  else
    start = strchr (address, ':');
  start = start != NULL ? start + 1 : address;
  while (end > start && end[-1] == '/')
    end--;
  if (end - start > 4 && strncmp (end - 4, ".git", 4) == 0)
    end -= 4;

  path = g_strndup (start, end - start);
  parts = g_strsplit (path, "/", -1);
  n = g_strv_length (parts);
  if (n < 2 || *parts[n - 1] == '\0' || *parts[n - 2] == '\0')
    return NULL;

  return g_strdup (path);
}

/* What VALUE says as FACT, or NULL where it cannot be one (transfer full). */
static char *
check_value (Fact        fact,
             const char *value)
{
  g_autofree char *clean = g_strstrip (g_strdup (value));
  gboolean good;

  if (*clean == '\0' || *clean == '$' || g_str_has_prefix (clean, MASK))
    return NULL;
  switch (fact) {
    case FACT_COMMIT:
      good = is_all (clean, 7, 40, "0123456789abcdef");
      break;
    case FACT_BUILD:
    case FACT_PULL_REQUEST:
      good = is_all (clean, 1, 12, "0123456789");
      break;
    case FACT_REPOSITORY:
      return dup_repository (clean);
    default:
      good = TRUE;
      break;
  }

  return good ? g_steal_pointer (&clean) : NULL;
}

static void
learn (FactReader *reader,
       guint       format,
       Fact        fact,
       guint       rank,
       gboolean    keep_last,
       const char *value)
{
  Known *known = get_known (reader, format, fact);
  char *checked;

  if (rank > known->rank || (rank == known->rank && !keep_last))
    return;
  checked = check_value (fact, value);
  if (checked == NULL)
    return;
  g_free (known->value);
  known->value = checked;
  known->rank = rank;
}

/* The value that a dump writes after a variable's name: up to its quote, or the end of the line
 * or word (transfer full; NULL where there is none, or it is too long). */
static char *
dup_dumped_value (const char *text,
                  gsize       length,
                  gsize       at,
                  gboolean    is_at_start)
{
  GString *value;
  char quote = '\0';

  if (at < length && (text[at] == '\'' || text[at] == '"'))
    at++;
  while (at < length && text[at] == ' ')
    at++;
  if (at >= length || (text[at] != ':' && text[at] != '='))
    return NULL;
  at++;
  while (at < length && text[at] == ' ')
    at++;
  if (at < length && (text[at] == '\'' || text[at] == '"'))
    quote = text[at++];

  value = g_string_new (NULL);
  for (; at < length && value->len <= MAX_VALUE; at++) {
    if (quote != '\0' ? text[at] == quote
                      : !is_at_start && (g_ascii_isspace (text[at]) || strchr (",;}\"'", text[at])))
      break;
    if (quote != '\0' && text[at] == '\\' && at + 1 < length)
      at++;
    g_string_append_c (value, text[at]);
  }

  return g_string_free (value, value->len > MAX_VALUE);
}

static void
read_variable (FactReader     *reader,
               const FactRule *rule,
               gsize           end)
{
  gsize start = end - strlen (rule->variable);
  g_autofree char *value = NULL;

  if (start > 0 && (g_ascii_isalnum (reader->text[start - 1]) || reader->text[start - 1] == '_'))
    return;
  value = dup_dumped_value (reader->text, reader->length, end, start == 0);
  if (value != NULL && g_utf8_validate (value, -1, NULL))
    learn (reader, rule->format, rule->fact, rule->rank, FALSE, value);
}

static void
read_groups (FactReader    *reader,
             const Pattern *pattern,
             guint          format,
             guint          rank,
             gboolean       keep_last)
{
  for (guint fact = 0; fact < N_FACTS; fact++) {
    g_autofree char *value = pattern_match_dup_group (pattern, reader->match,
                                                      fact_get_name (fact), MAX_VALUE);

    if (*value != '\0')
      learn (reader, format, fact, rank, keep_last, value);
  }
}

void
fact_reader_add_literal (FactReader *reader,
                         guint       id,
                         gsize       end)
{
  const FactRule *rule = g_ptr_array_index (reader->rules->rules, id);

  if (rule->variable != NULL) {
    read_variable (reader, rule, end);
    return;
  }
  if (reader->length > MAX_VALUE * 4 || reader->tried[id] == reader->n_lines)
    return;
  reader->tried[id] = reader->n_lines;
  if (pattern_find (rule->pattern, reader->match, reader->text, reader->length) == PATTERN_MATCH)
    read_groups (reader, rule->pattern, rule->format, rule->rank, rule->keep_last);
}

static void
found_literal (guint    id,
               gsize    end,
               gpointer reader)
{
  fact_reader_add_literal (reader, id, end);
}

/* A job's name stands in a file's name as a slug. */
static void
read_name (FactReader *reader,
           const char *name)
{
  for (guint i = 0; i < reader->rules->formats->len; i++) {
    const FactFormat *format = g_ptr_array_index (reader->rules->formats, i);

    for (guint k = 0; k < format->file_names->len; k++) {
      const Pattern *pattern = g_ptr_array_index (format->file_names, k);

      if (pattern_find (pattern, reader->match, name, strlen (name)) == PATTERN_MATCH) {
        read_groups (reader, pattern, i, RANK_NAME, FALSE);
        g_strdelimit (get_known (reader, i, FACT_JOB)->value, "_", '-');
        break;
      }
    }
  }
}

FactReader *
fact_reader_new (const FactRules *rules,
                 const char      *name)
{
  FactReader *reader = g_new0 (FactReader, 1);

  reader->rules = rules;
  reader->match = pattern_match_new ();
  reader->tried = g_new0 (guint64, rules->rules->len + 1);
  reader->known = g_new0 (Known, rules->formats->len * N_FACTS + 1);
  for (guint i = 0; i < rules->formats->len * N_FACTS; i++) {
    reader->known[i].value = g_strdup ("");
    reader->known[i].rank = RANK_NONE;
  }
  if (name != NULL && g_utf8_validate (name, -1, NULL))
    read_name (reader, name);

  return reader;
}

void
fact_reader_free (FactReader *reader)
{
  if (reader == NULL)
    return;

  for (guint i = 0; i < reader->rules->formats->len * N_FACTS; i++)
    g_free (reader->known[i].value);
  g_free (reader->known);
  g_free (reader->tried);
  pattern_match_free (reader->match);
  g_free (reader);
}

void
fact_reader_start_line (FactReader *reader,
                        const char *text,
                        gsize       length)
{
  reader->n_lines++;
  reader->text = text;
  reader->length = MIN (length, MAX_LINE);
}

void
fact_reader_push (FactReader *reader,
                  const char *text,
                  gsize       length)
{
  fact_reader_start_line (reader, text, length);
  literals_scan (reader->rules->literals, text, reader->length, found_literal, reader);
}

/* Whether VALUE can stand in an address as it is. A repository is a path. */
static gboolean
fits_address (Fact        fact,
              const char *value)
{
  g_auto (GStrv) parts = NULL;

  if (fact != FACT_REPOSITORY)
    return is_all (value, 1, 100, ADDRESS_CHARACTERS);

  parts = g_strsplit (value, "/", 0);
  for (guint i = 0; parts[i] != NULL; i++)
    if (!is_all (parts[i], 1, 100, ADDRESS_CHARACTERS) || *parts[i] == '.')
      return FALSE;

  return *parts != NULL;
}

/* TEMPLATE with each {fact} filled in; NULL where one is not known (transfer full). */
static char *
fill_template (FactReader *reader,
               guint       format,
               const char *template)
{
  g_autoptr (GString) url = g_string_new (template);

  for (guint fact = 0; fact < N_FACTS; fact++) {
    g_autofree char *hole = g_strdup_printf ("{%s}", fact_get_name (fact));
    const Known *known = get_known (reader, format, fact);

    if (strstr (template, hole) == NULL)
      continue;
    if (known->rank == RANK_NONE || !fits_address (fact, known->value))
      return NULL;
    g_string_replace (url, hole, known->value, 0);
  }

  return g_string_free (g_steal_pointer (&url), FALSE);
}

/* Fills in what FACTS do not know yet. */
static void
add_facts (FactReader *reader,
           guint       index,
           JobFacts   *facts)
{
  const FactFormat *format = g_ptr_array_index (reader->rules->formats, index);
  char **fields[N_FACTS] = {
    [FACT_JOB] = &facts->job,
    [FACT_COMMIT] = &facts->commit,
    [FACT_BRANCH] = &facts->branch,
    [FACT_REPOSITORY] = &facts->repository,
    [FACT_ORGANIZATION] = &facts->organization,
    [FACT_PIPELINE] = &facts->pipeline,
    [FACT_BUILD] = &facts->build,
    [FACT_PULL_REQUEST] = &facts->pull_request,
    [FACT_COMMAND] = &facts->command,
  };

  for (guint fact = 0; fact < N_FACTS; fact++)
    if (fields[fact] != NULL && **fields[fact] == '\0')
      own_string_set (fields[fact], get_known (reader, index, fact)->value);
  for (guint i = 0; format->urls[i] != NULL && *facts->build_url == '\0'; i++) {
    char *url = fill_template (reader, index, format->urls[i]);

    if (url != NULL) {
      g_free (facts->build_url);
      facts->build_url = url;
    }
  }
}

JobFacts *
fact_reader_dup_facts (FactReader *reader,
                       const char *ci)
{
  JobFacts *facts = job_facts_new ();

  for (guint round = 0; round < 2; round++)
    for (guint i = 0; i < reader->rules->formats->len; i++) {
      const FactFormat *format = g_ptr_array_index (reader->rules->formats, i);

      if (g_str_equal (format->name, ci) == (round == 0))
        add_facts (reader, i, facts);
    }

  return facts;
}
