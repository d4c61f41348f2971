"""README keeps up with the code: every column, word, option and reason is in it, and what it shows runs."""

import ast
import re
import shlex
import typing
from pathlib import Path

import pyarrow as pa
import pytest

from pipeline.cli import main
from pipeline.options import parse
from schemas.article import PublishedBasis
from schemas.mention import Kind, Mode, Precision, Role, Status
from schemas.tables import MEETINGS, TABLES

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text()
OPTIONS_OF = {command: f"### parley {command}" for command in ("ingest", "stream", "merge", "report", "check")}
STRUCTS = ("participants", "status_history", "sources")
COLUMNS = {table.name: list(table.schema) for table in TABLES} | {
    name: list(MEETINGS.schema.field(name).type.value_type) for name in STRUCTS
}


def section(heading: str) -> str:
    """What stands under a heading, up to the next one of its rank or above."""
    rank = heading.split()[0]
    return re.split(rf"^#{{1,{len(rank)}}} ", README.split(f"\n{heading}\n")[1], flags=re.M)[0]


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", README, flags=re.M | re.S)


def shown(kind: pa.DataType) -> str:
    if pa.types.is_list(kind):
        return f"list of {shown(kind.value_type)}"
    return "struct" if pa.types.is_struct(kind) else str(kind)


@pytest.mark.parametrize("name", COLUMNS)
def test_every_column_stands_in_its_table_with_its_type(name: str) -> None:
    written = re.findall(r"^\| `(\w+)` \| (.*?) \|", section(f"### {name}"), flags=re.M)
    assert written == [(field.name, shown(field.type)) for field in COLUMNS[name]]


@pytest.mark.parametrize(
    ("words", "heading"),
    [
        (PublishedBasis, "### articles"),
        (Mode, "### mentions"),
        (Precision, "### mentions"),
        (Kind, "### participants"),
        (Role, "### participants"),
        (Status, "## What counts as a meeting"),
        (Status, "## Codes"),
    ],
)
def test_every_word_that_a_column_may_hold_is_told(words: object, heading: str) -> None:
    assert [word for word in typing.get_args(words) if f"`{word}`" not in section(heading)] == []


@pytest.mark.parametrize(("command", "heading"), OPTIONS_OF.items())
def test_every_option_of_a_command_is_told(command: str, heading: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse([command, "--help"])
    usage = capsys.readouterr().out.split("\n\n")[0]
    assert set(re.findall(r"`(--[a-z-]+)", section(heading))) == set(re.findall(r"--[a-z-]+", usage))


@pytest.mark.parametrize("command", [line for block in blocks("sh") for line in block.splitlines()])
def test_a_command_that_is_shown_is_one(command: str) -> None:
    program, *arguments = shlex.split(command, comments=True)
    if program in ("parley", ".venv/bin/parley"):
        parse(arguments)
    elif program == "make":
        assert re.search(rf"^{arguments[0]}:", (ROOT / "Makefile").read_text(), flags=re.M)
    else:
        assert (program, *arguments[:2]) == ("python", "-m", "pytest")
        assert (ROOT / arguments[2]).is_file()


def test_every_stage_and_reason_of_a_reject_is_told() -> None:
    """Those that stand where a reject is made: reasons from tables of statuses and errors are not among them."""
    trees = [ast.parse(path.read_text()) for path in (ROOT / "transforms").rglob("*.py")]
    calls = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call)]
    places = {"Refused": (0,), "reject": (0,), "Reject": (0, 2)}
    arguments = [call.args[i] for call in calls for i in places.get(called(call), ()) if i < len(call.args)]
    words = {argument.value for argument in arguments if isinstance(argument, ast.Constant)}
    assert {"extract", "too_large", "poll"} < words
    assert [word for word in sorted(words) if f"`{word}`" not in section("### rejects")] == []


def called(call: ast.Call) -> str:
    """The last name of what is called."""
    return getattr(call.func, "attr", None) or getattr(call.func, "id", "")


@pytest.mark.parametrize("path", re.findall(r"\]\(([^)#:]+)\)|`((?:[a-z_]+/)+[\w.]*)`", README), ids="".join)
def test_a_file_that_is_named_is_there(path: tuple[str, str]) -> None:
    made = ("lake/", "landed/", "articles/", "mentions/", "meetings/", "rejects/", "_manifest/")
    name = "".join(path)
    assert name.startswith(made) or (ROOT / name).exists()


@pytest.fixture(scope="module")
def lake(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The lake of the demo."""
    output = tmp_path_factory.mktemp("docs") / "lake"
    assert main(["ingest", "--input", str(ROOT / "seeds" / "*.txt"), "--output", str(output)]) == 0
    return output


@pytest.mark.parametrize("code", blocks("python"))
def test_code_that_is_shown_runs_on_the_lake_of_the_demo(
    code: str, lake: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(lake.parent)
    exec(compile(code, "README.md", "exec"), {})
    printed = capsys.readouterr().out
    assert ("2023-07-13" in printed) == (".show()" in code)
