#!/bin/sh
# all.sh - every test, the ones that take long too: all of `make test`, then
# the core and the Lua module under valgrind, the briefing in a browser, long
# fuzzing, and an installation tried from outside. Ends 1 where one failed.
set -u
build=${BUILD:-build}
failed=0
step() {
  printf '== %s\n' "$1"
  shift
  "$@" || { failed=$((failed + 1)); echo "FAILED: $*"; }
}

under_valgrind() {
  for program in "$build"/tests/core/*_test; do
    valgrind -q --error-exitcode=9 --leak-check=full --errors-for-leak-kinds=definite \
      "$program" >"$build/valgrind.log" 2>&1 || { cat "$build/valgrind.log"; return 1; }
  done
  valgrind -q --error-exitcode=9 --leak-check=full --errors-for-leak-kinds=definite \
    "$build/gloss" annotate --to none tests/data/news/articles 2>"$build/valgrind.log" ||
    { cat "$build/valgrind.log"; return 1; }
}

in_browser() {
  BUILD=$build sh tests/demo.sh || return 1
  profile=$(mktemp -d)
  chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run \
    --disable-background-networking --disable-component-update --disable-sync \
    --user-data-dir="$profile" --dump-dom "file://$(pwd)/$build/briefing.html" \
    >"$build/briefing.dom" 2>"$build/chromium.log"
  rm -rf "$profile"
  # The script of the page has run: it shows the filter and offers names.
  grep -q '<form role="search">' "$build/briefing.dom" &&
    grep -q '<option' "$build/briefing.dom"
}

installed() {
  root=$(mktemp -d)
  make --no-print-directory BUILD="$build" PREFIX="$root" install || return 1
  "$root/bin/gloss" version &&
    LUA_PATH="$root/share/lua/5.4/?.lua;$root/share/lua/5.4/?/init.lua" LUA_CPATH="$root/lib/lua/5.4/?.so" \
      lua5.4 -e 'local g = require "gloss"; assert(#g.doc("Ann met Bob.").tokens == 4)' &&
    printf '#include <gloss.h>\nint main(void) { return gloss_utf8_check("a", 1) != 1; }\n' >"$root/t.c" &&
    cc "$root/t.c" $(PKG_CONFIG_PATH="$root/lib/pkgconfig" pkg-config --cflags --libs --static gloss) -o "$root/t" &&
    "$root/t" && man -l "$root/share/man/man1/gloss.1" >/dev/null 2>&1
  status=$?
  rm -rf "$root"
  return $status
}

step 'all tests' lua5.4 tests/run.lua
step 'valgrind' under_valgrind
step 'an installation' installed
step 'the briefing in a browser' in_browser
step 'the review page in a browser' env BUILD="$build" sh tests/suggest_page.sh
step 'long fuzzing' make --no-print-directory BUILD="$build" fuzz SECONDS="${SECONDS_OF_FUZZING:-600}"
[ "$failed" = 0 ] && echo 'all of it passed' || echo "$failed failed"
[ "$failed" = 0 ]
