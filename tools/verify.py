#!/usr/bin/env python3
"""Checks a Tamga archive, or a proof to hand over, without Tamga: reads all of it and computes it again.

usage: verify.py ARCHIVE|BUNDLE [--policy FILE] [--checkpoint FILE] [--json]
       verify.py --log FOLDER [--key VKEY] [--json]    any log laid out as C2SP tlog-tiles says

Needs Python 3.9, and openssl 3.0 for Ed25519. Written from docs/spec alone; the codes are in verify.md there.
Exit status: 0 nothing found, 1 findings, 2 not an archive, 64 wrong usage, 70 cannot check."""
import argparse, base64, collections, contextlib, hashlib, json, os, re, subprocess, sys, tempfile
# ---- Forms: events.md, archive.md, log.md, bundle.md; C2SP signed-note, tlog-checkpoint, tlog-policy
KINDS = {  # of events: the fields that they have, and those that they may have?
    "created": "archive time program", "key-added": "key role time", "linked": "digest relation other time",
    "acquired": "digest size name path received program run collector? machine? reason? source? publisher? "
                "published? captured? author? language? url? handling? container? member?",
    **dict.fromkeys(("withheld", "released", "destroyed"), "time reason signature"),
    "decided": "digest annotation decision time signature reason? correction?",
    "repaired": "count events files time program",
    "key-closed": "key time reason signature successor? checkpoint?",
    "key-revoked": "key from time reason signature successor? checkpoint?"}
TYPES = {**dict.fromkeys(("size", "from", "count"), [int]), **dict.fromkeys(("name", "path"), [str, dict]),
         **dict.fromkeys(("events", "files"), [list]), **dict.fromkeys(("handling", "signature"), [dict])}
FORMS = {**dict.fromkeys(("digest", "other", "archive"), "sha256:[0-9a-f]{64}"),
         "role": "log|person|witness", "relation": "versionOf|translationOf"}
KEY_TYPES = {"log": [1, 6], "person": [1], "witness": [4, 6]}
NAME, LINE = "[^\\s+\0-\x1f]+", "[^\0-\x1f]+"
is_32_bytes = re.compile("[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]").fullmatch  # in Base64url
SIGNATURE = f"\u2014 ({NAME}) ([^ \0-\x1f]+)\n"
NOTE = f"(({LINE})\n(0|[1-9][0-9]{{0,17}})\n({LINE})\n(?:{LINE}\n)*)\n((?:{SIGNATURE})+)"
EVIDENCE = "archive.json(.new)?|vault|log|disclosures|keys|timestamps"  # elsewhere: README.txt, derived and the like
LEFTOVER = "[.]new\\Z|^vault/incoming/"
STAMP = "^timestamps/(0|[1-9][0-9]{0,17})-([0-9a-f]{16})-[1-9][0-9]*[.]tsr\\Z"
NOTES = {"WITHHELD", "DESTROYED", "UNFINISHED", "LEFTOVER", "TIMESTAMP_NOT_CHECKED", "KEY_CLOSED", "KEY_RECOVERED",
         "KEY_REVOKED", "REVOKED_ORDER"}
CHECKPOINT, JOURNAL, NEVER = "log/checkpoint", "disclosures/pending.jsonl", 2**63
Key = collections.namedtuple("Key", "name type material id")
Checkpoint = collections.namedtuple("Checkpoint", "text origin size root signatures")
class Standing:
    """A key that the log names, and what became of it; all numbers are indexes of events."""
    def __init__(self, role, key, added, line):
        self.role, self.key, self.added, self.line, self.successor, self.handed_over = role, key, added, line, None, False
        self.closed = self.revoked = self.revoked_from = NEVER
class Malformed(ValueError): """Not in its one form; says a finding's code where that is not the usual one."""
class Unable(Exception): """Nothing can be checked: exit status and reason."""
def must(holds, code=""):
    if not holds: raise Malformed(code)

def canonical(value, depth=1):
    """The one spelling of a value in JSON."""
    if type(value) is str: return json.encoder.encode_basestring(value)
    if type(value) is int and 0 <= value < 2**53: return str(value)
    must(type(value) in (list, dict) and depth <= 32)
    if type(value) is list: return "[" + ",".join([canonical(each, depth + 1) for each in value]) + "]"
    names = sorted(value, key=lambda name: name.encode("utf-16-be"))
    return "{" + ",".join([f"{canonical(name)}:{canonical(value[name], depth + 1)}" for name in names]) + "}"
def read_json(data, *names):
    value = json.loads(data.decode())
    must(type(value) is dict and canonical(value).encode() == data and set(value) == set(names))
    return value
def strict_base64(text):
    data = base64.b64decode(text, validate=True)
    must(base64.b64encode(data).decode() == text)
    return data
def read_key(text):
    name, id, data = text.split("+", 2)
    data = strict_base64(data)
    must((len(data), data[:1]) in ((33, b"\1"), (33, b"\4"), (1313, b"\6")) and re.fullmatch(NAME, name)
         and id == sha256(name.encode(), b"\n", data).hex()[:8])
    return Key(name, data[0], data[1:], id)
def read_checkpoint(data):
    note = re.fullmatch(NOTE, data.decode())
    must(note and len(data) <= 1 << 20 and len(strict_base64(note[4])) == 32)
    signed = [(name, strict_base64(text)) for name, text in re.findall(SIGNATURE, note[5])]
    must(all(len(raw) > 4 for _, raw in signed))
    signatures = [(name, raw[:4].hex(), raw[4:]) for name, raw in signed]
    return Checkpoint(note[1], note[2], int(note[3]), strict_base64(note[4]), signatures)
