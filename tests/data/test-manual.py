# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The manual pages name all that the programs have, and are written as man(7) wants it."""

import pathlib
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree

import programs
from tap import Skip, case, main, same

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGES = sorted((ROOT / 'data' / 'man').iterdir())
MODIFIERS = {'Control': 'Ctrl', 'Shift': 'Shift', 'Alt': 'Alt'}
KEYS = {'bracketleft': '[', 'bracketright': ']', 'comma': 'Comma', 'question': '?', 'plus': 'Plus', 'minus': 'Minus',
        'Page_Up': 'Page Up', 'Page_Down': 'Page Down'}


def page(name):
    return (ROOT / 'data' / 'man' / name).read_text(encoding='utf-8').replace('\\-', '-')


def need(program):
    if shutil.which(program) is None:
        raise Skip(f'{program} is not installed')


def has(text, option):
    return re.search(rf'(?<![\w-]){option}(?![\w-])', text)


def masking_commands():
    """Whether each command of culprit-cli masks without being told to, by its table."""
    table = re.findall(r'\{ "(\w+)", N_\(".*"\), command_\w+, (TRUE|FALSE) \}',
                       (ROOT / 'src' / 'cli' / 'main.c').read_text(encoding='utf-8'))
    same([name for name, _ in table], programs.commands())
    return {name: is_for_others == 'TRUE' for name, is_for_others in table}


def key_names(accelerators):
    """“<Control>F <Alt>1...9” as the manual spells them: Ctrl+F, Alt+1, Alt+9."""
    for accelerator in accelerators.split(' '):
        modifiers = []
        for part in accelerator.split('...'):
            modifiers = [MODIFIERS[name] for name in re.findall('<(.*?)>', part)] or modifiers
            key = re.sub('<.*?>', '', part)
            key = KEYS.get(key, key)
            yield '+'.join([*modifiers, key.upper() if modifiers and len(key) == 1 else key])


@case
def every_command_has_a_paragraph():
    for command in programs.commands():
        assert re.search(rf'^\.TP\n\.BR? "?{command}\b', page('culprit-cli.1'), re.MULTILINE), command


@case
def every_option_of_culprit_cli_is_named():
    text = page('culprit-cli.1')
    for command in [[], *([each] for each in programs.commands())]:
        for option in programs.all_options('culprit-cli', *command):
            assert has(text, option), (command, option)


@case
def every_option_of_culprit_is_named():
    text = page('culprit.1')
    for option in programs.all_options('culprit', argument='--help-all'):
        assert has(text, option), option


@case
def commands_that_do_not_mask_are_named():
    named = re.search(r'\(all but the output of\n(.*?)\)\nhas its secrets', page('culprit-cli.1'), re.DOTALL)[1]
    same(re.findall(r'^\.BR? (\w+)', named, re.MULTILINE), [name for name, masks in masking_commands().items() if not masks])


@case
def what_is_shown_to_be_copied_is_masked():
    readme = (ROOT / 'README.md').read_text(encoding='utf-8')
    table = readme.partition('|---|---|---|\n')[2].partition('\n\n')[0]
    copied = re.findall(r'\| `([^`]*)` \|$', table, re.MULTILINE)
    assert len(copied) >= 5, copied
    piped = re.findall(r'culprit-cli ([^`\n]*?) \\?\| wl-copy', readme + page('culprit-cli.1'))
    assert len(piped) >= 2, piped
    for command in copied + piped:
        assert masking_commands()[command.split()[0]] or has(command, '--mask'), command


@case
def requests_for_a_history_are_counted():
    header = (ROOT / 'src' / 'net' / 'history.h').read_text(encoding='utf-8')
    limits = dict(re.findall(r'^#define HISTORY_MAX_REQUESTS(\w*) +(\d+)', header, re.MULTILINE))
    text = ' '.join(page('culprit-cli.1').split())
    for said in ['with {} requests at most, or', 'or {_WITH_TOKEN} with a token', 'with {_EXACT} requests for that at most']:
        assert said.replace('{}', limits['']).format(**limits) in text, said
    assert f'with {limits["_EXACT"]} requests at most' in programs.help_of('culprit-cli', 'history', '--help')


@case
def every_key_of_the_window_is_named():
    text = page('culprit.1').partition('.SH KEYS')[2].partition('.SH EXIT')[0]
    overlay = xml.etree.ElementTree.parse(ROOT / 'src' / 'ui' / 'help-overlay.ui')
    accelerators = [element.text for element in overlay.iter('property') if element.get('name') == 'accelerator']
    assert len(accelerators) >= 30, accelerators
    for accelerator in accelerators:
        for name in key_names(accelerator):
            assert re.search(rf'(?<![\w+]){re.escape(name)}(?!\w)', text), name


@case
def pages_name_each_other():
    for path in PAGES:
        for name, section in re.findall(r'^\.BR (culprit[a-z-]*) \((\d)\)', page(path.name), re.MULTILINE):
            assert (path.parent / f'{name}.{section}').exists(), (path.name, name)
            assert f'{name}.{section}' != path.name, path.name


@case
def pages_are_formatted_without_a_warning():
    need('groff')
    assert len(PAGES) == 3, PAGES
    for path in PAGES:
        done = subprocess.run(['groff', '-t', '-man', '-ww', '-Kutf8', '-Tutf8', '-P-cbou', path], capture_output=True,
                              text=True, timeout=60, check=True)
        same(done.stderr, '')
        assert '\nSEE ALSO\n' in done.stdout, done.stdout


@case
def pages_are_found_by_what_they_are_for():
    need('lexgrog')
    for path in PAGES:
        done = subprocess.run(['lexgrog', path], capture_output=True, text=True, timeout=60, check=True)
        assert f'"{path.stem} - ' in done.stdout, done.stdout


sys.exit(main())
