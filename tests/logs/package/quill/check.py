# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""python3 -m quill.check FILE: whether a configuration can be used."""

import json
import sys


def read(path):
    try:
        return json.load(open(path, encoding='utf-8'))
    except OSError as error:
        raise ValueError(f'{path} is no configuration') from error


read(sys.argv[1])
print('usable')
