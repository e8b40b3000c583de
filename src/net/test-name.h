/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* Cuts the parameters off NAME: brackets that end it and follow no blank, unless
 * they hold its class, "counts(quill.PageTest)". */
void     test_name_cut_parameters (char       *name);

/* Whether TEST and OTHER, each with its parameters, are the same: of one its file's folders may be left out, "a.py::t" of
 * "tests/a.py::t". */
gboolean test_name_is_same        (const char *test,
                                   const char *other);
