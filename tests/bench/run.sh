#!/bin/sh
# run.sh - every benchmark, one after the other; each prints medians and
# ratios of interleaved runs. TEXT names a file to measure on instead of prose
# that the benchmarks compose.
set -eu
build=${BUILD:-build}
for program in "$build"/tests/bench/*_bench; do
  echo "== $(basename "$program")"
  # shellcheck disable=SC2086
  "$program" ${TEXT:-}
done
echo "== lua_bench"
# shellcheck disable=SC2086
LUA_PATH="scripts/?.lua;scripts/?/init.lua;;" LUA_CPATH="$build/lua/?.so;;" \
  lua5.4 tests/bench/lua_bench.lua ${TEXT:-}
echo "== link_bench"
LUA_PATH="scripts/?.lua;scripts/?/init.lua;;" LUA_CPATH="$build/lua/?.so;;" \
  lua5.4 tests/bench/link_bench.lua
echo "== layers_bench"
# shellcheck disable=SC2086
BUILD="$build" sh tests/bench/layers_bench.sh ${TEXT:-}
echo "== hostile_bench"
LUA_PATH="scripts/?.lua;scripts/?/init.lua;;" LUA_CPATH="$build/lua/?.so;;" \
  lua5.4 tests/bench/hostile_bench.lua
