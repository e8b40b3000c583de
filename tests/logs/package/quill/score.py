# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""How near two texts are, from 0 to 1."""

import collections
import math


def cosine(one, other, digits=8):
    first, second = collections.Counter(one.split()), collections.Counter(other.split())
    product = sum(first[word] * second[word] for word in first)
    length = math.sqrt(sum(n * n for n in first.values()) * sum(n * n for n in second.values()))
    return round(product / length, digits)
