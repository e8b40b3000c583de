# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

import logging
import sys
import warnings

import pytest


class WeightsError(RuntimeError):
    pass


def read_shard(name):
    try:
        return {'shard-1': b''}[name]
    except KeyError as error:
        raise WeightsError(f'{name} is in the index, but not in the folder') from error


@pytest.fixture
def weights():
    return read_shard('shard-3')


@pytest.fixture
def cache():
    yield {}
    raise OSError(28, 'No space left on device')


def test_setup(weights):
    assert weights


def test_teardown(cache):
    cache['shard-1'] = read_shard('shard-1')


def test_chained():
    print('reading shard-2')
    print('index: 3 shards, 2 there', file=sys.stderr)
    logging.getLogger('quill.weights').warning('shard-2 is missing, trying the mirror')
    try:
        read_shard('shard-2')
    except WeightsError:
        raise ConnectionError('mirror.quill.example refuses: 403')


def test_deprecated():
    warnings.warn('read_shard() takes a Path from 0.5 on', DeprecationWarning)
