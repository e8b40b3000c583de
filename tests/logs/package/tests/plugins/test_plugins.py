# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

from quill.plugins import load_all


def test_load_all():
    assert load_all() == []
