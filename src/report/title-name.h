/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pattern.h"

/* How much of a test's name is kept, from little to all of it:
 *
 *                  tests/a.py::TestX::test_y[1]   org.a.XTest.loads(int)[1]   TestX/sub_case
 *     FOLDER       tests/                         org.a                       TestX
 *     FILE         tests/a.py                     org.a.XTest                 TestX
 *     CLASS        tests/a.py::TestX              org.a.XTest                 TestX
 *     FUNCTION     tests/a.py::TestX::test_y      org.a.XTest.loads           TestX
 *     WHOLE        the name
 */
typedef enum {
  TITLE_NAME_FOLDER,
  TITLE_NAME_FILE,
  TITLE_NAME_CLASS,
  TITLE_NAME_FUNCTION,
  TITLE_NAME_WHOLE,
} TitleNameLevel;

/* What cuts names. For one thread at a time. */
typedef struct TitleNameCutter TitleNameCutter;

TitleNameCutter *title_name_cutter_new  (void);
void             title_name_cutter_free (TitleNameCutter *cutter);

/* How many bytes of NAME stand for it at LEVEL: at least one of a name that is not empty. */
gsize            title_name_cut         (TitleNameCutter *cutter,
                                         const char      *name,
                                         TitleNameLevel   level);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TitleNameCutter, title_name_cutter_free)
