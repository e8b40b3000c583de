/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* Links and images that a program put into its output by an OSC sequence: Buildkite's 1338 and
 * 1339 (buildkite.com/docs/pipelines/links-and-images-in-log-output) and iTerm2's 1337
 * (iterm2.com/documentation-images.html). */
typedef enum {
  ELEMENT_NONE,
  ELEMENT_LINK,
  ELEMENT_IMAGE,     /* stands on a line of its own */
} ElementKind;

/* What the sequence OSC shows. RET_TEXT (transfer full) is what stands for it in a text: the
 * bytes of the log, which may be anything. */
ElementKind element_parse (const char  *osc,
                           char       **ret_text);
