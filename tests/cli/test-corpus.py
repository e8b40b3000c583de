# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The whole way of one real log: vLLM's build 64854, Elastic EP Scaling Test."""

import json
import lzma
import os
import pathlib
import sys

from command import run, write
from tap import case, main, same, skip_all

NAME = 'raw_log_64854_elastic_ep_scaling.log'
FILE = 'distributed/test_elastic_ep.py'
COMMIT = 'f596e760c8ed0fbc53db45479c8d460f1a40fd06'
ACTOR = ("ValueError: Actor with name 'vllm_Worker_1778140840102885309' already exists in the "
         'namespace 2491bca0-ed6c-4f6d-a4e4-8694a5798481')


@case
def both_tests_and_no_third(log):
    found = json.loads(run('failures', '--json', log).expect(0).text)
    same([failure['test'] for failure in found['failures']],
         [f'{FILE}::test_elastic_ep_scaling', f'{FILE}::test_elastic_ep_scaling_uneven'])
    facts = found['log']
    same((facts['lines'], facts['ci'], facts['job'], facts['commit'], facts['repository']),
         (2301, 'buildkite', 'Elastic EP Scaling Test', COMMIT, 'vllm-project/vllm'))


@case
def causes_in_other_processes(log):
    found = json.loads(run('failures', '--json', log).expect(0).text)
    same([(failure['cause']['exception'], failure['cause']['process'], failure['cause']['line'])
          for failure in found['failures']],
         [('ValueError', 'DPMoEEngineCoreActor pid=18989', 665),
          ('AssertionError', 'Worker_DP2_EP2 pid=37847', 1453)])


@case
def title(log):
    same(run('issue', '--title', log).expect(0).text,
         f'[CI Failure]: Elastic EP Scaling Test - {FILE}::test_elastic_ep_scaling\n')


@case
def body(log):
    text = run('issue', '--body', log).expect(0).text
    for part in (f'`{FILE}::test_elastic_ep_scaling`\n`{FILE}::test_elastic_ep_scaling_uneven`\n',
                 f'Failed on branch `atalman:release_212_tests` at commit {COMMIT} (not main)',
                 f'FAILED {FILE}::test_elastic_ep_scaling - assert False\n',
                 f'{ACTOR} (DPMoEEngineCoreActor pid=18989, line 665)\n',
                 '### 📝 History of failing test\n\n_No response_\n'):
        assert part in text, part
    assert len(text) <= 65536 and 'Still failing on main' not in text


@case
def tail_is_the_end_of_clean(log):
    clean = run('clean', log).expect(0).text.splitlines(keepends=True)
    same(len(clean), 2301)
    same(run('tail', log).expect(0).text, ''.join(clean[-525:]))


@case
def excerpt_holds_causes_and_summary(log):
    text = run('excerpt', log).expect(0).text
    for part in (ACTOR, 'Workspace growth is not allowed after locking', 'short test summary info'):
        assert part in text, part


def unpack():
    corpus = os.environ.get('CULPRIT_CORPUS')
    packed = pathlib.Path(corpus or '', 'vllm', NAME + '.xz')
    if not corpus or not packed.exists():
        return None
    return write(NAME, lzma.decompress(packed.read_bytes()))


LOG = unpack()
sys.exit(main(LOG) if LOG else skip_all('CULPRIT_CORPUS names no folder with this log'))
