# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What the manual of the rules and formats says is so."""

import json
import os
import pathlib
import re
import sys
import tempfile

from command import run, write
from tap import case, main, same

ROOT = pathlib.Path(__file__).resolve().parents[2]
DATA = ROOT / 'data'
# Where the members of a file are read, which the manual has under this heading.
READERS = {'FORMATS OF CI SERVICES': ['log/ci-format-file.c', 'failures/fact-rules.c'],
           'FORMATS OF SECRETS': ['report/secret-formats.c']}


def page(name):
    return (DATA / 'man' / name).read_text(encoding='utf-8').replace('\\-', '-').replace('\\e', '\\')


def examples():
    """The examples of culprit-rules(5): a log and its file, by turns."""
    return re.findall(r'\.EX\n(.*?)\.EE', page('culprit-rules.5').partition('.SH EXAMPLES')[2], re.DOTALL)


def with_files(**texts):
    """The environment of a user who has these files, each in the folder of that name."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix='culprit-manual-'))
    for name, text in texts.items():
        (folder / 'culprit' / name).mkdir(parents=True)
        (folder / 'culprit' / name / 'example.yml').write_text(text)
    return dict(os.environ, XDG_CONFIG_HOME=str(folder))


def failures_by(rules, log):
    environment = with_files(rules=rules)
    same(run('rules', '--check', env=environment).expect(0).text, '')
    found = json.loads(run('failures', '--json', write('example.log', log), env=environment).expect(0).text)
    rerun = run('rerun', '--profile', 'generic', write('example.log', log), env=environment)
    return found['failures'], rerun


@case
def first_example_works():
    log, rules = examples()[:2]
    failures, rerun = failures_by(rules, log)
    same([(failure['test'], failure['message'], failure['runner'], failure['first_line'], failure['last_line'])
          for failure in failures], [('reader', '3', 'shelf', 2, 4)])
    same(rerun.expect(0).text, './shelf --only reader\n')


@case
def second_example_works():
    log, rules = examples()[2:4]
    failures, _ = failures_by(rules, log)
    assert failures and failures[0]['kind'] == 'lint', failures
    same((failures[0]['message'], failures[0]['first_line'], failures[0]['last_line']),
         ('unused variable "a"', 1, 2))
    same(failures_by(rules, '0 findings\n')[0], [])


@case
def third_example_works():
    rules = examples()[1]
    log, ci = examples()[4:6]
    environment = with_files(rules=rules, ci=ci)
    path = write('example.log', log)
    same(run('clean', path, env=environment).expect(0).text,
         log.splitlines()[0] + '\n>> Run the tests\nCHECK reader: FAIL\n')
    same(run('issue', '--title', '--profile', 'generic', path, env=environment).expect(0).text,
         'CI failure: unit-tests - reader\n')


@case
def fourth_example_works():
    log, secrets = examples()[6:]
    masked = run('tail', '--mask', write('example.log', log), env=with_files(secrets=secrets)).expect(0)
    same(masked.text, 'depot: welcome, [REDACTED:depot-token]\n')


@case
def every_member_of_a_format_is_in_the_manual():
    for heading, paths in READERS.items():
        section = page('culprit-rules.5').partition(f'.SH {heading}\n')[2].partition('.SH ')[0]
        for path in paths:
            source = (ROOT / 'src' / path).read_text(encoding='utf-8')
            lists = re.findall(r'(?:keys|names)\[\] = \{(.*?)\};', source, re.DOTALL)
            members = {word for each in lists for word in re.findall(r'"([\w-]+)"', each)}
            assert len(members) >= 10, (path, members)
            for member in members:
                assert re.search(rf'(?<![\w-]){member}(?![\w-])', section), (path, member)


@case
def every_kind_of_line_is_in_the_manual():
    problem = run('rules', '--check', write('all.yml', 'lines: [{ is: no-such-thing, has: words }]\n')).text
    text = page('culprit-rules.5')
    for word in problem.strip().partition('none of: ')[2].split(', '):
        assert re.search(rf'\b{word}\b', text), word


sys.exit(main())
