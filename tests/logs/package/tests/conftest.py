# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

import pathlib
import sys

import pytest

sys.path[:0] = [str(pathlib.Path(__file__).parent), str(pathlib.Path(__file__).parents[1])]


@pytest.fixture
def server(request):
    from remote import RemoteServer

    port, pages = getattr(request, 'param', (51217, 64))
    remote = RemoteServer(port, pages)
    yield remote
    remote.close()
