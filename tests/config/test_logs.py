"""A log line holds what is on the allow-list and never a name, a word or an address."""

import json
import logging
import sys

from whatmatters.config.logs import JsonLines, logging_settings, reference

CANARY = "Gwenllian Canary"


def _line(message: str, *arguments: object, error: bool = False, **extra: object) -> dict:
    record = logging.LogRecord("whatmatters.x", logging.ERROR, "x.py", 1, message, arguments, None)
    vars(record).update(extra)
    if error:
        record.exc_info = sys.exc_info()
    return json.loads(JsonLines().format(record))


def test_arguments_and_unknown_keys_stay_out() -> None:
    line = _line("%s was not found", CANARY, person=CANARY, status=404, user_id=7)
    assert CANARY not in json.dumps(line)
    assert (line["event"], line["status"], line["user_id"]) == ("%s was not found", 404, 7)


def test_the_text_of_an_exception_stays_out() -> None:
    try:
        raise ValueError(CANARY)
    except ValueError:
        line = _line("went wrong", error=True)
    assert CANARY not in json.dumps(line)
    assert line["error"] == "ValueError"
    assert line["where"][0].startswith("test_logs.py:")


def test_objects_are_named_by_kind_alone() -> None:
    class Person:
        def __str__(self) -> str:
            return CANARY

    assert CANARY not in json.dumps(_line("x", user_id=Person()))


def test_lines_of_one_request_share_its_reference() -> None:
    token = reference.set("AB12-CD34")
    try:
        assert _line("x")["reference"] == "AB12-CD34"
    finally:
        reference.reset(token)
    assert "reference" not in _line("x")


def test_lines_go_to_the_data_folder_or_to_stderr(tmp_path) -> None:
    to_file = logging_settings(tmp_path, "file")["handlers"]["lines"]
    assert to_file["filename"] == str(tmp_path / "logs" / "whatmatters.jsonl")
    assert "filename" not in logging_settings(tmp_path, "stderr")["handlers"]["lines"]
