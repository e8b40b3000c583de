# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Every file is written as .editorconfig says: encoding, line ends, blanks at the end, tabs."""

import sys

import tap
import tree
from tap import case

try:
    import editorconfig
except ImportError:
    sys.exit(tap.skip_all('no python3-editorconfig'))


def faults(data, wanted):
    """What is wrong with the bytes of a file, for the properties that .editorconfig has for it."""
    if wanted.get('charset') == 'utf-8':
        try:
            data.decode()
        except UnicodeDecodeError as error:
            yield 1 + data.count(b'\n', 0, error.start), 'is not UTF-8'
    if wanted.get('insert_final_newline') == 'true' and data and not data.endswith(b'\n'):
        yield 1 + data.count(b'\n'), 'has no line end'
    for number, line in enumerate(data.split(b'\n'), 1):
        if wanted.get('end_of_line') == 'lf' and b'\r' in line:
            yield number, 'has a carriage return'
        if wanted.get('trim_trailing_whitespace') == 'true' and line != line.rstrip(b' \t'):
            yield number, 'ends with blanks'
        if wanted.get('indent_style') == 'space' and b'\t' in line:
            yield number, 'has a tab'


def wrong_text(root):
    for path in tree.files(root):
        wanted = editorconfig.get_properties(str(root / path))
        for number, fault in faults((root / path).read_bytes(), wanted):
            yield f'{path}:{number}: {fault}'


def check(path, data):
    """What is found where a file of the project had these bytes."""
    with tree.written({'.editorconfig': (tree.ROOT / '.editorconfig').read_text(encoding='utf-8'), path: ''}) as root:
        (root / path).write_bytes(data)
        return list(wrong_text(root))


@case
def every_file_is_written_as_the_editors_are_told():
    tree.nothing(list(wrong_text(tree.ROOT)))


@case
def good_text_is_left_alone():
    assert not check('src/log/row.c', 'int a; /* ü */\n\n  int b;\n'.encode())
    assert not check('src/empty.h', b'')


@case
def each_fault_is_told_with_its_line():
    for data, fault in ((b'a\nb \nc\n', '2: ends with blanks'), (b'a\n\n\tb\n', '3: has a tab'),
                        (b'a\nb', '2: has no line end'), (b'a\r\n', '1: has a carriage return'),
                        (b'a\n\xff\n', '2: is not UTF-8')):
        found = check('src/log/row.c', data)
        assert found == [f'src/log/row.c:{fault}'], found


@case
def logs_and_what_fuzzers_found_are_as_they_are():
    for path in ('tests/logs/runners/a.log', 'tests/fuzz/seeds/cleaner/a', 'data/screenshots/a.png'):
        assert not check(path, b'\xff \r\n\t'), path


@case
def tabs_stand_where_they_must():
    assert not check('tests/logs/runners/compiled/Makefile', b'all:\n\ttrue\n')
    assert check('tests/logs/make.py', b'if True:\n\tpass\n')


if __name__ == '__main__':
    sys.exit(tap.main())
