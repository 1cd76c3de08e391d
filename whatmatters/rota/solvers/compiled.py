"""How the kernel is compiled, and where what was compiled is kept.

One function is the door (`anneal`) and is kept on disk; all others are compiled into it. Numba
looks at the door's file alone to see whether what it kept is old, so the folder is named after
all sources of the kernel: a changed move can never run from an old cache. It is named after where
they lie and when they were written too, by which Numba tells what is its own: what another
installation compiled would be taken for ours, and compiled anew by every process that plans.
"""

import hashlib
import os
import tempfile
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any, TypeVar

Work = TypeVar("Work", bound=Callable[..., object])
numba: Any = import_module("numba")  # its stubs lack the option that leaves counting out
HERE = Path(__file__).parent


# Nothing is counted (references): seven times the moves a second, and no array may be made inside.
HOW = {"_nrt": False, "error_model": "numpy"}


def part(work: Work) -> Work:
    """A part of the kernel: compiled into whoever calls it."""
    made: Work = numba.njit(work, **HOW)
    return made


def door(work: Work) -> Work:
    """What Python calls: compiled once a machine, then read from the cache."""
    numba.config.CACHE_DIR = str(cache_folder())
    made: Work = numba.njit(cache=True, **HOW)(work)
    return made


def cache_folder() -> Path:
    """A folder that can be written: the user's cache, else one of the machine's temporary ones."""
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    wanted = Path(base) / "whatmatters" / f"rota-{_digest()}"
    try:
        wanted.mkdir(parents=True, exist_ok=True)
    except OSError:
        return Path(tempfile.gettempdir()) / f"whatmatters-{os.getuid()}-rota-{_digest()}"
    if os.access(wanted, os.W_OK):
        return wanted
    return Path(tempfile.gettempdir()) / f"whatmatters-{os.getuid()}-rota-{_digest()}"


def is_kept() -> bool:
    """Whether something compiled lies there already."""
    return any(cache_folder().rglob("*.nbi"))


def _digest() -> str:
    told = hashlib.sha256()
    for source in sorted(HERE.rglob("*.py")):
        told.update(f"{source} {source.stat().st_mtime_ns} ".encode())
        told.update(source.read_bytes())
    return told.hexdigest()[:16]
