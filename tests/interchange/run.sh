#!/usr/bin/env bash
# run.sh PROGRAM FOLDER: conditions as `runready` exports them, evaluated by the JavaScript engine
# that JsonLogic comes from. The engine is installed into FOLDER, once.
set -euo pipefail
program=$1
folder=$2

for needed in node npm; do
  if ! command -v "$needed" >/dev/null; then
    echo "skipped: $needed is not installed"
    exit 0
  fi
done
mkdir -p "$folder"
if [ ! -d "$folder/node_modules/json-logic-js" ]; then
  if ! timeout 60 npm install --prefix "$folder" --silent --no-audit --no-fund --no-save \
    --fetch-retries 0 json-logic-js@2.0.5 >"$folder/npm.log" 2>&1; then
    echo "skipped: npm could not install json-logic-js@2.0.5"
    exit 0
  fi
fi
NODE_PATH=$folder/node_modules exec node "$(dirname "${BASH_SOURCE[0]}")/compare.js" \
  "$program" "$folder"
