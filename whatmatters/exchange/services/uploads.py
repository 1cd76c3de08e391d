"""Files brought by the page, kept until they are taken in or thrown away; never longer than a day.

They hold what people are: they lie in the data folder, readable by its owner alone, one folder for
each council, and are removed as soon as they have served.
"""

import re
import shutil
from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from django.core.files.uploadedfile import UploadedFile

from whatmatters.access.queries import Actor
from whatmatters.exchange.queries.uploads import folder_of, folders

KEPT = timedelta(days=1)
UNSAFE = re.compile(r"[^\w .()-]")
LONGEST = 80


def keep_upload(*, by: Actor, at: datetime, files: "Iterable[UploadedFile[Any]]") -> UUID:
    """Keep files until they are taken in; the number of the upload. Older ones go."""
    sweep(council_id=by.council_id, at=at)
    token = uuid4()
    folder = folder_of(by.council_id, token)
    folder.mkdir(mode=0o700, parents=True)
    for number, file in enumerate(files):
        place = folder / f"{number:03}"
        place.mkdir(mode=0o700)
        with (place / _name(file.name or "")).open("xb") as out:
            for block in file.chunks():
                out.write(block)
    return token


def throw_away(*, by: Actor, token: UUID) -> None:
    """Remove the files of one upload of the actor's council."""
    shutil.rmtree(folder_of(by.council_id, token), ignore_errors=True)


def sweep(*, council_id: int, at: datetime) -> None:
    """Remove uploads that nobody took in within a day."""
    for folder in folders(council_id):
        if folder.stat().st_mtime < (at - KEPT).timestamp():
            shutil.rmtree(folder, ignore_errors=True)


def _name(given: str) -> str:
    """A file's name without what a file system or a reader could stumble over."""
    return UNSAFE.sub("_", Path(given).name).lstrip(".")[-LONGEST:] or "file.csv"
