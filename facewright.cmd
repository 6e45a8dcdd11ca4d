@echo off
rem Starts Facewright from a checkout: finds JDK 25 and Maven, builds when needed, runs.
setlocal enabledelayedexpansion
set "HERE=%~dp0"
set "JDK="
for %%H in ("%JAVA25_HOME%" "%JAVA_HOME%") do (
  if not defined JDK if exist "%%~H\bin\javac.exe" findstr /b /c:"JAVA_VERSION=\"25" "%%~H\release" >nul 2>&1 && set "JDK=%%~H"
)
if not defined JDK for /d %%H in ("%ProgramFiles%\Eclipse Adoptium\jdk-25*" "%ProgramFiles%\Java\jdk-25*") do set "JDK=%%~H"
if not defined JDK (
  echo facewright: JDK 25 is missing. Install it from adoptium.net or set JAVA25_HOME. 1>&2
  exit /b 1
)
if not exist "%HERE%target\launch\built" goto build
for /f %%N in ('powershell -NoProfile -Command "$b=(Get-Item '%HERE%target\launch\built').LastWriteTime; @(Get-ChildItem -Recurse -File '%HERE%src\main','%HERE%pom.xml' | Where-Object LastWriteTime -gt $b).Count"') do if not "%%N"=="0" goto build
goto run
:build
where mvn >nul 2>&1 || (
  echo facewright: Maven is missing. Install it from maven.apache.org. 1>&2
  exit /b 1
)
echo facewright: building, first start or changed sources; takes a minute ... 1>&2
if not exist "%HERE%target\launch" mkdir "%HERE%target\launch"
set "JAVA25_HOME=%JDK%"
set "VARIANT="
if defined FACEWRIGHT_CUDA set "VARIANT=-Pcuda"
if exist "%HERE%target\lib" rmdir /s /q "%HERE%target\lib"
call mvn -B -q %VARIANT% -f "%HERE%pom.xml" -Dmaven.test.skip=true process-classes dependency:copy-dependencies -DincludeScope=runtime "-DoutputDirectory=%HERE%target\lib" >"%HERE%target\launch\build.log" 2>&1 || (
  echo facewright: the build failed; the log is target\launch\build.log 1>&2
  exit /b 1
)
type nul >"%HERE%target\launch\built"
:run
rem Should Java itself die, its report goes where the next start finds it (CrashReports).
set "LOGS=%LOCALAPPDATA%\Facewright\logs"
if defined FACEWRIGHT_DATA set "LOGS=%FACEWRIGHT_DATA%\logs"
if not exist "%LOGS%" mkdir "%LOGS%"
"%JDK%\bin\java" --add-modules jdk.incubator.vector --enable-native-access=ALL-UNNAMED -XX:+UseCompactObjectHeaders "-Dfacewright.home=%HERE%." -Dfile.encoding=UTF-8 "-XX:ErrorFile=%LOGS%\hs_err_pid%%p.log" %FACEWRIGHT_JAVA_OPTS% -cp "%HERE%target\classes;%HERE%target\lib\*" org.facewright.app.Main %*
