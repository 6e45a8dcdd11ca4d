#!/usr/bin/env bash
# WRITTEN, NOT RUN: no Mac was at hand when this was made. What it does is what build.sh does on Linux;
# what differs, and wants a look on the first run, is marked with LOOK.
#
# Builds Facewright for macOS on Apple silicon: installers/build-mac.sh dmg [--no-models]
# Needs JDK 25 (JAVA25_HOME), Maven, and npm for the faceplugin models. To sign, set MAC_SIGNING_KEY.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
[ "${1:-}" = dmg ] || { sed -n '5,6s/^# //p' "$0" >&2; exit 2; }
jdk=${JAVA25_HOME:?set JAVA25_HOME to a JDK 25}
work=$root/target/package/mac
input=$work/input
modules=$(sed -n 's/^MODULES=//p' "$root/installers/linux/steps.sh" | sed 's/^\$MODULES,//' | paste -sd, -)
rm -rf "$work" && mkdir -p "$input" "$work/fx" "$root/target/dist"

mvn -B -q -f "$root/pom.xml" -Dmaven.test.skip=true package dependency:copy-dependencies \
  -DincludeScope=runtime -DoutputDirectory="$work/lib" \
  org.codehaus.mojo:license-maven-plugin:2.7.0:add-third-party \
  -Dlicense.excludedScopes=test,provided -Dlicense.outputDirectory="$work/licences"
tool() {
  "$jdk/bin/java" -Djava.awt.headless=true -cp "$root/target/classes:$work/lib/*" \
    org.facewright.app.PackagingFiles "$@"
}
tool files "$work/files" "$work/lib"
cp "$work"/lib/*.jar "$input/"
mv "$input"/javafx-*-mac-aarch64.jar "$work/fx/"
rm -f "$input"/javafx-*.jar
cp "$root"/target/facewright-*.jar "$input/facewright.jar"
# LOOK: ONNX Runtime spells this platform osx-aarch64; its folder with .dSYM in it is left out.
tool natives "$input" "$input/native" osx-aarch64 osx-aarch64
tool vector "$work/fx/jdk.incubator.vector.jar"

cp -R "$root/models" "$root/assets" "$root/docs" "$root/CHANGELOG.md" "$input/"
mkdir -p "$input/licences/common"
cp -R "$work/files/licences/." "$work/licences/THIRD-PARTY.txt" "$root/LICENSE" "$input/licences/"
cp "$root"/installers/licences/*.txt "$input/licences/common/"
if [ "${2:-}" != --no-models ]; then
  wanted=$(tool wanted "$input/models")
  mkdir -p "$work/npm"
  (cd "$work/npm" && npm pack "$wanted" --ignore-scripts && tar -xzf ./*.tgz)
  tool bundle "$input/models" "$work/npm" "$wanted"
  cp -R "$work/npm/package/LICENSE" "$input/licences/faceplugin-models.txt"
fi

"$jdk/bin/jlink" --module-path "$work/fx" --add-modules "$modules" --include-locales=en,de,zh \
  --no-header-files --no-man-pages --output "$work/runtime"

# $APPDIR is filled in by the program's own launcher. LOOK: version numbers of a dmg begin with 1.
# LOOK: no prepared classes (AOT) yet; to make them, start the program once with
# -XX:AOTCacheOutput, put the file beside the archives and -XX:AOTCache into the options below.
"$jdk/bin/jpackage" --type dmg --dest "$root/target/dist" --name Facewright --app-version 1.0.0 \
  --vendor Facewright --runtime-image "$work/runtime" --input "$input" --main-jar facewright.jar \
  --main-class org.facewright.app.Main --icon "$work/files/icons/facewright.icns" \
  --license-file "$root/LICENSE" --mac-package-identifier org.facewright \
  ${MAC_SIGNING_KEY:+--mac-sign --mac-signing-key-user-name "$MAC_SIGNING_KEY"} \
  --java-options --enable-native-access=ALL-UNNAMED,javafx.graphics \
  --java-options -XX:+UseCompactObjectHeaders \
  --java-options -Dfile.encoding=UTF-8 --java-options '-Dfacewright.home=$APPDIR'
