#!/bin/sh
# packages.sh check|install GROUP... - the Debian packages that gloss needs.
# `check` names what is missing; `install` installs it with apt-get (with sudo
# only when not root). Groups: build test bench all.
set -eu
mode=$1
shift

# package, group, a file or command that shows that it is there
table='
gcc                build command:cc
libc6-dev          build header:stdio.h
lua5.4             build command:lua5.4
liblua5.4-dev      build header:lua5.4/lua.h
lua-argparse       build file:/usr/share/lua/5.4/argparse.lua
libutf8proc-dev    build header:utf8proc.h
libpcre2-dev       build header:pcre2.h
libstemmer-dev     build header:libstemmer.h
libjansson-dev     build header:jansson.h
nettle-dev         build header:nettle/sha2.h
libcmocka-dev      test  header:cmocka.h
lua-busted         test  command:busted
git                test  command:git
unicode-data       test  file:/usr/share/unicode/auxiliary/WordBreakTest.txt
lua-check          all   command:luacheck
clang              all   command:clang
libclang-rt-14-dev all   glob:/usr/lib/llvm-*/lib/clang/*/lib/linux/libclang_rt.fuzzer-*.a
valgrind           all   command:valgrind
chromium           all   command:chromium
libicu-dev         bench header:unicode/ubrk.h
libhyperscan-dev   bench header:hs/hs.h
wamerican-huge     bench file:/usr/share/dict/american-english-huge
miscfiles          bench file:/usr/share/dict/propernames.gz
iso-codes          bench file:/usr/share/iso-codes/json/iso_3166-2.json
'

there() {
  case $1 in
    command:*) command -v "${1#command:}" >/dev/null 2>&1 ;;
    header:*) found=$(ls /usr/include/"${1#header:}" /usr/include/*/"${1#header:}" \
                /usr/local/include/"${1#header:}" 2>/dev/null || true)
              [ -n "$found" ] ;;
    file:*) [ -e "${1#file:}" ] ;;
    glob:*) # shellcheck disable=SC2086
            [ -n "$(ls ${1#glob:} 2>/dev/null || true)" ] ;;
  esac
}

missing=
for group in "$@"; do
  missing="$missing $(echo "$table" | while read -r package of probe; do
    [ "$of" = "$group" ] || continue
    there "$probe" || printf '%s ' "$package"
  done)"
done
missing=$(echo $missing)
[ -n "$missing" ] || exit 0

if [ "$mode" = check ]; then
  echo "gloss: these packages are missing: $missing" >&2
  echo "gloss: apt-get install $missing   (or: make demo, which installs them)" >&2
  exit 1
fi
if ! command -v apt-get >/dev/null 2>&1; then
  echo "gloss: these are missing, and there is no apt-get here to install them: $missing" >&2
  echo "gloss: the names are Debian's; install your system's packages of these libraries and try again" >&2
  exit 1
fi
sudo=
if [ "$(id -u)" != 0 ]; then
  if ! command -v sudo >/dev/null 2>&1; then
    echo "gloss: as root: apt-get install $missing" >&2
    exit 1
  fi
  sudo=sudo
fi
echo "gloss: installing what is needed to $(echo "$*" | sed 's/ / and /g'): $missing"
export DEBIAN_FRONTEND=noninteractive
# shellcheck disable=SC2086
$sudo apt-get update -qq
# shellcheck disable=SC2086
$sudo apt-get install -y -qq --no-install-recommends $missing >/dev/null
