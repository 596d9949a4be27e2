#!/usr/bin/env bash
# Instructions per life of both sides, counted by callgrind.
# usage: instructions.sh path/to/acd_bench
set -euo pipefail
[[ $# -eq 1 && -x $1 ]] || { sed -n '2,3s/^# //p' "$0" >&2; exit 2; }
command -v valgrind >/dev/null || { echo 'instructions.sh needs the package valgrind' >&2; exit 2; }
scratch=$(mktemp -d)
trap 'rm -r "$scratch"' EXIT

# per_life <bare|router>: prints instructions per life.
per_life() {
  valgrind --tool=callgrind --toggle-collect='*play_measured*' \
    --callgrind-out-file="$scratch/$1.out" "$2" --instructions="$1" \
    >"$scratch/$1.txt" 2>"$scratch/$1.log" ||
    { cat "$scratch/$1.txt" "$scratch/$1.log" >&2; exit 1; }
  local lives instructions
  lives=$(sed -n 's/^\([0-9]*\) lives, assignments agree$/\1/p' "$scratch/$1.txt")
  instructions=$(sed -n 's/^\(summary\|totals\): *\([0-9]*\).*/\2/p' "$scratch/$1.out" | head -1)
  awk -v i="$instructions" -v l="$lives" 'BEGIN { printf "%.1f\n", i / l }'
}

bare=$(per_life bare "$1")
router=$(per_life router "$1")
echo "bare loop: $bare instructions per life"
echo "router:    $router instructions per life"
awk -v b="$bare" -v r="$router" 'BEGIN { printf "ratio:     %.2f\n", r / b }'
