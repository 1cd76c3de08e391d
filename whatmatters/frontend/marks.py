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
MOST_LETTERS = 3


def first_letter(word: str) -> str:
    """A word's first letter; Ll is one letter in Welsh."""
    return word[:2] if word.startswith("Ll") else word[:1].upper()


def initials(kind: str, name: str) -> str:
    """One letter for a person or a worker, up to three for an organisation."""
    words = [word for word in name.replace("-", " ").split() if word[:1].isalpha()]
    letters = [first_letter(word) for word in words]
    return "".join(letters[:MOST_LETTERS] if kind == "org" else letters[:1])
