# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""A project's own issue form becomes a profile, and that an issue."""

import json
import os
import pathlib
import sys
import tempfile

from command import failing_log, run, write
from tap import case, main, same

SHIPPED = pathlib.Path(__file__).resolve().parents[2] / 'data' / 'profiles'

# The fields of vLLM's form, with texts of our own for those who fill it.
VLLM = """
name: CI failure
title: "[CI Failure]: "
labels: ["ci-failure"]
body:
- type: markdown
  attributes:
    value: >
      Say which step failed.
- type: input
  attributes:
    label: Name of failing test
    placeholder: |
      `file.py::test[parameters]`
  validations:
    required: true
- type: checkboxes
  attributes:
    label: Basic information
    options:
      - label: Flaky test
      - label: Can reproduce locally
      - label: Caused by external libraries (e.g. bug in `transformers`)
- type: textarea
  attributes:
    label: 🧪 Describe the failing test
  validations:
    required: true
- type: textarea
  attributes:
    label: 📝 History of failing test
  validations:
    required: true
- type: textarea
  attributes:
    label: CC List.
"""

# A form that has everything that GitHub's forms may have.
OTHER = """
name: Failing job
description: For jobs that fail
labels: kind/failing-test, ci
body:
  - type: dropdown
    id: platform
    attributes: { label: Platform, options: [linux, macos], default: 0 }
  - type: dropdown
    attributes: { label: How often?, options: [always, sometimes] }
  - { type: textarea, id: jobs, attributes: { label: Which jobs are failing? } }
  - { type: textarea, id: tests, attributes: { label: Which tests are failing? } }
  - { type: textarea, id: since, attributes: { label: Since when has it been failing? } }
  - { type: textarea, attributes: { label: Reason for failure (if possible) } }
  - { type: textarea, attributes: { label: Steps to reproduce } }
  - { type: input, attributes: { label: Commit } }
  - { type: textarea, attributes: { label: Relevant SIG(s), value: "/sig\\n" } }
"""


def profile_of(name, text, *options):
    return json.loads(run('profile', *options, write(name, text)).expect(0).text)


def settings(profile):
    folder = pathlib.Path(tempfile.mkdtemp(prefix='culprit-profiles-'))
    profiles = folder / 'culprit' / 'profiles'
    profiles.mkdir(parents=True)
    (profiles / 'own.json').write_text(json.dumps(profile, ensure_ascii=False), encoding='utf-8')
    return {'env': dict(os.environ, XDG_CONFIG_HOME=str(folder))}


def issue(*arguments, **options):
    return json.loads(run('issue', '--json', *arguments, failing_log(), **options).expect(0).text)


@case
def the_form_of_vllm_gives_the_same_issue():
    profile = profile_of('450-ci-failure.yml', VLLM, '--profile', 'vllm')
    same(issue('--profile', 'own', **settings(profile)), issue('--profile', 'vllm'))


@case
def the_form_alone_gives_the_same_form():
    profile = profile_of('450-ci-failure.yml', VLLM)
    same(profile['form'], '450-ci-failure.yml')
    own = issue('--profile', 'own', **settings(profile))
    shipped = issue('--profile', 'vllm')
    for member in ('title', 'labels'):
        same(own[member], shipped[member])
    same([field['label'] for field in own['fields']], [field['label'] for field in shipped['fields']])
    same(own['fields'][1], shipped['fields'][1])


@case
def fields_are_told_by_their_labels():
    profile = profile_of('other.yml', OTHER)
    same([(field['label'], field.get('content'), field.get('text')) for field in profile['fields']], [
        ('Platform', None, 'linux'),
        ('How often?', None, None),
        ('Which jobs are failing?', 'job', None),
        ('Which tests are failing?', 'tests', None),
        ('Since when has it been failing?', None, None),
        ('Reason for failure (if possible)', 'description', None),
        ('Steps to reproduce', 'rerun', None),
        ('Commit', 'environment', None),
        ('Relevant SIG(s)', None, '/sig'),
    ])
    same(profile['labels'], ['kind/failing-test', 'ci'])


@case
def the_issue_has_what_the_form_has():
    own = issue('--profile', 'own', '--job', 'Unit', '--commit', 'f596e760c8ed0fbc53db45479c8d460f1a40fd06',
                **settings(profile_of('other.yml', OTHER)))
    values = {field['label']: field['value'] for field in own['fields']}
    same(values['Platform'], 'linux')
    same(values['How often?'], '')
    same(values['Relevant SIG(s)'], '/sig')
    assert 'Unit' in values['Which jobs are failing?'], values
    assert 'f596e760c' in values['Commit'], values
    assert 'pytest' in values['Steps to reproduce'], values
    assert '<details>' in values['Reason for failure (if possible)'], values
    assert '### How often?\n\n_No response_\n' in own['body'], own['body']


