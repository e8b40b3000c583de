/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "element.h"

#define INLINE_IMAGE "1337;File="
#define IMAGE        "1338;"
#define LINK         "1339;"

/* The end of a value: where an unquoted semicolon, or the string, ends it. */
static const char *
find_value_end (const char *value)
{
  char quote = *value == '\'' || *value == '"' ? *value : '\0';

  if (quote != '\0') {
    const char *end = strchr (value + 1, quote);

    if (end != NULL)
      return end + 1;
  }

  return value + strcspn (value, ";");
}

static char *
dup_value (const char *start,
           const char *end)
{
  if (end - start >= 2 && (*start == '\'' || *start == '"') && end[-1] == *start)
    return g_strndup (start + 1, end - start - 2);

  return g_strndup (start, end - start);
}

/* The value of KEY in "key=value;key='value';…", or NULL. */
static char *
find_argument (const char *arguments,
               const char *key)
{
  gsize key_length = strlen (key);

  while (*arguments != '\0') {
    gsize length = strcspn (arguments, "=;");
    const char *value = arguments + length;
    const char *end = *value == '=' ? find_value_end (value + 1) : value;

    if (*value == '=' && length == key_length && memcmp (arguments, key, length) == 0)
      return dup_value (value + 1, end);
    arguments = end + strcspn (end, ";");
    arguments += *arguments == ';';
  }

  return NULL;
}

static char *
decode_name (const char *name)
{
  gsize length;
  g_autofree guchar *bytes = g_base64_decode (name, &length);

  return g_strndup ((const char *) bytes, length);
}

static char *
describe_image (const char *name)
{
  return name != NULL && *name != '\0' ? g_strdup_printf ("[image: %s]", name)
                                       : g_strdup ("[image]");
}

static ElementKind
parse_inline_image (const char  *osc,
                    char       **ret_text)
{
  g_autofree char *header = g_strndup (osc, strcspn (osc, ":"));
  g_autofree char *is_inline = find_argument (header, "inline");
  g_autofree char *encoded = find_argument (header, "name");
  g_autofree char *name = encoded != NULL ? decode_name (encoded) : NULL;

  if (g_strcmp0 (is_inline, "1") != 0)
    return ELEMENT_NONE;

  *ret_text = describe_image (name);

  return ELEMENT_IMAGE;
}

static ElementKind
parse_image (const char  *arguments,
             char       **ret_text)
{
  g_autofree char *url = find_argument (arguments, "url");
  g_autofree char *alternative = find_argument (arguments, "alt");

  *ret_text = describe_image (alternative != NULL && *alternative != '\0' ? alternative : url);

  return ELEMENT_IMAGE;
}

static ElementKind
parse_link (const char  *arguments,
            char       **ret_text)
{
  g_autofree char *url = find_argument (arguments, "url");
  g_autofree char *content = find_argument (arguments, "content");

  if (content == NULL || *content == '\0' || g_strcmp0 (url, content) == 0)
    *ret_text = g_strdup (url != NULL ? url : "");
  else if (url == NULL || *url == '\0')
    *ret_text = g_strdup (content);
  else
    *ret_text = g_strdup_printf ("%s (%s)", content, url);

  return ELEMENT_LINK;
}

ElementKind
element_parse (const char  *osc,
               char       **ret_text)
{
  *ret_text = NULL;
  if (g_str_has_prefix (osc, INLINE_IMAGE))
    return parse_inline_image (osc + strlen (INLINE_IMAGE), ret_text);
  if (g_str_has_prefix (osc, IMAGE))
    return parse_image (osc + strlen (IMAGE), ret_text);
  if (g_str_has_prefix (osc, LINK))
    return parse_link (osc + strlen (LINK), ret_text);

  return ELEMENT_NONE;
}
