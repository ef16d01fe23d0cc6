"""Keys, notes, policies and signatures: who signed the state of a log. Used by verify.py.

C2SP signed-note, tlog-checkpoint, tlog-cosignature and tlog-policy; RFC 8032; FIPS 204. How Tamga
uses them is in docs/spec/log.md. Ed25519 signatures are checked by the program openssl (3.0 or
later); ML-DSA-44, which openssl knows only from 3.5 on, is written out at the end. Checking a
signature holds no secrets: it does not matter how long it takes.
"""
import base64, collections, hashlib, os, re, subprocess, tempfile

Key = collections.namedtuple("Key", "name type material id")
Checkpoint = collections.namedtuple("Checkpoint", "text origin size root signatures")


class Malformed(Exception):
    """Something read is not in the one form that its specification allows."""
    def __init__(self, words, code=None):
        super().__init__(words)
        self.code = code


class Unable(Exception):
    """Nothing can be checked: exit status and reason."""


def must(holds, words, code=None):
    if not holds:
        raise Malformed(words, code)


def strict_base64(text):
    try:
        data = base64.b64decode(text, validate=True)
    except ValueError:
        data = b""
    must(base64.b64encode(data).decode() == text, "not Base64 in its canonical form")
    return data


# ---- keys and notes (C2SP signed-note, tlog-checkpoint)

def read_key(text):
    name, id, typed = (text.split("+", 2) + ["", ""])[:3]
    typed = strict_base64(typed)
    must((len(typed), typed[:1]) in ((33, b"\1"), (33, b"\4"), (1313, b"\6")), "no known key")
    must(id == hashlib.sha256(name.encode() + b"\n" + typed).hexdigest()[:8]
         and is_key_name(name), "a key with a wrong name or id")
    return Key(name, typed[0], typed[1:], id)


def is_key_name(name):
    return name != "" and not any(c.isspace() or c == "+" or c < " " for c in name)


def read_checkpoint(data):
    """Name, size and root of a log, and signatures; Malformed unless every byte is as it must."""
    try:
        text, _, lines = data.decode().rpartition("\n\n")
    except ValueError:
        raise Malformed("not UTF-8")
    parts, signatures = text.split("\n"), []
    must(len(parts) > 2 and all(parts) and lines[-1:] == "\n" and len(data) <= 1 << 20
         and not re.search(r"[\0-\x09\x0b-\x1f]", text + lines)
         and re.fullmatch("0|[1-9][0-9]{0,17}", parts[1]) and len(strict_base64(parts[2])) == 32,
         "not the name, size and root hash of a log, an empty line, and signatures")
    for line in lines[:-1].split("\n"):
        dash, name, raw = (line.split(" ", 2) + ["", ""])[:3]
        raw = strict_base64(raw)
        must(dash == "\u2014" and is_key_name(name) and len(raw) > 4, "not a signature line")
        signatures.append((name, raw[:4].hex(), raw[4:]))
    return Checkpoint(text + "\n", parts[0], int(parts[1]), strict_base64(parts[2]), signatures)


def read_kept(data):
    """A checkpoint that somebody kept, with its signatures or without."""
    unsigned = b"\n\n" not in data
    return read_checkpoint(data + "\n\u2014 nobody AAAAAAA=\n".encode() if unsigned else data)


def has_signed(key, checkpoint, signature):
    """Whether these bytes are this key's signature of the checkpoint (C2SP tlog-cosignature)."""
    if key.type == 1:
        return ed25519_holds(key.material, checkpoint.text.encode(), signature)
    time, signature = int.from_bytes(signature[:8], "big"), signature[8:]
    if key.type == 4:
        message = f"cosignature/v1\ntime {time}\n{checkpoint.text}"
        return time < 2**63 and ed25519_holds(key.material, message.encode(), signature)
    names = [each.encode() for each in (key.name, checkpoint.origin)]
    name, origin = (bytes([min(len(each), 255)]) + each for each in names)
    message = (b"subtree/v1\n\0" + name + time.to_bytes(8, "big") + origin + bytes(8)
               + checkpoint.size.to_bytes(8, "big") + checkpoint.root)
    return time < 2**63 and ml_dsa_44_holds(key.material, message, signature)