@case
def the_log_always_goes_somewhere():
    text = ('body:\n'
            '  - { type: input, attributes: { label: Title } }\n'
            '  - { type: textarea, attributes: { label: Anything } }\n')
    same([field.get('content') for field in profile_of('x.yml', text)['fields']], [None, 'description'])


@case
def the_repository_chooses_it():
    profile = profile_of('x.yml', OTHER, '--repository', 'some/project')
    same(profile['repository'], 'some/project')
    log = write('github.log', '2025-05-20T03:26:38.0000000Z Syncing repository: some/project\n'
                '2025-05-20T03:26:38.0000000Z FAILED tests/a.py::test_b - assert 0\n')
    body = run('issue', '--body', log, **settings(profile)).expect(0).text
    assert 'Relevant SIG(s)' in body, body


@case
def shipped_profiles_of_other_projects():
    log = write('pytorch.log', '= test session starts =\n= short test summary info =\n'
                'FAILED test_nn.py::TestNN::test_x - assert 0\n= 1 failed in 0.1s =\n')
    title = run('issue', '--title', '--profile', 'pytorch', log).expect(0).text
    same(title, 'DISABLED test_x (__main__.TestNN)\n')
    same(run('rerun', '--profile', 'pytorch', log).expect(0).text, 'python test/test_nn.py TestNN.test_x\n')
    assert run('issue', '--title', '--profile', 'pytorch', failing_log()).expect(0).text.startswith('[CI] ')
    for name in ('test_x (__main__.TestNN)', 'test_x (__main__.TestNN.test_x)'):
        log = write('unittest.log', f'{"=" * 70}\nFAIL: {name}\n{"-" * 70}\nTraceback (most recent call last):\n'
                    f'  File "a.py", line 1, in test_x\nAssertionError: 1\n\n{"-" * 70}\nRan 1 test in 0.1s\n')
        same(run('issue', '--title', '--profile', 'pytorch', log).expect(0).text, title)
    own = issue('--profile', 'kubernetes')
    assert own['title'].startswith('[Failing Test] '), own['title']
    same(own['labels'], ['kind/failing-test'])
    assert 'template=failing-test.yaml' in own['form_url'], own['form_url']


@case
def all_are_listed():
    names = run('profile', '--list', **settings({'fields': []})).expect(0).text.splitlines()
    same(names, [*sorted(path.stem for path in SHIPPED.glob('*.json')), 'own'])
    broken = settings({})
    pathlib.Path(broken['env']['XDG_CONFIG_HOME'], 'culprit/profiles/bad.json').write_text('{\n')
    done = run('profile', '--list', **broken)
    same((done.status, done.text.splitlines()), (0, names))
    assert 'bad.json:' in done.errors, done.errors


@case
def names_do_nothing_to_a_terminal():
    hostile = settings({'fields': []})
    pathlib.Path(hostile['env']['XDG_CONFIG_HOME'], 'culprit/profiles/z\x1b[31m\u202ez.json').write_text('{}\n')
    text = run('profile', '--list', **hostile).expect(0).text
    assert text.splitlines()[-1].startswith('z') and '\x1b' not in text and '\u202e' not in text, text


@case
def what_is_no_form():
    for text, words in (('', 'empty'), ('a: [\n', ':2: '), ('name: x\n', 'body'), ('- a\n', 'body'), ('body: []\n', 'body'),
                        ('body: [{type: input}]\n', 'label'), ('body: [{type: x, attributes: {label: a}}]\n', '“x”'),
                        ('body: [{type: checkboxes, attributes: {label: a}}]\n', 'options'),
                        ('a: &a [x, x, x, x, x, x, x, x]\n' + ''.join(
                            f'{b}: &{b} [{", ".join(["*" + a] * 8)}]\n' for a, b in zip('abcdef', 'bcdefg')), 'values')):
        errors = run('profile', write('bad.yml', text)).expect(1).errors
        assert 'bad.yml:' in errors and words in errors, (text, errors)
    assert 'No such file' in run('profile', '/nowhere.yml').expect(1).errors
    run('profile', '/dev/zero').expect(1)
    run('profile', '/').expect(1)


@case
def wrong_usage():
    form = write('x.yml', OTHER)
    run('profile').expect(2)
    run('profile', '--list', form).expect(2)
    run('profile', '--list', '--repository', 'a/b').expect(2)
    run('profile', form, form).expect(2)
    run('profile', '--repository', 'x', form).expect(2)
    run('profile', '--repository', 'a/b', '--profile', 'vllm', form).expect(2)
    assert 'nowhere' in run('profile', '--profile', 'nowhere', form).expect(1).errors


sys.exit(main())