def read_kept(data):
    """A checkpoint that somebody kept, with its signatures or without."""
    return read_checkpoint(data if b"\n\n" in data else data + "\n\u2014 nobody AAAAAAA=\n".encode())
def read_policy(data):
    """Keys of logs; keys of witnesses by name; the quorum: a witness's name, or least number and members."""
    logs, witnesses, quorum, names, used = [], {}, [], {"none": (0, [])}, {"none"}
    must(not re.search(rb"[\0-\x08\x0b-\x1f\x7f]", data))
    for line in re.findall("^[ \t]*([^ \t\n#].*)", data.decode(), re.M):
        kind, name, *rest = re.findall("[^ \t]+", line)
        must(kind in ("log", "quorum") or name not in names)
        if kind == "log" and len(rest) < 2: logs.append(read_key(name))
        elif kind == "witness" and len(rest) in (1, 2): names[name], witnesses[name] = name, read_key(rest[0])
        elif kind == "group" and len(rest) > 1:
            least, members = {"all": str(len(rest) - 1), "any": "1"}.get(rest[0], rest[0]), set(rest[1:])
            must(re.fullmatch("[1-9][0-9]{0,3}", least) and int(least) <= len(members) == len(rest) - 1
                 and members <= names.keys() - used)
            names[name], used = (int(least), [names[each] for each in members]), used | members
        else:
            must(kind == "quorum" and not rest and not quorum and name in names)
            quorum = [names[name]]
    must(quorum and all(key.type != 4 for key in logs) and all(key.type != 1 for key in witnesses.values())
         and all(len(keys) == len({key.material for key in keys}) for keys in (logs, witnesses.values())))
    return logs, witnesses, quorum[0]
def read_entry(data, index):
    kind = (re.search(rb'"kind":"([a-z-]+)","tamga":1}$', data) or [b"", b""])[1].decode()
    is_about = kind in ("withheld", "released", "destroyed")
    entry = read_json(data, "digests", "kind", "tamga", *["index"][:is_about])
    digests, about = entry["digests"], entry.get("index", -1)
    must(kind in KINDS and type(about) is int and about < index and type(digests) is list and digests
         and all(type(each) is str and is_32_bytes(each) for each in digests)
         and digests == sorted(set(digests)) and len(digests) % 16 == 0)
    return entry
def read_fields(salted, entry, whole=True):
    """What an event says, by the names of its fields; of a bundle's event, what is shown of that."""
    must(type(salted) is list and all(type(each) is list and len(each) == 3 for each in salted))
    must(all(type(salt) is type(name) is str and is_32_bytes(salt) for salt, name, _ in salted))
    digests = [base64.urlsafe_b64encode(sha256(canonical(each).encode())).decode()[:43] for each in salted]
    must(digests == [each for each in entry["digests"] if whole or each in digests], "DISCLOSURE_ALTERED")
    pairs = [each[1:] for each in salted if each[1:] != ["_", ""]]
    fields, names = dict(pairs), KINDS[entry["kind"]].split()
    needed = {name for name in names if name[-1] != "?"} if whole else set()
    must(needed <= fields.keys() <= {name.strip("?") for name in names} and len(fields) == len(pairs)
         and all(type(fields[name]) in TYPES.get(name, [str]) for name in fields)
         and all(re.fullmatch(FORMS[it], fields[it]) for it in FORMS.keys() & fields), "EVENT_MALFORMED")
    if whole and entry["kind"] == "repaired":
        events, files = fields["events"], fields["files"]
        must({int} >= {*map(type, events)} and {str} >= {*map(type, files)} and events == sorted(set(events))
             and files == sorted(set(files), key=lambda name: name.encode("utf-16-be"))
             and 0 < fields["count"] == len(events + files) <= 10000, "EVENT_MALFORMED")
    return fields
def read_event(line, whole=True):
    """A line of a journal, or a bundle's event: index, entry, the line less that, both of them understood."""
    event = read_json(line, "entry", "fields", "index")
    index, data = event["index"], str(event.pop("entry")).encode()
    must(type(index) is int)
    entry = read_entry(data, index)
    return index, data, canonical(event).encode(), entry, read_fields(event["fields"], entry, whole)
def read_description(data):
    """The name of an archive's log."""
    value = read_json(data[:-1], *json.loads(data))
    version, origin = value.get("format"), value.get("origin")
    if type(version) is int and version > 1: raise Unable(2, f"an archive of format {version}: not known yet")
    must(value == {"format": 1, "origin": str(origin), "vault": "folder"} and data[-1:] == b"\n")
    return origin
def read_journal(data):
    """Size of the log before a batch; its events; files that it may bring."""
    head, *lines, end = data.split(b"\n")
    head, events = read_json(head, "base", "objects"), [read_event(line) for line in lines]
    must(not end and type(head["base"]) is int
         and [each[0] for each in events] == list(range(head["base"], head["base"] + len(events)))
         and re.fullmatch(r'(\["[0-9a-f]{64}","[^"]*"\],?)*', canonical(head["objects"])[1:-1]))
    keys = {key_path(fields["role"], read_key(fields["key"])) for *_, fields in events if "role" in fields}
    return head["base"], events, keys | {bytes_path("vault", digest) for digest, _ in head["objects"]}
def bytes_path(folder, digest): return f"{folder}/{digest[-64:-62]}/{digest[-62:]}"
def key_path(role, key): return f"keys/{role}-{key.id}.vkey"
def disclosures_path(index): return f"disclosures/{tile_number(index // 256)}.jsonl"

