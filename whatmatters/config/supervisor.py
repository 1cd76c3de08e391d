"""One parent for all processes of an installation: restarts what dies, ends all when told to."""

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from types import FrameType

PAUSE = 0.2  # seconds between looks
PATIENCE = 10.0  # seconds a child has to end in peace
TOO_OFTEN = 5  # deaths within a minute: it will not get better by itself
MINUTE = 60.0
PR_SET_PDEATHSIG = 1


@dataclass(slots=True)
class Child:
    """One process that must be running."""

    name: str
    command: Sequence[str]
    process: subprocess.Popen[bytes] | None = None
    deaths: list[float] = field(default_factory=list)

    def start(self) -> None:
        """Start it in a process group of its own, so that its own children end with it."""
        self.process = subprocess.Popen(self.command, process_group=0, preexec_fn=_ends_with_us())

    def died(self, now: float) -> bool:
        """Whether it has ended by itself; remembers when."""
        if self.process is None or self.process.poll() is None:
            return False
        self.deaths = [at for at in self.deaths if now - at < MINUTE] + [now]
        # Killed outright it leaves its own children, who would go on answering beside the next.
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        return True


def supervise(commands: Mapping[str, Sequence[str]], say: Callable[[str], None]) -> int:
    """Run all commands until SIGTERM or SIGINT (returns 0); 1 when one dies again and again."""
    children = [Child(name, command) for name, command in commands.items()]
    told: list[int] = []
    _listen(told)
    try:
        for child in children:
            child.start()
        while not told:
            time.sleep(PAUSE)
            for child in children:
                if not told and child.died(time.monotonic()) and not _again(child, say):
                    return 1
        return 0
    finally:
        _end(children)


def _listen(told: list[int]) -> None:
    def hear(number: int, frame: FrameType | None) -> None:
        told.append(number)

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, hear)


def _again(child: Child, say: Callable[[str], None]) -> bool:
    if len(child.deaths) >= TOO_OFTEN:
        say(f"{child.name} died {TOO_OFTEN} times in a minute: giving up.")
        return False
    say(f"{child.name} died; starting it again.")
    time.sleep(PAUSE * len(child.deaths))
    child.start()
    return True


def _end(children: Sequence[Child]) -> None:
    """Ask all, wait, then insist on whole groups."""
    running = [child.process for child in children if child.process is not None]
    for process in running:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGTERM)
    limit = time.monotonic() + PATIENCE
    for process in running:
        with suppress(subprocess.TimeoutExpired):
            process.wait(max(0.0, limit - time.monotonic()))
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _ends_with_us() -> Callable[[], None] | None:
    """On Linux, even a parent that is killed outright takes its children along."""
    if sys.platform != "linux":
        return None
    libc = ctypes.CDLL(None)
    return lambda: libc.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
