#!/bin/sh
# Measures appending a machine's events in batches, and one inclusion proof; docs/performance.md.
# usage: bench/append.sh [EVENTS [BATCH]]
# Build first: mvn -q -DskipTests package
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$here"
. tools/find-jdk.sh
find_jdk
for run in 1 2; do
  mkdir "$work/$run"
  "$JDK/bin/java" -XX:+UseSerialGC -Xmx512m -cp "target/test-classes:target/tamga.jar" \
    org.tamga.custody.AppendTime "$work/$run" "${1:-1000000}" "${2:-4096}"
  rm -rf "${work:?}/$run"
done
