# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What .github/CONTRIBUTING.md shows, done as a contributor would: its files are written where it says, its commands run."""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

from tap import Skip, case, main, same

GUIDE = pathlib.Path(os.environ['CULPRIT_GUIDE'])
ROOT = GUIDE.resolve().parents[1]
BLOCK = re.compile(r'^```(\S+)(?: (\S+))?\n(.*?)^```$', re.M | re.S)
SETTINGS = ('rules', 'ci', 'secrets', 'profiles')


def blocks():
    """The guide's blocks: for each its language, the file that it is (or None) and its text."""
    return [(found[1], found[2], found[3]) for found in BLOCK.finditer(GUIDE.read_text())]


def write(home, name, text):
    """A file of the guide: settings are the user's own, all else lies in the folder where one works."""
    folder = home / '.config/culprit' if name.split('/')[0] in SETTINGS else home
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def environment(home):
    (home / 'bin').mkdir()
    (home / 'bin/culprit-cli').symlink_to(os.path.abspath(os.environ['CULPRIT_CLI']))
    return os.environ | {'HOME': str(home), 'XDG_CONFIG_HOME': str(home / '.config'),
                         'PATH': f'{home}/bin:{os.environ["PATH"]}'}


def sessions(text):
    """Of a block of commands each with what it prints."""
    for part in re.split(r'^\$ ', text, flags=re.M)[1:]:
        command, _, printed = part.partition('\n')
        yield command, printed


def try_out(command, printed, home, variables):
    done = subprocess.run(['sh', '-c', command], cwd=home, env=variables, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          text=True, timeout=60)
    assert done.returncode == 0, f'{command}: status {done.returncode}: {done.stdout}'
    same(done.stdout, printed)


def copy(source, folder):
    """To be changed, also where the source may not be."""
    shutil.copytree(source, folder, copy_function=shutil.copyfile)
    for each in (folder, *folder.rglob('*')):
        each.chmod(0o755)


def copy_for_translators(folder):
    """What of the project its translations take, set up to be built."""
    for name in ('po', 'src', 'data', 'tests/scripts'):
        copy(ROOT / name, folder / name)
    project = re.search(r'^project \(.*?^\)$', (ROOT / 'meson.build').read_text(), re.M | re.S)[0]
    (folder / 'meson.build').write_text(f"{project}\ni18n = import ('i18n')\nsubdir ('po')\n")
    set_up(folder, 'build')


def set_up(folder, build):
    done = subprocess.run(['meson', 'setup', build], cwd=folder, timeout=60, stdout=subprocess.PIPE, text=True)
    assert done.returncode == 0, done.stdout


def test_translations(folder, *options):
    done = subprocess.run(['sh', 'tests/scripts/test-translations.sh', '.', *options], cwd=folder, timeout=60,
                          stdout=subprocess.PIPE, text=True, check=True)
    return done.stdout


class Home:
    """A contributor's, in which the guide was read from above to below: its files are where it says, its commands were run."""

    def __init__(self):
        self.folder = tempfile.TemporaryDirectory(prefix='culprit-guide-')
        self.path = pathlib.Path(self.folder.name)
        self.variables = environment(self.path)
        for _, file, text in blocks():
            if file is not None:
                write(self.path, file, text)


@case
def examples(home):
    commands = 0
    for language, _, text in blocks():
        if language == 'console':
            for command, printed in sessions(text):
                try_out(command, printed, home.path, home.variables)
                commands += 1
    assert commands >= 9, commands


@case
def own_files_are_built_in(home):
    """Where they lie in data/, and nobody says so."""
    with tempfile.TemporaryDirectory(prefix='culprit-guide-') as name:
        folder = pathlib.Path(name) / 'data'
        shutil.copytree(ROOT / 'data', folder)
        shutil.copytree(home.path / '.config/culprit', folder, dirs_exist_ok=True)
        subprocess.run([sys.executable, folder / 'list-resources.py', '/prefix', folder / 'xml', folder / 'depfile',
                        *(folder / each for each in SETTINGS)], check=True, timeout=60)
        listed = (folder / 'xml').read_text()
        for each in ('rules/kiln.yml', 'ci/depot.yml', 'secrets/depot.yml', 'profiles/kiln.json', 'rules/pytest.yml'):
            assert f'<file>{each}</file>' in listed, listed


@case
def written_logs(home):
    """Their expectations are those of tests/cli/test-written.py, and hold."""
    test = pathlib.Path(__file__).with_name('test-written.py')
    done = subprocess.run([sys.executable, test], timeout=60, stdout=subprocess.PIPE, text=True,
                          env=home.variables | {'CULPRIT_LOGS': str(home.path / 'tests/logs')})
    same(done.stdout.splitlines(), ['1..2', 'ok 1 kiln-lang', 'ok 2 kiln'])


def run_in(home, program, *arguments):
    """A test that reads tests/logs, where those are the guide's."""
    done = subprocess.run([os.environ[program], *arguments], timeout=60, stdout=subprocess.PIPE, text=True,
                          env=home.variables | {'G_TEST_SRCDIR': str(home.path / 'tests')})
    assert done.returncode == 0, done.stdout
    return done.stdout


@case
def logs_of_cis(home):
    told = run_in(home, 'CULPRIT_TEST_CI_LOGS')
    assert '\nok 1 /failures/ci-logs/depot\n' in told, told


@case
def samples_of_secrets(home):
    told = run_in(home, 'CULPRIT_TEST_MASKER', '-p', '/masker/secrets', '-p', '/masker/look-alikes')
    assert '\n# 1 secrets masked, of 1 kinds\n' in told and '\n# 1 look-alikes kept\n' in told, told


@case
def language(home):
    """After each of its commands the project can be set up, and the new file lacks nothing but its translations."""
    for program in ('meson', 'xgettext', 'msginit'):
        if shutil.which(program) is None:
            raise Skip(f'{program} is not installed')
    commands = [line for kind, _, text in blocks() if kind == 'sh' for line in text.splitlines()]
    assert len(commands) == 3, commands
    with tempfile.TemporaryDirectory(prefix='culprit-guide-') as name:
        folder = pathlib.Path(name)
        copy_for_translators(folder)
        for number, command in enumerate(commands):
            done = subprocess.run(['sh', '-c', command], cwd=folder, timeout=60, stdin=subprocess.DEVNULL,
                                  stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
            assert done.returncode == 0, f'{command}: {done.stdout}'
            set_up(folder, f'build-{number}')
        assert '/po/*.pot' in (ROOT / '.gitignore').read_text().split()
        made = {path.name for path in (folder / 'po').iterdir()} - {path.name for path in (ROOT / 'po').iterdir()}
        same(sorted(made - {'culprit.pot'}), ['nl.po'])
        told = test_translations(folder)
        assert '\nok nl.po is well formed\n' in told and '\nok nl.po is complete # SKIP ' in told, told
        told = test_translations(folder, 'complete')
        assert '\nnot ok nl.po is complete\n' in told, told


if __name__ == '__main__':
    sys.exit(main(Home()))
