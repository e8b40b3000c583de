# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What bash, zsh and fish offer to complete a line with, asked of the shells themselves."""

import os
import pathlib
import pty
import shutil
import subprocess
import tempfile

from tap import Skip

COMPLETIONS = pathlib.Path(__file__).resolve().parents[2] / 'data' / 'completions'
TIMEOUT = 60

# Where the completion was asked for; what it would insert is written down instead.
ZSHRC = '''
fpath=("$COMPLETIONS" $fpath)
autoload -Uz compinit
compinit -u -d "$ZDOTDIR/dump"

compadd ()
{
  local -a hits
  # The first words up to a dash of its own are options; these three give matches to the caller alone.
  if [[ -z ${(M)${@[1,(i)(-|--)]}:#-(O|A|D)} ]]; then
    builtin compadd -A hits "$@"
    print -rl -- $hits >>"$OFFERED"
  fi
  builtin compadd "$@"
}

zle-line-init ()
{
  BUFFER=$LINE
  CURSOR=$#BUFFER
  zle list-choices
  exit
}
zle -N zle-line-init
'''


class Home:
    """A user of nothing else, with a profile of one's own."""

    def __init__(self):
        self.folder = tempfile.TemporaryDirectory(prefix='culprit-shells-')
        self.path = pathlib.Path(self.folder.name)
        profiles = self.path / '.config' / 'culprit' / 'profiles'
        profiles.mkdir(parents=True)
        (profiles / 'own-one.json').write_text('{}')
        (profiles / 'own-two.yml').write_text('{}')
        (self.path / 'job.log').write_text('')
        (self.path / '.zshrc').write_text(ZSHRC)

    def environment(self, **more):
        kept = {name: os.environ[name] for name in ['LD_LIBRARY_PATH', 'LSAN_OPTIONS'] if name in os.environ}
        path = f'{os.path.dirname(os.environ["CULPRIT_CLI"])}:{os.environ["PATH"]}'
        return dict(kept, PATH=path, HOME=str(self.path), ZDOTDIR=str(self.path), TERM='dumb', LC_ALL='C.UTF-8',
                    COMPLETIONS=str(COMPLETIONS), **more)


def need(shell):
    if shutil.which(shell) is None:
        raise Skip(f'{shell} is not installed')


def _run(home, *command, **more):
    done = subprocess.run(command, cwd=home.path, env=home.environment(**more), capture_output=True, text=True,
                          timeout=TIMEOUT, check=True, stdin=subprocess.DEVNULL)
    assert done.stderr == '', done.stderr
    return done.stdout.splitlines()


def bash(home, program, *words):
    """WORDS as typed, the last one unfinished. Files, which bash adds by itself, are not among them."""
    need('bash')
    function = '_' + program.replace('-', '_')
    script = f'. "$COMPLETIONS/{program}.bash"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); {function}; ' \
             'printf "%s\\n" "${COMPREPLY[@]}"'
    return sorted(filter(None, _run(home, 'bash', '--norc', '-c', script, 'bash', program, *words)))


def fish(home, program, *words):
    need('fish')
    script = 'source "$COMPLETIONS/$PROGRAM.fish"; complete -C "$LINE"'
    lines = _run(home, 'fish', '--no-config', '-c', script, PROGRAM=program, LINE=' '.join([program, *words]))
    # fish 4 adds what only has the letters somewhere, whatever the file says.
    return sorted({word for word in (line.split('\t')[0] for line in lines) if word.startswith(words[-1])})


def zsh(home, program, *words):
    """It completes at a terminal only."""
    need('zsh')
    offered = home.path / 'offered'
    offered.write_text('')
    mine, its = pty.openpty()
    environment = home.environment(LINE=' '.join([program, *words]), OFFERED=str(offered))
    with subprocess.Popen(['zsh', '-d', '-i'], cwd=home.path, env=environment, stdin=its, stdout=its, stderr=its,
                          start_new_session=True) as shell:
        os.close(its)
        try:
            shown = _read_all(mine)
            shell.wait(TIMEOUT)
        finally:
            shell.kill()
            os.close(mine)
    assert b'not found' not in shown and b'error' not in shown, shown
    return sorted({line.rstrip('=') for line in offered.read_text().splitlines()})


def _read_all(terminal):
    """A terminal that its last program left is told by an error."""
    text = b''
    while True:
        try:
            text += os.read(terminal, 4096)
        except OSError:
            return text
