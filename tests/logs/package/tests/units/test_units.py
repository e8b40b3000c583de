# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

import unittest


class TestUnits(unittest.TestCase):
    def test_equal(self):
        self.assertEqual('3 pages', '4 pages')

    def test_missing(self):
        """A page that nobody has."""
        {}['page-7']

    def test_each(self):
        for size in (1, 2, 3):
            with self.subTest(size=size):
                self.assertLess(size, 3)

    def test_good(self):
        pass

    @unittest.expectedFailure
    def test_expected(self):
        self.fail('not yet')
