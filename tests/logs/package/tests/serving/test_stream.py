# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

import pytest

from quill.score import cosine


def chunks_of(text, size):
    words = text.split()
    for first in range(0, len(words), size):
        yield words[first:first + size - (size == 3 and first > 6)]


@pytest.mark.parametrize('size', [1, 2, 3])
def test_chunks_cover_the_text(size):
    text = 'a b c d e f g h i j k l'
    if size == 1:
        pytest.skip('chunks of one word are not streamed')
    joined = [word for chunk in chunks_of(text, size) for word in chunk]
    assert joined == text.split(), f'words were lost between chunks of {size}'


@pytest.mark.parametrize('precision, least', [('full', 0.99), ('half', 0.9)])
def test_answers_agree(precision, least):
    one = 'the pages of a finished request are free again'
    other = one if precision == 'full' else one.replace('free', 'kept').replace('again', 'forever')
    score = cosine(one, other)
    print(f'score at {precision} precision: {score}')
    assert score >= least, f'[{precision} precision] score {score:.3f} is below the threshold {least}'
