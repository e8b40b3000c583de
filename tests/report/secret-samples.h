/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* Lines of logs that hold secrets, and lines that look as if they did. None is a secret that ever was
 * one: the parts that would be are made when the test runs, so that nobody takes the file for a leak.
 *
 * In a text, {A36} stands for 36 letters and digits, {x40} for hexadecimal digits, {X8} for upper-case ones,
 * {d9} for digits, {u20} for upper-case letters and digits, {l20} for lower-case ones, {b44} for base64,
 * {k} for a line of a key in PEM. In a sample, « and » stand round each secret, and are not part of the line.
 */
typedef struct {
  const char *kind;
  const char *text;
} SecretSample;

extern const SecretSample secret_samples[];        /* up to a kind that is NULL */
extern const char * const secret_look_alikes[];    /* NULL-terminated */

/* The line of a sample, and the same with the signs round its secrets. */
char *secret_sample_dup_line   (const char *text);
char *secret_sample_dup_marked (const char *text);

/* The same with its secrets masked. RET_SECRETS gets how many there are. */
char *secret_sample_dup_masked (const SecretSample *sample,
                                guint              *ret_secrets);
