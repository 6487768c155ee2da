#!/bin/sh
# check.sh - the quick checks beside the tests: luacheck, layers, warnings as
# errors with both compilers. Ends 1 at the first that fails.
set -eu
build=${BUILD:-build}
say() { printf '== %s\n' "$*"; }

say luacheck
luacheck -q --no-cache scripts tests
say layers
lua5.4 tests/layers.lua
for compiler in gcc clang; do
  say "warnings as errors: $compiler"
  make --no-print-directory BUILD="$build/check-$compiler" CC="$compiler" CFLAGS=-O1 test-programs >/dev/null
done
