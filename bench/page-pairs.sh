#!/bin/sh
# Sets the likeness of two texts against people's judgement of pairs of web pages; docs/performance.md.
# usage: bench/page-pairs.sh FOLDER     a folder for each pair with label, metadata, src-doc, target-doc:
#                                       judgments-by-daniel of the public repository chatnoir-eu/copycat
# Build first: mvn -q -DskipTests package
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
pairs=$(cd "$1" && pwd)
cd "$here"
. tools/find-jdk.sh
find_jdk
"$JDK/bin/java" -XX:+UseSerialGC -cp "target/test-classes:target/tamga.jar" \
  org.tamga.corroboration.passage.PagePairs "$pairs"
