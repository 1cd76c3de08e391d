"""What is public says what it is for."""

import ast

from tests.fixtures.sources import named, product, tree

PUBLIC = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
SPOKEN_FOR_BY_DJANGO = {"Meta", "ready", "clean", "save"}


def _undocumented(node: ast.AST, where: str) -> list[str]:
    found = []
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, PUBLIC) or child.name.startswith("_"):
            continue
        if child.name in SPOKEN_FOR_BY_DJANGO or child.name.endswith("Config"):
            continue
        if not ast.get_docstring(child):
            found.append(f"{where}:{child.lineno} {child.name}")
        if isinstance(child, ast.ClassDef):
            found += _undocumented(child, where)
    return found


def test_every_public_function_and_class_has_a_docstring() -> None:
    found = [line for file in product() for line in _undocumented(tree(file), named(file))]
    assert found == []
