# WRITTEN, NOT RUN: no Windows was at hand when this was made. What it does is what build.sh does on
# Linux; what differs, and wants a look on the first run, is marked with LOOK.
#
# Builds Facewright for Windows: installers\build.ps1 msi [-Cuda] [-NoModels]
# Needs JDK 25 (JAVA25_HOME), Maven, the WiX toolset on the PATH, npm for the faceplugin models.
param(
  [Parameter(Mandatory = $true)][ValidateSet('msi')][string]$Kind,
  [switch]$Cuda,
  [switch]$NoModels
)
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true
$root = Split-Path -Parent $PSScriptRoot
$jdk = $env:JAVA25_HOME
if (-not $jdk -or -not (Test-Path "$jdk\bin\jpackage.exe")) { throw 'Set JAVA25_HOME to a JDK 25.' }
if (-not (Get-Command mvn -ErrorAction SilentlyContinue)) { throw 'Maven is missing.' }
# LOOK: jpackage of JDK 25 finds WiX 3 (candle, light) or WiX 4 and later (wix).
if (-not (Get-Command wix, candle -ErrorAction SilentlyContinue)) { throw 'The WiX toolset is missing.' }

$work = "$root\target\package\windows"
$in = "$work\input"
if (Test-Path $work) { Remove-Item -Recurse -Force $work }
New-Item -ItemType Directory -Force $in, "$work\fx", "$root\target\dist" | Out-Null

$profiles = if ($Cuda) { @('-Pcuda') } else { @() }
mvn -B -q @profiles -f "$root\pom.xml" '-Dmaven.test.skip=true' package dependency:copy-dependencies `
  '-DincludeScope=runtime' "-DoutputDirectory=$work\lib" `
  'org.codehaus.mojo:license-maven-plugin:2.7.0:add-third-party' `
  '-Dlicense.excludedScopes=test,provided' "-Dlicense.outputDirectory=$work\licences"

function Tool {
  & "$jdk\bin\java" '-Djava.awt.headless=true' -cp "$root\target\classes;$work\lib\*" `
    org.facewright.app.PackagingFiles @args
}
Tool files "$work\files" "$work\lib"
Copy-Item "$work\lib\*.jar" $in
Move-Item "$in\javafx-*-win.jar" "$work\fx"
Remove-Item "$in\javafx-*.jar"
Copy-Item "$root\target\facewright-*.jar" "$in\facewright.jar"
Tool natives $in "$in\native" win-x64 win-x86_64
Tool vector "$work\fx\jdk.incubator.vector.jar"

Copy-Item -Recurse "$root\models", "$root\assets", "$root\docs", "$root\CHANGELOG.md" $in
New-Item -ItemType Directory -Force "$in\licences\common" | Out-Null
Copy-Item -Recurse "$work\files\licences\*", "$work\licences\THIRD-PARTY.txt", "$root\LICENSE" "$in\licences"
Copy-Item "$root\installers\licences\*.txt" "$in\licences\common"
if (-not $NoModels) {
  $wanted = Tool wanted "$in\models"
  New-Item -ItemType Directory -Force "$work\npm" | Out-Null
  Push-Location "$work\npm"
  npm pack $wanted --ignore-scripts
  tar -xzf (Get-ChildItem *.tgz).Name
  Pop-Location
  Tool bundle "$in\models" "$work\npm" $wanted
  Copy-Item "$work\npm\package\LICENSE" "$in\licences\faceplugin-models.txt"
}

$modules = ((Get-Content "$root\installers\linux\steps.sh") -match '^MODULES=') `
  -replace '^MODULES=(\$MODULES,)?', '' -join ','
& "$jdk\bin\jlink" --module-path "$work\fx" --add-modules $modules --include-locales=en,de,zh `
  --no-header-files --no-man-pages --output "$work\runtime"

# LOOK: a second launcher with a console, for the commands; the first one has none.
Set-Content "$work\console.properties" "win-console=true"
# LOOK: no prepared classes (AOT) yet; to make them, start the program once with
# -XX:AOTCacheOutput, put the file beside the archives and -XX:AOTCache into the options below.
# The upgrade code ties versions together: it must never change.
& "$jdk\bin\jpackage" --type msi --dest "$root\target\dist" --name Facewright --app-version 0.1.0 `
  --vendor Facewright --runtime-image "$work\runtime" --input $in --main-jar facewright.jar `
  --main-class org.facewright.app.Main --icon "$work\files\icons\facewright.ico" `
  --license-file "$root\LICENSE" --win-menu --win-dir-chooser --win-shortcut-prompt `
  --win-upgrade-uuid cdfa9162-194d-4194-b53a-4b3385db78b8 `
  --add-launcher "facewright=$work\console.properties" `
  --java-options '--enable-native-access=ALL-UNNAMED,javafx.graphics' `
  --java-options '-XX:+UseCompactObjectHeaders' `
  --java-options '-Dfile.encoding=UTF-8' --java-options '-Dfacewright.home=$APPDIR'
