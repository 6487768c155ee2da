#!/bin/sh
# demo.sh - the main job on the articles that come with gloss.
set -eu
build=${BUILD:-build}
data=tests/data/news
"$build/gloss" run scripts/jobs/briefing.lua -d "$data/dictionary" \
  --set title='Morvenia and Estmere: the sanctions talks' \
  -o "$build/briefing.html" "$data"/articles
echo "The briefing is $build/briefing.html: open it in a browser."
