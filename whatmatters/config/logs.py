"""Log lines as JSON, from an allow-list of keys, so that no name and no words of a person get in.

A line holds the message's template and never its arguments; of an exception its kind and the places
it passed through, never its text.
"""

import json
import logging
import traceback
from contextvars import ContextVar
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

# The reference number of the request being answered; it is on the error page too.
reference: ContextVar[str] = ContextVar("reference", default="")

ALLOWED = (
    "reference",
    "status",
    "status_code",
    "method",
    "route",
    "ms",
    "user_id",
    "council_id",
    "code",
    "task",
    "rows",
)


class JsonLines(logging.Formatter):
    """One JSON object a line: at, level, logger, event, and what is on the allow-list."""

    def format(self, record: logging.LogRecord) -> str:
        """The line for one record."""
        line: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "event": record.msg if isinstance(record.msg, str) else type(record.msg).__name__,
        }
        if reference.get():
            line["reference"] = reference.get()
        line |= {key: _plain(vars(record)[key]) for key in ALLOWED if key in vars(record)}
        if record.exc_info and record.exc_info[1] is not None:
            line |= _error(record.exc_info[1])
        return json.dumps(line)


def _plain(value: object) -> str | int | float | None:
    return value if isinstance(value, (int, float, str)) or value is None else str(type(value))


def _error(error: BaseException) -> dict[str, object]:
    frames = traceback.extract_tb(error.__traceback__)
    places = [f"{Path(f.filename).name}:{f.lineno}:{f.name}" for f in frames]
    return {"error": type(error).__qualname__, "where": places}


def logging_settings(folder: Path, target: str) -> dict[str, Any]:
    """Django's LOGGING: lines to `logs/whatmatters.jsonl` in the data folder, or to stderr."""
    handler: dict[str, Any] = {"class": "logging.StreamHandler", "formatter": "json"}
    if target != "stderr":
        (folder / "logs").mkdir(exist_ok=True)
        handler["class"] = "logging.handlers.WatchedFileHandler"
        handler |= {"filename": str(folder / "logs" / "whatmatters.jsonl"), "delay": True}
    quiet = {"handlers": ["lines"], "level": "INFO", "propagate": False}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"json": {"()": "whatmatters.config.logs.JsonLines"}},
        "handlers": {"lines": handler},
        "root": {"handlers": ["lines"], "level": "WARNING"},
        "loggers": {"whatmatters": quiet, "django": quiet, "django.server": quiet},
    }
