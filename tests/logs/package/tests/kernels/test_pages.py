# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

import faulthandler
import os
import sys

import pytest

from quill.pages import PageTable


def test_allocate():
    assert len(PageTable(4).allocate('req-1', 33)) == 3


@pytest.mark.parametrize('pages', [1, 64])
def test_copy(pages):
    if pages > 32:
        print('copy_pages: assertion failed: source and target overlap', file=sys.stderr, flush=True)
        os.abort()


def test_after():
    assert faulthandler.is_enabled()
