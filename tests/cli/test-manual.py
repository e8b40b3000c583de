# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What the manual pages and the completion say is so."""

import json
import os
import pathlib
import re
import subprocess
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


def commands():
    listed = run('--help').expect(0).text.partition('Commands:')[2]
    return re.findall(r'^  ([a-z]+) ', listed, re.MULTILINE)


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
def every_command_is_completed():
    def complete(*words):
        script = (f'. {DATA}/completions/culprit-cli; COMP_WORDS=(culprit-cli {" ".join(words)} ""); '
                  f'COMP_CWORD={len(words) + 1}; _culprit_cli; echo "${{COMPREPLY[@]}}"')
        return subprocess.run(['bash', '-c', script], capture_output=True, check=True, text=True).stdout.split()

    same(sorted(complete()), sorted(commands()))
    assert 'kubernetes' in complete('issue', '--profile')
    same(complete('clean'), [])


@case
def every_kind_of_line_is_in_the_manual():
    problem = run('rules', '--check', write('all.yml', 'lines: [{ is: no-such-thing, has: words }]\n')).text
    text = page('culprit-rules.5')
    for word in problem.strip().partition('none of: ')[2].split(', '):
        assert re.search(rf'\b{word}\b', text), word


sys.exit(main())
