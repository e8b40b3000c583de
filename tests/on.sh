# shellcheck shell=sh
# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

# The tests on another release of Debian than the one that runs; read with "." by tests/run, which has said $root. The release lives
# in a root of its own, build-RELEASE/, that debootstrap makes once; each run puts the tracked and new files of the project into it.

make_release ()
{
  [ -x "$release_root/usr/bin/apt-get" ] && return
  debootstrap --variant=minbase "$release" "$release_root" "${DEBIAN_MIRROR-http://deb.debian.org/debian}"
}

copy_project ()
{
  mkdir -p "$release_root/sources"
  # What went since the last run must not be built.
  find "$release_root/sources" -mindepth 1 -maxdepth 1 ! -name 'build-*' -exec rm -rf {} +
  # shellcheck disable=SC2154 # the caller said it
  (cd "$root" && git ls-files --cached --others --exclude-standard -z | tar --create --null --files-from=- --ignore-failed-read) |
    tar --extract --directory="$release_root/sources" --no-same-owner
  # Some tests ask git for what belongs to the project.
  git -C "$release_root/sources" init --quiet
  git -C "$release_root/sources" add --all
}

# What is mounted is so for this one shell and what it starts: nothing of it is left when they end.
# shellcheck disable=SC2016 # for the shell that is started
enter='
set -e
root=$1 corpus=$2
shift 2
mount --types=proc proc "$root/proc"
mount --rbind /dev "$root/dev"
[ -z "$corpus" ] || mount --bind "$corpus" "$root/corpus"
exec chroot "$root" sh /sources/tests/run "$@"'

# run_on RELEASE SUITE…: wants root; ends with the status of the tests there.
run_on ()
{
  release=$1
  release_root=$root/build-$release
  shift
  if [ "$(id -u)" != 0 ] || ! command -v debootstrap >/dev/null; then
    say 'tests/run --on needs root and the program debootstrap'
    exit 2
  fi
  make_release
  copy_project
  mkdir -p "$release_root/corpus"
  cp /etc/resolv.conf /etc/hosts "$release_root/etc/"
  exec env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive ${CC:+"CC=$CC"} \
    ${http_proxy:+"http_proxy=$http_proxy"} ${https_proxy:+"https_proxy=$https_proxy"} \
    ${CULPRIT_CORPUS:+CULPRIT_CORPUS=/corpus} ${CULPRIT_FUZZ_SECONDS:+"CULPRIT_FUZZ_SECONDS=$CULPRIT_FUZZ_SECONDS"} \
    unshare --mount sh -c "$enter" sh "$release_root" "${CULPRIT_CORPUS-}" "$@"
}
