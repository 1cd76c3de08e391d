"""On which line of a TOML text each key stands, so that a problem can say where it is.

The standard library's reader keeps no places. This scanner takes text that it has already read
(so: valid) and returns key paths, as problems write them, with line numbers from 1:
"agreement.terms.plan[2].hours" -> 14.
"""

from bisect import bisect_left

SPACE = " \t"
BLANK = " \t\r\n"
ENDS_BARE_KEY = " \t.=]"
ENDS_BARE_VALUE = ",]}\r\n#"
QUOTES = "\"'"
TRIPLE = 3


def places(text: str) -> dict[str, int]:
    """The line of every key, table and list element of a valid TOML text."""
    return _Scanner(text).scan()


def line_of(found: dict[str, int], where: str) -> int | None:
    """The line of a key path, or of the nearest table around it where the key is absent."""
    while where not in found:
        cut = max(where.rfind("."), where.rfind("["))
        if cut < 0:
            return None
        where = where[:cut]
    return found[where]


class _Scanner:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.newlines = [i for i, character in enumerate(text) if character == "\n"]
        self.found: dict[str, int] = {}
        self.last_index: dict[str, int] = {}

    def scan(self) -> dict[str, int]:
        """The whole text."""
        prefix = ""
        self.skip(BLANK)
        while self.at < len(self.text):
            prefix = self.header() if self.sees("[") else self.pair(prefix)
            self.skip(BLANK)
        return self.found

    def sees(self, token: str) -> bool:
        """Whether the text goes on with a token."""
        return self.text.startswith(token, self.at)

    def keep(self, path: str) -> str:
        """Note the line of a path, the first time that it is met."""
        self.found.setdefault(path, bisect_left(self.newlines, self.at) + 1)
        return path

    def skip(self, blank: str) -> None:
        """Past blanks and comments (a comment only where a line may end)."""
        while self.at < len(self.text):
            if self.text[self.at] in blank:
                self.at += 1
            elif self.sees("#") and blank == BLANK:
                end = self.text.find("\n", self.at)
                self.at = len(self.text) if end < 0 else end
            else:
                return

    def header(self) -> str:
        """[table] or [[list of tables]]: the prefix of the pairs that follow."""
        brackets = 2 if self.sees("[[") else 1
        self.at += brackets
        parts = self.key()
        path = self.resolve(parts[:-1])
        path = f"{path}.{parts[-1]}" if path else parts[-1]
        self.keep(path)
        if brackets > 1:
            self.last_index[path] = self.last_index.get(path, -1) + 1
        if path in self.last_index:
            path = self.keep(f"{path}[{self.last_index[path]}]")
        self.skip(SPACE)
        self.at += brackets
        return path

    def resolve(self, parts: list[str]) -> str:
        """A header's path through the latest element of each list of tables on its way."""
        path = ""
        for part in parts:
            path = self.keep(f"{path}.{part}" if path else part)
            if path in self.last_index:
                path = f"{path}[{self.last_index[path]}]"
        return path

    def pair(self, prefix: str) -> str:
        """key = value; the prefix is unchanged."""
        path = prefix
        begins = self.at
        for part in self.key():
            path = f"{path}.{part}" if path else part
            after, self.at = self.at, begins
            self.keep(path)
            self.at = after
        self.skip(SPACE)
        self.at += 1  # the equals sign
        self.value(path)
        return prefix

    def key(self) -> list[str]:
        """The parts of a dotted key, bare or quoted."""
        parts = []
        while True:
            self.skip(SPACE)
            parts.append(self.quoted() if self.text[self.at] in QUOTES else self.bare())
            self.skip(SPACE)
            if not self.sees("."):
                return parts
            self.at += 1

    def bare(self) -> str:
        """A key without quotes."""
        begins = self.at
        while self.text[self.at] not in ENDS_BARE_KEY:
            self.at += 1
        return self.text[begins : self.at]

    def quoted(self) -> str:
        """What stands between quotes, as written; any of the four kinds of string."""
        quote = self.text[self.at]
        mark = quote * TRIPLE if self.sees(quote * TRIPLE) else quote
        self.at += len(mark)
        begins = self.at
        while not self.sees(mark):
            self.at += 2 if quote == '"' and self.sees("\\") else 1
        while len(mark) == TRIPLE and self.sees(mark + quote):
            self.at += 1  # up to two quotes may stand before the closing three
        inner = self.text[begins : self.at]
        self.at += len(mark)
        return inner

    def value(self, path: str) -> None:
        """Past one value, whatever its kind."""
        self.skip(SPACE)
        first = self.text[self.at]
        if first in QUOTES:
            self.quoted()
        elif first == "[":
            self.elements(path)
        elif first == "{":
            self.inline_table(path)
        else:
            while self.at < len(self.text) and self.text[self.at] not in ENDS_BARE_VALUE:
                self.at += 1

    def elements(self, path: str) -> None:
        """Past [a, list]."""
        self.at += 1
        index = 0
        self.skip(BLANK)
        while not self.sees("]"):
            self.value(self.keep(f"{path}[{index}]"))
            index += 1
            self.comma()
        self.at += 1

    def inline_table(self, path: str) -> None:
        """Past { a table }."""
        self.at += 1
        self.skip(BLANK)
        while not self.sees("}"):
            self.pair(path)
            self.comma()
        self.at += 1

    def comma(self) -> None:
        """Past blanks and at most one comma."""
        self.skip(BLANK)
        if self.sees(","):
            self.at += 1
            self.skip(BLANK)
