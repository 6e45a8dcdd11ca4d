# shellcheck shell=bash
# The steps of build.sh, in the order in which it takes them. Sourced, not run.

# What jdeps finds in our archives, and what no jdeps sees: languages, zip file systems.
MODULES=java.base,java.compiler,java.desktop,java.instrument,java.logging,java.management
MODULES=$MODULES,java.naming,java.net.http,java.scripting,java.sql,jdk.charsets,jdk.incubator.vector
MODULES=$MODULES,jdk.jfr,jdk.localedata,jdk.management,jdk.net,jdk.unsupported,jdk.zipfs
MODULES=$MODULES,javafx.controls,javafx.swing

DEPENDS="libc6 (>= 2.28), libstdc++6, zlib1g, libgtk-3-0, libgl1, libx11-6, libxtst6, libxxf86vm1"

find_tools() {
  local home missing=''
  for home in "${JAVA25_HOME:-}" "${JAVA_HOME:-}" /usr/lib/jvm/*25*; do
    [ -n "$home" ] && [ -x "$home/bin/jlink" ] && grep -q '^JAVA_VERSION="25' "$home/release" &&
      { jdk=$home; break; }
  done
  [ -n "${jdk:-}" ] || missing="$missing JDK-25(temurin-25-jdk,or-set-JAVA25_HOME)"
  need mvn maven
  case $kind in
    deb) need dpkg-deb dpkg; need fakeroot fakeroot ;;
    rpm) need rpmbuild rpm ;;
  esac
  [ "$models" != must ] || need npm npm
  [ -z "$missing" ] || die "missing:$missing. On Debian: apt-get install the packages named."
}

need() { # a command, and the Debian package that has it
  command -v "$1" >/dev/null 2>&1 || missing="$missing $1(package $2)"
}

pom_version() { # 0.1.0-SNAPSHOT is older than 0.1.0: dpkg and rpm write that with a tilde
  sed -n 's,^  <version>\(.*\)</version>,\1,p' "$root/pom.xml" | sed 's/-SNAPSHOT/~snapshot/'
}

compile() {
  say "compiling (two or three minutes) ..."
  rm -rf "$work/lib"
  JAVA25_HOME=$jdk mvn -B -q ${cuda:+-Pcuda} -f "$root/pom.xml" -Dmaven.test.skip=true package \
    dependency:copy-dependencies -DincludeScope=runtime -DoutputDirectory="$work/lib" \
    org.codehaus.mojo:license-maven-plugin:2.7.0:add-third-party \
    -Dlicense.excludedScopes=test,provided -Dlicense.outputDirectory="$work/licences" \
    >"$work/compile.log" 2>&1 || { tail -n 20 "$work/compile.log" >&2; die "the build failed."; }
  ! grep -n "Unknown license" "$work/licences/THIRD-PARTY.txt" >&2 ||
    die "an archive states no licence: it cannot be shipped."
}

java25() { "$jdk/bin/java" "$@"; }

tool() { # PackagingFiles, from what was compiled
  java25 -Djava.awt.headless=true -cp "$root/target/classes:$work/lib/*" \
    org.facewright.app.PackagingFiles "$@"
}

lay_out_archives() { # three heaps: JavaFX for the runtime, everything else, native libraries
  say "sorting archives ..."
  rm -rf "$work/input" "$work/fx" "$work/natives" "$work/files"
  mkdir -p "$work/input" "$work/fx" "$work/natives"
  tool files "$work/files" "$work/lib"
  cp "$work"/lib/*.jar "$work/input/"
  mv "$work"/input/javafx-*-linux.jar "$work/fx/"
  rm -f "$work"/input/javafx-*.jar
  cp "$root"/target/facewright-*.jar "$work/input/facewright.jar"
  tool natives "$work/input" "$work/natives" linux-x64 linux-x86_64
}

link_runtime() {
  say "linking the Java runtime ..."
  rm -rf "$work/runtime"
  tool vector "$work/fx/jdk.incubator.vector.jar"
  # Compiling steps back for the window while it starts: a tenth less until it is up, on two cores.
  # On a command line Java would warn of the first option; in the runtime it does not.
  "$jdk/bin/jlink" --add-options="-XX:ThreadPriorityPolicy=1 -XX:CompilerThreadPriority=5" \
    --module-path "$work/fx" --add-modules "$MODULES" --include-locales=en,de,zh \
    --exclude-resources='regex:/javafx\..*\.so' --no-header-files --no-man-pages \
    --output "$work/runtime"
  # JavaFX looks here first; out of the module it would be copied into every user's home.
  (cd "$work/runtime/lib" && "$jdk/bin/jar" --extract --file "$(ls "$work"/fx/javafx-graphics-*.jar)" &&
    find . -maxdepth 1 -type d \( -name com -o -name javafx -o -name META-INF \) -exec rm -rf {} + &&
    rm -f module-info.class javafx-swt.jar)
  # Workers are started by bin/java; nothing else in there is needed.
  find "$work/runtime/bin" -type f ! -name java -delete
  chmod 755 "$work"/runtime/lib/*.so
}

make_image() { # the folder that all kinds of packages hold; README.md tells why jpackage does not
  say "making the program image ..."
  rm -rf "$work/image"
  mkdir -p "$app"
  cp "$work"/input/*.jar "$app/"
  mv "$work/runtime" "$image/lib/runtime"
  local jar jars='$app/facewright.jar'
  for jar in "$app"/*.jar; do
    [ "${jar##*/}" = facewright.jar ] || jars="$jars:\$app/${jar##*/}"
  done
  sed "s|@JARS@|$jars|" "$here/linux/facewright" >"$image/facewright"
  chmod 755 "$image/facewright"
}

