# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What “meson install” puts where, that each of it finds the others, and that uninstalling leaves nothing.

usage: test-install-tree.py SOURCES BUILD PREFIX [CASE…]
"""

import configparser
import gettext
import json
import pathlib
import re
import stat
import subprocess
import sys
import tempfile

from tap import case, main, same

SOURCES, BUILD, PREFIX = map(pathlib.Path, sys.argv[1:4])
del sys.argv[1:4]
TIMEOUT = 120
ID = 'io.github.culprit_log.Culprit'
LANGUAGES = [line for line in (SOURCES / 'po/LINGUAS').read_text().splitlines() if line and line[0] != '#']
PROGRAMS = ['bin/culprit', 'bin/culprit-cli']
FILES = PROGRAMS + [
    f'share/applications/{ID}.desktop',
    'share/bash-completion/completions/culprit',
    'share/bash-completion/completions/culprit-cli',
    f'share/dbus-1/services/{ID}.service',
    'share/fish/vendor_completions.d/culprit-cli.fish',
    'share/fish/vendor_completions.d/culprit.fish',
    f'share/glib-2.0/schemas/{ID}.gschema.xml',
    f'share/icons/hicolor/scalable/apps/{ID}.svg',
    f'share/icons/hicolor/symbolic/apps/{ID}-symbolic.svg',
    *(f'share/locale/{language}/LC_MESSAGES/culprit.mo' for language in LANGUAGES),
    'share/man/man1/culprit-cli.1',
    'share/man/man1/culprit.1',
    'share/man/man5/culprit-rules.5',
    f'share/metainfo/{ID}.metainfo.xml',
    'share/zsh/site-functions/_culprit',
    'share/zsh/site-functions/_culprit-cli',
]


def run(*command):
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True, timeout=TIMEOUT, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def files_in(folder):
    return sorted(str(path.relative_to(folder)) for path in folder.rglob('*') if not path.is_dir())


def key_file(path):
    parser = configparser.ConfigParser(interpolation=None, strict=True)
    parser.optionxform = str
    parser.read(path, encoding='utf-8')
    return parser


class Tree:
    """Installed without what debuggers need, which names the folder of the build."""

    def __init__(self):
        self.folder = tempfile.TemporaryDirectory(prefix='culprit-installed-')
        self.destination = pathlib.Path(self.folder.name)
        run('meson', 'install', '-C', BUILD, '--no-rebuild', '--quiet', '--strip', '--destdir', self.destination)
        self.root = self.destination / PREFIX.relative_to('/')

    def check_program(self, name):
        """NAME as a desktop runs it: on the path, or where it is installed."""
        path = pathlib.Path(name)
        if path.is_absolute():
            same(str(path.parent), str(PREFIX / 'bin'))
        assert f'bin/{path.name}' in PROGRAMS, name


@case
def files_are_these(tree):
    same(files_in(tree.destination), sorted(str(PREFIX.relative_to('/') / name) for name in FILES))


@case
def modes_let_everybody_read_and_run(tree):
    for name in FILES:
        status = (tree.root / name).lstat()
        assert stat.S_ISREG(status.st_mode), name
        same((name, oct(stat.S_IMODE(status.st_mode))), (name, '0o755' if name in PROGRAMS else '0o644'))


@case
def desktop_file_leads_to_what_is_there(tree):
    entries = key_file(tree.root / f'share/applications/{ID}.desktop')
    for section in entries.sections():
        tree.check_program(entries[section]['Exec'].split()[0])
    entry = entries['Desktop Entry']
    tree.check_program(entry['TryExec'])
    same(entry['DBusActivatable'], 'true')
    for name in [f'scalable/apps/{entry["Icon"]}.svg', f'symbolic/apps/{entry["Icon"]}-symbolic.svg']:
        assert (tree.root / 'share/icons/hicolor' / name).exists(), name


@case
def service_starts_the_program(tree):
    service = key_file(tree.root / f'share/dbus-1/services/{ID}.service')['D-BUS Service']
    same(service['Name'], ID)
    program, *options = service['Exec'].split()
    assert pathlib.Path(program).is_absolute(), program
    tree.check_program(program)
    same(options, ['--gapplication-service'])


@case
def metainfo_names_what_is_there(tree):
    text = (tree.root / f'share/metainfo/{ID}.metainfo.xml').read_text(encoding='utf-8')
    same(sorted(f'bin/{name}' for name in re.findall('<binary>(.*)</binary>', text)), sorted(PROGRAMS))
    launched = re.search('<launchable type="desktop-id">(.*)</launchable>', text)[1]
    assert (tree.root / 'share/applications' / launched).exists(), launched


@case
def schema_compiles(tree):
    run('glib-compile-schemas', '--strict', '--dry-run', tree.root / 'share/glib-2.0/schemas')


@case
def translations_are_of_the_languages_that_they_are_named_for(tree):
    assert len(LANGUAGES) >= 4, LANGUAGES
    for language in LANGUAGES:
        with open(tree.root / f'share/locale/{language}/LC_MESSAGES/culprit.mo', 'rb') as file:
            translation = gettext.GNUTranslations(file)
        same(translation.info()['language'], language)
        assert translation.gettext('The clean log') != 'The clean log', language


@case
def programs_have_a_manual_and_completions(tree):
    for program in PROGRAMS:
        name = pathlib.Path(program).name
        for path in [f'man/man1/{name}.1', f'bash-completion/completions/{name}', f'zsh/site-functions/_{name}',
                     f'fish/vendor_completions.d/{name}.fish']:
            assert (tree.root / 'share' / path).stat().st_size > 0, path


@case
def no_file_knows_where_it_was_built(tree):
    folders = {str(folder).encode() for folder in [SOURCES, BUILD, tree.destination]}
    for name in FILES:
        content = (tree.root / name).read_bytes()
        for folder in folders:
            assert folder not in content, (name, folder)
    for name in PROGRAMS:
        dynamic = run('readelf', '--dynamic', tree.root / name)
        assert 'NEEDED' in dynamic and 'RPATH' not in dynamic and 'RUNPATH' not in dynamic, dynamic


@case
def what_is_installed_is_built_by_one_target(tree):
    """After “ninja programs”, which is all that src/run builds, “meson install --no-rebuild” finds its files."""
    targets = json.loads((BUILD / 'meson-info/intro-targets.json').read_text())
    installed = [path for target in targets if target['installed'] for path in target['filename']]
    built = run('ninja', '-C', BUILD, '-t', 'query', 'programs').split()
    assert len(installed) >= 2 + len(LANGUAGES), installed
    for path in installed:
        assert str(pathlib.Path(path).relative_to(BUILD)) in built, path


def installed_by(build):
    return sorted(json.loads(run('meson', 'introspect', '--installed', build)).values())


@case
def without_tests_the_same_is_installed(tree):
    """As packagers build it: nothing of the tests is needed to configure it, or built."""
    with tempfile.TemporaryDirectory(prefix='culprit-packaged-') as folder:
        run('meson', 'setup', '--buildtype=release', '-Dtests=false', '--prefix', PREFIX, folder, SOURCES)
        same(installed_by(folder), installed_by(BUILD))
        targets = json.loads((pathlib.Path(folder) / 'meson-info/intro-targets.json').read_text())
        assert len(targets) >= 10, targets
        same([target['name'] for target in targets if SOURCES / 'tests' in pathlib.Path(target['defined_in']).parents], [])


@case
def uninstalling_leaves_no_file(tree):
    run('ninja', '-C', BUILD, 'uninstall')
    same(files_in(tree.destination), [])


sys.exit(main(Tree()))
