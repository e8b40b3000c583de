/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The catalogues of the build, which are installed nowhere: where CULPRIT_TRANSLATIONS says. The linker leads each
 * call of bindtextdomain() here. */

#include "config.h"

#include <stdlib.h>

char *__real_bindtextdomain (const char *domain, const char *folder);
char *__wrap_bindtextdomain (const char *domain, const char *folder);

char *
__wrap_bindtextdomain (const char *domain,
                       const char *folder)
{
  const char *built = getenv ("CULPRIT_TRANSLATIONS");

  return __real_bindtextdomain (domain, built != NULL ? built : folder);
}