# ---- The tree of RFC 6962 in the files of C2SP tlog-tiles: log.md
def sha256(*parts): return hashlib.sha256(b"".join(parts)).digest()
def tree_root(nodes):
    """The root over leaf hashes, or over the hashes of one tile; an odd one out moves up as it is."""
    while len(nodes) > 1:
        pairs = [sha256(b"\1", nodes[i], nodes[i + 1]) for i in range(0, len(nodes) - 1, 2)]
        nodes = pairs + nodes[len(pairs) * 2:]
    return nodes[0] if nodes else sha256()
def proved_root(leaf, index, size, proof):
    """The root that an inclusion proof leads to; its last hash is the half of the tree without the leaf."""
    must(bool(proof) == (size > 1) and index < size)
    if size == 1: return leaf
    half = 1 << (size - 1).bit_length() - 1
    if index < half: return sha256(b"\1", proved_root(leaf, index, half, proof[:-1]), proof[-1])
    return sha256(b"\1", proof[-1], proved_root(leaf, index - half, size - half, proof[:-1]))
def tile_number(number):
    *groups, last = [f"{int(group):03}" for group in f"{number:,}".split(",")]
    return "".join(f"x{group}/" for group in groups) + last
def tile_name(level, number, width):
    return f"tile/{level}/{tile_number(number)}" + (f".p/{width}" if width < 256 else "")
def read_bundle(data):
    """The entries in a file of entries; none where it ends within one."""
    entries, at = [], 0
    while at < len(data):
        entries.append(data[at + 2:at + 2 + int.from_bytes(data[at:at + 2], "big")])
        at += 2 + int.from_bytes(data[at:at + 2], "big")
    return entries if at == len(data) else []

# ---- Signatures: C2SP tlog-cosignature; Ed25519 by RFC 8032; ML-DSA-44 by FIPS 204. Nothing here is secret.
def has_signed(key, checkpoint, signature):
    time, signed = signature[:8], signature[8:]
    if key.type == 1: return ed25519_holds(key, checkpoint.text, signature)
    if key.type == 4:
        message = f"cosignature/v1\ntime {int.from_bytes(time, 'big')}\n{checkpoint.text}"
        return time < b"\x80" and ed25519_holds(key, message, signed)
    name, origin = key.name.encode()[:255], checkpoint.origin.encode()[:255]
    name, origin = bytes([len(name)]) + name, bytes([len(origin)]) + origin
    state = bytes(8) + checkpoint.size.to_bytes(8, "big") + checkpoint.root
    return time < b"\x80" and ml_dsa_44_holds(key, b"subtree/v1\n\0" + name + time + origin + state, signed)
def ed25519_holds(key, message, signature):
    command = "openssl pkeyutl -verify -rawin -pubin -keyform DER -inkey key -in message -sigfile signature"
    der = bytes.fromhex("302a300506032b6570032100") + key.material
    with tempfile.TemporaryDirectory() as folder:
        for name, data in ("key", der), ("message", message.encode()), ("signature", signature):
            with open(os.path.join(folder, name), "wb") as file: file.write(data)
        try: run = subprocess.run(command.split(), cwd=folder, capture_output=True)
        except OSError as error: raise Unable(70, f"openssl is needed: {error}")
    if len(signature) == 64 and not run.stdout.startswith(b"Signature Verif"):  # …ied or …ication Failure
        raise Unable(70, f"openssl cannot verify Ed25519, 3.0 or later can: {run.stderr!r}")
    return run.returncode == 0

Q = 8380417  # the numbers behind # are those of the algorithms in FIPS 204
ZETA, ODD = [pow(1753, i, Q) for i in range(512)], [2 * int(f"{i:08b}"[::-1], 2) + 1 for i in range(256)]
def ntt(f):  # 41, straight from its definition in section 2.5: a polynomial's values at 256 powers of zeta
    return [sum(f[j] * ZETA[odd * j % 512] for j in range(256)) % Q for odd in ODD]
def inverse_ntt(f):  # 42; 8347681 is 1/256
    return [sum(f[i] * ZETA[-ODD[i] * j % 512] for i in range(256)) * 8347681 % Q for j in range(256)]
def unpack(data, width, count=256):
    number = int.from_bytes(data, "little")
    return [number >> width * i & (1 << width) - 1 for i in range(count)]
def uniform(seed):  # 30; 400 tries are enough: one in a thousand fails
    tries = [each & 0x7FFFFF for each in unpack(hashlib.shake_128(seed).digest(1200), 24, 400)]
    return [each for each in tries if each < Q][:256]
def challenge(seed):  # 29; 500 bytes are enough: 39 of them are used, one in six is passed over
    c, stream = [0] * 256, hashlib.shake_256(seed).digest(508)
    signs, stream = int.from_bytes(stream[:8], "little"), iter(stream[8:])
    for i in range(217, 256):
        j = next(each for each in stream if each <= i)
        c[i], c[j] = c[j], 1 - 2 * (signs >> i - 217 & 1)
    return c
def hints(data):  # 21; the places of the ones in each row, or None unless in the one allowed form
    ends = [0, *data[80:]]
    rows = [list(data[start:end]) for start, end in zip(ends, ends[1:])]
    return rows if (ends == sorted(ends) and ends[-1] <= 80 and not any(data[ends[-1]:80])
                    and all(row == sorted(set(row)) for row in rows)) else None
def high_bits(hint, r):  # 40, with 36, whose case of Q - 1 makes no difference here
    high, low = divmod(r + 95231, 190464)
    return (high + (hint and (1 if low > 95231 else -1))) % 44
