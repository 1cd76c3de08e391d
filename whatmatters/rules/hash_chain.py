"""A chain of hashes over canonical content, so that a changed row shows."""

import hashlib
import json
from collections.abc import Iterable, Mapping

HASH_HEX_DIGITS = hashlib.sha256().digest_size * 2
GENESIS = "0" * HASH_HEX_DIGITS


def canonical(content: Mapping[str, object]) -> bytes:
    """The one spelling of plain values: sorted keys, no spaces, ASCII. Floats are refused."""
    _refuse_floats(content)
    return json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode()


def chain_hash(previous: str, content: bytes) -> str:
    """SHA-256 (hex) over the hash before and this content; the first stands on GENESIS."""
    return hashlib.sha256(previous.encode() + b"\n" + content).hexdigest()


def _refuse_floats(value: object) -> None:
    kind = type(value)
    if kind is str or kind is int:
        return
    if isinstance(value, float):
        raise TypeError("a float has no place in the ledger")
    if isinstance(value, Mapping):
        value = value.values()
    if isinstance(value, Iterable) and not isinstance(value, str):
        for inner in value:
            _refuse_floats(inner)
