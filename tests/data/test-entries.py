# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What the desktop and the software shops are told of the program is so."""

import bz2
import configparser
import gzip
import io
import lzma
import os
import pathlib
import re
import struct
import subprocess
import sys
import tarfile
import xml.etree.ElementTree
import zipfile

from gi.repository import Gio

from tap import case, main, same

ROOT = pathlib.Path(__file__).resolve().parents[2]
DATA = ROOT / 'data'
ID = 'io.github.culprit_log.Culprit'
LOG = b'collected 1 item\n1 failed\n'
FILES_IN_BROWSER = 'https://github.com/culprit-log/culprit/blob/main/'
RAW_FILES = 'https://raw.githubusercontent.com/culprit-log/culprit/main/'


def as_zip(log):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, 'w') as archive:
        archive.writestr('job.log', log)
    return packed.getvalue()


def as_tar(log):
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode='w') as archive:
        member = tarfile.TarInfo('job.log')
        member.size = len(log)
        archive.addfile(member, io.BytesIO(log))
    return packed.getvalue()


def as_zstd(content):
    """A frame that says its size, with blocks as they are."""
    blocks = [content[at:at + 65536] for at in range(0, len(content), 65536)]
    return b'\x28\xb5\x2f\xfd\xa0' + struct.pack('<I', len(content)) + b''.join(
        (len(block) << 3 | (index == len(blocks) - 1)).to_bytes(3, 'little') + block
        for index, block in enumerate(blocks))


# The file's name, what makes it of a log, and its types as older and newer lists of types call them.
FILES = [
    ('job.txt', bytes, {'text/plain'}),
    ('job.log', bytes, {'text/x-log'}),
    ('job.log.gz', gzip.compress, {'application/gzip'}),
    ('job.log.xz', lzma.compress, {'application/x-xz'}),
    ('job.log.zst', as_zstd, {'application/zstd'}),
    ('job.log.bz2', bz2.compress, {'application/x-bzip', 'application/x-bzip2'}),
    ('logs.zip', as_zip, {'application/zip'}),
    ('logs.tar', as_tar, {'application/x-tar'}),
    ('logs.tar.gz', lambda log: gzip.compress(as_tar(log)), {'application/x-compressed-tar'}),
    ('logs.tar.xz', lambda log: lzma.compress(as_tar(log)), {'application/x-xz-compressed-tar'}),
    ('logs.tar.zst', lambda log: as_zstd(as_tar(log)), {'application/x-zstd-compressed-tar'}),
    ('logs.tar.bz2', lambda log: bz2.compress(as_tar(log)),
     {'application/x-bzip-compressed-tar', 'application/x-bzip2-compressed-tar'}),
]


def desktop_entry():
    parser = configparser.ConfigParser(interpolation=None, strict=True)
    parser.optionxform = str
    parser.read(DATA / f'{ID}.desktop.in', encoding='utf-8')
    return parser['Desktop Entry']


def metainfo():
    return xml.etree.ElementTree.parse(DATA / f'{ID}.metainfo.xml.in').getroot()


def check(*command):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=60)
    assert done.returncode == 0, done.stdout


@case
def desktop_entry_is_valid():
    check('desktop-file-validate', os.environ['CULPRIT_DESKTOP_FILE'])


@case
def metainfo_is_valid():
    check('appstreamcli', 'validate', '--no-net', '--explain', os.environ['CULPRIT_METAINFO'])


@case
def settings_are_valid():
    check('glib-compile-schemas', '--strict', '--dry-run', DATA)


@case
def types_are_those_that_are_opened():
    named = desktop_entry()['MimeType'].rstrip(';').split(';')
    same(sorted(named), sorted(set().union(*(types for _, _, types in FILES))))


@case
def files_of_each_type_are_opened():
    for name, pack, types in FILES:
        content = pack(LOG)
        guessed, _ = Gio.content_type_guess(name, content)
        assert guessed in types, (name, guessed)
        shown = subprocess.run([os.environ['CULPRIT_CLI'], 'clean', '-'], input=content, capture_output=True, timeout=60,
                               check=True).stdout
        same((name, shown), (name, LOG))


@case
def screenshots_are_in_the_repository():
    images = [image for screenshot in metainfo().iter('screenshot') for image in screenshot.iter('image')]
    same(sorted(image.text.removeprefix(RAW_FILES) for image in images),
         sorted(str(path.relative_to(ROOT)) for path in (DATA / 'screenshots').iterdir()))
    for image in images:
        header = (ROOT / image.text.removeprefix(RAW_FILES)).read_bytes()[:24]
        same(header[:8], b'\x89PNG\r\n\x1a\n')
        same(struct.unpack('>II', header[16:]), (int(image.get('width')), int(image.get('height'))))


@case
def addresses_of_files_are_of_those_in_the_repository():
    urls = {url.get('type'): url.text for url in metainfo().iter('url')}
    for kind in ['help', 'translate', 'contribute']:
        assert urls[kind].startswith(FILES_IN_BROWSER), urls[kind]
        name, _, anchor = urls[kind].removeprefix(FILES_IN_BROWSER).partition('#')
        text = (ROOT / name).read_text(encoding='utf-8')
        headings = re.findall('^#+ (.*)$', text, re.MULTILINE)
        assert not anchor or anchor in [heading.lower().replace(' ', '-') for heading in headings], urls[kind]


@case
def each_screenshot_has_a_caption():
    for screenshot in metainfo().iter('screenshot'):
        caption = screenshot.findtext('caption')
        assert caption and len(caption) <= 100 and not caption.endswith('.'), caption


@case
def newest_release_is_this_version():
    version = re.search(r"^  version: '(.*)',$", (ROOT / 'meson.build').read_text(), re.MULTILINE)[1]
    same(metainfo().find('releases/release').get('version'), version)


@case
def each_format_of_a_ci_has_a_log():
    same(sorted(path.stem for path in (ROOT / 'tests/logs/ci').glob('*.txt')), sorted(path.stem for path in (DATA / 'ci').glob('*.yml')))


@case
def names_are_those_of_the_application():
    application_id = re.search("^application_id = '(.*)'$", (ROOT / 'meson.build').read_text(), re.MULTILINE)[1]
    same(application_id, ID)
    same(metainfo().findtext('id'), ID)
    same(metainfo().findtext('launchable'), f'{ID}.desktop')
    same(desktop_entry()['Icon'], ID)


sys.exit(main())
