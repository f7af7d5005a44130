"""Who imports whom in the package, folder by folder, and whether anything is imported against the order of the road.

    python -m tests.import_graph

Imports inside functions count, those for types alone do not: they are gone when the program runs. A package's
`__init__.py` is its own module; that Python runs it before a module of the package is no import of ours.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent / "langdetect_hook"
NAME = PACKAGE.name

# From the ground up: a folder, or a module beside the folders, imports only what stands before it.
ORDER = (
    *("__init__", "failure", "languages", "claims", "files", "network", "case", "overrides", "evidence", "suspicion"),
    *("excuses", "verdict", "check", "report", "configuration", "commands", "lsp", "detector", "training", "cli"),
    "__main__",
)


def modules(package: Path = PACKAGE) -> dict[str, Path]:
    """The modules of the package by their dotted names."""
    found = {}
    for path in sorted(package.rglob("*.py")):
        parts = path.relative_to(package.parent).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def imports_of(name: str, path: Path, known: dict[str, Path]) -> set[str]:
    """The modules of the package that a module imports, types aside."""
    package = name if path.name == "__init__.py" else name.rpartition(".")[0]
    found: set[str] = set()
    for node in _run_nodes(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = ".".join(package.split(".")[: len(package.split(".")) - node.level + 1]) if node.level else ""
            module = ".".join(filter(None, (above, node.module)))
            inside = {f"{module}.{alias.name}" for alias in node.names} & known.keys()
            # `from package import module` needs the module; `from package import name` the package itself.
            found |= inside if len(inside) == len(node.names) else {*inside, module}
    return {one for one in found if one in known and one != name}


def _run_nodes(node: ast.AST) -> Iterator[ast.AST]:
    """All nodes below one, but for what stands under `if TYPE_CHECKING`."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.If) and isinstance(child.test, ast.Name) and child.test.id == "TYPE_CHECKING":
            continue
        yield child
        yield from _run_nodes(child)


def graph() -> dict[str, set[str]]:
    """Each module with those that it imports."""
    known = modules()
    return {name: imports_of(name, path, known) for name, path in known.items()}


def folder_of(module: str) -> str:
    """The folder of a module, or the module itself where it stands beside the folders."""
    return [*module.split("."), "__init__"][1]


def folders() -> dict[str, set[str]]:
    """Each folder with the others from which it imports."""
    found: dict[str, set[str]] = {folder: set() for folder in ORDER}
    for module, imported in graph().items():
        found[folder_of(module)] |= {folder_of(other) for other in imported} - {folder_of(module)}
    return found


def circle() -> list[str]:
    """The modules of one circle, or nothing."""
    try:
        TopologicalSorter(graph()).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def against_the_order() -> list[str]:
    """The imports that go up: `module imports module`."""
    place = {folder: number for number, folder in enumerate(ORDER)}
    return [
        f"{module} imports {other}"
        for module, imported in sorted(graph().items())
        for other in sorted(imported)
        if place[folder_of(other)] > place[folder_of(module)]
    ]


def main() -> int:
    for folder, imported in folders().items():
        below = sorted(imported, key=ORDER.index)
        print(f"{folder:12} imports {', '.join(below) or 'nothing'}")
    wrong = against_the_order()
    print("\n".join(["circle: " + " -> ".join(circle()) if circle() else "no circle", *wrong]))
    return 1 if wrong or circle() else 0


if __name__ == "__main__":
    sys.exit(main())
