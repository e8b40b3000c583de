# shellcheck shell=sh
# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

# The tests on another release of Debian than the one that runs; read with "." by tests/run, which has said $root. The release lives
# in a root of its own, build-RELEASE/, that debootstrap makes once; each run puts the tracked and new files of the project into it.

# mount_once KIND SOURCE FOLDER
mount_once ()
{
  mountpoint -q "$3" || mount "$1" "$2" "$3"
}

leave_release ()
{
  for folder in corpus dev/shm dev/pts dev proc; do
    if mountpoint -q "$release_root/$folder"; then
      umount "$release_root/$folder"
    fi
  done
}

make_release ()
{
  [ -x "$release_root/usr/bin/apt-get" ] && return
  debootstrap --variant=minbase "$release" "$release_root" "${DEBIAN_MIRROR-http://deb.debian.org/debian}"
}

enter_release ()
{
  cp /etc/resolv.conf /etc/hosts "$release_root/etc/"
  trap leave_release EXIT
  mkdir -p "$release_root/corpus"
  mount_once --types=proc proc "$release_root/proc"
  mount_once --bind /dev "$release_root/dev"
  mount_once --bind /dev/pts "$release_root/dev/pts"
  mount_once --bind /dev/shm "$release_root/dev/shm"
  [ -z "${CULPRIT_CORPUS-}" ] || mount_once --bind "$CULPRIT_CORPUS" "$release_root/corpus"
}

copy_project ()
{
  mkdir -p "$release_root/culprit"
  # What went since the last run must not be built.
  find "$release_root/culprit" -mindepth 1 -maxdepth 1 ! -name 'build-*' -exec rm -rf {} +
  # shellcheck disable=SC2154 # the caller said it
  (cd "$root" && git ls-files --cached --others --exclude-standard -z | tar --create --null --files-from=- --ignore-failed-read) |
    tar --extract --directory="$release_root/culprit" --no-same-owner
}

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
  enter_release
  copy_project
  status=0
  env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive ${CC:+"CC=$CC"} \
    ${http_proxy:+"http_proxy=$http_proxy"} ${https_proxy:+"https_proxy=$https_proxy"} \
    ${CULPRIT_CORPUS:+CULPRIT_CORPUS=/corpus} ${CULPRIT_FUZZ_SECONDS:+"CULPRIT_FUZZ_SECONDS=$CULPRIT_FUZZ_SECONDS"} \
    chroot "$release_root" sh /culprit/tests/run "$@" || status=$?
  exit "$status"
}
