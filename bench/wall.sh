#!/bin/sh
# What the wall costs: documents taken apart behind it, against the same parsers inside the process,
# with the same settings, both from the start of the JVM to its end, in turns; the best of five each.
#
# usage: bench/wall.sh FOLDER [TIMES]     a folder of documents; how often each is read (1)
# Build first: mvn -q -DskipTests package
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
folder=$1
times=${2:-1}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
walled=${WALLED_CLASSES:-$here/target/test-classes:$here/target/tamga.jar}
parsers=${PARSERS:-$here/target/parsers}
inside=$walled$(printf ':%s' "$parsers"/*.jar)
out=$(mktemp)
for round in 1 2 3 4 5; do
  "$java" -Xmx768m -Xss4m -XX:+UseSerialGC "-Dtamga.parsers=$parsers" -cp "$walled" \
    org.tamga.text.wall.WallTime wall "$folder" "$times" >>"$out"
  "$java" -Xmx768m -Xss4m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp "$inside" \
    org.tamga.text.wall.WallTime inside "$folder" "$times" 2>/dev/null >>"$out"
done
awk '{ n = $2; if (!($1 in best) || $3 < best[$1]) best[$1] = $3
    if (!($1 in cpu) || $4 < cpu[$1]) cpu[$1] = $4 }
  END { printf "documents %d  wall %.2f s  inside %.2f s  ratio %.2f; of processor time %.2f s, %.2f s, ratio %.2f\n",
    n, best["wall"], best["inside"], best["wall"] / best["inside"], cpu["wall"], cpu["inside"], cpu["wall"] / cpu["inside"] }' "$out"
rm -f "$out"
