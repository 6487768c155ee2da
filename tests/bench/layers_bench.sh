#!/bin/sh
# layers_bench.sh - every layer at once with a dictionary of 100,000 names, on
# one thread: how fast, and which part takes how much. Two runs: the first on
# the articles of the tests alone, where much is met for the first time, the
# second on TEXT, one text or JSONL, or on twenty copies of the articles.
# usage: layers_bench.sh [TEXT]
set -eu
build=${BUILD:-build}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

mkdir "$folder/news"
number=0
for article in tests/data/news/*/*.txt; do
  number=$((number + 1))
  cp "$article" "$folder/news/$number.txt"
done
cat "$folder"/news/*.txt >"$folder/all.txt"

{
  printf 'id\ttype\tname\n'
  lua5.4 tests/bench/make_names.lua 100000 "${1:-$folder/all.txt}" |
    awk '{ print "n" NR "\tPERSON\t" $0 }'
} >"$folder/names.tsv"
"$build/gloss" dict build -q "$folder/names.tsv" -o "$folder/names.gdict"

annotate() {
  "$build/gloss" annotate -q --profile --layers all --to none \
    -d "$folder/names.gdict" --doc-date 2025-04-06 "$@" 2>&1
}

echo "the articles of the tests, once"
annotate "$folder/news"
if [ $# -gt 0 ]; then
  echo "$1"
  annotate "$1"
else
  echo "the same, twenty times"
  for copy in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
    mkdir "$folder/news/$copy"
    cp "$folder"/news/*.txt "$folder/news/$copy/"
  done
  annotate "$folder/news"
fi
