# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Completion of culprit's options for bash; what is no option is a file.

_culprit ()
{
  local word=${COMP_WORDS[COMP_CWORD]}

  COMPREPLY=()
  if [[ $word = -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W '--help --version --new-window' -- "$word")
  fi
}

complete -o default -F _culprit culprit
