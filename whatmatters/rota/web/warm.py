"""The kernel loaded beside a page, so that whoever says what happened does not wait for it.

Loading takes a second or two, compiling half a minute, once in a process and once on a machine.
`whatmatters serve` asks for it (`WARM_ROTA`); it begins when somebody looks at a team's day.
"""

import threading
from functools import lru_cache

from django.conf import settings


def warm_up() -> None:
    """Begin to load the kernel where this process has not begun yet; returns at once."""
    if settings.WARM_ROTA:
        _begin()


@lru_cache(maxsize=1)
def _begin() -> threading.Thread:
    begun = threading.Thread(target=_load, name="rota kernel", daemon=True)
    begun.start()
    return begun


def _load() -> None:
    from whatmatters.rota.solvers.warming import compile_kernel  # numba is slow to load

    compile_kernel()
