"""The product served by the web server it is shipped with, in a process of its own."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress

WAIT_SECONDS = 60


def free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        return held.getsockname()[1]


@contextmanager
def serving(env: Mapping[str, str]) -> Iterator[str]:
    """The address of the product, run with `env` (see `own_database.env`) until the end.

    `localhost`, not an address in figures: passkeys know no other name for this machine.
    """
    port = free_port()
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--port", str(port)]
    command += ["--host", "127.0.0.1", "--blocking-threads", "4", "--no-log"]
    process = subprocess.Popen(
        [*command, "whatmatters.config.wsgi:application"],
        env={**os.environ, **env},
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        wait_for(port, process)
        yield f"http://localhost:{port}"
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


def wait_for(port: int, process: subprocess.Popen[str]) -> None:
    """Until the server answers. RuntimeError with what it said, when it ends or is too slow."""
    end = time.monotonic() + WAIT_SECONDS
    while time.monotonic() < end and process.poll() is None:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.05)
    os.killpg(process.pid, signal.SIGKILL)
    raise RuntimeError(f"The server did not start: {process.communicate()[1]}")
