#!/bin/sh
# run.sh - coverage-guided fuzzing: each target for SECONDS, starting from its
# corpus in tests/fuzz/corpus/NAME, documents from the texts of the tests, and
# dictionaries from those of tests/fuzz/dictionaries, compiled.
# New inputs go below $BUILD, findings too.
set -eu
build=${BUILD:-build}
seeds() { # what is read beside the corpus of target $1
  case $1 in
    doc_fuzz)
      echo tests/data/sentences tests/data/tokens tests/data/news/articles ;;
    clean_fuzz)
      echo tests/data/clean tests/data/news/articles ;;
    dict_fuzz)
      mkdir -p "$build/fuzz/dictionaries"
      for source in tests/fuzz/dictionaries/*/; do
        "$build/gloss" dict build -q "$source" \
          -o "$build/fuzz/dictionaries/$(basename "$source").gdict"
      done
      echo "$build/fuzz/dictionaries" ;;
  esac
}
longest() { # bytes of an input of target $1
  case $1 in
    dict_fuzz) echo 65536 ;;
    *) echo 4096 ;;
  esac
}
for program in "$build"/tests/fuzz/*_fuzz; do
  name=$(basename "$program")
  mkdir -p "$build/fuzz/$name" "tests/fuzz/corpus/$name"
  echo "== $name: ${SECONDS:-60} s"
  "$program" -max_total_time="${SECONDS:-60}" -timeout=10 -rss_limit_mb=2048 \
    -max_len="$(longest "$name")" -print_final_stats=1 -verbosity=0 -artifact_prefix="$build/fuzz/$name-" \
    "$build/fuzz/$name" "tests/fuzz/corpus/$name" $(seeds "$name")
done
