/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rule.h"

/* How the heading of a test's report shortens the test's name: pytest writes "TestFile.test_one"
 * for "file.py::TestFile::test_one". */

/* Whether HEADING is that of TEST. */
gboolean heading_is_of     (const Runner    *runner,
                            const char      *heading,
                            const char      *test);

/* The name of the test in FILE that HEADING is of, as far as it tells: parameters stay as they
 * are. RUNNER shortens names (transfer full). */
char    *heading_dup_name  (const Runner    *runner,
                            const char      *file,
                            const char      *heading);

/* Length of the test's name that TEXT starts with, as the tests of SESSION that ran (of TestPart)
 * and the headings of its REPORTS (of TestReport) know it; parameters may hold what looks like the
 * end of the name. 0 where none knows it. */
gsize    heading_find_name (const Runner    *runner,
                            const GPtrArray *parts,
                            const GPtrArray *reports,
                            guint            session,
                            const char      *text,
                            gsize            length);
