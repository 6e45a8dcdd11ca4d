#!/usr/bin/env bash
# Builds a package of Facewright for Linux: installers/build.sh deb|rpm|appimage-dir [options]
#   --cuda         ONNX Runtime for NVIDIA cards (Maven profile cuda)
#   --models       fetch the faceplugin models with the npm client, or fail
#   --no-models    leave them out; without either they come along when npm answers
#   --version V    the package's version instead of the pom's
#   --keep-image   package what the last build made, such as in another kind or version
#   --fast         light compression, for trying out
# Packages land in target/dist, everything else in target/package. installers/README.md tells more.
set -euo pipefail
here=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)
root=$(dirname "$here")

say() { printf 'build.sh: %s\n' "$*" >&2; }
die() { say "$@"; exit 1; }
usage() { sed -n '2,9s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2; exit 2; }

kind=${1:-}; shift || true
case $kind in deb | rpm | appimage-dir) ;; *) usage ;; esac
cuda='' models=auto version='' keep='' fast=''
while [ $# -gt 0 ]; do
  case $1 in
    --cuda) cuda=1 ;;
    --models) models=must ;;
    --no-models) models=none ;;
    --version) version=${2:?--version needs one}; shift ;;
    --keep-image) keep=1 ;;
    --fast) fast=1 ;;
    *) usage ;;
  esac
  shift
done

. "$here/linux/steps.sh"

find_tools
variant=cpu; [ -z "$cuda" ] || variant=cuda
work=$root/target/package/$variant
dist=$root/target/dist
image=$work/image/facewright
app=$image/lib/app
mkdir -p "$work" "$dist"
[ -n "$version" ] || version=$(pom_version)
# One time for all files: the prepared classes check it, and two builds of a commit are alike.
export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git -C "$root" log -1 --format=%ct 2>/dev/null || echo 1795305600)}

if [ -z "$keep" ]; then
  compile
  lay_out_archives
  link_runtime
  make_image
  add_content
  bundle_models
  prepare_classes
elif [ ! -s "$app/facewright.aot" ]; then
  die "--keep-image: there is none in $work; build once without it."
fi

case $kind in
  deb) stage_system; make_deb ;;
  rpm) stage_system; make_rpm ;;
  appimage-dir) make_appimage_dir ;;
esac
