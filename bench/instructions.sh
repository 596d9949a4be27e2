#!/usr/bin/env bash
# Instructions per life, counted by callgrind: of the bare loop and the router, or (affinity) of
# floors without affinity, with the host's answer and with the router's memory; of these also the
# data misses of a 32 KiB first-level and a 1 MiB last-level cache, by callgrind's model.
# usage: instructions.sh path/to/acd_bench [affinity]
set -euo pipefail
[[ $# -ge 1 && -x $1 && ${2:-affinity} == affinity ]] ||
  { sed -n '2,5s/^# //p' "$0" >&2; exit 2; }
command -v valgrind >/dev/null || { echo 'instructions.sh needs the package valgrind' >&2; exit 2; }
scratch=$(mktemp -d)
trap 'rm -r "$scratch"' EXIT

# counts <side> <program> [callgrind's options]: prints, per life, the sum of each event that
# callgrind counted: instructions, then, with a cache, reads, writes, and the misses of each level.
counts() {
  local side=$1 program=$2
  valgrind --tool=callgrind --toggle-collect='*play_measured*' "${@:3}" \
    --callgrind-out-file="$scratch/$side.out" "$program" --instructions="$side" \
    >"$scratch/$side.txt" 2>"$scratch/$side.log" ||
    { cat "$scratch/$side.txt" "$scratch/$side.log" >&2; exit 1; }
  local lives
  lives=$(sed -n 's/^\([0-9]*\) lives, assignments agree$/\1/p' "$scratch/$side.txt")
  sed -n 's/^\(summary\|totals\): *//p' "$scratch/$side.out" | head -1 |
    awk -v l="$lives" '{ for (i = 1; i <= NF; ++i) printf "%.1f ", $i / l; print "" }'
}

if [[ ${2:-} == affinity ]]; then
  for side in none given memory expected; do
    read -r instructions _ _ _ first_read first_write _ last_read last_write <<<"$(
      counts "$side" "$1" --cache-sim=yes --D1=32768,8,64 --I1=32768,8,64 --LL=1048576,8,64)"
    awk -v s="$side" -v i="$instructions" -v f="$first_read" -v g="$first_write" \
      -v l="$last_read" -v m="$last_write" 'BEGIN {
        printf "%-9s %7.1f instructions, %5.1f first-level and %5.1f last-level misses per life\n",
               s ":", i, f + g, l + m }'
  done
  exit
fi

bare=$(counts bare "$1")
router=$(counts router "$1")
echo "bare loop: ${bare% } instructions per life"
echo "router:    ${router% } instructions per life"
awk -v b="$bare" -v r="$router" 'BEGIN { printf "ratio:     %.2f\n", r / b }'
