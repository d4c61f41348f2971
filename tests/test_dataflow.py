"""Dataflow as far as it can be known offline: jobs made whole, and what the service would refuse in them.

The jobs are made as the launcher of a Flex Template has them made, into an emulated Cloud Storage.
"""

import importlib.metadata
import io
import json
import os
import re
import runpy
import sys
import tarfile
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import apache_beam as beam
import pytest
from apache_beam.options.pipeline_options import PipelineOptions
from apache_beam.portability import common_urns
from apache_beam.portability.api import beam_runner_api_pb2 as proto
from apache_beam.runners.pipeline_context import PipelineContext
from apache_beam.transforms.periodicsequence import PeriodicImpulse
from beam_testing import pipeline
from google.cloud import dataflow
from google.protobuf import json_format
from object_stores import ObjectStore, gcs
from packaging.requirements import Requirement

from pipeline.options import _parser

ROOT = Path(__file__).parent.parent
DEPLOY = ROOT / "deploy"
LAUNCH = str(DEPLOY / "dataflow" / "launch.py")
METADATA = (DEPLOY / "dataflow" / "metadata.json").read_text()
PARAMETERS: dict[str, dict[str, Any]] = {each["name"]: each for each in json.loads(METADATA)["parameters"]}
ROOMS = ("schemas", "transforms", "pipeline")
OFFERED = ("ingest", "stream")
IMAGE = "europe-docker.pkg.dev/my-project/parley/parley:1"
TEMPLATE = "staging/template_launches/2031-05-07_12/job_object"
LAUNCHER = [
    "--runner=DataflowRunner",
    "--project=my-project",
    "--region=europe-west1",
    "--job_name=parley",
    f"--template_location=gs://news/{TEMPLATE}",
    "--staging_location=gs://news/staging",
    "--temp_location=gs://news/tmp",
    "--service_account_email=parley-worker@my-project.iam.gserviceaccount.com",
    "--machine_type=n2-highmem-2",
    "--max_num_workers=8",
    f"--sdk_container_image={IMAGE}",
]


@dataclass(frozen=True)
class Job:
    """A job as it is sent to the service, and the graph that lies staged for it."""

    request: dict[str, Any]
    graph: proto.Pipeline
    staged: dict[str, bytes]

    @property
    def pool(self) -> dict[str, Any]:
        return self.request["environment"]["workerPools"][0]

    def coder(self, pcollection: str) -> beam.coders.Coder:
        components = self.graph.components
        return PipelineContext(components).coders.get_by_id(components.pcollections[pcollection].coder_id)

    def transforms(self, urn: str) -> Iterator[proto.PTransform]:
        return (each for each in self.graph.components.transforms.values() if each.spec.urn == urn)

    def steps(self) -> Iterator[tuple[str, str, proto.ParDoPayload]]:
        """Every ParDo: its name, its main input, what it is."""
        for step in self.transforms(common_urns.primitives.PAR_DO.urn):
            payload = proto.ParDoPayload.FromString(step.spec.payload)
            (main,) = (of for name, of in step.inputs.items() if name not in payload.side_inputs)
            yield step.unique_name, main, payload

    def undetermined_keys(self) -> list[str]:
        """Steps that group or keep state by keys whose bytes are not always the same for the same key."""
        grouping = [
            (step.unique_name, next(iter(step.inputs.values())))
            for step in self.transforms(common_urns.primitives.GROUP_BY_KEY.urn)
        ]
        stateful = [(name, main) for name, main, step in self.steps() if step.state_specs or step.timer_family_specs]
        return [name for name, main in grouping + stateful if not self.coder(main).key_coder().is_deterministic()]

    def side_inputs(self) -> list[str]:
        """Steps that have any."""
        return [name for name, _, step in self.steps() if step.side_inputs]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ObjectStore]:
    with pytest.MonkeyPatch.context() as environment, gcs(tmp_path_factory.mktemp("gcs"), environment) as opened:
        opened.put("in/a.txt", b"Anna met Olav in Oslo.")
        yield opened


