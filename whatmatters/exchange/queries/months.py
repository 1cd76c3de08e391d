"""Months as spreadsheets write them, in either language: "Jan", "January", "Ion", "Ionawr"."""

ENGLISH = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
WELSH = [
    "ionawr",
    "chwefror",
    "mawrth",
    "ebrill",
    "mai",
    "mehefin",
    "gorffennaf",
    "awst",
    "medi",
    "hydref",
    "tachwedd",
    "rhagfyr",
]
SHORT_WELSH = ["ion", "chw", "maw", "ebr", "mai", "meh", "gor", "aws", "med", "hyd", "tach", "rhag"]

MONTHS: dict[str, int] = {
    name: number
    for names in (ENGLISH, WELSH, SHORT_WELSH, [name[:3] for name in ENGLISH])
    for number, name in enumerate(names, start=1)
} | {"sept": 9, "chwe": 2, "tac": 11, "rha": 12, "awst": 8, "medi": 9}
