"""Runs tools/verify.py in one process over many damaged states of one archive.

usage: verify_damaged.py ARCHIVE < DAMAGES
Each line of input is: file, offset, number to XOR that byte with. Each line of output: the exit
status, then what was found as code|file|index, sorted, separated by tabs.
"""
import contextlib, io, json, os, sys

from remembering import verify

archive = sys.argv[1]


def flip(path, offset, xor):
    """Changes a byte in place: to write the whole file anew makes some file systems wait for the disk."""
    with open(path, "r+b", buffering=0) as file:
        file.seek(offset)
        byte = file.read(1)[0] ^ xor
        file.seek(offset)
        file.write(bytes([byte]))


for damage in sys.stdin:
    name, offset, xor = damage.rstrip("\n").split("\t")
    path = os.path.join(archive, name)
    flip(path, int(offset), int(xor))
    try:
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            status = verify.main([archive, "--json"])
    finally:
        flip(path, int(offset), int(xor))
    found = [json.loads(line) for line in out.getvalue().splitlines()]
    print(status, *sorted(f"{each['code']}|{each['file']}|{each.get('index', -1)}"
                          for each in found if "finding" in each), sep="\t")
