/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* The page of REPOSITORY's tracker, "owner/name", with the issues that say the first line of TEXT in which there is
 * anything: as one phrase, without quotation marks, and of a long line only so much as GitHub takes (256 characters in a
 * query: https://docs.github.com/en/search-github/getting-started-with-searching-on-github/troubleshooting-search-queries).
 * TEXT has its secrets masked already. NULL where there is no such line or repository (transfer full). */
char *tracker_search_dup_url (const char *repository,
                              const char *text);
