# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Whether what comes out is what the terminal showed."""

import glob
import os
import shutil
import subprocess

import table
import tools

TIMEOUT = 60


def shown(data):
    """The lines as somebody sees them: blanks at their ends and empty lines at the end are none."""
    text = data.decode('utf-8', 'replace').replace('\u00a0', ' ')
    return '\n'.join(line.rstrip() for line in text.split('\n')).rstrip('\n')


def result(workspace, tool, raw):
    path = shutil.copyfile(raw, os.path.join(workspace.folder, 'fixture'))
    try:
        printed = subprocess.run(tool.arguments(path), stdin=subprocess.DEVNULL, capture_output=True,
                                 env=workspace.runner.environment | {'LC_ALL': 'C.UTF-8'},
                                 timeout=TIMEOUT, check=False).stdout
        if not tool.in_place:
            return printed
        with open(path, 'rb') as file:
            return file.read()
    except subprocess.TimeoutExpired:
        return b''
    finally:
        os.remove(path)


def wrong_ones(workspace, tool, fixtures):
    for raw in fixtures:
        with open(f'{raw.removesuffix(".raw")}.txt', 'rb') as file:
            if shown(result(workspace, tool, raw)) != shown(file.read()):
                yield os.path.basename(raw).removesuffix('.raw')


def answer(workspace):
    heading = '## Fixtures of terminal output'
    fixtures = sorted(glob.glob(os.path.join(workspace.corpus or '', 'terminal/*.raw')))
    if not workspace.corpus or not fixtures:
        return f'{heading}\n\nLeft out: CULPRIT_CORPUS names no folder with terminal/*.raw.'

    tried = (workspace.culprit('clean'), tools.SED, tools.ANSI2TXT, tools.ANSIFILTER, tools.COL,
             tools.ANSI2TXT_COL)
    rows = []
    for tool in tried:
        wrong = list(wrong_ones(workspace, tool, fixtures))
        rows.append((tool.name, f'{len(fixtures) - len(wrong)} of {len(fixtures)}',
                     ', '.join(wrong)))
    return f'{heading}\n\n{table.table(("program", ">right", "wrong"), rows)}'
