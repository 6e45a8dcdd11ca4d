# shellcheck shell=bash
# What check-deb.sh does with a package, in the order in which it does it. Sourced, not run.

live() { # chroot or here
  place=$1
  log=$out/$place.log
  : >"$log"
  "prepare_$place"
  list_files >"$out/$place.before"
  step "installs the older version" as_root apt_install "$old"
  installed "$old_version"
  step "makes a project with it" as_user "facewright new project && facewright import --project project \
    /opt/facewright/lib/app/assets/sample/images"
  step "upgrades" as_root apt_install "$new"
  installed "$(dpkg-deb -f "$new" Version)"
  look_around
  step "doctor" as_user "facewright doctor"
  step "opens the project of the older version" as_user "facewright jobs list --project project"
  windows
  worker
  step "runs a small demo" as_user "facewright demo --output demo --identities 4 --variants 8 \
    --images 12 --epochs 1"
  [ -s "$user_home/demo/report.html" ] || die "the demo wrote no report."
  cp "$user_home/demo/report.html" "$out/$place-report.html"
  no_copies
  step "purges" as_root apt_purge
  nothing_left
  again
}

again() { # as docs/installing.md says it: the user's own things but projects and answers removed
  local line
  line=$(sed -n 's/^    \(find ~\/\.local\/share\/facewright .*\)$/\1/p' "$root/docs/installing.md")
  [ -n "$line" ] || die "docs/installing.md does not say how a user's settings are removed."
  as_user "mkdir -p .local/share/facewright/projects && mv project .local/share/facewright/projects/"
  step "removes the user's settings as written" as_user "$line"
  [ "$(ls "$user_home/.local/share/facewright")" = projects ] || die "the written line left more than projects."
  step "installs again" as_root apt_install "$new"
  step "opens the project as before" as_user \
    "facewright jobs list --project .local/share/facewright/projects/project"
  step "looks at it without a trace" as_user "chmod -R a-w .local/share/facewright/projects/project
    facewright review stats --project .local/share/facewright/projects/project 2>&1 |
      grep 'Opened for viewing only: you may not write'
    chmod -R u+w .local/share/facewright/projects/project"
  step "purges again" as_root apt_purge
  (cd "$user_home" && mv .local/share/facewright/projects/project .)
  nothing_left
}

step() { # a name, then what to run; its output goes to the log
  say "$place: $1"
  printf '\n== %s\n' "$1" >>"$log"
  shift
  "$@" >>"$log" 2>&1 || { tail -n 15 "$log" >&2; die "see $log"; }
}

prepare_chroot() {
  tree=$out/root
  user_home=$tree/home/annotator
  if [ ! -e "$out/base.tar" ]; then
    step "makes a minimal Debian" debootstrap --variant=minbase bookworm "$out/base"
    tar -C "$out/base" -cf "$out/base.tar" . && rm -rf "$out/base"
  fi
  rm -rf "$tree" && mkdir -p "$tree"
  tar -C "$tree" -xf "$out/base.tar"
  chroot "$tree" useradd -m annotator
  # Its own list of packages, and what the package needs, before the first look at the files.
  step "updates its list of packages" as_root apt-get update -q
  step "brings what the package asks for" as_root apt-get install -y -q --no-install-recommends \
    $(dpkg-deb -f "$new" Depends | sed 's/([^)]*)//g; s/,/ /g')
}

prepare_here() {
  tree=/
  user_home=$out/home
  ! dpkg -s facewright >/dev/null 2>&1 || die "facewright is installed here: purge it first."
  rm -rf "$user_home" && mkdir -p "$user_home"
  chown 65534:65534 "$user_home"
}

