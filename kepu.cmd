@echo off
rem One file for Windows (kepu is its like for macOS and Linux): finds a Python and hands over to plugins\kepu.py.
rem ASCII only, so that no code page can spoil it: what is Chinese is said by Python, or stands in no-python.txt.
setlocal
set "PYTHONUTF8=1"
set "FOUND="
set "FITS=import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))"
pushd "%~dp0"
set "PLUGINS=plugins"
if not exist "plugins\kepu.py" set "PLUGINS=program\plugins"

for %%p in ("py -3" "python" "python3" "py -3.14" "py -3.13" "py -3.12" "py -3.11") do call :try %%~p
if defined FOUND goto run
call uv --version >nul 2>nul
if not "%ERRORLEVEL%"=="0" goto none
echo No Python from 3.11 to 3.14 is here: uv fetches 3.13 ...
set "FOUND=uv run --no-project --quiet --python 3.13 python"

:run
%FOUND% "%PLUGINS%\kepu.py" %*
set "STATUS=%ERRORLEVEL%"
popd
exit /b %STATUS%

:try
if defined FOUND exit /b 0
call %* -c "%FITS%" >nul 2>nul
if "%ERRORLEVEL%"=="0" set "FOUND=%*"
exit /b 0

:none
for /f "tokens=2 delims=:." %%c in ('chcp') do set "PAGE=%%c"
chcp 65001 >nul
type "%PLUGINS%\no-python.txt"
pause
chcp %PAGE% >nul
popd
exit /b 1
