"""The import direction: schemas ◀ transforms ◀ pipeline, one way too in the reading of language, and no Beam there."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = ("schemas", "transforms", "pipeline", "training")
MAY_IMPORT = {
    "schemas": {"schemas"},
    "transforms": {"schemas", "transforms"},
    "pipeline": {"schemas", "transforms", "pipeline"},
}
LANGUAGE = ROOT / "transforms/language"
ROOMS_OF_LANGUAGE = "lexicon grammar temporal toponyms mending parties anchors events discourse".split()


def imported(path: Path) -> set[str]:
    """The dotted names a file imports, wherever in it."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add(node.module or "")
    return names


@pytest.mark.parametrize("path", [p for room in MAY_IMPORT for p in sorted((ROOT / room).rglob("*.py"))], ids=str)
def test_a_room_imports_only_what_lies_below_it(path: Path) -> None:
    room = path.relative_to(ROOT).parts[0]
    ours = {name.split(".")[0] for name in imported(path)} & set(ROOMS)
    assert ours <= MAY_IMPORT[room]


@pytest.mark.parametrize("path", sorted(LANGUAGE.rglob("*.py")), ids=str)
def test_language_knows_no_beam(path: Path) -> None:
    assert not {name for name in imported(path) if name.startswith("apache_beam")}


@pytest.mark.parametrize("path", sorted(LANGUAGE.glob("*/*.py")), ids=str)
def test_a_room_of_language_imports_only_those_before_it(path: Path) -> None:
    before = ROOMS_OF_LANGUAGE[: ROOMS_OF_LANGUAGE.index(path.parent.name) + 1]
    ours = {name.removeprefix("transforms.language") for name in imported(path) if "transforms.language" in name}
    assert {name.split(".")[1] if name else "" for name in ours} <= set(before)


@pytest.mark.parametrize("path", sorted((ROOT / "schemas").rglob("*.py")), ids=str)
def test_schemas_know_only_pyarrow(path: Path) -> None:
    import sys

    foreign = {name.split(".")[0] for name in imported(path)} - set(sys.stdlib_module_names) - {"schemas"}
    assert foreign <= {"pyarrow"}
