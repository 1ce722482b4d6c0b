#!/bin/sh
# SPDX-License-Identifier: BSL-1.0

# run.sh WORK COMMAND...: for each command of build.sh (demo, test) makes a bare Debian 12, puts a
# clone of this project in it and nothing else, and runs the command there as the README says. A line
# for each command: passed, failed or skipped, and why.
set -eu
mkdir -p "$1"
work=$(cd "$1" && pwd)
shift
cd "$(dirname "$0")/../.."

debian=bookworm
base=$work/base  # the bare system, before anything is done in it

# skip SENTENCE: nothing can be said of any of the commands.
skip() {
  for each in $commands; do echo "skipped  fresh.$each: $1"; done
  exit 0
}

commands=$*
[ "$(id -u)" = 0 ] || skip "only root can make a bare system"
for tool in apt-get debootstrap git unshare chroot; do
  command -v $tool >/dev/null || skip "$tool is not installed"
done

# Processes and mounts of the bare systems end with this one, however it ends.
if [ -z "${AMBIT_FRESH_APART-}" ]; then
  unshare --mount --pid --fork --kill-child true 2>/dev/null ||
    skip "this machine lets nobody have mounts of his own"
  trap 'rm -rf --one-file-system "$base" "$work/root"' EXIT
  trap 'exit 1' HUP INT TERM
  rc=0
  AMBIT_FRESH_APART=yes unshare --mount --pid --fork --kill-child "tests/fresh/run.sh" "$work" "$@" ||
    rc=$?
  exit $rc
fi

# Where this machine's apt has Debian from. Its lists know; without lists they are fetched first.
mirror_of_apt() {
  # shellcheck disable=SC2016  # apt expands these
  apt-get indextargets --format '$(CODENAME) $(COMPONENT) $(LABEL) $(REPO_URI)' \
    'Created-By: Packages' 2>/dev/null |
    sed -n "s/^$debian main Debian //p" | head -1
}
mirror=$(mirror_of_apt)
if [ -z "$mirror" ]; then
  apt-get update -qq >/dev/null 2>&1 || true
  mirror=$(mirror_of_apt)
fi
[ -n "$mirror" ] || skip "this machine's apt has no mirror of Debian 12 ($debian)"

# How this machine reaches the mirror: proxies, and the authorities that it trusts.
proxies=$(env | grep -i '^[a-z]*_proxy=' || true)
eval "$(apt-config shell proxy Acquire::http::Proxy)"
[ -z "${proxy-}" ] || [ "$proxy" = DIRECT ] || export http_proxy="$proxy"
include=
case $mirror in https:*) include=--include=ca-certificates ;; esac

rm -rf --one-file-system "$base" "$work/root"
# shellcheck disable=SC2086  # none or one word
if ! debootstrap --variant=minbase $include $debian "$base" "$mirror" >"$work/debootstrap.log" 2>&1; then
  skip "debootstrap cannot run here: $(tail -n 1 "$work/debootstrap.log")"
fi
apt-config dump | grep -E '^Acquire::(http|https|Check-[A-Za-z-]*|Retries)\b' \
  >"$base/etc/apt/apt.conf.d/99host" || true
# It lives for minutes: what it writes need not outlive a power cut.
echo force-unsafe-io >"$base/etc/dpkg/dpkg.cfg.d/unsafe-io"
[ ! -d /usr/local/share/ca-certificates ] ||
  cp -R /usr/local/share/ca-certificates "$base/usr/local/share/"
[ -z "$include" ] || cp /etc/ssl/certs/ca-certificates.crt "$base/etc/ssl/certs/"
cp /etc/resolv.conf /etc/hosts "$base/etc/"

# As a user gets it: what is committed. Of any owner, as this runs as root.
git -c safe.directory='*' clone --quiet --no-hardlinks . "$base/root/ambit"

for command in "$@"; do
  name=fresh.$command
  root=$work/root
  log=$work/$command.log
  if ! grep -q "[.]/build[.]sh $command" "$base/root/ambit/README.md"; then
    echo "failed   $name: README.md does not say ./build.sh $command"
    continue
  fi
  cp -a "$base" "$root"
  # What every running system has. These show nothing of the host's files.
  mount -t proc proc "$root/proc"
  mount -t devpts -o newinstance,ptmxmode=0666 devpts "$root/dev/pts" 2>/dev/null || true
  rc=0
  # shellcheck disable=SC2086  # a word a proxy
  chroot "$root" env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin TERM=dumb $proxies \
    ${http_proxy:+http_proxy="$http_proxy"} \
    sh -c "cd /root/ambit && ./build.sh $command" >"$log" 2>&1 </dev/null || rc=$?
  if [ $rc = 0 ]; then
    echo "passed   $name"
  else
    echo "failed   $name: in a bare Debian 12 it ends with status $rc"
    tail -n 200 "$log" | sed 's/^/    /'
  fi
  umount "$root/dev/pts" 2>/dev/null || true
  umount "$root/proc"
  rm -rf --one-file-system "$root"
done
