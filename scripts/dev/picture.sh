#!/bin/sh
# picture.sh - makes docs/images/briefing.png from the briefing of `make demo`.
set -eu
cd "$(dirname "$0")/../.."
build=${BUILD:-build}
case $build in /*) ;; *) build=$PWD/$build ;; esac
profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT
mkdir -p docs/images
chromium --headless --no-sandbox --disable-gpu --no-first-run --hide-scrollbars \
  --disable-background-networking --disable-component-update --disable-sync \
  --user-data-dir="$profile" --window-size=1100,1000 \
  --screenshot=docs/images/briefing.png "file://$build/briefing.html" \
  >/dev/null 2>&1
ls -l docs/images/briefing.png
