#!/bin/sh
# embed.sh ROOT CHUNKS FILE... - assembler text that holds the files, sorted by
# name, and the table gloss_scripts of bindings/host/scripts.h over them.
# NAME=PATH is a file from elsewhere. Modules are compiled into the folder
# CHUNKS, too, where luac5.4 is there, so that the program starts faster.
set -eu
root=$1
dir=$(cd "$root" && pwd)
mkdir -p "$2"
chunks=$(cd "$2" && pwd)
shift 2
luac=$(command -v luac5.4 || true)

# Compiles a module under the name that messages show; says 1 where it did.
compile() {
  case $1 in
    gloss/languages/* | jobs/* | dictionaries/*) echo 0; return ;; # read as text
    *.lua) ;;
    *) echo 0; return ;;
  esac
  [ -n "$luac" ] || { echo 0; return; }
  mkdir -p "$(dirname "$chunks/$1")"
  (cd "$dir" && "$luac" -o "$chunks/$1" "$1") && echo 1
}

count=0
table=
echo '.section .rodata'
for file in "$@"; do
  case $file in
    *=*) name=${file%%=*} path=${file#*=} compiled=0 ;;
    *) name=$file path=$dir/$file compiled=$(compile "$file") ;;
  esac
  echo "n$count: .asciz \"$name\""
  echo "b$count: .incbin \"$path\""
  echo "e$count: .byte 0"
  if [ "$compiled" = 1 ]; then
    echo "c$count: .incbin \"$chunks/$name\""
    echo "d$count:"
    table="$table.quad n$count, b$count, e$count - b$count, c$count, d$count - c$count
"
  else
    table="$table.quad n$count, b$count, e$count - b$count, 0, 0
"
  fi
  count=$((count + 1))
done
echo '.section .data.rel.ro,"aw"'
echo '.balign 8'
echo '.globl gloss_scripts'
echo '.globl gloss_script_count'
echo '.hidden gloss_scripts'
echo '.hidden gloss_script_count'
echo 'gloss_scripts:'
printf '%s' "$table"
echo "gloss_script_count: .quad $count"
echo '.section .note.GNU-stack,"",%progbits'
