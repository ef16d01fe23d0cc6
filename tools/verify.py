#!/usr/bin/env python3
"""Checks a Tamga archive without Tamga: everything in it is read and computed again.

usage: verify.py ARCHIVE [--policy FILE] [--checkpoint FILE] [--json]
       verify.py --log FOLDER [--key VKEY] [--json]    any log laid out as C2SP tlog-tiles says

Needs tlog.py and signatures.py beside it, Python 3.9, and openssl 3.0 for Ed25519 signatures.
Written from docs/spec alone; verify.md there explains the codes of what is found.
Exit status: 0 nothing found, 1 findings, 2 not an archive, 64 wrong usage, 70 cannot check."""
import argparse, base64, collections, hashlib, os, re, sys
from signatures import (Malformed, Unable, check_kept, check_trust, ed25519_holds, must,
                        read_checkpoint, read_kept, read_key, read_policy, strict_base64)
from tlog import (Folder, Report, canonical, check_log, leaf_hash, read_json, tile_name,
                  tile_number, tree_root)

# What an event must say and may say, and in what form (events.md).
KINDS = {
    "created": ("archive time program", ""), "key-added": ("key role time", ""),
    "acquired": ("digest size name path received program run",
                 "collector machine reason source publisher published captured author language "
                 "url handling container member"),
    "linked": ("digest relation other time", ""), "withheld": ("time reason signature", ""),
    "released": ("time reason signature", ""), "destroyed": ("time reason signature", ""),
    "decided": ("digest annotation decision time signature", "reason correction")}
ABOUT_ANOTHER = {"withheld", "released", "destroyed"}
CAN_BE_TAKEN_AWAY = {"acquired", "linked", "decided"}
TYPES = {"size": (int,), "name": (str, dict), "path": (str, dict), "handling": (dict,),
         "signature": (dict,)}
FORMS = {**dict.fromkeys(("digest", "other", "archive"), "sha256:[0-9a-f]{64}"),
         "role": "log|person|witness", "relation": "versionOf|translationOf"}
KEY_TYPES = {"log": (1, 6), "person": (1,), "witness": (4, 6)}
BASE64URL_32 = re.compile("[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]")
CHECKPOINT, JOURNAL = "log/checkpoint", "disclosures/pending.jsonl"

def read_entry(data, index):
    entry = read_json(data)
    kind, digests, about = entry.get("kind"), entry.get("digests"), entry.get("index", -1)
    must(type(kind) is str and kind in KINDS and type(digests) is list and type(about) is int
         and set(entry) == {"tamga", "kind", "digests", *["index"][:kind in ABOUT_ANOTHER]}
         and entry["tamga"] == 1 and digests and len(digests) % 16 == 0 and about < index
         and all(type(each) is str and BASE64URL_32.fullmatch(each) for each in digests)
         and digests == sorted(set(digests)), "not one of the kinds of entry")
    return entry

def read_fields(value, entry):
    """What an event says, by the names of its fields; and the digest of the field `signature`."""
    must(type(value) is list, "no list of fields")
    fields, digests, signature, padding = {}, [], None, 0
    for field in value:
        must(type(field) is list and len(field) == 3 and type(field[0]) is type(field[1]) is str
             and BASE64URL_32.fullmatch(field[0]), "not a field: salt, name, value")
        digest = hashlib.sha256(canonical(field).encode()).digest()
        digests.append(base64.urlsafe_b64encode(digest).decode()[:43])
        signature = digests[-1] if field[1] == "signature" else signature
        padding += field[1:] == ["_", ""]
        fields.update([field[1:]])
    must(digests == entry["digests"], "not what was sealed", "DISCLOSURE_ALTERED")
    fields.pop("_", None)
    needed, allowed = (set(each.split()) for each in KINDS[entry["kind"]])
    must(needed <= set(fields) <= needed | allowed and len(value) == len(fields) + padding
         and all(type(fields[name]) in TYPES.get(name, (str,)) for name in fields)
         and all(re.fullmatch(FORMS[name], fields[name]) for name in FORMS if name in fields),
         "does not say what an event of its kind must say", "EVENT_MALFORMED")
    return fields, signature

