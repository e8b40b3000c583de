/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* The samples in tests/logs/secrets, whose README.md says how they are written: texts of logs that hold secrets, and texts that
 * look as if they did. The parts that would be secrets are made when the test runs. */
typedef struct {
  char *kind;      /* of its secrets */
  char *text;      /* as it is written, a line */
} SecretSample;

/* What stands for a line end in a sample's text. */
#define SECRET_SAMPLE_LINE_END "⏎"

/* Of SecretSample (transfer full): all that hold secrets, and all that do not. */
GPtrArray *secret_samples_load             (void);
GPtrArray *secret_samples_load_look_alikes (void);

/* The text that a sample stands for, and the same with the signs round its secrets. */
char      *secret_sample_dup_line          (const SecretSample *sample);
char      *secret_sample_dup_marked        (const SecretSample *sample);

/* The same with its secrets masked. RET_SECRETS gets how many there are. */
char      *secret_sample_dup_masked        (const SecretSample *sample,
                                            guint              *ret_secrets);
