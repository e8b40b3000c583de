# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Each shell completes each command and option that the programs name in their help, and no other."""

import pathlib
import sys

import programs
import shells
from tap import case, main, same

DATA = pathlib.Path(__file__).resolve().parents[2] / 'data'


def long_ones(names):
    return [name for name in names if name.startswith('--')]


def check_commands(complete, home):
    same(complete(home, 'culprit-cli', ''), sorted(programs.commands()))
    same(complete(home, 'culprit-cli', 't'), ['tail', 'triage'])
    same(complete(home, 'culprit-cli', '--profile', 'issue', 'rer'), ['rerun'])


def check_options(complete, home):
    same(long_ones(complete(home, 'culprit-cli', '--')), sorted(long_ones(programs.options('culprit-cli'))))
    same(long_ones(complete(home, 'culprit', '--')), sorted(long_ones(programs.options('culprit'))))
    for command in programs.commands():
        expected = sorted(long_ones(programs.options('culprit-cli', command)))
        same((command, long_ones(complete(home, 'culprit-cli', command, '--'))), (command, expected))
    same(long_ones(complete(home, 'culprit-cli', '--profile', 'clean', 'rerun', '--l')), ['--loop'])


def check_profiles(complete, home):
    shipped = sorted(path.stem for path in (DATA / 'profiles').glob('*.json'))
    assert len(shipped) >= 2, shipped
    same(complete(home, 'culprit-cli', 'issue', '--profile', ''), sorted([*shipped, 'own-one', 'own-two']))
    same(complete(home, 'culprit-cli', '--profile', 'own'), ['own-one', 'own-two'])


def check_files(complete, home):
    same(complete(home, 'culprit-cli', 'clean', 'jo'), ['job.log'])
    same(complete(home, 'culprit', '--new-window', 'jo'), ['job.log'])


@case
def bash_completes_commands(home):
    check_commands(shells.bash, home)


@case
def bash_completes_options(home):
    check_options(shells.bash, home)


@case
def bash_completes_profiles(home):
    check_profiles(shells.bash, home)


@case
def zsh_completes_commands(home):
    check_commands(shells.zsh, home)


@case
def zsh_completes_options(home):
    check_options(shells.zsh, home)


@case
def zsh_completes_profiles(home):
    check_profiles(shells.zsh, home)


@case
def zsh_completes_files(home):
    check_files(shells.zsh, home)


@case
def fish_completes_commands(home):
    check_commands(shells.fish, home)


@case
def fish_completes_options(home):
    check_options(shells.fish, home)


@case
def fish_completes_profiles(home):
    check_profiles(shells.fish, home)


@case
def fish_completes_files(home):
    check_files(shells.fish, home)


@case
def zsh_and_fish_know_short_options(home):
    for complete in (shells.zsh, shells.fish):
        for words in (['culprit'], ['culprit-cli'], *(['culprit-cli', each] for each in programs.commands())):
            short = [name for name in programs.options(*words) if not name.startswith('--')]
            offered = complete(home, words[0], *words[1:], '-')
            same((words, [name for name in offered if len(name) == 2 and name[1] != '-']), (words, sorted(short)))


sys.exit(main(shells.Home()))
