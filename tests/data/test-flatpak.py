# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The Flatpak manifest builds this program, from sources that cannot change, and lets it do no more than it needs."""

import fnmatch
import json
import pathlib
import re
import sys

from tap import case, main, same

ROOT = pathlib.Path(__file__).resolve().parents[2]
ID = re.search("^application_id = '(.*)'$", (ROOT / 'meson.build').read_text(), re.MULTILINE)[1]

# A window, services, and the keyring with their tokens. Files come through the desktop's portals.
PERMISSIONS = [
    '--device=dri',
    '--share=ipc',
    '--share=network',
    '--socket=fallback-x11',
    '--socket=wayland',
    '--talk-name=org.freedesktop.secrets',
]

# What neither org.gnome.Platform nor what it stands on has.
MODULES = ['libyaml', 'xxhash', 'culprit']


def unique(pairs):
    names = [name for name, _ in pairs]
    assert len(names) == len(set(names)), names
    return dict(pairs)


def manifest():
    text = (ROOT / 'flatpak' / f'{ID}.json').read_text(encoding='utf-8')
    return json.loads(text, object_pairs_hook=unique)


@case
def it_is_this_application():
    read = manifest()
    same(read['id'], ID)
    same(read['command'], 'culprit')
    same((read['runtime'], read['sdk']), ('org.gnome.Platform', 'org.gnome.Sdk'))
    assert re.fullmatch(r'\d\d', read['runtime-version']), read['runtime-version']


@case
def permissions_are_these():
    same(sorted(manifest()['finish-args']), PERMISSIONS)


@case
def modules_are_these():
    same([module['name'] for module in manifest()['modules']], MODULES)


@case
def sources_are_fixed():
    *others, culprit = manifest()['modules']
    for module in others:
        for source in module['sources']:
            same(source['type'], 'archive')
            assert source['url'].startswith('https://'), source
            assert re.fullmatch('[0-9a-f]{64}', source['sha256']), source
    same([(source['type'], source['path']) for source in culprit['sources']], [('dir', '..')])


@case
def licences_of_what_is_built_in_are_kept():
    read = manifest()
    *others, _ = read['modules']
    for module in others:
        commands = module.get('build-commands', []) + module.get('post-install', [])
        folder = f'share/licenses/{ID}/{module["name"]}'
        assert any(f'/app/{folder} ' in command for command in commands), module
        for pattern in read['cleanup'] + module.get('cleanup', []):
            for kept in ['LICENSE', 'License']:
                # A pattern with a slash is for a path and all below it, any other one for names.
                path = f'/{folder}/{kept}'
                assert not fnmatch.fnmatch(path if '/' in pattern else kept, pattern), pattern
                assert not path.startswith(f'{pattern}/'), pattern


def build_folders():
    """Those that the scripts make, as far as these name them, and those of the README."""
    scripts = [ROOT / '.ci' / 'run', ROOT / 'src' / 'run', *(path for path in (ROOT / 'tests').iterdir() if path.is_file()),
               ROOT / 'tests' / 'bench' / 'run']
    texts = [path.read_text(encoding='utf-8') for path in scripts]
    found = {name for text in texts for name in re.findall(r'\$root/(build(?:-[a-z-]*[a-z])?)\b', text)}
    # One for each compiler and each release that is named.
    found |= {name for text in texts for name in re.findall(r'"(build-[a-z-]*[a-z])" for', text)}
    found |= {f'build-{name}' for text in texts for name in re.findall(r'another release of Debian, like (\w+)', text)}
    return found | set(re.findall(r' (build[a-z-]*) flatpak/', (ROOT / 'README.md').read_text(encoding='utf-8')))


@case
def what_was_built_is_no_source():
    """Each is skipped by its name, as patterns are not known there, and none is in the repository."""
    skipped = manifest()['modules'][-1]['sources'][0]['skip']
    assert len(build_folders()) >= 9, build_folders()
    same(sorted(build_folders() - set(skipped)), [])
    ignored = [line.strip('/') for line in (ROOT / '.gitignore').read_text(encoding='utf-8').split()]
    same([name for name in skipped if not any(fnmatch.fnmatch(name, pattern) for pattern in ignored)], [])
    same([pattern for pattern in ignored if '*' not in pattern and pattern not in skipped], [])


@case
def modules_have_no_permission_of_their_own():
    for module in manifest()['modules']:
        assert 'build-options' not in module and 'build-args' not in module, module
    assert 'build-options' not in manifest()


sys.exit(main())
