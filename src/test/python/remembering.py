"""tools/verify.py for many checks in one process: it remembers what it found of each signature and key.

Computing them again would take most of the time.
"""
import functools, pathlib, sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[3] / "tools"))
import verify

for name in "ed25519_holds", "ml_dsa_44_holds", "uniform":
    setattr(verify, name, functools.lru_cache(maxsize=None)(getattr(verify, name)))
