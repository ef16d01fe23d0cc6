"""Runs tools/verify.py many times in one process.

usage: verify_many.py TOOLS < RUNS
Each line of input is a JSON array: the arguments of one run. The output of each is a line with the exit
status and the number of lines that the run had printed, then those lines. Answers about signatures are remembered, and so
is what is computed from a key alone, for computing them again would take most of the time.
"""
import contextlib, functools, io, json, sys

sys.path.insert(0, sys.argv[1])
import verify

for name in "ed25519_holds", "ml_dsa_44_holds", "uniform":
    setattr(verify, name, functools.lru_cache(maxsize=None)(getattr(verify, name)))
for run in sys.stdin:
    out, talk = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(talk):
        try:
            status = verify.main(json.loads(run))
        except SystemExit as end:
            status = end.code
    lines = out.getvalue().split("\n")[:-1]
    print(f"{status} {len(lines)}", *lines, sep="\n", flush=True)