def check_signatures(report, file, checkpoint, keys):
    """Judges every signature of a checkpoint; gives the keys whose signatures hold."""
    good = []
    for name, id, signature in checkpoint.signatures:
        key = next((key for key in keys if (key.name, key.id) == (name, id)), None)
        if key is None:
            report.find("SIGNATURE_UNKNOWN", file, f"signed by {name} {id}, a key nobody named")
        elif key in good:
            report.find("SIGNATURE_REPEATED", file, f"a second signature by {name} {id}")
        elif has_signed(key, checkpoint, signature):
            good.append(key)
        else:
            report.find("SIGNATURE_INVALID", file, f"the signature by {name} {id} does not hold")
    return good


def check_trust(report, file, checkpoint, in_use, policy):
    """Judges the signatures of a checkpoint by the keys in use (role, key) and by a policy."""
    logs, witnesses, quorum = policy or ([], {}, (0, []))
    keys = [key for role, key in in_use if role != "person"]
    good = check_signatures(report, file, checkpoint, [*keys, *logs, *witnesses.values()])
    for role, key in in_use:
        if role == "log" and (key.name, key.id) not in [s[:2] for s in checkpoint.signatures]:
            report.find("SIGNATURE_MISSING", file, f"the log's key {key.id} has not signed")
    if policy and not any(key in good and key.name == checkpoint.origin for key in logs):
        report.find("POLICY_LOG_KEY", file, "no log key that the policy trusts has signed")
    signed = {name for name, key in witnesses.items() if key in good}
    if not quorum_holds(quorum, signed):
        missing = ", ".join(sorted(set(witnesses) - signed))
        report.find("POLICY_QUORUM", file, f"too few witnesses; these have not signed: {missing}")


def check_kept(report, file, checkpoint, kept, root):
    """Whether a log, whose root at the size of the kept checkpoint is given, continues that."""
    if kept.origin == checkpoint.origin and kept.size > checkpoint.size:
        report.find("CHECKPOINT_ROLLED_BACK", file,
                    f"the log had {kept.size} events once; later ones were cut off")
    elif (kept.origin, kept.root) != (checkpoint.origin, root):
        report.find("CHECKPOINT_FORKED", file, "not a continuation of the checkpoint that was kept")


# ---- policies (C2SP tlog-policy)

def read_policy(data):
    """Keys of logs; keys of witnesses by name; the quorum: (least number, members) or a name."""
    logs, witnesses, names, members, quorum = [], {}, {}, set(), []
    must(not re.search(rb"[\0-\x08\x0b-\x1f\x7f]", data), "a control character in the policy")
    for line in data.decode().split("\n"):
        words = [word for word in re.split("[ \t]+", line) if word]
        if not words or words[0].startswith("#"):
            continue
        word, count, name = words[0], len(words), words[1] if len(words) > 1 else ""
        if word == "log" and count in (2, 3):
            logs.append(read_key(name))
            must(logs[-1].type != 4, "a witness's key as a log's")
        elif word == "witness" and count in (3, 4) and name not in (*names, "none"):
            witnesses[name] = read_key(words[2])
            must(witnesses[name].type != 1, "a log's key as a witness's")
            names[name] = name
        elif word == "group" and count > 3 and name not in (*names, "none"):
            inner = words[3:]
            least = {"all": str(len(inner)), "any": "1"}.get(words[2], words[2])
            must(re.fullmatch("[1-9][0-9]{0,3}", least) and int(least) <= len(inner)
                 and len(inner) == len(set(inner)) and not members.intersection(inner)
                 and all(each in names for each in inner), f"not a group: {line}")
            members.update(inner)
            names[name] = int(least), [names[each] for each in inner]
        elif word == "quorum" and count == 2 and not quorum and name in (*names, "none"):
            quorum.append(names.get(name, (0, [])))
        else:
            raise Malformed(f"not a line of a policy: {line}")
    for keys in (logs, witnesses.values()):
        must(len(keys) == len({key.material for key in keys}), "the same key twice")
    must(quorum, "the policy names no quorum")
    return logs, witnesses, quorum[0]


def quorum_holds(quorum, signed):
    if type(quorum) is str:
        return quorum in signed
    return sum(quorum_holds(each, signed) for each in quorum[1]) >= quorum[0]


# ---- Ed25519 (RFC 8032)

