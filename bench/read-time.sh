#!/bin/sh
# How long reading web pages takes beside parsing them with jsoup alone: the same files, one run.
#
# usage: bench/read-time.sh [FOLDER of pages, or of pages packed with gzip]
# Build first: mvn -q -DskipTests package
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
pages=${1:-$here/../shared/bench/main-text/html}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/html"
for page in "$pages"/*; do
  case $page in
    *.gz) gzip -dc "$page" > "$work/html/$(basename "$page" .gz)" ;;
    *) cp "$page" "$work/html/" ;;
  esac
done
java="${JAVA_HOME:+$JAVA_HOME/bin/}java"
"$java" -XX:+UseSerialGC -Xmx2g -cp "$here/target/test-classes:$here/target/tamga.jar" \
  org.tamga.text.ReadTime "$work/html"
