# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The project's own files, for tests of what they say, and small trees that such tests write."""

import contextlib
import pathlib
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]


def _built(root):
    """What stands there and is no file of the project's."""
    ignored = root / '.gitignore'
    patterns = ignored.read_text(encoding='utf-8').split() if ignored.exists() else []
    return {path for each in ['.git', *patterns] for path in root.glob(each.strip('/'))}


def files(root, *folders):
    """Paths of the files in folders of root, in all of it where none is named; without what .gitignore leaves out."""
    built = _built(root)
    waiting = [root / folder for folder in folders or ['.']]
    found = []
    while waiting:
        path = waiting.pop()
        if path in built or path.name == '__pycache__':
            continue
        if path.is_dir():
            waiting += path.iterdir()
        elif path.is_file():
            found.append(path.relative_to(root))
    return sorted(found)


@contextlib.contextmanager
def written(texts):
    """A folder with the given files, a dictionary from path to text."""
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        for path, text in texts.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, encoding='utf-8')
        yield root


def nothing(offences):
    """Fails with the offences, a line each, where there are any."""
    if offences:
        raise AssertionError('\n' + '\n'.join(offences))
