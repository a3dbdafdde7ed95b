#!/usr/bin/env bash
# Uses the built program as people and bad days do: terminals, signals, kill -9, full disks, hostile
# files. Usage: bash Tests/Support/drive.sh BINARY PYTHON [WORD...], where PYTHON has pyte and the words
# choose the checks whose names hold one of them.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
binary=$(realpath "$1")
python=$2
case $python in */*) python=$(cd "$(dirname "$python")" && pwd)/$(basename "$python") ;; esac
shift 2
exec "$python" -B "$here/drive.py" "$binary" "$@"