def read_description(data):
    value = read_json(data[:-1])
    if type(value.get("format")) is int and value["format"] > 1:
        raise Unable(2, f"an archive of format {value['format']}: this program knows only 1")
    must(set(value) == {"format", "origin", "vault"} and value["vault"] == "folder"
         and value["format"] == 1 and type(value["origin"]) is str and data[-1:] == b"\n",
         "not the description of an archive")
    return value

def read_journal(data):
    """Size of the log before the batch; files it may bring; its events: entry, disclosures."""
    head, *lines = data.split(b"\n")
    head, events = read_json(head), []
    must(lines and lines.pop() == b"" and set(head) == {"base", "objects"}
         and type(head["base"]) is int and type(head["objects"]) is list
         and all(type(each) is list and len(each) == 2 and type(each[0]) is type(each[1]) is str
                 and re.fullmatch("[0-9a-f]{64}", each[0]) for each in head["objects"]),
         "not a journal")
    coming = {vault_path(each[0]) for each in head["objects"]}
    for index, line in enumerate(lines, head["base"]):
        event = read_json(line)
        must(set(event) == {"entry", "fields", "index"} and event["index"] == index
             and type(event["entry"]) is str, "not an event of a journal")
        entry = event.pop("entry").encode()
        fields, _ = read_fields(event["fields"], read_entry(entry, index))
        coming.update([key_path(fields)] if "role" in fields else [])
        events.append((entry, canonical(event).encode()))
    return head["base"], coming, events

def vault_path(digest):
    return f"vault/{digest[-64:-62]}/{digest[-62:]}"
def key_path(fields):
    return f"keys/{fields['role']}-{read_key(fields['key']).id}.vkey"
def disclosures_path(index):
    return f"disclosures/{tile_number(index // 256)}.jsonl"

