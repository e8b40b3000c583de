# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Cleans random logs with the cleaner and with the model of the screen: both must agree.

usage: test-screen.py [--cases N] [--seed S]

What they do not agree on is made as small as it gets, and shown with both results. By hand, with
the program clean-cases of a build:
CLEAN_CASES=… PYTHONPATH=tests python3 tests/model/test-screen.py --cases 100000 --seed 7
"""

import argparse
import glob
import os
import random
import re
import struct
import subprocess
import sys
import time

import examples
import grammar
import tap
from terminal import Terminal, clean, to_text

PROGRAM = os.environ['CLEAN_CASES']
CASES = 5000
BATCH = 200
TIMEOUT = 300
SHOWN = 5
CANDIDATES = 16
SECONDS_TO_SHRINK = 20

REPEATED = re.compile(r'((?:\\x..|\\?.){1,16}?)\1{9,}')


class Case:
    def __init__(self, pieces, cuts_seed):
        self.pieces = pieces
        self.data = b''.join(pieces)
        self.cuts_seed = cuts_seed

    def cuts(self):
        """Where the log is cut into chunks: nowhere, everywhere or somewhere."""
        chooser = random.Random(self.cuts_seed)
        length = len(self.data)
        count = chooser.choice((0, 1, 3, 10, length))
        if count >= length:
            return list(range(1, length))
        return sorted(chooser.sample(range(1, length), min(count, max(length - 1, 0))))

    def encoded(self):
        cuts = self.cuts()
        return struct.pack(f'={2 + len(cuts)}I', len(cuts), len(self.data), *cuts) + self.data


def clean_all(cases):
    """What the cleaner makes of CASES; an answer is missing from the first on that it cannot do."""
    try:
        done = subprocess.run([PROGRAM], input=b''.join(case.encoded() for case in cases),
                              capture_output=True, timeout=TIMEOUT, check=False)
    except subprocess.TimeoutExpired as error:
        return split_answers(error.stdout or b''), f'no end after {TIMEOUT} s'
    return split_answers(done.stdout), done.stderr.decode('utf-8', 'replace')


def split_answers(output):
    answers = []
    while len(output) >= 4:
        length = struct.unpack('=I', output[:4])[0]
        answers.append(output[4:4 + length])
        output = output[4 + length:]
    return answers


def expect(case):
    """What the model makes of CASE, or None where it cannot be compared."""
    terminal = Terminal(case.data)
    if not terminal.is_exact:
        return None
    return to_text(terminal)


def find_wrong(cases):
    """The cases that they do not agree on."""
    wanted = [(case, expect(case)) for case in cases]
    wanted = [(case, want) for case, want in wanted if want is not None]
    answers, errors = clean_all([case for case, want in wanted])
    wrong = [case for (case, want), got in zip(wanted, answers) if got != want]
    if len(answers) < len(wanted):
        case = wanted[len(answers)][0]
        case.errors = errors
        wrong.append(case)
    return wrong


def parts_of(pieces, size):
    return [pieces[at:at + size] for at in range(0, len(pieces), size)]


def shrink_once(case, size, deadline):
    """Drops SIZE pieces at a time wherever they still do not agree without."""
    at = 0
    while at < len(case.pieces) and time.monotonic() < deadline:
        candidates = [Case(case.pieces[:start] + case.pieces[start + size:], case.cuts_seed)
                      for start in range(at, len(case.pieces), size)[:CANDIDATES]]
        wrong = find_wrong(candidates)
        if wrong:
            at += size * candidates.index(wrong[0])
            case = wrong[0]
        else:
            at += size * len(candidates)
    return case


def shrink_pieces(case, deadline):
    """Halves first, then smaller parts, then again what could not be dropped before."""
    size = max(len(case.pieces) // 2, 1)
    while time.monotonic() < deadline:
        smaller = shrink_once(case, size, deadline)
        if size == 1 and len(smaller.pieces) == len(case.pieces):
            break
        case = smaller
        size = max(size // 2, 1)
    return case


def shrink(case):
    deadline = time.monotonic() + SECONDS_TO_SHRINK
    case = shrink_pieces(case, deadline)
    return shrink_pieces(Case(parts_of(case.data, 1), case.cuts_seed), deadline)


def escape(data):
    """DATA as printable text, with what is repeated often written once."""
    return REPEATED.sub(lambda match: f'({match[1]}){{{len(match[0]) // len(match[1])}}}',
                        repr(data)[2:-1])


def show(case):
    answers, errors = clean_all([case])
    return '\n'.join((
        'log     ' + escape(case.data),
        'cuts    ' + ' '.join(map(str, case.cuts()[:20])),
        'model   ' + escape(expect(case)),
        'cleaner ' + (escape(answers[0]) if answers else 'gives nothing: ' + errors[-2000:])))


def make_cases(seed, count, samples):
    chooser = random.Random(seed)
    for _ in range(count):
        pieces = grammar.mutate(chooser, chooser.choice(samples)) \
            if samples and chooser.random() < 0.1 else grammar.generate(chooser)
        yield Case(pieces, chooser.random())


def compare(seed, count, samples):
    cases = list(make_cases(seed, count, samples))
    wrong = []
    for part in parts_of(cases, BATCH):
        wrong += find_wrong(part)
        if len(wrong) >= SHOWN:
            break
    shown = {show(shrink(case)) for case in wrong[:SHOWN]}
    assert not wrong, f'{len(wrong)} logs differ, seed {seed}:\n' + '\n\n'.join(sorted(shown))


def read_samples():
    """The corpus's logs, and what their readers see."""
    folder = os.path.join(os.environ.get('CULPRIT_CORPUS', ''), 'terminal')
    samples = []
    for path in sorted(glob.glob(glob.escape(folder) + '/*.raw')):
        with open(path, 'rb') as raw, open(path[:-len('raw')] + 'txt', 'rb') as text:
            samples.append((raw.read(), text.read()))
    if not samples:
        raise tap.Skip('CULPRIT_CORPUS names no folder with logs')
    return samples


def shape(text):
    """As the corpus's README compares."""
    return '\n'.join(line.rstrip() for line in text.decode('utf-8', 'replace').split('\n')).rstrip()


@tap.case
def model_reads_examples(_options):
    for data, want in examples.EXAMPLES:
        got = clean(data).decode()
        assert got == want, f'{escape(data)}: {got!r}, not {want!r}'


@tap.case
def model_reads_real_logs(_options):
    for raw, text in read_samples():
        tap.same(shape(clean(raw)), shape(text))


@tap.case
def random_logs(options):
    compare(options.seed, options.cases, [])


@tap.case
def changed_real_logs(options):
    samples = [raw for raw, _text in read_samples()]
    compare(options.seed, options.cases // 10, samples)


if __name__ == '__main__':
    arguments = argparse.ArgumentParser()
    arguments.add_argument('--cases', type=int, default=CASES)
    arguments.add_argument('--seed', type=int, default=1)
    given = arguments.parse_args()
    del sys.argv[1:]
    sys.exit(tap.main(given))