as_root() { # with the network, for apt
  case $1 in
    apt_install) set -- apt-get install -y -q --no-install-recommends --allow-downgrades "$(seen "$2")" ;;
    apt_purge) set -- apt-get purge -y -q facewright ;;
  esac
  if [ "$place" = chroot ]; then
    unshare --mount --propagation private bash -c 'tree=$1; shift
      mount --bind "$tree" "$tree"; cd "$tree"
      mount -t proc proc "$tree/proc"; mount --bind /dev "$tree/dev"
      DEBIAN_FRONTEND=noninteractive chroot "$tree" "$@"' mounts "$tree" "$@"
  else
    DEBIAN_FRONTEND=noninteractive "$@"
  fi
}

seen() { # a package as apt sees it
  if [ "$place" = chroot ]; then
    cp "$1" "$tree/" && printf './%s' "$(basename "$1")" # chroot begins at its root
  else
    printf '%s' "$1"
  fi
}

as_user() { # a plain user with a bare environment; in the chroot without any network
  local environment="env -i PATH=/usr/bin:/bin LANG=C.UTF-8 DISPLAY=:$display"
  environment="$environment FACEWRIGHT_JAVA_OPTS=${java_options:-}"
  if [ "$place" = chroot ]; then
    unshare --net --mount --propagation private bash -c 'tree=$1 line=$2 environment=$3
      mount --bind "$tree" "$tree"; cd "$tree"
      mount -t proc proc "$tree/proc"; mount --bind /dev "$tree/dev"
      mkdir -p "$tree/tmp/.X11-unix"; mount --bind /tmp/.X11-unix "$tree/tmp/.X11-unix"
      chroot --userspec=annotator "$tree" $environment HOME=/home/annotator \
        sh -c "cd; $line"' mounts "$tree" "$1" "$environment"
  else
    # shellcheck disable=SC2086
    setpriv --reuid=65534 --regid=65534 --clear-groups $environment HOME="$user_home" \
      sh -c "cd '$user_home'; $1"
  fi
}

list_files() { # all that is not apt's own bookkeeping
  # dpkg takes an empty /opt along when the last package in it goes: there may be none.
  (cd "$tree" && find etc $(ls -d opt 2>/dev/null) usr var -xdev \( -path var/lib/dpkg -o -path var/lib/apt \
    -o -path var/cache -o -path var/log -o -path var/tmp \) -prune -o -print | LC_ALL=C sort)
}

installed() {
  local found; found=$(as_root dpkg-query -W -f '${Version}' facewright)
  [ "$found" = "$1" ] || die "version $found is installed, not $1."
}

look_around() {
  say "$place: looks around"
  if [ "$place" = chroot ]; then
    ! chroot "$tree" sh -c 'command -v java || command -v javac || command -v mvn || command -v npm' ||
      die "there is a Java, Maven or npm in the chroot: nothing is proved."
    [ ! -e "$tree/usr/lib/jvm" ] || die "there is a JDK in the chroot: nothing is proved."
    [ "$(as_user 'ls /sys/class/net 2>/dev/null; cat /proc/net/route | wc -l' | tail -1)" -le 1 ] ||
      die "there is a network in the chroot: nothing is proved."
  fi
  as_user "facewright --version" >>"$log" 2>&1 || die "it does not say its version."
  local file
  for file in usr/bin/facewright usr/share/applications/facewright.desktop \
    usr/share/mime/packages/facewright.xml usr/share/man/man1/facewright.1.gz \
    usr/share/icons/hicolor/256x256/apps/facewright.png usr/share/doc/facewright/copyright \
    opt/facewright/lib/app/licences/THIRD-PARTY.txt opt/facewright/lib/app/models/catalog.json; do
    # Some images of Debian leave manual pages and documents out of every package.
    [ -e "$tree/$file" ] || [ -L "$tree/$file" ] || [ "$place" = here ] || die "/$file is missing."
  done
  if command -v desktop-file-validate >/dev/null; then
    desktop-file-validate "$tree/usr/share/applications/facewright.desktop" || die "the desktop entry."
  fi
}

windows() {
  window sample "facewright"
  window project "facewright open project/facewright.json"
}

