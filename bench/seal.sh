#!/bin/sh
# Measures sealing and checking; the results stand in docs/performance.md.
# usage: bench/seal.sh [SMALL-FILES [LARGE-MEBIBYTES]]
set -eu
cd "$(dirname "$0")/.."
small=${1:-10000}
large=${2:-1024}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
TAMGA_KEYS=$work/keys
export TAMGA_KEYS
[ -f target/tamga.jar ] || ./tamga --version >/dev/null
. tools/find-jdk.sh
find_jdk

now() { date +%s%N; }
seconds() { awk "BEGIN { printf \"%.2f\", ($2 - $1) / 1e9 }"; }

echo "== start-up of --version, five runs, beside a Java program that prints one line"
cat >"$work/Hello.java" <<'J'
public class Hello { public static void main(String[] a) { System.out.println("hello"); } }
J
"$JDK/bin/javac" -d "$work" "$work/Hello.java"
for i in 1 2 3 4 5; do
  a=$(now); "$JDK/bin/java" -XX:+UseSerialGC -cp "$work" Hello >/dev/null; b=$(now)
  ./tamga --version >/dev/null; c=$(now)
  echo "tamga $(seconds "$b" "$c") s, Java alone $(seconds "$a" "$b") s"
done

echo "== add of $small small files, with 512 MiB of heap"
mkdir "$work/small"
i=0
while [ $i -lt "$small" ]; do
  d=$work/small/$((i / 500)); [ -d "$d" ] || mkdir "$d"
  echo "Note $i. The council of Selm said on Monday that the bridge at post $i was closed." >"$d/$i.txt"
  i=$((i + 1))
done
a=$(now)
TAMGA_JAVA_OPTIONS=-Xmx512m /usr/bin/env time -f "peak memory %M KiB" ./tamga add --archive "$work/a" "$work/small" | tail -n 3
b=$(now)
echo "$(seconds "$a" "$b") s, $(awk "BEGIN { printf \"%.0f\", $small / (($b - $a) / 1e9) }") events/s with reading and annotating"

echo "== one file of $large MiB: add with 64 MiB of heap, verify against sha256sum"
head -c $((large * 1048576)) /dev/urandom >"$work/large.bin"
a=$(now)
TAMGA_JAVA_OPTIONS=-Xmx64m ./tamga add --archive "$work/b" "$work/large.bin" | tail -n 2
b=$(now)
echo "add: $(seconds "$a" "$b") s"
object=$(find "$work/b/vault" -type f)
for i in 1 2 3; do
  a=$(now); sha256sum "$object" >/dev/null; b=$(now)
  "$JDK/bin/java" -jar target/tamga-verify.jar "$work/b" >/dev/null; c=$(now)
  echo "sha256sum $(seconds "$a" "$b") s, verify $(seconds "$b" "$c") s: share of its rate $(awk "BEGIN { printf \"%.2f\", ($b - $a) / ($c - $b) }")"
done
