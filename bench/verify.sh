#!/bin/sh
# Measures verify against sha256sum over the same files; docs/performance.md.
# usage: bench/verify.sh [MEBIBYTES [FILES]]
# Build first: mvn -q -DskipTests package
set -eu
cd "$(dirname "$0")/.."
mebibytes=${1:-4096}
files=${2:-8}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
TAMGA_KEYS=$work/keys
export TAMGA_KEYS
. tools/find-jdk.sh
find_jdk

now() { date +%s%N; }
seconds() { awk "BEGIN { printf \"%.2f\", ($2 - $1) / 1e9 }"; }

mkdir "$work/in"
i=0
while [ $i -lt "$files" ]; do
  head -c $((mebibytes / files * 1048576)) /dev/urandom >"$work/in/$i.bin"
  i=$((i + 1))
done
./tamga add --archive "$work/a" "$work/in" | tail -n 3
rm -r "$work/in"
find "$work/a/vault" -type f >"$work/objects"
xargs sha256sum <"$work/objects" >/dev/null
for run in 1 2 3; do
  a=$(now)
  xargs sha256sum <"$work/objects" >/dev/null
  b=$(now)
  "$JDK/bin/java" -jar target/tamga-verify.jar "$work/a" >/dev/null
  c=$(now)
  "$JDK/bin/java" -XX:ActiveProcessorCount=1 -jar target/tamga-verify.jar "$work/a" >/dev/null
  d=$(now)
  echo "$mebibytes MiB in $files files: sha256sum $(seconds "$a" "$b") s, verify $(seconds "$b" "$c") s," \
    "with one processor $(seconds "$c" "$d") s; shares of its rate" \
    "$(awk "BEGIN { printf \"%.2f, %.2f\", ($b - $a) / ($c - $b), ($b - $a) / ($d - $c) }")"
done
