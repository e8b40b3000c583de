# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Cases of a Python test, reported in TAP, which meson reads.

A case is a function marked with @case, called in the order of the file with what main() was given.
It fails by an exception, and is skipped by raising Skip with the reason.
"""

import sys
import traceback

_cases = []


class Skip(Exception):
    pass


def case(function):
    _cases.append(function)
    return function


def _diagnose(text):
    for line in text.rstrip().splitlines():
        print(f'# {line}')


def _run(number, function, arguments):
    name = function.__name__.replace('_', '-')
    try:
        function(*arguments)
    except Skip as reason:
        print(f'ok {number} {name} # SKIP {reason}', flush=True)
    except Exception:
        # The frames of this file and of the case; what was called tells itself in its message.
        _diagnose(traceback.format_exc(limit=2))
        print(f'not ok {number} {name}', flush=True)
        return False
    else:
        print(f'ok {number} {name}', flush=True)
    return True


def main(*arguments):
    """Runs every case, or those that the command line names; the exit status is for sys.exit()."""
    chosen = [each for each in _cases
              if len(sys.argv) < 2 or each.__name__.replace('_', '-') in sys.argv[1:]]
    print(f'1..{len(chosen)}', flush=True)
    results = [_run(number, function, arguments) for number, function in enumerate(chosen, 1)]
    return 0 if all(results) else 1


def skip_all(reason):
    print(f'1..0 # SKIP {reason}')
    return 0


def same(found, expected):
    """Tells where two texts part, in place of printing both, and what else differs."""
    if found == expected:
        return
    if isinstance(found, int):
        raise AssertionError(f'{found}, not {expected}')
    at = next((index for index, pair in enumerate(zip(found, expected)) if pair[0] != pair[1]),
              min(len(found), len(expected)))
    start = max(0, at - 60)
    raise AssertionError(f'{len(found)} and {len(expected)} long, differ at {at}:\n'
                         f'found    {found[start:at + 60]!r}\nexpected {expected[start:at + 60]!r}')
