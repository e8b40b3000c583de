# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The engine's memory: texts lie in pages of a fixed size."""

PAGE_SIZE = 16


class PageTable:
    def __init__(self, pages):
        self.free = list(range(pages))
        self.pages_of = {}

    def allocate(self, request, length):
        needed = -(-length // PAGE_SIZE)
        if needed > len(self.free):
            raise ValueError(
                f'request {request} needs {needed} pages, but {len(self.free)} of '
                f'{len(self.free) + self.used()} are free; were the pages of a finished request kept?')
        self.pages_of[request] = [self.free.pop() for _ in range(needed)]
        return self.pages_of[request]

    def used(self):
        return sum(len(pages) for pages in self.pages_of.values())