window() { # a name for the picture, a command
  say "$place: opens the window ($1)"
  local text=$out/$place-$1.txt waited=0
  : >"$text"
  java_options=-Dfacewright.linger=2400 as_user "$2" >"$text" 2>&1 &
  local process=$!
  until grep -q '^shown' "$text"; do
    kill -0 "$process" 2>/dev/null || { cat "$text" >&2; die "the window did not come."; }
    sleep 1; waited=$((waited + 1)); [ "$waited" -lt 300 ] || die "no window after five minutes."
  done
  sleep 20
  ! command -v import >/dev/null || DISPLAY=:$display import -window root "$out/$place-$1.png"
  wait "$process" || { cat "$text" >&2; die "the window ended badly."; }
}

worker() { # its allocator, its libraries
  say "$place: looks at a worker"
  as_user "facewright embed --project project --model builtin --isolate --threads 1" \
    >>"$log" 2>&1 &
  local process=$! found='' waited=0
  # A worker that has little to do is gone within half a second.
  while [ -z "$found" ] && kill -0 "$process" 2>/dev/null && [ "$waited" -lt 6000 ]; do
    found=$(pgrep -f '^/opt/facewright/lib/runtime/bin/java .*Main worker' | head -1 || true)
    if [ -n "$found" ] && ! grep -q native/onnxruntime "/proc/$found/maps" 2>/dev/null; then
      found=''
    fi
    sleep 0.02; waited=$((waited + 1))
  done
  [ -n "$found" ] || die "no worker was seen with ONNX Runtime of the package."
  tr '\0' '\n' <"/proc/$found/environ" | grep '^MALLOC_' >"$out/$place-worker.txt" || true
  tr '\0' '\n' <"/proc/$found/cmdline" >>"$out/$place-worker.txt" || true
  local wanted
  for wanted in MALLOC_ARENA_MAX=1 MALLOC_MMAP_THRESHOLD_=8589934592 \
    MALLOC_TRIM_THRESHOLD_=17179869184 /opt/facewright/lib/runtime/bin/java \
    -XX:AOTCache=/opt/facewright/lib/app/facewright.aot; do
    grep -qx -- "$wanted" "$out/$place-worker.txt" || die "the worker was started without $wanted"
  done
  wait "$process" || { tail "$log" >&2; die "embedding in a worker failed."; }
}

no_copies() { # half a gigabyte in every home is what the unpacked libraries avoid
  local copies; copies=$(find "$user_home" -name '*.so*' -o -name '.djl.ai' -o -name '.openjfx')
  [ -z "$copies" ] || die "native libraries were copied to the user's home: $copies"
}

nothing_left() {
  list_files >"$out/$place.after"
  local left; left=$(LC_ALL=C comm -13 "$out/$place.before" "$out/$place.after")
  [ -z "$left" ] || die "left behind: $left"
  ! as_root dpkg-query -W facewright >/dev/null 2>&1 || die "dpkg still knows it."
  ! grep -rIls facewright "$tree/etc" "$tree/usr/share/applications" "$tree/usr/share/mime" \
    "$tree/usr/share/icons" 2>/dev/null | grep . || die "a cache still names it."
  [ -s "$user_home/project/facewright.json" ] || die "the user's project is gone."
  (cd "$user_home" && find . -maxdepth 4 | LC_ALL=C sort) >"$out/$place-home.txt"
  say "$place: nothing is left but the user's own folders (target/check-deb/$place-home.txt)"
}

start_display() {
  display=91
  while [ -e "/tmp/.X11-unix/X$display" ]; do display=$((display + 1)); done
  Xvfb ":$display" -screen 0 1500x950x24 -nolisten tcp -ac >"$out/xvfb.log" 2>&1 &
  display_process=$!
  until [ -e "/tmp/.X11-unix/X$display" ]; do
    kill -0 "$display_process" || die "Xvfb does not start, see target/check-deb/xvfb.log"
    sleep 0.2
  done
}

stop_display() { kill "$display_process" 2>/dev/null || true; }
