# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What the project's texts point to is there: links and their anchors in Markdown, files that comments and the README name,
and manual pages of its own that others name."""

import re
import sys

import tap
import tree
from tap import case

LINK = re.compile(r'\]\(([^)\s]+)|^\[[^\]]+\]:\s*(\S+)|\b(?:src|href)="([^"]+)"', re.MULTILINE)
HEADING = re.compile(r'^#+\s+(.+?)\s*#*$', re.MULTILINE)
CODE = re.compile(r'^```.*?^```|^    .*?$|`[^`\n]*`', re.MULTILINE | re.DOTALL)
COMMENTS = {
    '.c': re.compile(r'/\*.*?\*/', re.DOTALL),
    '.h': re.compile(r'/\*.*?\*/', re.DOTALL),
    '.css': re.compile(r'/\*.*?\*/', re.DOTALL),
    '.md': re.compile(r'.+'),
    '.py': re.compile(r'^\s*(?:#[^\n]*|""".*?""")', re.DOTALL | re.MULTILINE),
}
# An example.
FENCED = re.compile(r'^```.*?^```$', re.DOTALL | re.MULTILINE)
HASH_COMMENT = re.compile(r'(?:^|\s)#.*', re.MULTILINE)
NAMED_PATH = re.compile(r'(?<![\w/.~$}%-])(?:src|tests|data|po)/[\w./-]*\w')
NAMED_FILE = re.compile(r'\b[Ss]ee\s+(?:\*\s+|#\s+)?([\w-]+\.(?:c|h|py|css|ui))\b')
MANUAL = re.compile(r'^\.BR (culprit(?:\\-\w+)*) \((\d)\)', re.MULTILINE)
# What is written there is another project's, or broken on purpose.
NOT_OURS = ('tests/logs/', 'tests/fuzz/seeds/', 'tests/scripts/test-', 'LICENSES/', 'data/rules/')


def anchors(text):
    """The anchors that GitHub gives to a page's headings."""
    return {re.sub(r'[^\w\- ]', '', heading).lower().replace(' ', '-') for heading in HEADING.findall(text)}


def broken_links(root, path, text):
    for groups in LINK.findall(CODE.sub('', text)):
        link = next(group for group in groups if group)
        if re.match(r'[a-z]+:', link):
            continue
        name, _, anchor = link.partition('#')
        target = root / name[1:] if name.startswith('/') else root / path.parent / name if name else root / path
        if not target.exists():
            yield f'{path}: the link {link} leads nowhere'
        elif anchor and anchor not in anchors(target.read_text(encoding='utf-8')):
            yield f'{path}: the link {link} leads to no heading'


def is_claim(root, name):
    """Whether a path is surely meant to be one of this tree, and neither a pattern nor an example of a test's name."""
    parts = name.split('/')
    if any(part.isupper() for part in parts):
        return False
    return (root / parts[0] / parts[1]).is_dir() if len(parts) > 2 else parts[0] in ('src', 'data')


def missing_names(root, path, text, names):
    pattern = COMMENTS.get(path.suffix, HASH_COMMENT)
    for comment in pattern.findall(FENCED.sub('', text) if path.suffix == '.md' else text):
        for name in NAMED_PATH.findall(comment):
            if is_claim(root, name) and not (root / name).exists():
                yield f'{path}: {name} is not there'
        for name in NAMED_FILE.findall(comment):
            if name not in names:
                yield f'{path}: {name} is not there'


def missing_manuals(root, path, text):
    for name, section in MANUAL.findall(text):
        page = name.replace('\\', '') + '.' + section
        if not (root / path.parent / page).exists():
            yield f'{path}: there is no {page}'


def dead_ends(root):
    paths = [path for path in tree.files(root) if not str(path).startswith(NOT_OURS)]
    names = {path.name for path in paths}
    for path in paths:
        if path.suffix in ('.png', '.svg', '.po', '.xml'):
            continue
        text = (root / path).read_text(encoding='utf-8')
        yield from missing_names(root, path, text, names)
        if path.suffix == '.md':
            yield from broken_links(root, path, text)
        if path.parent.name == 'man':
            yield from missing_manuals(root, path, text)


def check(texts):
    with tree.written({'src/log/row.c': '', 'src/log/row.h': '', **texts}) as root:
        return list(dead_ends(root))


@case
def all_that_is_named_is_there():
    tree.nothing(list(dead_ends(tree.ROOT)))


@case
def good_links_are_left_alone():
    assert not check({'README.md': '# How it is built\n\n[a](src/log/row.c) [b](#how-it-is-built) [c](https://x.example/y)\n'
                                   '[d](.github/A.md#a--b) `[e](f)`\n',
                      '.github/A.md': '## A & B\n\n[a](../README.md) [b](/src/log)\n'})


@case
def a_link_to_nothing_is_found():
    found = check({'README.md': '![a](data/a.png)\n', '.github/A.md': '[a](README.md)\n'})
    assert found == ['.github/A.md: the link README.md leads nowhere', 'README.md: data/a.png is not there',
                     'README.md: the link data/a.png leads nowhere'], found


@case
def an_anchor_of_no_heading_is_found():
    found = check({'README.md': '# One\n\n[a](#two)\n'})
    assert found == ['README.md: the link #two leads to no heading'], found


@case
def a_path_of_a_comment_that_is_not_there_is_found():
    found = check({'src/log/line.c': '/* See src/log/row.c,\n * and src/log/gone.c. */\nchar *a = "src/log/b.c";\n',
                   'src/meson.build': "# as in src/log/row.h and src/log/lost.h\nfiles ('src/log/x')\n"})
    assert found == ['src/log/line.c: src/log/gone.c is not there', 'src/meson.build: src/log/lost.h is not there'], found


@case
def a_file_that_a_comment_sends_to_is_found_by_its_name():
    found = check({'src/log/line.h': '/* One row, see row.h;\n * for more see\n * gone.h. */\n',
                   'tests/a.py': '# See lost.py.\n"""See b.py"""\nc = "# see c.py"\n'})
    assert found == ['src/log/line.h: gone.h is not there', 'tests/a.py: lost.py is not there',
                     'tests/a.py: b.py is not there'], found


@case
def examples_are_no_paths():
    assert not check({'src/log/line.h': '/* “tests/a.py”, tests/bindings/b.py, src/log/NAME, build/src/log/x */\n',
                      'README.md': 'See\n\n```text src/log/new.c\nsrc/log/new.h\n```\n\nor src/log/row.c.\n'})


@case
def what_stands_around_an_example_counts():
    found = check({'README.md': 'src/log/a.c\n\n```text\nb\n```\n\n`src/log/c.c`\n'})
    assert found == ['README.md: src/log/a.c is not there', 'README.md: src/log/c.c is not there'], found


@case
def a_manual_that_is_not_there_is_found():
    found = check({'data/man/culprit-cli.1': '.BR culprit\\-rules (5),\n.BR culprit\\-cli (1)\n.BR curl (1)\n'})
    assert found == ['data/man/culprit-cli.1: there is no culprit-rules.5'], found


if __name__ == '__main__':
    sys.exit(tap.main())
