#!/bin/sh
# gold.sh - accuracy on gold data that does not come with gloss: a folder with
# run.py and targets.tsv (GOLD=dir). TOPICS picks some.
set -eu
build=${BUILD:-build}
if [ -z "${GOLD:-}" ] || [ ! -f "$GOLD/run.py" ]; then
  echo "gold: SKIPPED, nothing was measured: no run.py in '${GOLD:-}' (make gold GOLD=dir)" >&2
  exit 0
fi
# shellcheck disable=SC2086
exec python3 "$GOLD/run.py" "$build/gloss" ${TOPICS:-} --targets "$GOLD/targets.tsv"