add_content() {
  say "adding models, assets, documents, licences ..."
  cp -R "$root/models" "$root/assets" "$root/docs" "$root/CHANGELOG.md" "$app/"
  mv "$work/natives" "$app/native"
  mkdir -p "$app/licences/common"
  cp -R "$work/files/licences/." "$work/licences/THIRD-PARTY.txt" "$app/licences/"
  cp "$here"/licences/*.txt "$app/licences/common/"
  cp "$root/LICENSE" "$app/licences/LICENSE"
  find "$image" -name '*.so*' -exec chmod 644 {} +
  chmod -R u+w,go-w,a+rX "$image"
}

bundle_models() {
  [ "$models" != none ] || { say "the faceplugin models are left out (--no-models)."; return; }
  local wanted; wanted=$(tool wanted "$app/models")
  rm -rf "$work/npm" && mkdir -p "$work/npm"
  if ! (cd "$work/npm" && npm pack "$wanted" --ignore-scripts --no-update-notifier --no-fund) \
    >"$work/npm.log" 2>&1; then
    [ "$models" != must ] || { tail -n 5 "$work/npm.log" >&2; die "npm did not bring $wanted."; }
    say "THE FACEPLUGIN MODELS ARE LEFT OUT: npm is not here or does not answer ($work/npm.log)."
    return
  fi
  tar -xzf "$work"/npm/*.tgz -C "$work/npm"
  tool bundle "$app/models" "$work/npm" "$wanted" >&2
  mkdir -p "$app/licences/faceplugin-models"
  cp "$work"/npm/package/package.json "$work"/npm/package/README* "$work"/npm/package/LICEN* \
    "$app/licences/faceplugin-models/" 2>/dev/null || true
}

settle_times() { # to the second and equal everywhere: a package keeps no finer time
  find "$1" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
}

prepare_classes() { # once through the window, so that the next start finds classes linked
  say "preparing classes for a fast start ..."
  settle_times "$image"
  local data=$work/rehearsal log=$work/rehearsal.log
  rm -rf "$data" && mkdir -p "$data"
  local run="env FACEWRIGHT_DATA=$data HOME=$data $image/facewright"
  $run new "$data/sample" >"$log" 2>&1
  $run import --project "$data/sample" "$app/assets/sample/images" >>"$log" 2>&1
  # shellcheck disable=SC2086
  FACEWRIGHT_JAVA_OPTS="-Dfacewright.linger=300 -XX:AOTCacheOutput=$work/facewright.aot" \
    with_display $run open "$data/sample" >>"$log" 2>&1 || true
  [ -s "$work/facewright.aot" ] || { tail -n 20 "$log" >&2; die "no prepared classes came out."; }
  mv "$work/facewright.aot" "$app/facewright.aot"
  touch -d "@$SOURCE_DATE_EPOCH" "$app/facewright.aot"
  $run --version >>"$log" 2>&1
  ! grep -q "Unable to use AOT cache" "$log" || { tail "$log" >&2; die "the prepared classes do not fit."; }
}

with_display() { # a real window where there can be one: its classes are prepared too
  if [ -n "${DISPLAY:-}" ]; then
    "$@"
  elif command -v xvfb-run >/dev/null 2>&1; then
    xvfb-run -a -s '-screen 0 1600x1000x24' "$@"
  else
    say "no display and no xvfb-run: preparing with JavaFX's own headless window."
    FACEWRIGHT_JAVA_OPTS="$FACEWRIGHT_JAVA_OPTS -Dglass.platform=Headless -Dprism.order=sw" "$@"
  fi
}

stage_system() { # the files of deb and rpm, where the system wants them
  stage=$work/stage
  rm -rf "$stage"
  mkdir -p "$stage/opt" "$stage/usr/bin" "$stage/usr/share/"{applications,mime/packages,man/man1} \
    "$stage/usr/share/bash-completion/completions" "$stage/usr/share/doc/facewright"
  cp -a "$image" "$stage/opt/facewright"
  ln -s /opt/facewright/facewright "$stage/usr/bin/facewright"
  local share=$stage/usr/share size
  install -m644 "$here/linux/facewright.desktop" "$share/applications/"
  install -m644 "$here/linux/facewright-mime.xml" "$share/mime/packages/facewright.xml"
  gzip -9n <"$work/files/facewright.1" >"$share/man/man1/facewright.1.gz"
  install -m644 "$work/files/completion.bash" "$share/bash-completion/completions/facewright"
  install -m644 "$here/linux/copyright" "$share/doc/facewright/copyright"
  for size in 16 22 24 32 48 64 96 128 256 512; do
    install -D -m644 "$work/files/icons/facewright-$size.png" \
      "$share/icons/hicolor/${size}x$size/apps/facewright.png"
  done
  settle_times "$stage"
}

package_name() { [ -z "$cuda" ] && echo facewright || echo facewright-cuda; }

other_name() { [ -z "$cuda" ] && echo facewright-cuda || echo facewright; }

DESCRIPTION="workbench for face-recognition training sets"

make_deb() {
  local out; out=$dist/$(package_name)_${version}_amd64.deb
  mkdir -p "$stage/DEBIAN"
  cat >"$stage/DEBIAN/control" <<END
Package: $(package_name)
Version: $version
Architecture: amd64
Maintainer: The Facewright authors <facewright@example.org>
Installed-Size: $(du -k -s --exclude=DEBIAN "$stage" | cut -f1)
Depends: $DEPENDS
Suggests: npm
Conflicts: $(other_name)
Replaces: $(other_name)
Section: science
Priority: optional
Description: $DESCRIPTION
 Clean a noisy set with a mixture of experts, grow it with new synthetic
 identities, prove that no real identity leaks, order it into a curriculum,
 train and evaluate. A desktop application with the same engine on the command
 line. It brings its own Java and sends nothing anywhere.
END
  (cd "$stage" && find opt usr -type f -print0 | sort -z | xargs -0 md5sum) >"$stage/DEBIAN/md5sums"
  settle_times "$stage/DEBIAN"
  say "packing $out ..."
  local how=(-Zxz -z6); [ -z "$fast" ] || how=(-Zgzip -z1)
  fakeroot dpkg-deb --root-owner-group "${how[@]}" --build "$stage" "$out" >/dev/null
  rm -rf "$stage"
  say "made $out ($(du -m "$out" | cut -f1) MB)"
}

make_rpm() {
  local spec=$work/facewright.spec level=w6.xzdio; [ -z "$fast" ] || level=w1.gzdio
  sed -e "s/@NAME@/$(package_name)/; s/@OTHER@/$(other_name)/; s/@VERSION@/$version/" \
    "$here/linux/facewright.spec" >"$spec"
  say "packing the rpm ..."
  rpmbuild -bb --quiet --target x86_64 --buildroot "$work/rpm-root" \
    --define "_topdir $work/rpm" --define "_rpmdir $dist" --define "stage $stage" \
    --define "_binary_payload $level" --define "_rpmfilename %%{NAME}-%%{VERSION}.x86_64.rpm" \
    "$spec" >"$work/rpm.log" 2>&1 || { tail -n 20 "$work/rpm.log" >&2; die "rpmbuild failed."; }
  rm -rf "$stage" "$work/rpm-root"
  say "made $dist/$(package_name)-$version.x86_64.rpm"
}

make_appimage_dir() { # what appimagetool turns into one file; it also runs as it is
  local out; out=$dist/$(package_name)-$version.AppDir
  rm -rf "$out"
  cp -a "$image" "$out"
  ln -s facewright "$out/AppRun"
  cp "$here/linux/facewright.desktop" "$out/facewright.desktop"
  cp "$work/files/icons/facewright-256.png" "$out/facewright.png"
  ln -s facewright.png "$out/.DirIcon"
  say "made $out: run $out/AppRun, or make one file of it with appimagetool"
}
