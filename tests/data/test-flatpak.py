# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The Flatpak manifest builds this program, from sources that cannot change, and lets it do no more than it needs."""

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
def modules_have_no_permission_of_their_own():
    for module in manifest()['modules']:
        assert 'build-options' not in module and 'build-args' not in module, module
    assert 'build-options' not in manifest()


sys.exit(main())
