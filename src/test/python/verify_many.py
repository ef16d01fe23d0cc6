"""Runs tools/verify.py many times in one process.

usage: verify_many.py < RUNS
Each line of input is a JSON array: the arguments of one run. The output of each is a line with the exit
status and the number of lines that the run had printed, then those lines.
"""
import contextlib, io, json, sys

from remembering import verify

for run in sys.stdin:
    out, talk = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(talk):
        try:
            status = verify.main(json.loads(run))
        except SystemExit as end:
            status = end.code
    lines = out.getvalue().split("\n")[:-1]
    print(f"{status} {len(lines)}", *lines, sep="\n", flush=True)
