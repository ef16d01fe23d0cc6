#!/bin/sh
# Measures finding echoes: time and memory beside a plain MinHash-LSH pass over the same shingles in
# the same run, one new page against all, and one template on very many pages; docs/performance.md.
# usage: bench/echoes.sh [TEMPLATE-PAGES]
# Build first: mvn -q -DskipTests package
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
cd "$here"
. tools/find-jdk.sh
find_jdk
run() {
  "$JDK/bin/java" -XX:+UseSerialGC "$1" -cp "target/test-classes:target/tamga.jar" \
    org.tamga.corroboration.independence.EchoTime "$2" "$3"
}
run -Xmx1g plain 1000
run -Xmx1g plain 10000
run -Xmx4g plain 100000
run -Xmx8g template "${1:-1000000}"
