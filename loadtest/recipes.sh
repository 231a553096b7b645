#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# loadtest/recipes.sh DICOMWEB FILE [PAGE]: runs the sh blocks of a page of curl recipes (default docs/recipes.md) one after the other in one
# shell, against an archive that runs. FILE is a DICOM image; it is stored. Stops at the first command that fails, or answer that is not 2xx.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
[ $# -ge 2 ] || {
  echo 'usage: loadtest/recipes.sh DICOMWEB FILE [PAGE]' >&2
  exit 2
}
export B=$1
FILE=$(readlink -f "$2")
export FILE
page=${3:-$root/docs/recipes.md}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

awk '/^```sh$/ { inside = 1; next } /^```$/ { inside = 0 } inside' "$page" >"$folder/recipes"
commands=$(grep -cE '^ *curl ' "$folder/recipes") || {
  echo "no commands in $page" >&2
  exit 1
}
cd "$folder"
# each command is shown before it runs; what it answers is not
if bash -euo pipefail -v "$folder/recipes" >"$folder/answers" 2>"$folder/log"; then
  echo "$commands passed, 0 failed"
else
  tail -n 25 "$folder/log" >&2
  echo 'the last command above failed' >&2
  exit 1
fi
