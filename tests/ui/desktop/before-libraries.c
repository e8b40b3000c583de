/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What libraries allocate before main() is theirs: GLib gives up its first table of quarks, as soon
 * as it gets too small, which nothing in the stack of the allocation tells. */

#include "config.h"

#ifdef HAVE_ADDRESS_SANITIZER
#include <sanitizer/lsan_interface.h>

__attribute__ ((section (".preinit_array"), used))
static void (* const before_libraries) (void) = __lsan_disable;

/* Those of a program run after those of its libraries. */
__attribute__ ((constructor))
static void
before_main (void)
{
  __lsan_enable ();
}
#endif
