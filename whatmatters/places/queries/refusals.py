"""What can be wrong with the files of a place: which file, which row, what was expected."""

from enum import StrEnum

from whatmatters.rules.refusals import Refusal


class Expected(StrEnum):
    """What a file or a row should have held; some need a `name` (a column, a property, a code)."""

    GZIPPED_CSV = "gzipped_csv"
    COLUMNS = "columns"
    GEOJSON = "geojson"
    FEATURES = "features"
    PROPERTIES = "properties"
    PROPERTY = "property"
    POLYGON = "polygon"
    ONCE = "once"
    SMALL_AREA = "small_area"
    SAME_COUNCIL = "same_council"
    MSOA = "msoa"
    KNOWN_SMALL_AREA = "known_small_area"
    POSTCODE = "postcode"
    DEGREES = "degrees"
    WHOLE_NUMBER = "whole_number"


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
    """A file cannot be used. Params: `file`, `row` (0 = the file), `expected`, `name`, `found`."""

    code = "locality_bad_file"

    def __init__(
        self, *, file: str, row: int, expected: Expected, found: object, name: str = ""
    ) -> None:
        super().__init__(file=file, row=row, expected=expected, name=name, found=str(found)[:80])
