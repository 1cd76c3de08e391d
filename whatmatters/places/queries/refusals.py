"""What can be wrong with the files of a place: which file, which row, what was expected."""

from whatmatters.rules.refusals import Refusal


class LocalityUnknown(Refusal):
    """No packaged place has this name. Params: `name`, `known` (names, comma separated)."""

    code = "locality_unknown"


class LocalityNotSingle(Refusal):
    """The folder holds no place, or several and none was named. Params: `folder`, `found`."""

    code = "locality_not_single"


class LocalityFileMissing(Refusal):
    """A file of the four is not there. Params: `file`, `folder`."""

    code = "locality_file_missing"


class LocalityBadFile(Refusal):
    """A file cannot be used. Params: `file`, `row` (0 = the file itself), `expected`, `found`."""

    code = "locality_bad_file"

    def __init__(self, *, file: str, row: int, expected: str, found: object) -> None:
        super().__init__(file=file, row=row, expected=expected, found=str(found)[:80])
