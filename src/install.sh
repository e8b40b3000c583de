# shellcheck shell=sh
# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Installs what is missing; read with "." by src/run and tests/run. Whether a thing is missing is
# asked of the system itself, not of its package manager, so it takes no network and no time, and
# what somebody built by hand counts.

say ()
{
  printf 'culprit: %s\n' "$*" >&2
}

package_manager ()
{
  for manager in apt-get dnf pacman zypper; do
    if command -v "$manager" >/dev/null 2>&1; then
      echo "${manager%-get}"
      return
    fi
  done
  echo unknown
}

# is_there NEED: a need is written as in src/needs.
is_there ()
{
  case $1 in
    command:*) command -v "${1#*:}" >/dev/null 2>&1 ;;
    module:*) has_module "${1#*:}" ;;
    file:*) has_file "${1#*:}" ;;
    *) say "no kind of need: $1"; return 1 ;;
  esac
}

has_module ()
{
  command -v pkg-config >/dev/null 2>&1 &&
    pkg-config --atleast-version="${1#*>=}" "${1%>=*}" 2>/dev/null
}

has_file ()
{
  # shellcheck disable=SC2086 # a list of patterns
  for file in $(IFS='|'; echo $1); do
    [ -e "$file" ] && return 0
  done
  return 1
}

# missing MANAGER FILE…: the needs of the files that are not there, a line each: need, package.
missing ()
{
  manager=$1
  shift
  sed -e 's/#.*//' -e '/^[[:space:]]*$/d' "$@" |
    while read -r need apt dnf pacman zypper; do
      is_there "$need" && continue
      case $manager in
        dnf) package=$dnf ;;
        pacman) package=$pacman ;;
        zypper) package=$zypper ;;
        *) package=$apt ;;
      esac
      echo "$need $package"
    done
}

as_root ()
{
  if [ "$(id -u)" = 0 ]; then
    "$@"
  else
    sudo "$@"
  fi
}

# Standard output stays the caller's.
install_packages ()
{
  manager=$1
  shift
  case $manager in
    apt)
      as_root apt-get update -q >&2 &&
        as_root env DEBIAN_FRONTEND=noninteractive \
          apt-get install -q -y --no-install-recommends "$@" >&2 ;;
    dnf) as_root dnf install -y --setopt=install_weak_deps=False "$@" >&2 ;;
    pacman) as_root pacman -S --needed --noconfirm "$@" >&2 ;;
    zypper) as_root zypper --non-interactive install --no-recommends "$@" >&2 ;;
  esac
}

# install_needs FILE…: ends the program where something is missing that it cannot install.
install_needs ()
{
  manager=$(package_manager)
  lacking=$(missing "$manager" "$@")
  [ -n "$lacking" ] || return 0

  packages=$(echo "$lacking" | cut -d ' ' -f 2 | grep -v '^-$' | sort -u | tr '\n' ' ')
  if [ "$manager" = unknown ]; then
    say "these are missing; Debian calls their packages: $packages"
    say "install them, then run this again"
    exit 1
  fi
  if [ "$(id -u)" != 0 ] && ! command -v sudo >/dev/null 2>&1; then
    say "these packages are missing: $packages"
    say "install them, or run this as root, or where there is sudo"
    exit 1
  fi

  say "installing $packages"
  # shellcheck disable=SC2086 # a list of names
  [ -z "$packages" ] || install_packages "$manager" $packages || {
    say "the packages could not be installed"
    exit 1
  }

  lacking=$(missing "$manager" "$@" | cut -d ' ' -f 1 | tr '\n' ' ')
  if [ -n "$lacking" ]; then
    say "still missing: $lacking"
    exit 1
  fi
}
