"""Runs that a job server is asked about."""

import threading
from types import SimpleNamespace

import pytest
from apache_beam.portability.api import beam_job_api_pb2 as jobs
from apache_beam.runners.portability.portable_runner import PipelineResult

from pipeline import execution
from pipeline.execution import wait_for_end


@pytest.fixture(autouse=True)
def _in_a_hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(execution, "_SECONDS_BETWEEN_LOOKS", 0.01)
    monkeypatch.setattr(execution, "_MILLISECONDS_FOR_LAST_WORDS", 100)


def job(streamed, *states: str) -> PipelineResult:
    """A job whose server tells these states when it is asked, and others by itself."""
    asked = iter(states)
    service = SimpleNamespace(GetState=lambda request: jobs.JobStateEvent(state=jobs.JobState.Enum.Value(next(asked))))
    return PipelineResult(service, "job", iter(()), streamed)


def silence():
    threading.Event().wait(2)
    yield from ()


def test_a_job_has_ended_when_its_server_says_so_though_it_sends_no_states() -> None:
    assert wait_for_end(job(silence(), "RUNNING", "RUNNING", "DONE")) == "DONE"


def test_a_job_that_failed_is_an_error() -> None:
    states = iter([jobs.JobStateEvent(state=jobs.JobState.RUNNING), jobs.JobStateEvent(state=jobs.JobState.FAILED)])
    with pytest.raises(RuntimeError, match="FAILED"):
        wait_for_end(job(states, "RUNNING", "FAILED"))


def test_a_job_that_failed_in_silence_is_an_error() -> None:
    with pytest.raises(RuntimeError, match="failed"):
        wait_for_end(job(silence(), "RUNNING", "FAILED"))
