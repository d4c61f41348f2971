"""The manifest for Flink's Kubernetes operator says nothing that the operator does not know."""

import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

MANIFEST = yaml.safe_load((Path(__file__).parent.parent / "deploy/flink/deployment.yaml").read_text())
OPERATOR = "org.apache.flink:flink-kubernetes-operator-api:1.10.0:jar"
DEFINITION = "META-INF/fabric8/flinkdeployments.flink.apache.org-v1.yml"


@pytest.fixture(scope="module")
def schema(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The schema that the operator publishes in its jar, of the version that the manifest names."""
    if shutil.which("mvn") is None:
        pytest.skip("there is no mvn to fetch the operator's schema with")
    folder = tmp_path_factory.mktemp("operator")
    copy = ["mvn", "-B", "-q", "org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy", f"-Dartifact={OPERATOR}"]
    subprocess.run([*copy, f"-DoutputDirectory={folder}"], check=True, timeout=300)
    with zipfile.ZipFile(next(folder.glob("*.jar"))) as jar:
        definition = yaml.safe_load(jar.read(DEFINITION))
    (version,) = (v for v in definition["spec"]["versions"] if v["name"] == MANIFEST["apiVersion"].split("/")[1])
    return version["schema"]["openAPIV3Schema"]


def unknown(value: Any, schema: dict[str, Any], path: str = "") -> Iterator[str]:
    """What stands in the value and not in the schema: the operator would drop it without a word."""
    if isinstance(value, list):
        for item in value:
            yield from unknown(item, schema.get("items", {}), f"{path}[]")
    elif isinstance(value, dict) and "properties" in schema:
        for name, part in value.items():
            if name in schema["properties"]:
                yield from unknown(part, schema["properties"][name], f"{path}.{name}")
            else:
                yield f"{path}.{name}"


@pytest.mark.flink
def test_the_operator_knows_all_that_the_manifest_says(schema: dict[str, Any]) -> None:
    jsonschema.validate(MANIFEST, schema)
    known = {**schema["properties"], "apiVersion": {}, "kind": {}, "metadata": {}}
    assert list(unknown(MANIFEST, {**schema, "properties": known})) == []


@pytest.mark.flink
def test_the_schema_would_tell(schema: dict[str, Any]) -> None:
    assert list(unknown({"spec": {"imagge": "x"}}, schema)) == [".spec.imagge"]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"spec": {"flinkVersion": "v9_9"}}, schema)


def test_upgrades_keep_the_state_and_workers_run_beside_every_task_manager() -> None:
    spec = MANIFEST["spec"]
    (workers,) = spec["taskManager"]["podTemplate"]["spec"]["containers"]
    assert workers["args"] == ["--worker_pool"]
    assert spec["job"]["upgradeMode"] == "savepoint"
    assert spec["flinkConfiguration"]["state.checkpoints.dir"].startswith("s3://")
