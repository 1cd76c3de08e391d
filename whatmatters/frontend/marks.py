"""Whose it is, by shape; and the few looks a flag may have."""

KINDS = ("person", "family", "worker", "org")
SIZES = ("", "small", "mid", "big")

# A flag's kind decides its shape; these are the colours that follow.
FLAG_LOOKS = {
    "plain": "plain",
    "improvement": "plain",
    "maintenance": "plain",
    "payable": "money",
    "quiet": "quiet",
    "sealed": "quiet",
    "must": "must",
    "good": "good",
    "bad": "bad",
    "few": "quiet",
}
# What fits into an organisation's square: letters, of which the broad ones take half as much more.
ROOM = {"small": 2.0, "": 3.0, "mid": 3.0, "big": 3.0}
BROAD = "MW"


def first_letter(word: str) -> str:
    """A word's first letter; Ll is one letter in Welsh."""
    return word[:2] if word.startswith("Ll") else word[:1].upper()


def initials(kind: str, name: str, size: str = "") -> str:
    """One letter for a person or a worker; for an organisation up to three, as many as fit."""
    words = [word for word in name.replace("-", " ").split() if word[:1].isalpha()]
    letters = [first_letter(word) for word in words]
    if kind != "org":
        return "".join(letters[:1])
    most = len(letters)
    while most > 1 and _room(letters[:most]) > ROOM[size]:
        most -= 1
    return "".join(letters[:most])


def _room(letters: list[str]) -> float:
    """Ll and what it stands with: the second l is narrow."""
    text = "".join(letters)
    return sum(1.5 if letter in BROAD else 0.5 if letter == "l" else 1.0 for letter in text)
