# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What is found in the logs of tests/logs/written, against what stands above each of them; README.md there says how."""

import os
import pathlib
import re
import sys

import manylogs
from command import run, write
from tap import case, main

LOGS = pathlib.Path(os.environ['CULPRIT_LOGS']) / 'written'


def besides(word, wanted):
    """What the lines of WANTED that start with WORD say."""
    return [each.split('|', 1)[1].strip() for each in wanted if each.startswith(f'{word} |')]


def read(path):
    """The logs of PATH: for each its name, what must be found, what is said of it besides, the causes and its text."""
    for part in re.split(r'^#### ', path.read_text(), flags=re.M)[1:]:
        name, *lines = part.split('\n')
        wanted = [line[3:] for line in lines if line.startswith('## ')]
        said = {word: besides(word, wanted) for word in ('part', 'message', 'rerun', 'unnamed', 'title')}
        causes = dict(map(str.strip, each.split('|', 2)[1:]) for each in wanted if each.startswith('cause |'))
        only = 'only' in wanted
        wanted = [each for each in wanted
                  if each != 'only' and not each.startswith(tuple(f'{word} |' for word in [*said, 'cause']))]
        text = '\n'.join(line for line in lines if not line.startswith(('## ', '### ')))
        expected = [tuple(map(str.strip, each.split('|', 2))) for each in wanted if each != 'passed']
        assert wanted and len(expected) in (0, len(wanted)), f'{name}: nothing is expected'
        yield name, expected, {word: each for word, each in said.items() if each}, causes, only, text.rstrip() + '\n'


def titles_of(text, wanted):
    """Of each line of WANTED, “PROFILE | TITLE”, the profile with the title that it gives the log TEXT."""
    for profile in (each.split('|')[0].strip() for each in wanted):
        title = run('issue', '--title', '--profile', profile, write('written.log', text)).expect(0).text
        yield f'{profile} | {title.rstrip()}'


def found_in(log, titles):
    """The failures of LOG, what is said of them besides with these TITLES, and their causes."""
    found = log['failures']
    steady = [failure for failure in found['failures'] if not failure['flaky']]
    lines = log['clean'].split('\n')
    parts = [(lines[each['first_line'] - 1].strip(), lines[each['last_line'] - 1].strip()) for each in steady]
    return ([(each['kind'], each['test'], lines[each['line'] - 1].strip()) for each in steady],
            {'part': [' | '.join(part) for part in parts],
             'message': [each['message'] for each in steady],
             'unnamed': [str(found['log']['unnamed'])],
             'rerun': log['rerun'].splitlines(),
             'title': titles},
            {each['test']: lines[each['cause']['line'] - 1].strip() for each in steady if each.get('cause')})


def check(path):
    logs = list(read(path))
    texts = [text.replace('\\e', '\x1b').encode() for *_, text in logs]
    titles = [list(titles_of(text, said.get('title', []))) for text, (_, _, said, *_) in zip(texts, logs)]
    results = map(found_in, manylogs.read_texts(texts), titles)
    wrong = 0
    for (name, expected, said, causes, only, _), (found, besides_found, found_causes) in zip(logs, results):
        for word, each in said.items():
            if besides_found[word][:len(each)] != each:
                wrong += 1
                print(f'# {name}: {word}: expected {each}')
                print(f'#   found {besides_found[word]}')
        if found_causes != causes:
            wrong += 1
            print(f'# {name}: expected causes {causes}')
            print(f'#   found {found_causes}')
        others = [each for each in found if (only or each[1]) and each not in expected]
        if found[:1] != expected[:1] or others or set(expected) - set(found) or (found and not expected):
            wrong += 1
            print(f'# {name}: expected {expected}')
            print(f'#   found {found}')
    assert not wrong, f'{wrong} of {len(logs)} logs differ'


def add_case(path):
    def checked():
        check(path)
    checked.__name__ = path.stem.replace('-', '_')
    case(checked)


if __name__ == '__main__':
    for each in sorted(LOGS.glob('*.txt')):
        add_case(each)
    sys.exit(main())
