#!/bin/sh
# embed.sh ROOT FILE... - assembler text that holds the files, sorted by name,
# and the table gloss_scripts of bindings/host/scripts.h over them. NAME=PATH
# is a file from elsewhere.
set -eu
root=$1
shift
dir=$(cd "$root" && pwd)
count=0
echo '.section .rodata'
for file in "$@"; do
  case $file in
    *=*) name=${file%%=*} path=${file#*=} ;;
    *) name=$file path=$dir/$file ;;
  esac
  echo "n$count: .asciz \"$name\""
  echo "b$count: .incbin \"$path\""
  echo "e$count: .byte 0"
  count=$((count + 1))
done
echo '.section .data.rel.ro,"aw"'
echo '.balign 8'
echo '.globl gloss_scripts'
echo '.globl gloss_script_count'
echo '.hidden gloss_scripts'
echo '.hidden gloss_script_count'
echo 'gloss_scripts:'
i=0
while [ "$i" -lt "$count" ]; do
  echo ".quad n$i, b$i, e$i - b$i"
  i=$((i + 1))
done
echo "gloss_script_count: .quad $count"
echo '.section .note.GNU-stack,"",%progbits'
