#!/bin/sh
# Scores the main text that `tamga read` finds in web pages against a ground truth.
# usage: bench/main-text.sh [FOLDER with html/*.html.gz and ground-truth.json] [SCORER.py]
# Needs a built jar (mvn package), Python 3 and gzip; prints the scorer's line.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
pages=${1:-$here/../shared/bench/main-text}
scorer=${2:-$here/../shared/tools/score_main_text.py}
if [ ! -f "$pages/ground-truth.json" ] || [ ! -f "$scorer" ]; then
  echo "skipped: no ground truth at $pages or no scorer at $scorer" >&2
  exit 0
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/html"
for page in "$pages"/html/*.html.gz; do
  gzip -dc "$page" > "$work/html/$(basename "$page" .gz)"
done
status=0
"${JAVA_HOME:+$JAVA_HOME/bin/}java" -jar "$here/target/tamga.jar" read --main --json "$work/html" \
  > "$work/read.jsonl" || status=$?
echo "read ended with status $status" >&2
python3 - "$work/read.jsonl" "$work/out.json" <<'PYTHON'
import json, sys
out = {}
for line in open(sys.argv[1], encoding="utf-8"):
    page = json.loads(line)
    out[page["file"].removesuffix(".html")] = {"articleBody": page.get("text", "")}
json.dump(out, open(sys.argv[2], "w", encoding="utf-8"))
PYTHON
python3 "$scorer" "$pages/ground-truth.json" "$work/out.json"
