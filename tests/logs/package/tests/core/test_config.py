# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

import json

import pytest

DEFAULTS = {'model': 'quill-small', 'pages': 64, 'port': 8000}


@pytest.mark.parametrize('key', sorted(DEFAULTS))
def test_defaults(key):
    assert json.loads(json.dumps(DEFAULTS))[key] == DEFAULTS[key]


def test_unknown_key():
    with pytest.raises(KeyError):
        DEFAULTS['colour']


@pytest.mark.skip(reason='needs two machines')
def test_cluster():
    pass
