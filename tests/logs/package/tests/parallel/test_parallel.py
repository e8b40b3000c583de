# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

import ctypes

import pytest


@pytest.mark.parametrize('size', [1, 2, 4, 8])
def test_size(size):
    assert size != 4, 'sizes of 4 are not there yet'


class TestCopy:
    def test_null(self):
        ctypes.string_at(0)
