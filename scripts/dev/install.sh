#!/bin/sh
# install.sh BUILD DESTDIR PREFIX VERSION - puts gloss where PREFIX says:
# program, man page, Lua library and modules, header, library, pkg-config file.
set -eu
build=$1 root=$2$3 prefix=$3 version=$4

install -d "$root/bin" "$root/include" "$root/lib/pkgconfig" "$root/share/man/man1" \
  "$root/share/lua/5.4" "$root/lib/lua/5.4/gloss/edge" "$root/share/doc/gloss"
install -m 755 "$build/gloss" "$root/bin/gloss"
install -m 644 core/include/*.h "$root/include/"
install -m 644 "$build/libgloss.a" "$root/lib/libgloss.a"
install -m 755 "$build/lua/gloss/core.so" "$root/lib/lua/5.4/gloss/core.so"
for edge in "$build"/lua/gloss/edge/*.so; do
  install -m 755 "$edge" "$root/lib/lua/5.4/gloss/edge/"
done
(cd scripts && find gloss dictionaries jobs -type f ! -name '.*') | while read -r file; do
  install -D -m 644 "scripts/$file" "$root/share/lua/5.4/$file"
done
install -m 644 LICENSE README.md "$root/share/doc/gloss/"
# The licences of the libraries that the program holds, as Debian ships them.
for package in liblua5.4-dev libutf8proc-dev libpcre2-dev libstemmer-dev \
  libjansson-dev nettle-dev lua-argparse; do
  licence=/usr/share/doc/$package/copyright
  [ ! -f "$licence" ] || install -D -m 644 "$licence" "$root/share/doc/gloss/licences/$package"
done
LUA_PATH="scripts/?.lua;scripts/?/init.lua" LUA_CPATH="$build/lua/?.so" \
  lua5.4 scripts/dev/make_man.lua "$version" > "$root/share/man/man1/gloss.1"
cat > "$root/lib/pkgconfig/gloss.pc" <<END
prefix=$prefix
includedir=\${prefix}/include
libdir=\${prefix}/lib

Name: gloss
Description: tokens, sentences, dictionaries and patterns over text
Version: $version
Cflags: -I\${includedir}
Libs: -L\${libdir} -lgloss
Requires.private: libutf8proc libpcre2-8
Libs.private: -lutf8proc -lpcre2-8 -lstemmer -lm
END
echo "gloss $version is below $root"
