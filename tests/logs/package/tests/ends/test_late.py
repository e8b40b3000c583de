# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

import time


def test_first():
    pass


def test_never_ends():
    print('waiting for the engine')
    time.sleep(60)
