# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What the manual of the rules says is so."""

import json
import os
import pathlib
import re
import sys
import tempfile

from command import run, write
from tap import case, main, same

DATA = pathlib.Path(__file__).resolve().parents[2] / 'data'


def page(name):
    return (DATA / 'man' / name).read_text(encoding='utf-8').replace('\\-', '-').replace('\\e', '\\')


def examples():
    """The examples of culprit-rules(5): a log and its rule file, by turns."""
    return re.findall(r'\.EX\n(.*?)\.EE', page('culprit-rules.5').partition('.SH EXAMPLES')[2], re.DOTALL)


def failures_by(rules, log):
    folder = pathlib.Path(tempfile.mkdtemp(prefix='culprit-manual-'))
    (folder / 'culprit' / 'rules').mkdir(parents=True)
    (folder / 'culprit' / 'rules' / 'example.yml').write_text(rules)
    environment = dict(os.environ, XDG_CONFIG_HOME=str(folder))
    same(run('rules', '--check', env=environment).expect(0).text, '')
    found = json.loads(run('failures', '--json', write('example.log', log), env=environment).expect(0).text)
    rerun = run('rerun', '--profile', 'generic', write('example.log', log), env=environment)
    return found['failures'], rerun


@case
def first_example_works():
    log, rules, _, _ = examples()
    failures, rerun = failures_by(rules, log)
    same([(failure['test'], failure['message'], failure['runner'], failure['first_line'], failure['last_line'])
          for failure in failures], [('reader', '3', 'shelf', 2, 4)])
    same(rerun.expect(0).text, './shelf --only reader\n')


@case
def second_example_works():
    _, _, log, rules = examples()
    failures, _ = failures_by(rules, log)
    assert failures and failures[0]['kind'] == 'lint', failures
    same((failures[0]['message'], failures[0]['first_line'], failures[0]['last_line']),
         ('unused variable "a"', 1, 2))
    same(failures_by(rules, '0 findings\n')[0], [])


@case
def every_kind_of_line_is_in_the_manual():
    problem = run('rules', '--check', write('all.yml', 'lines: [{ is: no-such-thing, has: words }]\n')).text
    text = page('culprit-rules.5')
    for word in problem.strip().partition('none of: ')[2].split(', '):
        assert re.search(rf'\b{word}\b', text), word


sys.exit(main())
