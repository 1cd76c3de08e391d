"""An offered plan grows old once its day has begun: what it moves has passed."""

from datetime import date, datetime, timedelta


def too_old(offered: datetime, now: datetime, today: date, day: date, minutes: int) -> bool:
    """Whether what was offered so long ago may not be accepted; of a later day nothing passes."""
    return day <= today and now - offered > timedelta(minutes=minutes)
