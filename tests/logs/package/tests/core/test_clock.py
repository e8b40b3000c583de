# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Fails the first time in a folder, passes then: what people call flaky."""

import pathlib

import pytest

LOCK = pathlib.Path('/tmp/quill.lock')


def take_lock(name):
    path = LOCK.with_suffix('.' + name)
    if not path.exists():
        path.touch()
        raise TimeoutError(f'lock {name} was not free after 30 seconds')
    path.unlink()


def test_lock_is_free():
    take_lock('session')


@pytest.mark.flaky(reruns=2)
def test_lock_is_free_at_once():
    take_lock('retry')


@pytest.mark.flaky(reruns=2)
def test_lock_is_never_free():
    raise TimeoutError('lock forever was not free after 30 seconds')
