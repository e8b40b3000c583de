#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

# test-keyring.sh PROGRAM: tokens in a GNOME keyring of their own, on a bus of its own; locked in the end.
# Then on a bus where the keyring never answers.

set -eu

# A bus whose keyring starts and never says a word.
write_silent_bus ()
{
  mkdir "$HOME/services"
  cat >"$HOME/services/org.freedesktop.secrets.service" <<END
[D-BUS Service]
Name=org.freedesktop.secrets
Exec=/bin/sleep 6
END
  cat >"$HOME/silent.conf" <<END
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=$HOME</listen>
  <servicedir>$HOME/services</servicedir>
  <policy context="default">
    <allow send_destination="*"/>
    <allow receive_sender="*"/>
    <allow own="*"/>
  </policy>
</busconfig>
END
}

if [ "${2-}" != inside ]; then
  for command in dbus-run-session gnome-keyring-daemon gdbus; do
    if ! command -v "$command" >/dev/null; then
      echo "1..0 # SKIP $command is not installed"
      exit
    fi
  done
  # The daemon warns of what is not ours.
  unset GITHUB_TOKEN GH_TOKEN BUILDKITE_API_TOKEN DISPLAY WAYLAND_DISPLAY G_DEBUG
  HOME=$(mktemp -d)
  export HOME XDG_DATA_HOME="$HOME/data" XDG_CACHE_HOME="$HOME/cache" XDG_RUNTIME_DIR="$HOME/run"
  mkdir -m 700 "$XDG_RUNTIME_DIR"
  trap 'rm -rf "$HOME"' EXIT
  dbus-run-session -- sh "$0" "$1" inside
  write_silent_bus
  dbus-run-session --config-file "$HOME/silent.conf" -- sh "$0" "$1" inside silent
  exit
fi

number=0
try ()
{
  number=$((number + 1))
  name=$1
  shift
  if "$@" >&2; then
    echo "ok $number $name"
  else
    echo "not ok $number $name"
  fi
}

if [ "${3-}" = silent ]; then
  number=7
  try waits-not-long-for-a-silent-one "$1" silent
  exit
fi

echo 1..8
printf 'password' | gnome-keyring-daemon --unlock --components=secrets >/dev/null
try keeps "$1" keep
try reads "$1" read
try forgets "$1" forget
try has-none "$1" none

# Nobody is there who could be asked for the password.
try keeps-again "$1" keep
gdbus call --session --dest org.freedesktop.secrets --object-path /org/freedesktop/secrets \
  --method org.freedesktop.Secret.Service.Lock '[objectpath "/org/freedesktop/secrets/collection/login"]' >&2
try asks-nobody-where-it-is-locked timeout 5 "$1" none
try tells-that-it-was-not-unlocked timeout 20 "$1" locked
