"""One writer at a time where rows of a council are numbered or chained."""

from django.db import connection


def lock_council(council_id: int, purpose: int) -> None:
    """Hold a council's lock for one purpose to the end of the transaction.

    PostgreSQL takes an advisory lock; SQLite's IMMEDIATE transactions already admit one writer.
    The unique keys still decide: the lock only spares the loser a refused transaction.
    """
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [purpose, council_id])


AUDIT = 1
LEDGER = 2
LETTERS = 3
ROLES = 7
NAMES = 8
RETENTION = 9
PAYMENT_FILES = 10
CHARGES = 21
BLOCKS = 22
BUNDLE_DAYS = 23
FUNDS = 25
JOINING = 26
DIRECT_PAYMENTS = 27
# Taken before every other by what must know whether a run is being paid: releasing, and undoing.
RELEASES = 28
EPISODES = 29
SHIFTS = 30
DAY_PLANS = 31
WORKED_SHIFTS = 32
NEEDED_SHIFTS = 33
RESULTS = 34
LIMITS = 35
PRINCIPLES = 36
SWITCHES = 37
