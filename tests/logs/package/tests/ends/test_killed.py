# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

import os
import signal


def test_pages():
    assert 3 * 16 == 64, 'three pages hold no 64 tokens'


def test_too_large():
    os.kill(os.getpid(), signal.SIGKILL)


def test_after():
    pass
