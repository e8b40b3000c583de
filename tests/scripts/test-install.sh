#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

# What src/install.sh asks of each package manager. The managers are stand-ins, on a PATH that holds
# nothing else: they write down what they were asked, and bring the command that was missing.

root=$1
folder=$(mktemp -d)
trap 'rm -rf "${folder:?}"' EXIT

cat >"$folder/needs" <<'END'
# need          apt         dnf         pacman        zypper
command:sh      dash        dash        dash          dash
command:wanted  wanted-deb  wanted-rpm  wanted-arch   wanted-suse
file:/nowhere/at-all|/etc/passwd  a  b  c  d
END

# have TOOL…: a PATH of the standard tools that the script uses, and of these stand-ins.
have ()
{
  rm -rf "${folder:?}/bin" "$folder/asked"
  mkdir "$folder/bin"
  for tool in sh sed cut grep sort tr chmod; do
    ln -s "$(command -v "$tool")" "$folder/bin/$tool"
  done
  for tool; do
    printf '#!/bin/sh\n%s\n' "$(stand_in_for "$tool")" >"$folder/bin/$tool"
    chmod +x "$folder/bin/$tool"
  done
}

# shellcheck disable=SC2016 # it is the stand-in that reads its arguments
stand_in_for ()
{
  case $1 in
    id) echo 'echo 1000' ;;
    sudo) echo 'exec "$@"' ;;
    env) echo 'while [ "${1#*=}" != "$1" ]; do shift; done; exec "$@"' ;;
    wanted) echo : ;;
    *) echo "echo $1 \"\$@\" >>'$folder/asked'
             case \"\$*\" in *wanted-*) echo : >'$folder/bin/wanted'; chmod +x '$folder/bin/wanted' ;; esac" ;;
  esac
}

install ()
{
  # shellcheck disable=SC2016 # for the shell that is started
  PATH=$folder/bin sh -c '. "$1"; install_needs "$2"' sh "$root/src/install.sh" "$folder/needs" \
    >"$folder/output" 2>&1
}

# check NAME COMMAND…
check ()
{
  name=$1
  shift
  if "$@"; then
    echo "ok $name"
  else
    echo "not ok $name"
    sed 's/^/# /' "$folder/output" "$folder/asked" 2>/dev/null
  fi
}

installs ()
{
  install && [ "$(tail -n 1 "$folder/asked")" = "$1" ]
}

asks_nothing ()
{
  install && [ ! -e "$folder/asked" ] && [ ! -s "$folder/output" ]
}

stops_with ()
{
  ! install && [ ! -e "$folder/asked" ] && grep -q "$1" "$folder/output"
}

misses ()
{
  ! install && grep -q "still missing: $1" "$folder/output"
}

# draws_svg FILE: whether the need for pictures in SVG is met where this is all that there is.
draws_svg ()
{
  rm -rf "${folder:?}/usr"
  mkdir -p "$folder/usr${1%/*}"
  : >"$folder/usr$1"
  need=$(sed -n 's/^\(file:[^ ]*svg[^ ]*\) .*/\1/p' "$root/src/needs" | sed "s,/usr/,$folder/usr/,g")
  # shellcheck disable=SC2016 # for the shell that is started
  sh -c '. "$1"; is_there "$2"' sh "$root/src/install.sh" "$need" >"$folder/output" 2>&1
}

draws_no_svg ()
{
  ! draws_svg "$1"
}

echo 1..12

have id sudo env apt-get
check apt installs 'apt-get install -q -y --no-install-recommends wanted-deb'
have id sudo dnf
check dnf installs 'dnf install -y --setopt=install_weak_deps=False wanted-rpm'
have id sudo pacman
check pacman installs 'pacman -S --needed --noconfirm wanted-arch'
have id sudo zypper
check zypper installs 'zypper --non-interactive install --no-recommends wanted-suse'
have id sudo apt-get wanted
check nothing-is-missing asks_nothing
have id apt-get
check no-sudo stops_with 'these packages are missing: wanted-deb'
have id sudo
check unknown-system stops_with 'Debian calls their packages: wanted-deb'
have id sudo dnf
echo 'command:other - - - -' >>"$folder/needs"
check still-missing misses command:other
check svg-by-gdk-pixbuf draws_svg /lib64/gdk-pixbuf-2.0/2.10.0/loaders/libpixbufloader_svg.so
check svg-by-gdk-pixbuf-of-debian draws_svg /lib/x86_64-linux-gnu/gdk-pixbuf-2.0/2.10.0/loaders/libpixbufloader-svg.so
check svg-by-glycin draws_svg /share/glycin-loaders/2+/conf.d/glycin-svg.conf
check svg-by-nothing draws_no_svg /share/glycin-loaders/1+/conf.d/glycin-svg.conf
