"""Judges what programs left behind that were stopped, from outside of them.

usage: judge_stops.py < CASES
Each line of input is a case in JSON: "id" (the same for the same state of a folder), "folder" (where
that state stands now, or absent where the id came before), "side" (archive or copy), "said" (all that
the stopped programs had printed, in order), "asked" (documents that somebody asked to destroy) and
"harmed" (documents that the test itself took away before the program began). Each line of output is
empty, or says what is wrong. What had been acknowledged is read from what was printed, and nothing
else; the bytes are hashed here.
"""
import contextlib, hashlib, io, json, os, re, sys

from remembering import verify

ARRIVAL = "disclosures/arriving"
COPIED = re.compile(r"Brought the copy from [0-9]+ to ([0-9]+) events|Mended the copy of ([0-9]+)"
                    r"|The copy has all ([0-9]+) events")


def look(folder):
    """All that matters of a folder: what verify.py finds, true digests, what events say, size, signers."""
    out, talk = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(talk):
        status = verify.main([folder, "--json"])
    lines = [json.loads(line) for line in out.getvalue().splitlines()]
    held, events, signers = set(), {}, ""
    for at, _, names in os.walk(os.path.join(folder, "vault")):
        for name in names:
            with open(os.path.join(at, name), "rb") as file:
                digest = hashlib.sha256(file.read()).hexdigest()
            if os.path.basename(at) + name == digest:
                held.add(digest)
    for at, _, names in os.walk(os.path.join(folder, "disclosures")):
        for name in names:
            if name.endswith(".jsonl") and name != "pending.jsonl":
                with open(os.path.join(at, name), "rb") as file:
                    for line in file.read().splitlines():
                        index = re.search(rb'"index":([0-9]+)\}$', line)
                        if index:
                            events[int(index[1])] = line.decode()
    if os.path.exists(os.path.join(folder, "log/checkpoint")):
        with open(os.path.join(folder, "log/checkpoint"), encoding="utf-8") as file:
            signers = file.read()
    return status, lines, held, events, signers, os.path.exists(os.path.join(folder, ARRIVAL))


seen = {}


def judge(case):
    if "folder" in case:
        seen[case["id"]] = look(case["folder"])
    status, lines, held, events, signers, arrives = seen[case["id"]]
    said, harmed = case["said"].splitlines(), set(case["harmed"])
    if case["side"] == "copy":  # it owes what it was said to hold
        copied = [at for at, line in enumerate(said) if COPIED.match(line)]
        said = said[:copied[-1] + 1] if copied else []
    elif any(line.startswith("Repaired ") for line in said):
        harmed = set()
    known = {line["code"] for line in lines if "finding" in line}
    size = int(signers.split("\n")[1]) if signers else 0
    if not said and (status == 2 or known == {"ARCHIVE_MISSING"}):
        return  # not an archive yet, and nobody was told that it is one
    arriving = case["side"] == "copy" and arrives
    knows_arrivals = any(line.get("code") in ("UNFINISHED", "ARRIVAL_MALFORMED")
                         and line["file"] == ARRIVAL for line in lines)
    if arriving and not knows_arrivals:
        pass  # What may be missing or too much then is judged by our own checker alone.
    elif status != 0 and not (status == 1 and harmed):
        yield f"verify.py says {status}: {known}"
    gone, acknowledged = set(case["asked"]), {}
    for line in said:
        if line.startswith("{") and '"document"' in line:
            told = json.loads(line)
            if told["status"] in ("sealed", "alreadySealed"):
                acknowledged[told["index"]] = told["document"][len("sha256:"):]
        elif line.startswith("Destroyed sha256:"):
            digest = line[len("Destroyed sha256:"):][:64]
            if digest in held: yield f"said to be destroyed, but there: {digest}"
            if any(digest in told for told in events.values()): yield f"an event still names {digest}"
        elif line.startswith("Withheld ") and not any(each.get("code") == "WITHHELD" for each in lines):
            yield "said to be withheld, but is not"
        elif line.startswith("cosigned   ") and case["side"] == "archive":
            if f"/{line.split()[1]} " not in signers: yield f"a cosignature is lost: {line}"
        elif COPIED.match(line) and case["side"] == "copy":
            if size < int(next(filter(None, COPIED.match(line).groups()))): yield f"not as long: {line}"
    for index, digest in acknowledged.items():
        if digest in gone | harmed: continue
        if digest not in held: yield f"LOST {digest}"
        if digest not in events.get(index, "") and not harmed: yield f"LOST event {index}"
        if index >= size and not harmed: yield f"the log ends before event {index}"


for line in sys.stdin:
    print("; ".join(judge(json.loads(line))), flush=True)
