"""The files of a log, alone or within an archive, and what was found in them. Used by verify.py.

RFC 6962, C2SP tlog-tiles and RFC 8785; docs/spec/log.md and events.md say how Tamga uses them.
"""
import collections, hashlib, json, os
from signatures import Malformed, Unable, has_signed, must, read_checkpoint

EVIDENCE = {"archive", "vault", "log", "disclosures", "keys", "tile", "checkpoint"}
RESULTS = {
    "sound": "sound",
    "consistent": "consistent with the keys in this folder; nobody outside vouches for them; "
                  "later events may have been cut off"}


class Report:
    """Findings, and notes that are no findings."""

    def __init__(self):
        self.lines = []

    def find(self, code, file, words, index=None, object=None, mark="finding"):
        line = {mark: 0, "code": code, "file": file, "object": object, "index": index,
                "words": words}
        self.lines.append({name: value for name, value in line.items() if value is not None})

    def note(self, code, file, words, index=None):
        self.find(code, file, words, index, mark="note")

    def finish(self, as_json, trusted, **counts):
        """Prints everything in a stable order, then the result; gives the exit status."""
        self.lines.sort(key=lambda x: ("note" in x, x["file"], x.get("index", -1), x["code"]))
        count = collections.Counter()
        for line in self.lines:
            mark = next(iter(line))
            count[mark] = line[mark] = count[mark] + 1
            at = f", event {line['index']}" if "index" in line else ""
            plain = ascii(f"{line['file']}{at}: {line['words']}")[1:-1]  # nothing acts on a terminal
            print(json.dumps(line) if as_json else f"{mark}: {line['code']} {plain}")
        found = count["finding"]
        result = "damaged" if found else "sound" if trusted else "consistent"
        words = RESULTS.get(result, f"not sound: {found} finding" + "s" * (found > 1))
        summary = {"result": result, "findings": found, "notes": count["note"], **counts}
        print(json.dumps({**summary, "words": words}) if as_json else words)
        return 1 if found else 0


# ---- canonical JSON (events.md)

def canonical(value, depth=1):
    """The one spelling of a value; Malformed where it has none."""
    if type(value) is str:
        return json.encoder.encode_basestring(value)
    if type(value) is int and 0 <= value < 2**53:
        return str(value)
    must(type(value) in (list, dict) and depth <= 32, "a value that canonical JSON has not")
    if type(value) is list:
        return "[" + ",".join([canonical(each, depth + 1) for each in value]) + "]"
    keys = sorted(value, key=lambda key: key.encode("utf-16-be", "surrogatepass"))
    pairs = [canonical(key) + ":" + canonical(value[key], depth + 1) for key in keys]
    return "{" + ",".join(pairs) + "}"


def read_json(data):
    try:
        value = json.loads(data.decode())
        if type(value) is dict and canonical(value).encode() == data:
            return value
    except (ValueError, RecursionError):
        pass
    raise Malformed("not an object in canonical JSON")


# ---- the tree of RFC 6962 in the files of C2SP tlog-tiles (log.md)

def leaf_hash(entry):
    return hashlib.sha256(b"\0" + entry).digest()


def tree_root(nodes):
    """The root over leaf hashes, or over the hashes of one tile."""
    while len(nodes) > 1:
        pairs = [hashlib.sha256(b"\1" + nodes[i] + nodes[i + 1]).digest()
                 for i in range(0, len(nodes) - 1, 2)]
        nodes = pairs + nodes[len(pairs) * 2:]
    return nodes[0] if nodes else hashlib.sha256().digest()


def tile_number(number):
    groups = [f"{int(group):03}" for group in f"{number:,}".split(",")]
    return "".join(f"x{group}/" for group in groups[:-1]) + groups[-1]


def tile_name(level, number, width):
    return f"tile/{level}/{tile_number(number)}" + (f".p/{width}" if width < 256 else "")


def read_bundle(data):
    entries, at = [], 0
    while at < len(data):
        end = at + 2 + int.from_bytes(data[at:at + 2], "big")
        entries.append(data[at + 2:end])
        at = end
    must(at == len(data), "ends within an entry")
    return entries


