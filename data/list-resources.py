# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""list-resources.py PREFIX OUTPUT DEPFILE FOLDER…: the list of what is built in, all data files of the folders. DEPFILE has ninja
list them again where a folder gains or loses one."""

import pathlib
import sys


def data_files(folder):
    return sorted(path for path in folder.iterdir() if path.suffix in ('.json', '.yml') and not path.name.startswith('.'))


def main(prefix, output, depfile, *folders):
    folders = [pathlib.Path(folder) for folder in folders]
    lines = [f'    <file>{folder.name}/{path.name}</file>' for folder in folders for path in data_files(folder)]
    pathlib.Path(output).write_text('\n'.join(['<?xml version="1.0" encoding="UTF-8"?>', '<gresources>',
                                               f'  <gresource prefix="{prefix}">', *lines, '  </gresource>',
                                               '</gresources>', '']), encoding='utf-8')
    names = ' '.join(str(folder).replace(' ', '\\ ') for folder in folders)
    pathlib.Path(depfile).write_text(f'{output}: {names}\n', encoding='utf-8')


main(*sys.argv[1:])
