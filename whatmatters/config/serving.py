"""The pages of one installation: the web server and what must run beside it, under one parent."""

import os
import socket
import sys
import threading
import time
import webbrowser
from enum import StrEnum

from whatmatters.config.supervisor import supervise
from whatmatters.config.terminal import err, refuse


class Open(StrEnum):
    """Whether to show the pages in a browser; `auto`: when a person is at the screen."""

    YES = "yes"
    NO = "no"
    AUTO = "auto"


def serve_pages(host: str, port: int, open_page: Open, *, alone: bool = False) -> int:
    """Serve on an IP address until told to end; the exit code. Refuses a port that is taken.

    Beside the web server run the task worker and the minute tick; `alone`: neither, where a timer
    and a worker of the machine's own do that.
    """
    # A second server would share the port silently, and answer for another database.
    if not is_free(host, port):
        refuse(f"Port {port} on {host} is taken: is whatmatters running already? Try --port.")
    # By name where it is this machine: a passkey belongs to a name, never to a number.
    address = f"http://{'localhost' if host == '127.0.0.1' else host}:{port}/"
    err.print(f"Serving on {address} (Ctrl-C ends it)", soft_wrap=True)
    if open_page == Open.YES or (open_page == Open.AUTO and _somebody_is_there()):
        threading.Thread(target=_show, args=(host, port, address), daemon=True).start()
    os.environ["WHATMATTERS_WARM_ROTA"] = "1"
    beside = {} if alone else {"task worker": task_worker(), "minute tick": minute_tick()}
    return supervise({"web server": web_server(host, port)} | beside, err.print)


def web_server(host: str, port: int) -> list[str]:
    """The command of the web server: few threads, since each opens a database connection."""
    return [
        *(sys.executable, "-P", "-m", "granian", "--interface", "wsgi", "--no-ws"),
        *("--host", host, "--port", str(port), "--workers", "1", "--blocking-threads", "4"),
        *("--log-level", "warning", "whatmatters.config.wsgi:application"),
    ]


def task_worker() -> list[str]:
    """The command of the worker that does what is in the queue."""
    return [
        *(sys.executable, "-P", "-m", "django", "db_worker", "--queue-name", "*"),
        *("--no-reload", "--verbosity", "0"),
    ]


def minute_tick() -> list[str]:
    """The command that puts what is due in the queue each minute."""
    return [sys.executable, "-P", "-m", "whatmatters.config.cli", "tick", "--every", "60"]


def is_free(host: str, port: int) -> bool:
    """Whether nobody listens there."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def _somebody_is_there() -> bool:
    screen = sys.platform == "darwin" or "DISPLAY" in os.environ or "WAYLAND_DISPLAY" in os.environ
    return sys.stdout.isatty() and screen


def _show(host: str, port: int, address: str) -> None:
    for _ in range(100):
        with socket.socket() as probe:
            if probe.connect_ex((host, port)) == 0:
                webbrowser.open(address)
                return
        time.sleep(0.1)
