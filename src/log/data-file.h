/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "data-node.h"

/* Reads the files in data/: rules, CI formats, secret formats and profiles, YAML or JSON (of
 * which YAML 1.1 reads all that is used here), one document a file. Those that ship with Culprit
 * are built into the program, so that it needs no folder to be in its place; the user's stand
 * under $XDG_CONFIG_HOME/culprit.
 *
 * Every value knows its line, so that a message about it can name file and line (data-node.h).
 */
typedef struct DataFile DataFile;

DataFile       *data_file_load          (const char  *path,
                                         GError     **error);
DataFile       *data_file_load_shipped  (const char  *name,
                                         GError     **error);
void            data_file_free          (DataFile *file);

/* Loads all of FOLDER ("rules"): what ships, sorted by name, then the user's; a file of the
 * user's takes the place of a shipped one of the same name. One that is broken is left out
 * and its message added to WARNINGS (element-type utf8; may be NULL).
 * Returns a GPtrArray of DataFile (transfer full). */
GPtrArray      *data_files_load_folder  (const char *folder,
                                         GPtrArray  *warnings);

/* The base name without ending: "pytest" for rules/pytest.yml. */
const char     *data_file_get_name      (DataFile *file);

/* The same with it, fit to be shown, as messages name the file: "pytest.yml". */
const char     *data_file_get_base_name (DataFile *file);
const DataNode *data_file_get_root      (DataFile *file);

/* Where it was loaded from; NULL where it ships. */
const char     *data_file_get_path      (DataFile *file);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DataFile, data_file_free)
