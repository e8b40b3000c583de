/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <errno.h>
#include <string.h>

#include "utf16-converter.h"

#define BIG_ENDIAN_MARK    "\xfe\xff"
#define LITTLE_ENDIAN_MARK "\xff\xfe"

#define REPLACEMENT 0xfffd

/* Bytes that one unit, or a pair, can take in UTF-8. */
#define MAX_UTF8 4

#define UTF16_TYPE_CONVERTER (utf16_converter_get_type ())
G_DECLARE_FINAL_TYPE (Utf16Converter, utf16_converter, UTF16, CONVERTER, GObject)

struct _Utf16Converter {
  GObject  parent_instance;

  gboolean big_endian;
};

static void utf16_converter_iface_init (GConverterIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (Utf16Converter, utf16_converter, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_CONVERTER,
                                                      utf16_converter_iface_init))

static gunichar
get_unit (Utf16Converter *self,
          const guint8   *bytes)
{
  return self->big_endian ? bytes[0] << 8 | bytes[1] : bytes[1] << 8 | bytes[0];
}

static gboolean
is_high_surrogate (gunichar unit)
{
  return unit >= 0xd800 && unit < 0xdc00;
}

static gboolean
is_low_surrogate (gunichar unit)
{
  return unit >= 0xdc00 && unit < 0xe000;
}

/* The character at BYTES and how many bytes it takes; 0 where more are needed. */
static gsize
read_character (Utf16Converter *self,
                const guint8   *bytes,
                gsize           length,
                gboolean        at_end,
                gunichar       *ret_character)
{
  gunichar unit;
  gunichar next;

  *ret_character = REPLACEMENT;
  if (length < 2)
    return at_end ? length : 0;

  unit = get_unit (self, bytes);
  if (is_low_surrogate (unit))
    return 2;
  if (!is_high_surrogate (unit)) {
    *ret_character = unit;
    return 2;
  }

  if (length < 4)
    return at_end ? 2 : 0;
  next = get_unit (self, bytes + 2);
  if (!is_low_surrogate (next))
    return 2;
  *ret_character = 0x10000 + ((unit - 0xd800) << 10) + (next - 0xdc00);

  return 4;
}

static GConverterResult
utf16_converter_convert (GConverter      *converter,
                         const void      *input,
                         gsize            input_size,
                         void            *output,
                         gsize            output_size,
                         GConverterFlags  flags,
                         gsize           *ret_read,
                         gsize           *ret_written,
                         GError         **error)
{
  Utf16Converter *self = UTF16_CONVERTER (converter);
  const guint8 *bytes = input;
  char *text = output;
  gboolean at_end = (flags & G_CONVERTER_INPUT_AT_END) != 0;
  gunichar character;
  gsize taken = 1;

  *ret_read = *ret_written = 0;
  while (*ret_read < input_size && taken > 0 && output_size - *ret_written >= MAX_UTF8) {
    taken = read_character (self, bytes + *ret_read, input_size - *ret_read, at_end, &character);
    if (taken > 0)
      *ret_written += g_unichar_to_utf8 (character, text + *ret_written);
    *ret_read += taken;
  }

  if (*ret_read == input_size && at_end)
    return G_CONVERTER_FINISHED;
  if (*ret_written > 0)
    return (flags & G_CONVERTER_FLUSH) != 0 && *ret_read == input_size ? G_CONVERTER_FLUSHED
                                                                       : G_CONVERTER_CONVERTED;

  if (output_size < MAX_UTF8)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, g_strerror (ENOSPC));
  else
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT, g_strerror (EILSEQ));

  return G_CONVERTER_ERROR;
}

static void
utf16_converter_reset (GConverter *converter)
{
}

static void
utf16_converter_iface_init (GConverterIface *iface)
{
  iface->convert = utf16_converter_convert;
  iface->reset = utf16_converter_reset;
}

static void
utf16_converter_class_init (Utf16ConverterClass *class)
{
}

static void
utf16_converter_init (Utf16Converter *self)
{
}

gboolean
utf16_may_start (const guint8 *bytes,
                 gsize         length)
{
  gsize count = MIN (length, UTF16_MARK_LENGTH);

  return memcmp (bytes, BIG_ENDIAN_MARK, count) == 0 ||
         memcmp (bytes, LITTLE_ENDIAN_MARK, count) == 0;
}

GConverter *
utf16_converter_new (const guint8 *mark)
{
  Utf16Converter *self = g_object_new (UTF16_TYPE_CONVERTER, NULL);

  self->big_endian = memcmp (mark, BIG_ENDIAN_MARK, UTF16_MARK_LENGTH) == 0;

  return G_CONVERTER (self);
}
