# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

REGISTRY = {'reverse': 'quill.plugins.reverse'


def test_registry():
    assert REGISTRY
