@echo off
rem Souk on Windows. Shipped untested: no Windows machine was at hand. "souk help" lists the verbs;
rem "souk start" runs the platform in this window until Ctrl+C.
setlocal EnableExtensions
set "HOME_DIR=%~dp0.."
for %%I in ("%HOME_DIR%") do set "HOME_DIR=%%~fI"
if not defined SOUK_CONF set "SOUK_CONF=%HOME_DIR%\conf"
if not defined SOUK_DATA set "SOUK_DATA=%HOME_DIR%\data"
if not defined SOUK_DEPLOY set "SOUK_DEPLOY=%HOME_DIR%\deploy"
if not defined SOUK_HEAP set "SOUK_HEAP=1g"
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" -version >nul 2>&1
if errorlevel 1 (
  echo souk: no Java found. Install a JDK or JRE 17 or later, or set JAVA_HOME. 1>&2
  exit /b 5
)
set COMMON=-Dfile.encoding=UTF-8 -Dsun.stdout.encoding=UTF-8 -Dsun.stderr.encoding=UTF-8 -Duser.timezone=UTC "-Dsouk.home=%HOME_DIR%" -Dsouk.version=@project.version@ "-Dsouk.conf=%SOUK_CONF%" "-Dsouk.data=%SOUK_DATA%" "-Dsouk.deploy=%SOUK_DEPLOY%" "-Djdk.serialFilter=!*" --enable-native-access=ALL-UNNAMED

if /i "%~1"=="start" goto start
set "JACKSON=%HOME_DIR%\repository\com\fasterxml\jackson\core"
"%JAVA%" %COMMON% -Xmx512m -cp "%HOME_DIR%\lib\cli\*;%JACKSON%\jackson-core\@version.jackson-core@\*;%JACKSON%\jackson-databind\@version.jackson-databind@\*;%JACKSON%\jackson-annotations\@version.jackson-annotations@\*;%HOME_DIR%\repository\de\siegmar\fastcsv\@version.fastcsv@\*" souk.cli.Souk %*
exit /b %errorlevel%

:start
"%JAVA%" %COMMON% -Xmx%SOUK_HEAP% -Xss1m -XX:+ExitOnOutOfMemoryError -Djava.awt.headless=true -Djava.net.preferIPv4Stack=true "-Dsouk.host=%SOUK_HOST%" "-Dsouk.port=%SOUK_PORT%" "-Dlogback.configurationFile=%SOUK_CONF%\logback.xml" %SOUK_JAVA_OPTS% -cp "%HOME_DIR%\lib\launcher\*" souk.launcher.Main
exit /b %errorlevel%
