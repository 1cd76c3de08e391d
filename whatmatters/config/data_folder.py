"""Where one installation keeps its database, uploads, secret key and logs."""

import contextlib
import os
import secrets
import tempfile
from pathlib import Path


def data_folder() -> Path:
    """`WHATMATTERS_DATA`, or the user's own data folder when it is not set."""
    named = os.environ.get("WHATMATTERS_DATA")
    home = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    folder = Path(named) if named else Path(home) / "whatmatters"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder.resolve()


def secret_key(folder: Path) -> str:
    """The installation's own key, made once and readable by its owner alone (mode 0600)."""
    named = os.environ.get("WHATMATTERS_SECRET_KEY")
    if named:
        return named
    file = folder / "secret_key"
    if not file.exists():
        _write_once(file, secrets.token_urlsafe(64))
    return file.read_text(encoding="ascii").strip()


def _write_once(file: Path, text: str) -> None:
    """The whole text or nothing, and the first of several processes wins."""
    handle, draft = tempfile.mkstemp(dir=file.parent)  # mkstemp makes it 0600
    try:
        with os.fdopen(handle, "w", encoding="ascii") as out:
            out.write(text)
        with contextlib.suppress(FileExistsError):
            os.link(draft, file)
    finally:
        os.unlink(draft)
