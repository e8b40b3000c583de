/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "address.h"

#include "dropped-link.h"

/* An address starts with a letter of ASCII: where its zero byte is tells the order. */
static const char *
get_encoding (const char *bytes,
              gsize       length)
{
  if (length >= 2 && (memcmp (bytes, "\xff\xfe", 2) == 0 || memcmp (bytes, "\xfe\xff", 2) == 0))
    return "UTF-16";
  if (length >= 2 && bytes[1] == '\0')
    return "UTF-16LE";

  return length >= 2 && bytes[0] == '\0' ? "UTF-16BE" : "UTF-8";
}

char *
dropped_link_dup_address (const char *bytes,
                          gsize       length)
{
  g_autofree char *text = g_convert (bytes, (gssize) length, "UTF-8", get_encoding (bytes, length),
                                     NULL, NULL, NULL);

  if (text == NULL)
    return NULL;

  text[strcspn (text, "\r\n")] = '\0';
  g_strstrip (text);

  return address_is (text) ? g_steal_pointer (&text) : NULL;
}