def ed25519_holds(public, message, signature):
    """By way of openssl; it is believed to say no only if it says yes to a known signature."""
    command = "openssl pkeyutl -verify -rawin -pubin -keyform DER -inkey k -in m -sigfile s"
    with tempfile.TemporaryDirectory() as folder:
        der = bytes.fromhex("302a300506032b6570032100") + public
        for name, data in (("k", der), ("m", message), ("s", signature)):
            with open(os.path.join(folder, name), "wb") as out:
                out.write(data)
        try:
            status = subprocess.run(command.split(), cwd=folder, capture_output=True).returncode
        except OSError:
            status = -1
    if status and signature != KNOWN and not ed25519_holds(KNOWN_KEY, KNOWN_TEXT, KNOWN):
        raise Unable(70, "no openssl that can verify Ed25519: install openssl 3.0 or later")
    return status == 0


# The example of C2SP signed-note.
KNOWN_KEY = base64.b64decode("6TJ5GubnqECkYWTJBHhkJtXngh3YspoA1hyucq/dTaQ=")
KNOWN_TEXT = b"This is an example message.\n"
KNOWN = base64.b64decode("SfyytXXIkaHZVhGUvVOdqC/VgSrpN9emnOLY42dwCVOArtm2DURFg1lexiM4EfeY"
                         "VeZEq7AeMbVi7vYid7JpAw==")


# ---- ML-DSA-44 (FIPS 204; the numbers are those of the standard's algorithms)

Q = 8380417
ZETAS = [pow(1753, int(f"{i:08b}"[::-1], 2), Q) for i in range(256)]


def unpack(data, width, count=256):
    number = int.from_bytes(data, "little")
    return [number >> width * i & (1 << width) - 1 for i in range(count)]


def ntt(f):  # 41
    f, k, length = list(f), 0, 128
    while length:
        for start in range(0, 256, 2 * length):
            k += 1
            for j in range(start, start + length):
                t = ZETAS[k] * f[j + length] % Q
                f[j], f[j + length] = f[j] + t, f[j] - t
        length //= 2
    return f


def inverse_ntt(f):  # 42
    f, k, length = list(f), 256, 1
    while length < 256:
        for start in range(0, 256, 2 * length):
            k -= 1
            for j in range(start, start + length):
                f[j], f[j + length] = f[j] + f[j + length], ZETAS[k] * (f[j + length] - f[j]) % Q
        length *= 2
    return [each * 8347681 % Q for each in f]


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


def hints(data):  # 21; None unless in the one allowed form
    h, at = [[0] * 256 for _ in range(4)], 0
    for i in range(4):
        places = data[at:data[80 + i]]
        if not at <= data[80 + i] <= 80 or list(places) != sorted(set(places)):
            return None
        for place in places:
            h[i][place] = 1
        at = data[80 + i]
    return None if any(data[at:80]) else h


def high_bits(hint, r):  # 40, with 36
    high, low = divmod(r + 95231, 190464)
    low -= 95231
    if high == 44:
        high, low = 0, low - 1
    return (high + (hint and (1 if low > 0 else -1))) % 44


def ml_dsa_44_holds(public, message, signature):  # 3 and 8, with an empty context
    if len(public) != 1312 or len(signature) != 2420:
        return False
    h, seed = hints(signature[2336:]), signature[:32]
    z = [[2**17 - each for each in unpack(signature[at:at + 576], 18)]
         for at in range(32, 2336, 576)]
    if h is None or any(abs(each) >= 2**17 - 78 for row in z for each in row):
        return False
    digest = hashlib.shake_256(public).digest(64)
    digest = hashlib.shake_256(digest + b"\0\0" + message).digest(64)
    c, z, w = ntt(challenge(seed)), [ntt(row) for row in z], b""
    for i in range(4):
        t = ntt([each << 13 for each in unpack(public[32 + 320 * i:352 + 320 * i], 10)])
        a = [uniform(public[:32] + bytes([j, i])) for j in range(4)]
        row = inverse_ntt([sum(a[j][n] * z[j][n] for j in range(4)) - c[n] * t[n]
                           for n in range(256)])
        number = sum(high_bits(h[i][n], row[n]) << 6 * n for n in range(256))
        w += number.to_bytes(192, "little")
    return hashlib.shake_256(digest + w).digest(32) == seed