def launch(*parameters: str) -> None:
    """Runs what the launcher runs, as it runs it."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(sys, "argv", [LAUNCH, *parameters, *LAUNCHER])
        with pytest.raises(SystemExit, match=r"^0$"):
            runpy.run_path(LAUNCH, run_name="__main__")


def described(store: ObjectStore, make: Callable[[], object]) -> Job:
    """The job that this makes a description of."""
    make()
    staged = store.contents("staging")
    request = json.loads(staged[TEMPLATE.removeprefix("staging/")])
    where = request["environment"]["sdkPipelineOptions"]["options"]["pipelineUrl"]
    graph = staged[where.removeprefix("gs://news/staging/")]
    return Job(request, proto.Pipeline.FromString(graph), staged)


def made(store: ObjectStore, build: Callable[[beam.Pipeline], object], *flags: str) -> Job:
    """The job of a graph."""

    def make() -> None:
        root = beam.Pipeline(options=PipelineOptions([*LAUNCHER, "--no_save_main_session", *flags]))
        build(root)
        root.run()

    return described(store, make)


@pytest.fixture(scope="module")
def batch(store: ObjectStore) -> Job:
    return described(store, lambda: launch("--input=gs://news/in/*.txt gs://news/in/a.*", "--output=gs://news/lake"))


@pytest.fixture(scope="module")
def streaming(store: ObjectStore) -> Job:
    feeds = [f"https://site{i}.example/feeds/world/latest.xml" for i in range(1_000)]
    store.put("feeds.txt", "\n".join(feeds).encode())
    parameters = ["--command=stream", "--feeds=gs://news/feeds.txt", "--contact=me@parley.example"]
    return described(store, lambda: launch(*parameters, "--output=gs://news/lake"))


@pytest.fixture(params=["batch", "streaming"])
def job(request: pytest.FixtureRequest) -> Job:
    return request.getfixturevalue(request.param)


def test_the_workers_are_what_was_asked_for(job: Job) -> None:
    environment = job.request["environment"]
    assert job.pool["workerHarnessContainerImage"] == IMAGE
    assert {image["containerImage"] for image in job.pool["sdkHarnessContainerImages"]} == {IMAGE}
    assert job.pool["machineType"] == "n2-highmem-2"
    assert job.pool["autoscalingSettings"]["maxNumWorkers"] == 8
    assert environment["serviceAccountEmail"] == "parley-worker@my-project.iam.gserviceaccount.com"
    for each in job.graph.components.environments.values():
        assert proto.DockerPayload.FromString(each.payload).container_image == IMAGE


def test_a_batch_is_a_batch_and_a_stream_runs_on_the_streaming_engine(batch: Job, streaming: Job) -> None:
    assert (batch.request["type"], streaming.request["type"]) == ("JOB_TYPE_BATCH", "JOB_TYPE_STREAMING")
    assert "enable_streaming_engine" in streaming.request["environment"]["experiments"]


def test_nothing_is_staged_but_the_graph_and_a_list_of_packages(job: Job) -> None:
    assert [package["name"] for package in job.pool["packages"]] == ["submission_environment_dependencies.txt"]


def test_without_an_image_of_its_own_parley_is_staged_whole(
    store: ObjectStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    job = made(store, lambda root: root | beam.Create([1]), "--setup_file=./pyproject.toml")
    assert "workflow.tar.gz" in [package["name"] for package in job.pool["packages"]]
    (package,) = (content for path, content in job.staged.items() if path.endswith("workflow.tar.gz"))
    with tarfile.open(fileobj=io.BytesIO(package)) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    source = {path.relative_to(ROOT) for room in ROOMS for path in (ROOT / room).rglob("*") if path.is_file()}
    assert {str(path) for path in source if "__pycache__" not in path.parts} <= names


def test_no_credentials_are_in_the_job(job: Job) -> None:
    account = json.loads(Path(os.environ["GOOGLE_APPLICATION_CREDENTIALS"]).read_text())
    secrets = [account["private_key"].splitlines()[1].encode(), account["client_email"].encode()]
    assert not [path for path, content in job.staged.items() for secret in secrets if secret in content]


def test_every_key_has_the_same_bytes_everywhere(job: Job) -> None:
    assert job.undetermined_keys() == []


class Opaque:
    """What has no bytes of its own but those of pickle."""


def group_opaque(root: beam.Pipeline) -> None:
    root | beam.Create([1]) | beam.Map(lambda one: (Opaque(), one)) | "Grouped" >> beam.GroupByKey()


def test_a_key_that_has_not_is_found(store: ObjectStore) -> None:
    assert made(store, group_opaque, "--allow_non_deterministic_key_coders").undetermined_keys() == ["Grouped"]


def test_a_key_that_has_not_would_fail_in_the_tests_of_the_graph_too() -> None:
    root = pipeline()
    group_opaque(root)
    with pytest.raises(Exception, match=r"Unable to deterministically encode .*Opaque"):
        root.run()


def test_what_is_grouped_in_a_stream_is_windowed(streaming: Job) -> None:
    components = streaming.graph.components
    groupings = list(streaming.transforms(common_urns.primitives.GROUP_BY_KEY.urn))
    inputs = [components.pcollections[next(iter(step.inputs.values()))] for step in groupings]
    windows = {components.windowing_strategies[each.windowing_strategy_id].window_fn.urn for each in inputs}
    assert windows == {common_urns.fixed_windows.urn}


def test_grouping_a_stream_without_windows_makes_no_job(store: ObjectStore) -> None:
    with pytest.raises(ValueError, match="GroupByKey cannot be applied to an unbounded PCollection"):
        made(store, lambda root: root | PeriodicImpulse() | beam.Map(lambda _: ("a", 1)) | beam.GroupByKey())


def test_side_inputs_are_those_of_ids_which_a_worker_can_hold(batch: Job, streaming: Job) -> None:
    """Every worker holds them whole; a new one must be thought about before it stands here."""
    assert {name.split("/")[0] for name in batch.side_inputs()} <= {"KeepNews", "Landed", "ReadTouched"}
    assert list(streaming.side_inputs()) == []


def test_a_job_stays_far_below_the_ten_megabytes_that_it_may_have(job: Job) -> None:
    assert len(json.dumps(job.request)) < 100_000
    assert job.graph.ByteSize() < 1_000_000


def test_the_metadata_is_that_of_a_template() -> None:
    json_format.Parse(METADATA, dataflow.TemplateMetadata.pb()())


def options_of(command: str) -> dict[str, Any]:
    """The options of a command, by name as a parameter has it."""
    (commands,) = (action for action in _parser()._actions if action.choices)
    actions = commands.choices[command]._actions
    named = {action.option_strings[-1]: action for action in actions if action.dest != "help"}
    return {name.removeprefix("--").replace("-", "_"): action for name, action in named.items()}


def test_the_template_has_every_option_of_its_commands_with_its_help() -> None:
    options = {name: action for command in OFFERED for name, action in options_of(command).items()}
    own = {"command", "sdk_container_image"}
    assert PARAMETERS.keys() - own == options.keys()
    assert {name: PARAMETERS[name]["helpText"] for name in options} == {n: a.help for n, a in options.items()}


def test_what_every_command_requires_is_not_optional() -> None:
    for name, parameter in PARAMETERS.items():
        required = all(name in (of := options_of(command)) and of[name].required for command in OFFERED)
        assert parameter.get("isOptional", False) == (not required and name != "sdk_container_image"), name


def test_the_commands_are_those_that_are_offered() -> None:
    assert tuple(option["value"] for option in PARAMETERS["command"]["enumOptions"]) == OFFERED


@pytest.mark.parametrize(
    ("name", "right", "wrong"),
    [
        ("command", ["ingest", "stream"], ["report", ""]),
        ("output", ["gs://b/lake", "gs://b"], ["s3://b/l", "lake", "gs://", "gs://b/a b", "gs://b/*"]),
        ("input", ["gs://b/*.txt", "gs://b/a[1].xml gs://c/d"], ["s3://b/c", "/etc/passwd", "gs://b/a  gs://b/c"]),
        ("feeds", ["gs://b/feeds.opml"], ["feeds.opml", "gs://b/a gs://b/b"]),
        ("contact", ["me@parley.example", "The News Desk, 1 Road"], ["", " ", "a\nb", "ü"]),
        ("allow_network", ["10.0.0.0/8", "10.0.0.0/8 fd00::/8"], ["10.0.0.0", "intranet"]),
        ("spacy_model", ["en_core_web_sm", "/models/mine"], ["", "a b"]),
        ("sdk_container_image", [IMAGE, f"{IMAGE.removesuffix(':1')}@sha256:{'0' * 64}"], ["", "my image"]),
    ],
)
def test_a_parameter_is_checked_before_a_machine_is_started(name: str, right: list[str], wrong: list[str]) -> None:
    assert [value for value in right if not accepts(name, value)] == []
    assert [value for value in wrong if accepts(name, value)] == []


def accepts(name: str, value: str) -> bool:
    return all(re.fullmatch(regex, value) for regex in PARAMETERS[name]["regexes"])


def test_the_launcher_s_arguments_become_a_command_line() -> None:
    given = [
        *("--command=stream", "--input=gs://b/* gs://c/*", "--allow_network=10.0.0.0/8 fd00::/8", "--spacy_model=m"),
        *("--output=gs://b/lake", "--contact=a b", "--runner=DataflowRunner"),
    ]
    assert runpy.run_path(LAUNCH)["command_line"](given) == [
        *("stream", "--input", "gs://b/*", "gs://c/*", "--allow-network=10.0.0.0/8", "--allow-network=fd00::/8"),
        *("--spacy-model=m", "--output=gs://b/lake", "--contact=a b", "--runner=DataflowRunner"),
    ]


def test_the_parameters_that_are_shown_are_those_of_the_template() -> None:
    shown = re.findall(r"--parameters (\S+)", (ROOT / "README.md").read_text(), flags=re.M)
    assert shown
    for parameters in shown:
        given = dict(parameter.split("=", 1) for parameter in parameters.replace("'", "").split(","))
        assert given.keys() <= PARAMETERS.keys()
        assert {name for name, each in PARAMETERS.items() if not each.get("isOptional")} <= given.keys()
        assert [name for name in given if not name.endswith("image") and not accepts(name, given[name])] == []


DOCKERFILE = (DEPLOY / "Dockerfile").read_text()


def test_what_the_image_copies_is_there_and_not_ignored() -> None:
    copied = [
        source
        for line in re.findall(r"^COPY (.*)", DOCKERFILE, flags=re.M)
        if not line.startswith("--from")
        for source in line.split()[:-1]
    ]
    admitted = {line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")}
    assert set(copied) == admitted
    assert [source for source in copied if not (ROOT / source).exists()] == []


def test_the_image_has_one_beam_in_boot_and_packages_and_every_package_pinned() -> None:
    requirements = [line for line in (DEPLOY / "requirements.txt").read_text().splitlines() if line[0] != "#"]
    pinned = dict(line.split("==") for line in requirements)
    assert f"FROM apache/beam_python3.11_sdk:{pinned['apache-beam']} AS sdk" in DOCKERFILE
    assert pinned["apache-beam"] == importlib.metadata.version("apache-beam")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    extras = [project["optional-dependencies"][extra] for extra in ("dataflow", "gcs", "s3")]
    for requirement in map(Requirement, sum(extras, project["dependencies"])):
        assert requirement.name == "parley" or pinned[requirement.name] in requirement.specifier, requirement
    bases = re.findall(r"^FROM (\S+)", DOCKERFILE, flags=re.M)
    assert [base for base in bases if not re.search(r":[\w.-]*\d", base)] == []
