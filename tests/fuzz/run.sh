#!/bin/sh
# run.sh - coverage-guided fuzzing: each target for SECONDS, starting from its
# corpus in tests/fuzz/corpus/NAME, and documents from the texts of the tests.
# New inputs go below $BUILD, findings too.
set -eu
build=${BUILD:-build}
seeds() { # what is read beside the corpus of target $1
  case $1 in
    doc_fuzz)
      echo tests/data/sentences tests/data/tokens tests/data/news/articles ;;
  esac
}
for program in "$build"/tests/fuzz/*_fuzz; do
  name=$(basename "$program")
  mkdir -p "$build/fuzz/$name" "tests/fuzz/corpus/$name"
  echo "== $name: ${SECONDS:-60} s"
  "$program" -max_total_time="${SECONDS:-60}" -timeout=10 -rss_limit_mb=2048 -max_len=4096 \
    -print_final_stats=1 -verbosity=0 -artifact_prefix="$build/fuzz/$name-" \
    "$build/fuzz/$name" "tests/fuzz/corpus/$name" $(seeds "$name")
done