def ml_dsa_44_holds(key, message, signature):  # 3 and 8, with an empty context
    public, seed, w = key.material, signature[:32], b""
    z = [[2**17 - each for each in unpack(signature[at:at + 576], 18)] for at in range(32, 2336, 576)]
    h = hints(signature[2336:]) if len(signature) == 2420 else None
    if h is None or any(abs(each) >= 2**17 - 78 for row in z for each in row): return False
    c, z = ntt(challenge(seed)), [ntt(row) for row in z]
    for i in range(4):
        t = ntt([each << 13 for each in unpack(public[32 + 320 * i:352 + 320 * i], 10)])
        a = [uniform(public[:32] + bytes([j, i])) for j in range(4)]
        row = inverse_ntt([sum(a[j][n] * z[j][n] for j in range(4)) - c[n] * t[n] for n in range(256)])
        w += sum(high_bits(n in h[i], row[n]) << 6 * n for n in range(256)).to_bytes(192, "little")
    digest = hashlib.shake_256(hashlib.shake_256(public).digest(64) + b"\0\0" + message).digest(64)
    return hashlib.shake_256(digest + w).digest(32) == seed

# ---- Checks: what lies in a folder, what was found there, who signed
class Folder:
    def __init__(self, root, areas, prefix=""):
        self.root, self.prefix, self.lines = root, prefix, []  # the prefix stands before a log's own names
        self.files = set(self.walk("", areas))
    def find(self, code, file, index=-1, object="", words=""):
        self.lines.append((code in NOTES, file, index, code, object, words or code.lower().replace("_", " ")))
    @contextlib.contextmanager
    def found(self, code, file, index=-1, object=""):
        """Makes a finding of what goes wrong within."""
        try: yield
        except OSError as error: self.find("FILE_UNREADABLE", file, words=str(error))
        except (ValueError, RecursionError) as error:
            self.find(type(error) is Malformed and str(error) or code, file, index, object)
    def walk(self, folder, areas):
        with self.found("", folder[:-1]):
            for each in os.scandir(os.path.join(self.root, folder)):
                name = folder + each.name
                if not (folder or re.fullmatch(areas, name)): continue
                if each.is_dir(follow_symlinks=False): yield from self.walk(name + "/", areas)
                elif not each.is_file(follow_symlinks=False): self.find("FILE_UNEXPECTED", name)
                elif self.prefix and re.search(LEFTOVER, name): self.find("LEFTOVER", name)
                else: yield name
    def within(self, folder): return {name for name in self.files if name.startswith(folder + "/")}
    def blocks(self, name):
        with open(os.path.join(self.root, name), "rb") as file:
            while block := file.read(1 << 20): yield block
    def read(self, name):
        with self.found("", name):
            if name in self.files: return b"".join(self.blocks(name))
        return b""
    def digest(self, name):
        digest, size = hashlib.sha256(), 0
        for block in self.blocks(name):
            digest.update(block)
            size += len(block)
        return digest.hexdigest(), size
    def part(self, name, parse, code):
        with self.found(code + "_MALFORMED", name):
            must(name in self.files, code + "_MISSING")
            return parse(self.read(name))
    def check_signatures(self, file, checkpoint, own, policy, closed=None):
        """By the log's keys in use and witnesses (role, key), and by a policy; closed: the keys that may not
        sign, each with its finding, or None where it is no matter who else has signed."""
        logs, witnesses, quorum = policy or ([], {}, (0, []))
        keys, good, closed, strict = [key for _, key in own], [], closed or {}, closed is not None
        for *who, signature in checkpoint.signatures:
            known = [*keys, *closed, *logs, *witnesses.values()]
            key = next((key for key in known if [key.name, key.id] == who), None)
            holds = key and key not in good and has_signed(key, checkpoint, signature)
            if holds and key not in closed: good.append(key)
            elif key or strict:
                code = closed[key] if holds else "REPEATED" if key in good else "INVALID" if key else "UNKNOWN"
                self.find("SIGNATURE_" + code, file, words="by " + " ".join(who))
        for key in [key for role, key in own if role == "log"] or [Key("no key in use", 0, b"", "")]:
            if (key.name, key.id) not in [each[:2] for each in checkpoint.signatures]:
                self.find("SIGNATURE_MISSING", file, words=f"by {key.name} {key.id}")
        missing = sorted(name for name, key in witnesses.items() if key not in good)
        holds = quorum_holds(quorum, missing)
        way = max((self.way(key, good) for key in logs if key.name == checkpoint.origin), default=0)
        if policy and way < (1 if holds and not quorum_holds(quorum, witnesses) else 2):
            self.find("POLICY_RECOVERY" if way else "POLICY_LOG_KEY", file)
        if not holds: self.find("POLICY_QUORUM", file, words="these have not signed: " + ", ".join(missing))
    def way(self, key, good): return 2 if key in good else 0
    def note_stamp(self, name, text):
        digest = sha256(text.encode()).hex()
        self.find("TIMESTAMP_NOT_CHECKED", name,
                  words=f"not checked here: openssl ts -verify -digest {digest} -in {name} -CAfile CERTIFICATES")
def quorum_holds(quorum, missing):
    if type(quorum) is str: return quorum not in missing
    return sum(quorum_holds(each, missing) for each in quorum[1]) >= quorum[0]

