"""The kinds of file that a council may bring, in the order in which they are taken in."""

from enum import StrEnum


class FileKind(StrEnum):
    """What the rows of a file are. What a later kind names has to come from an earlier one."""

    PROVIDERS = "providers"
    PEOPLE = "people"
    WORKERS = "workers"
    CONTRACTS = "contracts"
    RATES = "rates"
    RELATIONSHIPS = "relationships"
    PACKAGES = "packages"
    OUTCOMES = "outcomes"
    PLANS = "plans"
    CQC_LOCATIONS = "cqc_locations"
