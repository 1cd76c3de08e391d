"""The hash that chains one audit row to the one before it."""

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime

GENESIS = "0" * 64


@dataclass(frozen=True, slots=True)
class Link:
    """Every column of one audit row, in the order in which it is hashed."""

    seq: int
    council_id: int
    by_id: int
    at: datetime
    action: str
    subject: str
    subject_id: int | None
    person_id: int | None
    why: str

    def hash_after(self, previous: str) -> str:
        """SHA-256 (hex) of the row before and of every column of this one; `at` in UTC."""
        told = [
            previous,
            self.seq,
            self.council_id,
            self.by_id,
            self.at.astimezone(UTC).isoformat(),
        ]
        told += [self.at.astimezone(UTC).isoformat(), self.action, self.subject]
        told += [self.subject_id, self.person_id, self.why]
        return hashlib.sha256("\x1f".join(str(t) for t in told).encode()).hexdigest()
