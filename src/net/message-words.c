/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "message-words.h"

/* Of a message that fits into one line. */
#define MAX_WORDS 64

#define MIN_LENGTH 2

#define CUT_SIMILARITY 0.75

static const char * const ends_of_classes[] = { "Error", "Exception", "Failure", "Timeout", "Interrupt", "Warning" };

static const char * const common_words[] = {
  "an", "and", "are", "as", "assert", "at", "be", "but", "by", "do", "error", "expected", "failed", "false", "for",
  "from", "got", "has", "have", "in", "is", "it", "none", "not", "null", "of", "on", "or", "that", "the", "this", "to",
  "true", "was", "were", "with",
};

struct MessageWords {
  guint  class_hash;
  guint  n;
  guint  hashes[MAX_WORDS];    /* the first N, sorted, each once */
};

static gboolean
is_of_word (char character)
{
  return g_ascii_isalnum (character) || character == '_' || character == '-' || (guchar) character >= 0x80;
}

static char
to_lower (char character)
{
  return g_ascii_isupper (character) ? character - 'A' + 'a' : character;
}

/* FNV-1a. */
static guint
hash_word (const char *word,
           gsize       length)
{
  guint hash = 2166136261u;

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar) to_lower (word[i])) * 16777619u;

  return hash != 0 ? hash : 1;
}

static gboolean
ends_class (const char *word,
            gsize       length)
{
  for (guint i = 0; i < G_N_ELEMENTS (ends_of_classes); i++) {
    gsize end = strlen (ends_of_classes[i]);

    if (length > end && memcmp (word + length - end, ends_of_classes[i], end) == 0)
      return TRUE;
  }

  return FALSE;
}

/* Where the message after its exception's class starts, whose hash goes into *RET_HASH; MESSAGE where it names none. */
static const char *
find_class (const char *message,
            guint      *ret_hash)
{
  const char *end;

  for (const char *p = message; *p != '\0'; p = end) {
    while (*p != '\0' && !is_of_word (*p))
      p++;
    for (end = p; is_of_word (*end); end++)
      ;
    if ((*end == ':' || *end == '\0') && ends_class (p, end - p)) {
      *ret_hash = hash_word (p, end - p);
      return end;
    }
  }

  return message;
}

static gboolean
is_common (const char *word,
           gsize       length)
{
  char first = to_lower (*word);

  for (guint i = 0; i < G_N_ELEMENTS (common_words); i++)
    if (*common_words[i] == first && strlen (common_words[i]) == length &&
        g_ascii_strncasecmp (common_words[i], word, length) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
has_digit (const char *word,
           gsize       length)
{
  for (gsize i = 0; i < length; i++)
    if (g_ascii_isdigit (word[i]))
      return TRUE;

  return FALSE;
}

static void
add_word (MessageWords *words,
          const char   *word,
          gsize         length)
{
  guint hash;
  guint i = words->n;

  if (words->n == MAX_WORDS || length < MIN_LENGTH || has_digit (word, length) || is_common (word, length))
    return;
  hash = hash_word (word, length);
  for (guint j = 0; j < words->n; j++)
    if (words->hashes[j] == hash)
      return;
  for (; i > 0 && words->hashes[i - 1] > hash; i--)
    words->hashes[i] = words->hashes[i - 1];
  words->hashes[i] = hash;
  words->n++;
}

/* Adds the words of TEXT, up to the next blank: none of a path, nor of one quoted name. */
static void
add_token (MessageWords *words,
           const char   *text,
           gsize         length)
{
  gsize end;

  if (memchr (text, '/', length) != NULL || memchr (text, '\\', length) != NULL)
    return;
  if (length > 2 && strchr ("'\"`", *text) != NULL && memchr (text + 1, *text, length - 1) != NULL)
    return;
  for (gsize i = 0; i < length; i = end + 1) {
    for (end = i; end < length && is_of_word (text[end]); end++)
      ;
    add_word (words, text + i, end - i);
  }
}

MessageWords *
message_words_new (const char *exception,
                   const char *message)
{
  MessageWords *words = g_new0 (MessageWords, 1);
  const char *dot = strrchr (exception, '.');
  const char *name = dot != NULL ? dot + 1 : exception;

  message = find_class (message, &words->class_hash);
  if (*name != '\0')
    words->class_hash = hash_word (name, strlen (name));
  while (*message != '\0') {
    gsize length = strcspn (message, " \t\n");

    if (length > 0)
      add_token (words, message, length);
    message += length + (message[length] != '\0');
  }

  return g_realloc (words, G_STRUCT_OFFSET (MessageWords, hashes) + words->n * sizeof (guint));
}

void
message_words_free (MessageWords *words)
{
  g_free (words);
}

guint
message_words_get_n (const MessageWords *words)
{
  return words->n;
}

gboolean
message_words_equal (const MessageWords *a,
                     const MessageWords *b)
{
  return a->class_hash == b->class_hash && a->n == b->n && memcmp (a->hashes, b->hashes, a->n * sizeof (guint)) == 0;
}

static guint
count_shared (const MessageWords *a,
              const MessageWords *b)
{
  guint n = 0;

  for (guint i = 0, j = 0; i < a->n && j < b->n;) {
    if (a->hashes[i] == b->hashes[j]) {
      n++;
      i++;
      j++;
    } else if (a->hashes[i] < b->hashes[j]) {
      i++;
    } else {
      j++;
    }
  }

  return n;
}

double
message_words_compare (const MessageWords *a,
                       const MessageWords *b)
{
  guint shorter = MIN (a->n, b->n);
  guint shared;
  double similarity;

  if (a->class_hash != b->class_hash || shorter < MESSAGE_MIN_WORDS)
    return 0;
  shared = count_shared (a, b);
  similarity = 2.0 * shared / (a->n + b->n);

  return shared == shorter && shorter >= 2 * MESSAGE_MIN_WORDS ? MAX (similarity, CUT_SIMILARITY) : similarity;
}