class Log(Folder):
    def tile(self, level, number, size):
        """The file of a tile where its level has this size; the full tile may stand in its place."""
        widths = min(256, size - 256 * number), 256
        names = [self.prefix + tile_name(level, number, width) for width in widths]
        return names[names[0] not in self.files and names[1] in self.files]
    def read_entries(self, size, root):
        """Entries (None if damaged) and leaf hashes; these from the tiles where they fit the root better."""
        entries, tiles = [], []
        for number in range((size + 255) // 256):
            width = min(256, size - 256 * number)
            bundle = read_bundle(self.read(self.tile("entries", number, size)))[:width]
            entries += bundle + [None] * (width - len(bundle))
            hashes = self.read(self.tile(0, number, size))
            tiles += [hashes[at:at + 32] for at in range(0, 32 * width, 32)]
        leaves = [tile if entry is None else sha256(b"\0", entry) for entry, tile in zip(entries, tiles)]
        roots = tree_root(leaves), tree_root(tiles)
        if root not in roots: self.find("CHECKPOINT_ROOT", self.prefix + "checkpoint")
        if root != roots[1] or root == roots[0]: return entries, leaves
        return [entry if leaf == tile else None for entry, leaf, tile in zip(entries, leaves, tiles)], tiles
    def check_tiles(self, leaves, size):
        """Each file of tiles holds what these leaves ask for; none is missing that the size asks for."""
        levels, expected = [leaves], {}
        while len(levels[-1]) >= 256:
            levels.append([tree_root(levels[-1][at:at + 256]) for at in range(0, len(levels[-1]) - 255, 256)])
        for level, hashes in ("entries", leaves), *enumerate(levels):
            count = size if level == "entries" else size >> 8 * level
            for at in range(0, len(hashes), 256):
                number, most = at // 256, min(256, len(hashes) - at)
                names = {self.prefix + tile_name(level, number, width): width for width in range(1, most + 1)}
                for name in self.files & names.keys(): expected[name] = level, at, hashes[at:at + names[name]]
                if at < count and self.tile(level, number, count) not in self.files:
                    self.find("TILE_MISSING", self.tile(level, number, count))
        for name in self.within(self.prefix + "tile") | self.within("log") - {CHECKPOINT}:
            if name in expected: self.check_tile(name, *expected[name])
            else: self.find("TILE_UNEXPECTED", name)
    def check_tile(self, name, level, at, hashes):
        data = self.read(name)
        found = [sha256(b"\0", entry) for entry in read_bundle(data)] if level == "entries" else [data]
        hashes = hashes if level == "entries" else [b"".join(hashes)]
        if len(found) != len(hashes): return self.find("TILE_MALFORMED", name)
        for i in [i for i in range(len(found)) if found[i] != hashes[i]]:
            self.find(*("ENTRY_ALTERED", name, at + i) if level == "entries" else ("TILE_ALTERED", name))
    def is_plausible(self, size): return size <= 256 * (len(self.files) + 1000)

def check_log(root, key):
    """Any log in a folder: its tiles and all its checkpoints, and that this key signed them."""
    log = Log(root, "tile|checkpoint.*")
    read = {name: log.part(name, read_checkpoint, "CHECKPOINT") for name in log.files - log.within("tile")}
    good = sorted((each.size, name) for name, each in read.items() if each)
    if not read or good and not log.is_plausible(good[-1][0]): raise Unable(2, "not a log: no files")
    if not good: return log, key, {"events": 0, "checkpoints": 0}
    last = read[good[-1][1]]
    _, leaves = log.read_entries(last.size, last.root)
    log.check_tiles(leaves, last.size)
    for size, name in good:
        each = read[name]
        if (each.root, each.origin) != (tree_root(leaves[:size]), last.origin):
            log.find("CHECKPOINT_ROOT", name)
        if key and not any((key.name, key.id) == (by, id) and has_signed(key, each, signature)
                           for by, id, signature in each.signatures): log.find("SIGNATURE_MISSING", name)
    return log, key, {"events": len(leaves), "checkpoints": len(good)}

class Archive(Log):
    """A log whose entries are events, what these say, and the bytes that they brought."""
    def check(self, policy, kept):
        self.origin = self.part("archive.json", read_description, "ARCHIVE")
        checkpoint = self.part(CHECKPOINT, read_checkpoint, "CHECKPOINT")
        journal = self.part(JOURNAL, read_journal, "JOURNAL") if JOURNAL in self.files else None
        base, batch, coming = journal or (0, [], set())
        if not checkpoint: return
        self.origin, size = self.origin or checkpoint.origin, checkpoint.size
        if (checkpoint.origin, checkpoint.text.count("\n")) != (self.origin, 3):
            self.find("CHECKPOINT_ORIGIN", CHECKPOINT)
        if not self.is_plausible(size): return self.find("TILE_MISSING", "log/tile")
        entries, self.leaves = self.read_entries(size, checkpoint.root)
        hashes, ahead = [sha256(b"\0", entry) for _, entry, *_ in batch], batch if base == size else []
        if journal: self.find("UNFINISHED", JOURNAL)
        if journal and base != size and self.leaves[base:] != hashes: self.find("JOURNAL_MALFORMED", JOURNAL)
        self.check_tiles(self.leaves + hashes[:len(ahead)], size)
        if len(set(self.leaves)) < size: self.find("ENTRY_REPEATED", CHECKPOINT)
        self.check_disclosures(entries, [line for _, _, line, *_ in ahead])
        going = {entry["index"] for *_, entry, _ in batch if entry["kind"] == "destroyed"}
        self.check_removals(going)
        self.check_keys(policy, kept)
        self.check_bytes(coming | {name for name, events in self.objects.items() if going & events.keys()})
        keys = [each for each in self.keys.values() if each.role != "person"]
        in_use = [(each.role, each.key) for each in keys if each.closed == NEVER]
        closed = {each.key: "CLOSED" if each.revoked == NEVER else "REVOKED" for each in keys if each.closed != NEVER}
        self.check_signatures(CHECKPOINT, checkpoint, in_use, policy, closed)
        self.check_stamps(checkpoint)
        if kept and (kept.origin, kept.root) != (self.origin, tree_root(self.leaves[:kept.size])):
            shorter = kept.origin == self.origin and kept.size > size
            self.find("CHECKPOINT_ROLLED_BACK" if shorter else "CHECKPOINT_FORKED", CHECKPOINT)
    def check_disclosures(self, entries, ahead):
        names = self.within("disclosures") - {JOURNAL}
        for at in range(0, len(entries) + len(ahead), 256):
            here, name = entries[at:at + 256], disclosures_path(at)
            *lines, rest = self.read(name).split(b"\n")
            names.discard(name)
            if rest: self.find("DISCLOSURE_MALFORMED", name)
            for i in [i for i in range(len(here)) if here[i] is not None]:
                self.check_event(at + i, here[i], name, lines[i] if i < len(lines) else None)
            for i in range(len(here), len(lines)):
                if i >= 256 or lines[i] not in ahead[at + i - len(entries):][:1]:
                    self.find("DISCLOSURE_UNEXPECTED", name, at + i)
        for name in names: self.find("DISCLOSURE_UNEXPECTED", name)
    def check_event(self, index, data, name, line):
        """One event: its entry, what it says, and what follows from that."""
        with self.found("ENTRY_MALFORMED", self.tile("entries", index // 256, len(self.leaves)), index):
            entry = read_entry(data, index)
            self.kinds[index], about = entry["kind"], entry.get("index")
            if about is not None:
                self.removals.append((entry["kind"], about))
                if self.kinds.get(about, "linked") not in ("acquired", "linked", "decided"):
                    self.find("EVENT_REFERENCE", name, index)
            with self.found("DISCLOSURE_MALFORMED", name, index):
                must(line is not None, "DISCLOSURE_MISSING")
                if line == b'{"erased":"destroyed","index":%d}' % index: return self.erased.add(index)
                said = read_json(line, "fields", "index")
                must(said["index"] == index)
                fields = read_fields(said["fields"], entry)
                with self.found("EVENT_MALFORMED", name, index):
                    self.take(index, entry, said["fields"], fields)
    def take(self, index, entry, salted, fields):
        keys = [read_key(fields[name]) for name in ("key", "successor") if name in fields]
        if "signature" in fields:
            rest = [digest for digest, field in zip(entry["digests"], salted) if field[1] != "signature"]
            signer = self.check_person(index, canonical({**entry, "digests": rest}), fields["signature"])
            if keys and signer.closed == NEVER: self.close(index, fields, keys, signer)
        if "archive" in fields and "archive.json" in self.files:
            if "sha256:" + sha256(self.read("archive.json")).hex() != fields["archive"]:
                self.find("ARCHIVE_ALTERED", "archive.json", index)
        if "received" in fields:
            self.objects.setdefault(bytes_path("vault", fields["digest"]), {})[index] = fields["size"]
        if "role" in fields:
            role, key, name = fields["role"], keys[0], key_path(fields["role"], keys[0])
            if name in self.keys: self.find("KEY_REFERENCE", disclosures_path(index), index)
            else: self.keys[name] = Standing(role, key, index, fields["key"].encode() + b"\n")
            must(key.type in KEY_TYPES[role] and (role != "log" or key.name == self.origin), "KEY_ROLE")
    def check_person(self, index, entry, signed):
        must(signed.keys() == {"key", "name", "signature"} and {*map(type, signed.values())} == {str})
        it = next((each for each in self.keys.values() if each.role == "person"
                   and (each.key.name, each.key.id) == (signed["name"], signed["key"])), None)
        must(it, "SIGNATURE_UNKNOWN")
        message = f"tamga event v1\n{self.origin}\n{entry}\n"
        must(ed25519_holds(it.key, message, strict_base64(signed["signature"])), "SIGNATURE_INVALID")
        self.acts.append((index, it))
        must(it.closed == NEVER or it.revoked != NEVER, "SIGNATURE_CLOSED")
        return it
    def close(self, index, fields, keys, signer):
        """A key is closed, or revoked from some event on; another may follow it."""
        found = [next((each for each in self.keys.values() if each.key == key), None) for key in keys]
        must(found[0], "KEY_REFERENCE")
        (it, *follower), is_log = found, found[0].role == "log"
        if it is signer and "from" not in fields: self.acts.pop()  # whoever has a key can end it
        next_one, since, revokes = follower[0] if follower else None, fields.get("from", NEVER), "from" in fields
        must(None not in found and it is not next_one and (next_one.role == it.role and next_one.closed == NEVER if next_one else
                                     not is_log or it.closed != NEVER)
             and (it is not signer and it.revoked == NEVER and since <= index if revokes else
                  it.closed == NEVER and (is_log or "checkpoint" not in fields)), "KEY_REFERENCE")
        if revokes: it.revoked, it.revoked_from = index, since
        it.closed, it.successor = min(it.closed, index), it.successor or next_one
        note = "REVOKED" if revokes else "RECOVERED" if is_log and "checkpoint" not in fields else "CLOSED"
        self.closings.append((index, it, note, fields.get("checkpoint")))
    def is_state(self, state):
        known = state.origin == self.origin and state.size <= len(self.leaves)
        return known and tree_root(self.leaves[:state.size]) == state.root
    def check_keys(self, policy, kept):
        """The states of the log that hand-overs hold, and what keys signed that are revoked."""
        vouched = {0} | ({kept.size} if kept and self.is_state(kept) else set())
        for index, it, note, text in self.closings:
            self.find("KEY_" + note, disclosures_path(index), index, words=f"{it.key.name} {it.key.id}")
            with self.found("KEY_HANDOVER", disclosures_path(index), index):
                if text is None: continue
                state = read_checkpoint(text.encode())
                def is_signed(key): return any((key.name, key.id) == (name, id) and has_signed(key, state, signature)
                                               for name, id, signature in state.signatures)
                must(state.size <= index and state.text.count("\n") == 3 and self.is_state(state))
                if note != "REVOKED":
                    must(it.successor.added < state.size and is_signed(it.key) and is_signed(it.successor.key))
                    it.handed_over = state.size <= it.revoked_from
                    self.acts.append((state.size - 1, it))
                if policy and any(is_signed(key) for key in policy[1].values()): vouched.add(state.size)
        for index, it in self.acts:
            if it.role == "person" and index >= it.revoked_from:
                self.find("SIGNATURE_REVOKED", disclosures_path(index), index)
        for it in self.keys.values():
            before = max(size for size in vouched if size <= it.revoked_from)
            early = [index for index, each in self.acts if each is it and before <= index < it.revoked_from]
            if it.revoked != NEVER and early:
                self.find("REVOKED_ORDER", disclosures_path(it.revoked), it.revoked)
    def way(self, key, good):
        """From a key that a policy trusts to one that signed: 2 by signatures alone, 1 by a person's word, or 0."""
        it, way = next((each for each in self.keys.values() if each.role == "log" and each.key == key), None), 2
        while it and it.key not in good: it, way = it.successor, way if it.handed_over else 1
        return 2 if key in good else way if it else 0
    def check_stamps(self, checkpoint):
        for name in self.within("timestamps"):
            size, root = (re.findall(STAMP, name) or [(2**60, "")])[0]
            state = tree_root(self.leaves[:int(size)])
            if int(size) <= len(self.leaves) and state.hex().startswith(root):
                self.note_stamp(name, f"{checkpoint.origin}\n{size}\n{base64.b64encode(state).decode()}\n")
            elif not (name.endswith(".pem") and name[:-4] + ".tsr" in self.files):
                self.find("TIMESTAMP_UNEXPECTED", name)
    def check_removals(self, going):
        """The beginning; and what was taken away had to be, and what had to be was, or is going now."""
        keys = [(each.role, each.key.type) for each in self.keys.values() if each.added < 4]
        kinds = [kind for at, kind in sorted(self.kinds.items()) if at < 4 or kind == "created"]
        if (kinds, keys) != (["created"] + ["key-added"] * 3, [("log", 1), ("log", 6), ("person", 1)]):
            self.find("EVENT_ORDER", CHECKPOINT)
        self.destroyed = {about for kind, about in self.removals if kind == "destroyed"}
        last = {about: kind for kind, about in self.removals if about not in self.destroyed}
        self.withheld = {about for about in last if last[about] == "withheld"}
        for code, indexes in (("WITHHELD", self.withheld), ("DESTROYED", self.destroyed),
                              ("DESTRUCTION_UNFINISHED", self.destroyed - self.erased - going),
                              ("DISCLOSURE_ERASED", self.erased - self.destroyed)):
            for index in indexes: self.find(code, disclosures_path(index), index)
    def check_bytes(self, coming):
        """Keys and documents; some may be coming or going, if a batch is unfinished."""
        for name in self.keys:
            if name not in self.files: self.find("KEY_MISSING", name)
            elif self.read(name) != self.keys[name].line: self.find("KEY_ALTERED", name)
        for name in self.within("keys") - self.keys.keys() - coming: self.find("KEY_UNEXPECTED", name)
        for name in self.within("vault") | self.objects.keys():
            events, digest = self.objects.get(name, {}), "sha256:" + name[6:8] + name[9:]
            kept = events.keys() - self.destroyed
            if name not in self.files:
                if kept - self.withheld: self.find("OBJECT_MISSING", name, min(kept - self.withheld), digest)
            elif not kept and name not in coming:
                if events: self.find("DESTRUCTION_UNFINISHED", name, -1, digest)
                else: self.find("OBJECT_UNEXPECTED", name)
            else:
                with self.found("OBJECT_ALTERED", name, -1, digest):
                    found, size = self.digest(name)
                    must("sha256:" + found == digest)
                    for index in kept:
                        if events[index] != size: self.find("OBJECT_SIZE", name, index, digest)

def check_archive(root, policy, kept):
    archive = Archive(root, EVIDENCE, "log/")
    archive.kinds, archive.keys, archive.objects = {}, {}, {}
    archive.erased, archive.removals, archive.acts, archive.closings = set(), [], [], []
    if "disclosures/arriving" in archive.files:
        raise Unable(2, "a copy that has not arrived completely: run tamga replicate to it again")
    if not archive.files & {"archive.json", CHECKPOINT}: raise Unable(2, "not an archive: no log/checkpoint")
    archive.check(policy, kept)
    return archive, policy, {"events": len(archive.kinds), "objects": len(archive.objects)}

class Bundle(Folder):
    """A proof to hand over: some events of a log, and the bytes that they brought."""
    def check(self, policy, kept):
        with self.found("BUNDLE_FILE", "SHA256SUMS"): self.check_sums()
        checkpoint = self.part("checkpoint", read_checkpoint, "CHECKPOINT")
        if not checkpoint: return
        keys = self.log_keys(checkpoint.origin)
        self.check_signatures("checkpoint", checkpoint, keys, policy)
        if kept and (kept.origin, kept.root) != (checkpoint.origin, checkpoint.root):
            if kept.origin != checkpoint.origin or kept.size == checkpoint.size:
                self.find("CHECKPOINT_FORKED", "checkpoint")
        events = {name for name in self.within("events") if name.endswith(".json")}
        for name in events:
            with self.found("BUNDLE_EVENT", name): self.check_event(name, checkpoint)
        if not self.events: self.find("BUNDLE_EVENT", "events")
        for name in self.within("events") - events - {proof_path(name) for name in events}:
            self.find("BUNDLE_EVENT", name)
        for name in self.within("objects") - self.objects: self.find("BUNDLE_OBJECT", name)
        for name in self.within("timestamps"):
            if re.fullmatch("timestamps/[1-9][0-9]*[.]tsr", name): self.note_stamp(name, checkpoint.text)
    def check_sums(self):
        *lines, end = self.read("SHA256SUMS").decode().split("\n")
        sums = {name: digest for digest, name in (line.split("  ", 1) for line in lines)}
        must(not end and list(sums) == sorted(sums) and len(sums) == len(lines) and "SHA256SUMS" not in sums)
        for name in (sums.keys() | self.files) - {"SHA256SUMS"}:
            with self.found("BUNDLE_FILE", name):
                must(name in sums and name in self.files and self.digest(name)[0] == sums[name])
    def log_keys(self, origin):
        """The keys, with their role, by which the log must have signed."""
        keys = []
        for name in self.within("keys"):
            with self.found("KEY_ALTERED", name):
                role, text = name[5:].split("-")[0], self.read(name).decode()
                key = read_key(text[:-1])
                must(role in KEY_TYPES and name == key_path(role, key) and text[-1:] == "\n")
                keys += [(role, key)] if role == "log" else []
                must(role != "log" or key.name == origin, "KEY_ROLE")
        return keys
    def check_event(self, name, checkpoint):
        data = self.read(name)
        index, entry, _, _, fields = read_event(data[:-1], whole=False)
        must(data[-1:] == b"\n" and name == f"events/{index}.json")
        self.events += 1
        path = bytes_path("objects", fields.get("digest", ""))
        if path in self.files:
            self.objects.add(path)
            digest, size = self.digest(path)
            if ("sha256:" + digest, size) != (fields["digest"], fields.get("size", size)):
                self.find("BUNDLE_OBJECT", path, index, fields["digest"])
        with self.found("BUNDLE_PROOF", proof_path(name), index):
            head, _, note = self.read(proof_path(name)).partition(b"\n\n")
            form, number, *proof = head.decode().split("\n")
            must((form, number) == ("c2sp.org/tlog-proof@v1", f"index {index}"))
            hashes = [strict_base64(each) for each in proof]
            must(note == self.read("checkpoint") and all(len(each) == 32 for each in hashes))
            must(proved_root(sha256(b"\0", entry), index, checkpoint.size, hashes) == checkpoint.root)
def proof_path(name): return name[:-len("json")] + "tlog-proof"
def check_bundle(root, policy, kept):
    bundle = Bundle(root, ".*")
    bundle.objects, bundle.events = set(), 0
    bundle.check(policy, kept)
    return bundle, policy, {"events": bundle.events, "objects": len(bundle.objects)}

# ---- The command
def report(folder, trusted, counts, as_json):
    """Prints all that was found in a stable order, then the result; gives the exit status."""
    count, printed = collections.Counter(), collections.Counter()
    for is_note, file, index, code, object, words in sorted(folder.lines):
        mark, at = "note" if is_note else "finding", f", event {index}" if index >= 0 else ""
        count[mark], printed[code] = count[mark] + 1, printed[code] + 1
        line = {mark: count[mark], "code": code, "file": file, "object": object, "index": index}
        line = {**{name: value for name, value in line.items() if value not in ("", -1)}, "words": words}
        plain = ascii(f"{file}{at}: {words}")[1:-1]  # nothing in it acts on a terminal
        if printed[code] <= 10000: print(json.dumps(line) if as_json else f"{mark}: {code} {plain}")
    found = count["finding"]
    result = "damaged" if found else "sound" if trusted else "consistent"
    words = {"damaged": f"not sound: {found} finding" + "s" * (found > 1), "sound": "sound",
             "consistent": "consistent with the keys in this folder; nobody outside vouches for them; "
                           "later events may have been cut off"}[result]
    print(json.dumps({"result": result, "findings": found, "notes": count["note"], **counts, "words": words})
          if as_json else words)
    return 1 if found else 0
def check(given):
    try:
        policy = given.policy and read_policy(open(given.policy, "rb").read())
        kept = given.checkpoint and read_kept(open(given.checkpoint, "rb").read())
        key = given.key and read_key(given.key)
    except (OSError, ValueError) as error: raise Unable(64, f"--policy, --checkpoint or --key: {error!r}")
    if given.log: return check_log(given.folder, key)
    sums, *archive = [os.path.lexists(os.path.join(given.folder, name))
                      for name in ("SHA256SUMS", "archive.json", CHECKPOINT)]
    return (check_bundle if sums and not any(archive) else check_archive)(given.folder, policy, kept)
def main(arguments):
    parser = argparse.ArgumentParser(usage=__doc__.split("usage: ")[1].split("\n\n")[0])
    parser.error = lambda words: parser.exit(64, f"error: {words}\n")
    for name in "folder", "--policy", "--checkpoint", "--key": parser.add_argument(name)
    for name in "--log", "--json": parser.add_argument(name, action="store_true")
    given = parser.parse_args(arguments)
    try: return report(*check(given), given.json)
    except Unable as error: status, words = error.args
    except Exception as error: status, words = 70, f"a fault of this program: {error!r}"
    print(f"error: {words}", file=sys.stderr)
    return status
if __name__ == "__main__": sys.exit(main(sys.argv[1:]))
