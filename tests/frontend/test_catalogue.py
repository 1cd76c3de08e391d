"""The Welsh catalogue: complete, compiled, with its four plural forms."""

import importlib.util
from pathlib import Path

import polib
import pytest
from django.utils.translation import gettext, ngettext, override

ROOT = Path(__file__).resolve().parents[2]


def script(name: str):
    """A script of the repository as a module."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "scripts" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


catalogue = script("compile_messages")


def test_everything_has_welsh_and_the_compiled_file_is_current() -> None:
    assert catalogue.problems() == []


def test_drafts_by_machine_say_so() -> None:
    for part in catalogue.parts():
        silent = [e.msgid for e in polib.pofile(str(part)) if "machine draft" not in e.tcomment]
        assert silent == [], part.name


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        (polib.POEntry(msgid="a", msgstr=""), "no Welsh"),
        (polib.POEntry(msgid="%(n)s a", msgstr="b"), "the placeholders differ"),
        (polib.POEntry(msgid="a", msgstr="b", flags=["fuzzy"]), "fuzzy entries are not compiled"),
        (
            polib.POEntry(msgid="a", msgid_plural="as", msgstr_plural={0: "b", 1: "b"}),
            "a plural needs four Welsh forms",
        ),
    ],
)
def test_a_faulty_entry_is_named(entry: polib.POEntry, fault: str) -> None:
    assert list(catalogue.faults(entry)) == [fault]


def test_messages_are_found_in_python_and_in_templates() -> None:
    python = (
        'x = _("One")\ny = gettext_lazy("Two" " parts")\nz = ngettext("a", "b", n)\nw = _(name)'
    )
    assert list(catalogue.python_messages(python)) == [
        (None, "One"),
        (None, "Two parts"),
        (None, "a"),
    ]
    template = (
        '{% load i18n %}{% translate "A (1) \'b\'" %}{% flag "must" _("Due") %}'
        "{% blocktranslate trimmed with n=x %}Of {{ n }}{% endblocktranslate %}"
        "{% blocktranslate count n=x %}{{ n }} day{% plural %}{{ n }} days{% endblocktranslate %}"
        '{% translate "May" context "verb" %}plain words ("no")'
    )
    assert list(catalogue.template_messages(template)) == [
        (None, "A (1) 'b'"),
        (None, "Due"),
        (None, "Of %(n)s"),
        (None, "%(n)s day"),
        ("verb", "May"),
    ]


def test_welsh_is_spoken_and_english_is_itself() -> None:
    with override("cy"):
        assert gettext("What Matters") == "Beth sy’n Bwysig"
        short = ngettext(
            "This password is too short. It must contain at least %(min_length)d character.",
            "This password is too short. It must contain at least %(min_length)d characters.",
            12,
        )
        assert short % {"min_length": 12} == (
            "Mae’r cyfrinair hwn yn rhy fyr. Rhaid iddo gynnwys o leiaf 12 nod."
        )
    with override("en-gb"):
        assert gettext("What Matters") == "What Matters"
