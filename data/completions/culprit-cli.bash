# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Completion of culprit-cli's commands and options for bash.

_culprit_cli_options ()
{
  case $1 in
    clean) echo --follow --mask ;;
    tail) echo --lines --mask ;;
    failures) echo --json ;;
    excerpt) echo --max-lines --max-bytes ;;
    issue) echo --job --commit --title --body --json ;;
    comment) echo --job --commit --send --dry-run --yes ;;
    known) echo --json ;;
    history) echo --job --test --branch --exact --json ;;
    triage) echo --days --all --max-logs --json --markdown --csv ;;
    submit) echo --job --commit --dry-run --yes ;;
    react) echo --dry-run --yes ;;
    rerun) echo --loop ;;
    pr) echo --issue ;;
    profile) echo --list --repository ;;
    fetch) echo --list --job --output ;;
    rules) echo --check ;;
  esac
}

_culprit_cli ()
{
  local commands='clean tail failures excerpt issue comment known history triage submit react rerun pr fetch profile rules'
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command='' i

  for ((i = 1; i < COMP_CWORD; i++)); do
    case ${COMP_WORDS[i]} in
      --profile) i=$((i + 1)) ;;
      -*) ;;
      *) command=${COMP_WORDS[i]}; break ;;
    esac
  done

  COMPREPLY=()
  if [ "$before" = --profile ]; then
    mapfile -t COMPREPLY < <(compgen -W "$(culprit-cli profile --list 2>/dev/null)" -- "$word")
  elif [[ $word = -* && -n $command ]]; then
    mapfile -t COMPREPLY < <(compgen -W "--help --profile $(_culprit_cli_options "$command")" -- "$word")
  elif [[ $word = -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W '--help --version --profile' -- "$word")
  elif [ -z "$command" ]; then
    mapfile -t COMPREPLY < <(compgen -W "$commands" -- "$word")
  fi
}

complete -o default -F _culprit_cli culprit-cli
