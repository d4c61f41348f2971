"""The program: what it says, what it refuses, and its exit codes."""

import re
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
from beam_testing import digests

from pipeline.cli import main
from schemas.tables import MEETINGS
from transforms.commit import exclusive
from transforms.lake import count_rows
from transforms.portions import portions

SEEDS = str(Path(__file__).parent.parent / "seeds" / "*.txt")


@pytest.fixture(scope="module")
def lake(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("lake")
    assert main(["ingest", "--input", SEEDS, "--output", str(folder), "--runner", "FnApiRunner"]) == 0
    return folder


def refused(capsys: pytest.CaptureFixture[str], *argv: str) -> str:
    """What a command that must be refused says: one line on stderr."""
    assert main(argv) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("parley: ")
    assert err.count("\n") == 1
    return err


@pytest.mark.parametrize(
    ("argv", "says"),
    [
        ([], "required: COMMAND; see parley --help"),
        (["digest"], "invalid choice: 'digest'"),
        (["ingest", "--output", "x"], "required: --input or --feeds; see parley ingest --help"),
        (["ingest", "--input", SEEDS], "required: --output"),
        (["ingest", "--inpu", SEEDS, "--output", "x"], "required: --input"),
        (["ingest", "--input", SEEDS, "--output", "x", "--runer", "y"], "--runer: did you mean --runner?"),
        (["ingest", "--input", SEEDS, "--output", "x", "--zzz=1"], "unknown option --zzz=1: neither parley"),
        (["ingest", "--input", SEEDS, "--output", "x", "--runner", "Abacus"], "--runner Abacus: "),
        (["ingest", "--input", SEEDS, "--output", "x", "--runner", "no.such.Runner"], "--runner no.such.Runner: "),
        (["ingest", "--input", SEEDS, "--output", "x", "--direct_num_workers", "few"], "invalid int value: 'few'"),
        (["merge", "--output", "x", "--input", "y"], "unknown option --input"),
        (["report"], "required: DIR"),
        (["report", "x", "--runner", "y"], "unrecognised: --runner y"),
        (["check"], "required: DIR"),
        (["check", "x", "--runner", "y"], "unrecognised: --runner y; see parley check --help"),
    ],
)  # fmt: skip
def test_wrong_usage_is_told_in_one_line(capsys, argv, says) -> None:
    assert says in refused(capsys, *argv)


def test_a_glob_that_matches_nothing_is_refused_by_name(capsys, tmp_path: Path) -> None:
    missing = str(tmp_path / "none*.txt")
    assert f"{missing}: no such file" in refused(capsys, "ingest", "--input", SEEDS, missing, "--output", str(tmp_path))


@pytest.mark.parametrize("model", ["no_such_model", "/no/such/folder"])
def test_a_model_that_is_not_there_is_refused_with_what_to_do(capsys, tmp_path: Path, model: str) -> None:
    said = refused(capsys, "ingest", "--input", SEEDS, "--output", str(tmp_path), "--spacy-model", model)
    assert model in said
    assert "name of an installed one or its folder" in said


@pytest.mark.parametrize("output", ["file", "file/lake", "nosuchscheme://lake"])
def test_an_output_that_cannot_be_written_is_refused(capsys, tmp_path: Path, output: str) -> None:
    (tmp_path / "file").touch()
    folder = output if "://" in output else str(tmp_path / output)
    said = refused(capsys, "ingest", "--input", SEEDS, "--output", folder)
    assert f"{folder} cannot be written" in said


def test_a_second_run_beside_the_first_is_refused(capsys, tmp_path: Path) -> None:
    with exclusive(str(tmp_path)):
        said = refused(capsys, "ingest", "--input", SEEDS, "--output", str(tmp_path))
    assert f"another run writes to {tmp_path}; wait until it is done" in said


@pytest.mark.parametrize("command", [["merge", "--output"], ["report"]])
def test_a_folder_without_meetings_is_refused(capsys, tmp_path: Path, command) -> None:
    assert f"{tmp_path} holds no meetings; parley ingest makes them" in refused(capsys, *command, str(tmp_path))
    assert list(tmp_path.iterdir()) == []


def test_ingest_tells_what_it_did_and_again_that_all_was_there(capsys, lake: Path) -> None:
    assert main(["ingest", "--input", SEEDS, "--output", str(lake), "--runner", "DirectRunner"]) == 0
    told = dict(line.split(maxsplit=1) for line in capsys.readouterr().out.splitlines())
    assert told["articles"] == "4 read: 0 new, 4 there already"
    assert told["rejected"] == "0"
    assert told["meetings"] == f"{count_rows(str(lake), MEETINGS)} (+0)"
    assert str(lake) in told["lie"]


def test_input_of_several_portions_is_taken_in_several_runs_to_the_same_files(
    capsys, lake: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("transforms.portions.portions", partial(portions, size=1))
    assert main(["ingest", "--input", SEEDS, "--output", str(tmp_path)]) == 0
    told = capsys.readouterr()
    assert re.findall(r"articles read and published: (\d), more follow", told.err) == ["1", "2", "3"]
    assert "4 read: 4 new, 0 there already" in told.out
    assert digests(tmp_path) == digests(lake)


def test_rejects_are_counted_by_reason_and_are_no_failure(capsys, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "cut.jsonl").write_text('{"text": "Half a')
    assert main(["ingest", "--input", str(tmp_path / "*.*"), "--output", str(tmp_path / "lake")]) == 0
    assert "rejected  2: 1 bad_json, 1 empty" in capsys.readouterr().out


def test_merge_tells_what_it_did(capsys, lake: Path) -> None:
    assert main(["merge", "--output", str(lake)]) == 0
    out = capsys.readouterr().out
    assert "merged again" in out
    assert "(+0)" in out


def test_report_shows_the_meetings(capsys, lake: Path) -> None:
    assert main(["report", str(lake)]) == 0
    out = capsys.readouterr().out.splitlines()
    assert out[0].split() == ["when", "status", "who", "where", "articles"]
    assert out[-1] == f"{count_rows(str(lake), MEETINGS)} meetings"


@pytest.mark.parametrize(
    ("argv", "says"),
    [
        (["--help"], ["examples:", "ingest", "merge", "report"]),
        (["ingest", "--help"], ["--input GLOB", "--output DIR", "--spacy-model", ".jsonl", "--runner", "exit codes"]),
        (["merge", "--help"], ["--output DIR", "mentions"]),
        (["report", "--help"], ["DIR", "newest first"]),
        (["check", "--help"], ["DIR", "manifests", "exit codes"]),
    ],
)
def test_help_is_help(capsys, argv, says) -> None:
    with pytest.raises(SystemExit) as left:
        main(argv)
    assert left.value.code == 0
    out = capsys.readouterr().out
    assert [text for text in says if text not in out] == []
    assert max(map(len, out.splitlines())) <= 110


def test_help_and_report_do_not_wait_for_beam(lake: Path) -> None:
    program = "import sys; from pipeline.cli import main; main(sys.argv[1:]); print('apache_beam' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program, "report", str(lake)], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "False"


def test_python_m_pipeline_is_the_same_program() -> None:
    done = subprocess.run([sys.executable, "-m", "pipeline", "digest"], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "invalid choice: 'digest'" in done.stderr
