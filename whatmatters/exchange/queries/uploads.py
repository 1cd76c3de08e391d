"""Where the files of an upload lie."""

from pathlib import Path
from uuid import UUID

from django.conf import settings


def folder_of(council_id: int, token: UUID) -> Path:
    """The folder of one upload of one council."""
    return _council(council_id) / str(token)


def folders(council_id: int) -> list[Path]:
    """Every upload of a council that is still kept."""
    place = _council(council_id)
    return [path for path in place.iterdir() if path.is_dir()] if place.is_dir() else []


def uploaded(council_id: int, token: UUID) -> list[Path]:
    """The files of one upload in the order in which they were brought; none where it is gone."""
    return sorted(path for path in folder_of(council_id, token).glob("*/*") if path.is_file())


def _council(council_id: int) -> Path:
    return Path(settings.DATA) / "uploads" / str(council_id)