class Archive(Folder):
    """An archive: a log whose entries are events, what these say, and the bytes they brought."""
    def __init__(self, root, report):
        super().__init__(root, "log/", report)
        self.kinds, self.keys, self.erased, self.removals = {}, {}, set(), []
        self.objects = collections.defaultdict(dict)  # path: {event that brought it in: its size}
        if not self.files & {"archive.json", CHECKPOINT}:
            raise Unable(2, "not an archive: it has no archive.json and no log/checkpoint")

    def check(self):
        """Everything but who signed the checkpoint; gives the checkpoint, None where it is bad."""
        about = self.part("archive.json", read_description, "ARCHIVE")
        checkpoint = self.part(CHECKPOINT, read_checkpoint, "CHECKPOINT")
        base, coming, batch = self.part(JOURNAL, read_journal, "JOURNAL", False) or (0, set(), [])
        if checkpoint is None:
            return None
        self.origin, size = about["origin"] if about else checkpoint.origin, checkpoint.size
        if checkpoint.origin != self.origin or checkpoint.text.count("\n") != 3:
            self.find("CHECKPOINT_ORIGIN", CHECKPOINT, "not of the log that archive.json names")
        if size > 256 * (len(self.files) + 1000):
            self.find("TILE_MISSING", "log/tile", f"most files of {size} entries are not there")
            return None
        entries, self.leaves = self.read_entries(size, checkpoint.root)
        if batch:
            self.note("UNFINISHED", JOURNAL, "a batch is being written, or was interrupted")
        ahead = batch if base == size else []
        if batch and not ahead and self.leaves[base:] != [leaf_hash(each) for each, _ in batch]:
            self.find("JOURNAL_MALFORMED", JOURNAL, "it does not continue this log")
        self.check_tiles(self.leaves + [leaf_hash(entry) for entry, _ in ahead], size)
        if len(set(self.leaves)) < size:
            self.find("ENTRY_REPEATED", CHECKPOINT, "two entries of the log are equal")
        self.check_disclosures(entries, [line for _, line in ahead])
        self.check_start()
        self.check_removals()
        self.check_keys(coming)
        self.check_vault(coming)
        return checkpoint

    def check_disclosures(self, entries, ahead):
        names = {each for each in self.files if each.startswith("disclosures/")} - {JOURNAL}
        for at in range(0, len(entries) + len(ahead), 256):
            name, until = disclosures_path(at), min(len(entries), at + 256)
            *lines, rest = self.read(name).split(b"\n") if name in names else [b""]
            if rest:
                self.find("DISCLOSURE_MALFORMED", name, "does not end in a line break")
            for index in range(at, max(until, at + len(lines))):
                line = lines[index - at] if index - at < len(lines) else None
                if index < until:
                    self.check_event(index, name, entries[index], line)
                elif index >= at + 256 or line not in ahead[index - len(entries):][:1]:
                    self.find("DISCLOSURE_UNEXPECTED", name, "no event asks for this", index)
            names.discard(name)
        for name in names:
            self.find("DISCLOSURE_UNEXPECTED", name, "no event asks for this file")

    def check_event(self, index, name, data, line):
        """One event: its entry, what it says, and what follows from that."""
        if data is None:
            return
        try:
            entry = read_entry(data, index)
        except Malformed as error:
            width = min(256, len(self.leaves) - index // 256 * 256)
            bundle = "log/" + tile_name("entries", index // 256, width)
            return self.find("ENTRY_MALFORMED", bundle, str(error), index)
        self.kinds[index] = kind = entry["kind"]
        if kind in ABOUT_ANOTHER:
            self.removals.append((kind, entry["index"]))
            if self.kinds.get(entry["index"], "linked") not in CAN_BE_TAKEN_AWAY:
                self.find("EVENT_REFERENCE", name, "no event to withhold or destroy", index)
        try:
            must(line is not None, "what the event says is not there", "DISCLOSURE_MISSING")
            value = read_json(line)
            if value == {"erased": "destroyed", "index": index}:
                return self.erased.add(index)
            must(set(value) == {"fields", "index"} and value["index"] == index, "another event's")
            self.check_fields(index, entry, *read_fields(value["fields"], entry))
        except Malformed as error:
            self.find(error.code or "DISCLOSURE_MALFORMED", name, str(error), index)

    def check_fields(self, index, entry, fields, signature):
        if "signature" in fields:
            self.check_person(entry, fields["signature"], signature)
        if "archive" in fields and "archive.json" in self.files:
            if self.digest("archive.json")[0] != fields["archive"]:
                self.find("ARCHIVE_ALTERED", "archive.json", "not the one that was sealed", index)
        if "role" in fields:
            try:
                key = read_key(fields["key"])
            except Malformed as error:
                raise Malformed(str(error), "EVENT_MALFORMED")
            role = fields["role"]
            self.keys[key_path(fields)] = role, key, fields["key"], index
            must(key.type in KEY_TYPES[role] and (role != "log" or key.name == self.origin),
                 "a key whose type or name does not fit its role", "KEY_ROLE")
        if "received" in fields:
            self.objects[vault_path(fields["digest"])][index] = fields["size"]

    def check_person(self, entry, signed, digest):
        must(set(signed) == {"key", "name", "signature"}
             and all(type(each) is str for each in signed.values()), "no signature",
             "EVENT_MALFORMED")
        key = next((key for role, key, _, _ in self.keys.values() if role == "person"
                    and (key.name, key.id) == (signed["name"], signed["key"])), None)
        must(key, "signed by a key that no earlier event names", "SIGNATURE_UNKNOWN")
        rest = canonical({**entry, "digests": [d for d in entry["digests"] if d != digest]})
        message = f"tamga event v1\n{self.origin}\n{rest}\n".encode()
        must(ed25519_holds(key.material, message, strict_base64(signed["signature"])),
             "the person's signature does not hold", "SIGNATURE_INVALID")

    def check_start(self):
        keys = [(role, key.type) for role, key, _, index in self.keys.values() if index < 4]
        kinds = [kind for at, kind in sorted(self.kinds.items()) if at < 4 or kind == "created"]
        if (kinds, keys) != (["created"] + ["key-added"] * 3,
                             [("log", 1), ("log", 6), ("person", 1)]):
            self.find("EVENT_ORDER", CHECKPOINT, "a log begins with `created`, its two keys and "
                      "its keeper's; `created` stands nowhere else")

    def check_removals(self):
        """What was taken away had to be, and what had to be was."""
        self.destroyed = {about for kind, about in self.removals if kind == "destroyed"}
        last = {about: kind for kind, about in self.removals if kind != "destroyed"}
        self.withheld = {about for about in last if last[about] == "withheld"} - self.destroyed
        for index in self.withheld:
            self.note("WITHHELD", disclosures_path(index), "not to be shown to others", index)
        for index in self.destroyed:
            self.note("DESTROYED", disclosures_path(index), "taken away for good", index)
        for index in self.destroyed - self.erased:
            self.find("DESTRUCTION_UNFINISHED", disclosures_path(index), "still there", index)
        for index in self.erased - self.destroyed:
            self.find("DISCLOSURE_ERASED", disclosures_path(index), "never destroyed", index)

    def check_keys(self, coming):
        for name, (_, _, text, _) in self.keys.items():
            if name not in self.files:
                self.find("KEY_MISSING", name, "the file of a key in use is not there")
            elif self.read(name) != text.encode() + b"\n":
                self.find("KEY_ALTERED", name, "not the key that the log names")
        for name in self.files - set(self.keys) - coming:
            if name.startswith("keys/"):
                self.find("KEY_UNEXPECTED", name, "no event names this key")

    def check_vault(self, coming):
        objects = {name for name in self.files if name.startswith("vault/")}
        for name in objects | set(self.objects):
            digest, events = "sha256:" + name[6:8] + name[9:], self.objects.get(name, {})
            kept = set(events) - self.destroyed
            if name not in objects:
                if kept - self.withheld:
                    self.find("OBJECT_MISSING", name, "a document's bytes are not there",
                              min(kept - self.withheld), digest)
            elif events and not kept:
                self.find("DESTRUCTION_UNFINISHED", name, "still there", None, digest)
            elif not events and name not in coming:
                self.find("OBJECT_UNEXPECTED", name, "no event brought these bytes in")
            else:
                found, size = self.digest(name)
                if found != digest:
                    self.find("OBJECT_ALTERED", name, "not the bytes sealed", None, digest)
                for index in kept if found == digest else ():
                    if size != events[index]:
                        self.find("OBJECT_SIZE", name, "another size was sealed", index, digest)

def check_archive(root, policy, kept, report):
    archive = Archive(root, report)
    checkpoint = archive.check()
    if checkpoint:
        in_use = [(role, key) for role, key, _, _ in archive.keys.values()]
        check_trust(report, CHECKPOINT, checkpoint, in_use, policy)
        if kept:
            root = tree_root(archive.leaves[:kept.size])
            check_kept(report, CHECKPOINT, checkpoint, kept, root)
    return policy, {"events": len(archive.kinds), "objects": len(archive.objects)}

def main(arguments):
    parser = argparse.ArgumentParser(usage=__doc__.split("usage: ")[1].split("\n\n")[0])
    parser.add_argument("folder")
    for each in ("--policy", "--checkpoint", "--key"):
        parser.add_argument(each)
    for each in ("--log", "--json"):
        parser.add_argument(each, action="store_true")
    given, report = parser.parse_args(arguments), Report()
    try:
        policy = given.policy and read_policy(open(given.policy, "rb").read())
        kept = given.checkpoint and read_kept(open(given.checkpoint, "rb").read())
        key = given.key and read_key(given.key)
    except (OSError, ValueError, Malformed) as error:
        print(f"error: --policy, --checkpoint or --key: {error}", file=sys.stderr)
        return 64
    try:
        trusted, counts = (check_log(given.folder, key, report) if given.log
                           else check_archive(given.folder, policy, kept, report))
    except Unable as error:
        print(f"error: {error.args[1]}", file=sys.stderr)
        return error.args[0]
    return report.finish(given.json, bool(trusted), **counts)

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
