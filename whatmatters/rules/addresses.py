"""Whether words quote an address that must stay hidden (threat 20)."""

import re
import unicodedata

# A line shorter than this, such as a house number or "Wales", says nothing by itself.
SHORTEST = 6
SHORT_FORMS = {"rd": "road", "st": "street", "ave": "avenue", "ln": "lane", "cl": "close"}


def quotes(words: str, address: str, postcode: str) -> bool:
    """Whether the words hold the postcode or a line of the address, however it is spaced.

    Capitals, accents, signs and the short forms of "road" and the like are forgiven.
    """
    said = plain(words)
    wanted = [postcode, *re.split(r"[\n,;]", address)]
    return any(len(line) >= SHORTEST and line in said for line in map(plain, wanted))


def plain(text: str) -> str:
    """Letters and figures only, without accents or capitals."""
    folded = unicodedata.normalize("NFKD", text).casefold()
    words = re.findall(r"[a-z0-9]+", "".join(s for s in folded if not unicodedata.combining(s)))
    return "".join(SHORT_FORMS.get(word, word) for word in words)
