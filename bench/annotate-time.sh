#!/bin/sh
# How long annotating takes beside the language models alone, on the same text, in one run.
#
# usage: bench/annotate-time.sh FOLDER     a folder of plain text files
# Build first: mvn -q -DskipTests package
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
folder=$1
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -XX:+UseSerialGC -Xmx2g \
  -cp "$here/target/test-classes:$here/target/tamga.jar" \
  org.tamga.extraction.AnnotateTime "$folder"
