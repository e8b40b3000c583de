# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Names that a reader of logs can stumble over."""

import pytest

NAMES = ['plain', 'two words', 'a[0]', 'path/to::model', 'half - done', 'é', 'x' * 90, 'FAILED here', '']


@pytest.mark.parametrize('name', NAMES)
def test_load(name):
    assert name.isidentifier() or name == '', f'{name!r} is no name of a model'


class TestLayers:
    @pytest.mark.parametrize('bits', [4, 8])
    @pytest.mark.parametrize('layer', ['qkv', 'mlp.down'])
    def test_quantize(self, layer, bits):
        assert (layer, bits) != ('mlp.down', 4), 'lost 3.2% of the weights'

    @pytest.mark.xfail(reason='not written yet')
    def test_prune(self):
        raise NotImplementedError

    def test_merge(self):
        class Merge:
            @staticmethod
            def run():
                return [1, 2, 3, 4]

        assert Merge.run() == [1, 2, 4, 4]