class Folder:
    """A log in a folder, alone or as part of an archive; `log` stands before its files' names."""

    def __init__(self, root, log, report):
        self.root, self.log, self.find, self.note = root, log, report.find, report.note
        self.files = set(self.walk(""))

    def walk(self, folder):
        try:
            inside = list(os.scandir(os.path.join(self.root, folder)))
        except OSError as error:
            return self.find("FILE_UNREADABLE", folder.rstrip("/"), str(error))
        for each in inside:
            name = folder + each.name
            if not folder and each.name.partition(".")[0] not in EVIDENCE:
                continue  # README.txt, derived and the like
            if each.is_dir(follow_symlinks=False):
                yield from self.walk(name + "/")
            elif each.is_symlink() or not each.is_file():
                self.find("FILE_UNEXPECTED", name, "a link or a device, not a file")
            elif name.endswith(".new") or name.startswith("vault/incoming/"):
                self.note("LEFTOVER", name, "was still being written; no evidence")
            else:
                yield name

    def read(self, name):
        try:
            with open(os.path.join(self.root, name), "rb") as file:
                return file.read()
        except OSError as error:
            self.find("FILE_UNREADABLE", name, str(error))
            return b""

    def digest(self, name):
        """The SHA-256 and the size of a file of any size."""
        digest, size = hashlib.sha256(), 0
        try:
            with open(os.path.join(self.root, name), "rb") as file:
                while block := file.read(1 << 20):
                    digest.update(block)
                    size += len(block)
        except OSError as error:
            self.find("FILE_UNREADABLE", name, str(error))
        return "sha256:" + digest.hexdigest(), size

    def part(self, name, parse, code, required=True):
        """A file parsed; None, and a finding, where it is malformed or missing."""
        try:
            if name in self.files:
                return parse(self.read(name))
            if required:
                self.find(code + "_MISSING", name, "this file must be there")
        except Malformed as error:
            self.find(code + "_MALFORMED", name, str(error))

    def read_tile(self, level, number, width):
        names = [self.log + tile_name(level, number, each) for each in (width, 256)]
        name = next((each for each in names if each in self.files), None)
        return self.read(name) if name else b""

    def read_entries(self, size, root):
        """Entries (None if damaged) and leaf hashes; these from the tiles where they fit better."""
        entries, tiles = [], []
        for at in range(0, size, 256):
            width = min(256, size - at)
            try:
                bundle = read_bundle(self.read_tile("entries", at // 256, width))[:width]
            except Malformed:
                bundle = []
            entries += bundle + [None] * (width - len(bundle))
            hashes = self.read_tile(0, at // 256, width)
            tiles += [hashes[32 * i:32 * i + 32] for i in range(width)]
        leaves = [tile if entry is None else leaf_hash(entry)
                  for entry, tile in zip(entries, tiles)]
        if tree_root(leaves) != root and tree_root(tiles) == root:
            entries = [e if leaf == tile else None
                       for e, leaf, tile in zip(entries, leaves, tiles)]
            leaves = tiles
        elif tree_root(leaves) != root:
            self.find("CHECKPOINT_ROOT", self.log + "checkpoint",
                      "the entries do not give the root hash that was signed")
        return entries, leaves

    def check_tiles(self, leaves, size):
        """Each file of tiles holds what the leaves ask for; none is missing, none too many."""
        extra = {name for name in self.files if name.startswith(self.log or "tile/")}
        extra.discard("log/checkpoint")
        levels = [leaves]
        while len(levels[-1]) >= 256:
            levels.append([tree_root(levels[-1][at:at + 256])
                           for at in range(0, len(levels[-1]) - 255, 256)])
        for level in ["entries", *range(len(levels))]:
            height = 0 if level == "entries" else level
            for at in range(0, len(levels[height]), 256):
                hashes, asked = levels[height][at:at + 256], min(256, (size >> 8 * height) - at)
                names = {self.log + tile_name(level, at // 256, width): width
                         for width in range(1, len(hashes) + 1)}
                for name in extra.intersection(names):
                    self.check_tile(name, level, at, hashes[:names[name]])
                extra.difference_update(names)
                wanted = [self.log + tile_name(level, at // 256, each) for each in (asked, 256)]
                if asked > 0 and not self.files.intersection(wanted):
                    self.find("TILE_MISSING", wanted[0], "the size of the log asks for this file")
        for name in extra:
            self.find("TILE_UNEXPECTED", name, "no size of the log asks for this file")

    def check_tile(self, name, level, at, hashes):
        data = self.read(name)
        if level != "entries":
            if data != b"".join(hashes):
                self.find("TILE_ALTERED", name, "its hashes are not those of the entries")
            return
        try:
            entries = read_bundle(data)
            must(len(entries) == len(hashes), f"does not hold {len(hashes)} entries")
        except Malformed as error:
            return self.find("TILE_MALFORMED", name, str(error))
        for i, entry in enumerate(entries):
            if leaf_hash(entry) != hashes[i]:
                self.find("ENTRY_ALTERED", name, "not the entry that was sealed", at + i)


def check_log(root, key, report):
    """Any log in a folder: its tiles and all its checkpoints, and that this key signed them."""
    log = Folder(root, "", report)
    names = sorted(name for name in log.files if name.startswith("checkpoint"))
    read = {name: log.part(name, read_checkpoint, "CHECKPOINT") for name in names}
    good = {name: each for name, each in read.items() if each}
    if not names:
        raise Unable(2, "not a log: no checkpoint is there")
    last = max(good.values(), key=lambda each: each.size, default=None)
    if last and last.size > 256 * (len(log.files) + 1000):
        raise Unable(2, f"not a log: most files of {last.size} entries are not there")
    leaves = log.read_entries(last.size, last.root)[1] if last else []
    log.check_tiles(leaves, len(leaves))
    for name, each in good.items():
        if tree_root(leaves[:each.size]) != each.root or each.origin != last.origin:
            log.find("CHECKPOINT_ROOT", name, "not a state of the log of these entries")
        if key and not any((key.name, key.id) == (by, id) and has_signed(key, each, signature)
                           for by, id, signature in each.signatures):
            log.find("SIGNATURE_MISSING", name, f"no valid signature by {key.name} {key.id}")
    return key, {"events": len(leaves), "checkpoints": len(good)}
