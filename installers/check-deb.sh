#!/usr/bin/env bash
# The whole life of the Debian package, for real: installers/check-deb.sh [chroot|here] [--no-build]
#   chroot   on a minimal Debian (debootstrap) that has nothing but what the package asks for: no
#            JDK, no Maven; after the install also no network
#   here     on this Debian
# Without either, both. Builds the package and the same as an older version, installs the older one,
# makes a project, upgrades, opens the window, runs doctor and a small demo, purges, and looks for
# what was left. Needs root, xvfb and, for screenshots, imagemagick. All it writes: target/check-deb.
set -euo pipefail
here=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)
root=$(dirname "$here")
out=$root/target/check-deb
old_version=0.0.1

say() { printf 'check-deb: %s\n' "$*"; }
die() { printf 'check-deb: FAILED: %s\n' "$*" >&2; exit 1; }

places='' build=1
for argument in "$@"; do
  case $argument in
    chroot | here) places="$places $argument" ;;
    --no-build) build='' ;;
    *) sed -n '2,9s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2; exit 2 ;;
  esac
done

[ "$(id -u)" = 0 ] || die "installing needs root."
missing=''
for tool in Xvfb:xvfb unshare:util-linux debootstrap:debootstrap dpkg-deb:dpkg fakeroot:fakeroot; do
  command -v "${tool%%:*}" >/dev/null || missing="$missing ${tool##*:}"
done
[ -z "$missing" ] || die "missing; run: apt-get install$missing"
command -v import >/dev/null || say "no imagemagick: there will be no screenshots."
mkdir -p "$out"

. "$here/linux/life.sh"

if [ -n "$build" ]; then
  "$here/build.sh" deb --fast
  "$here/build.sh" deb --fast --keep-image --version "$old_version"
fi
new=$(ls -t "$root"/target/dist/facewright_*_amd64.deb | grep -v "_${old_version}_" | head -1)
old=$root/target/dist/facewright_${old_version}_amd64.deb
[ -f "$new" ] && [ -f "$old" ] || die "no packages in target/dist; run without --no-build."

start_display
trap 'stop_display' EXIT
for place in ${places:-chroot here}; do
  say "== $place =="
  live "$place"
done
say "all is well; screenshots and logs are in target/check-deb"
