"""What import-linter can not see: keys, signals and look-ups that point upwards."""

import ast
import configparser
import re

from django.apps import apps

from tests.fixtures.sources import PACKAGE, ROOT, named, product, tree

SIGNALS = {"post_save", "pre_save", "post_delete", "pre_delete", "m2m_changed"}


def _levels() -> dict[str, int]:
    """Each context's height, read from the import contract: 0 is the top."""
    contracts = configparser.ConfigParser()
    contracts.read(ROOT / ".importlinter")
    layers = contracts["importlinter:contract:layers"]["layers"].split("\n")
    rows = [re.findall(r"\w+", row) for row in layers if row.strip()]
    return {name: level for level, row in enumerate(rows) for name in row}


def _context(model: type) -> str:
    return model.__module__.split(".")[1]


def _ours() -> list[type]:
    return [m for m in apps.get_models() if m.__module__.startswith("whatmatters.")]


def test_no_foreign_key_points_upwards() -> None:
    levels = _levels()
    upward = [
        f"{model.__name__}.{field.name} -> {field.related_model.__name__}"
        for model in _ours()
        for field in model._meta.get_fields()
        if field.is_relation and field.concrete and field.related_model in _ours()
        if levels[_context(field.related_model)] < levels[_context(model)]
    ]
    assert upward == []


def test_nobody_looks_models_up_by_name() -> None:
    found = [
        f"{named(file)}:{node.lineno}"
        for file in product()
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Attribute) and node.attr == "get_model"
    ]
    assert found == []


def test_no_signals_between_contexts() -> None:
    found = [
        f"{named(file)}:{node.lineno} {node.id}"
        for file in product()
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Name) and node.id in SIGNALS
    ]
    assert found == []


def test_every_context_on_disk_is_in_the_contract() -> None:
    on_disk = {p.name for p in PACKAGE.iterdir() if (p / "__init__.py").exists()}
    assert on_disk <= set(_levels())
