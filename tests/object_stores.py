"""Object stores on loopback: emulators of S3 and of Google Cloud Storage, as a person's environment would name them."""

import json
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import boto3
import pytest
import urllib3
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from gcp_storage_emulator.server import create_server
from google.cloud import storage
from moto.server import ThreadedMotoServer
from web_server import free_port

BUCKET = "news"


@dataclass(frozen=True)
class ObjectStore:
    """A bucket of an emulator, seen past the code that is tested."""

    scheme: str
    put: Callable[[str, bytes], Any]
    listing: Callable[[str], Iterator[tuple[str, datetime, bytes]]]

    def url(self, path: str) -> str:
        return f"{self.scheme}://{BUCKET}/{path}"

    def contents(self, folder: str) -> dict[str, bytes]:
        """What every object under a folder holds, by its path in it."""
        return {path.removeprefix(f"{folder}/"): content for path, _, content in self.listing(f"{folder}/")}

    def times(self, folder: str) -> dict[str, datetime]:
        """When every object under a folder was last written."""
        return {path: time for path, time, _ in self.listing(f"{folder}/")}

    def fill(self, folder: str, contents: dict[str, bytes]) -> None:
        for path, content in contents.items():
            self.put(f"{folder}/{path}", content)


@contextmanager
def s3(folder: Path, environment: pytest.MonkeyPatch) -> Iterator[ObjectStore]:
    """An emulated S3, which the AWS_ variables of the environment lead to."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = ThreadedMotoServer("127.0.0.1", free_port(), verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    for name, value in {
        "AWS_ENDPOINT_URL": f"http://{host}:{port}",
        "AWS_ACCESS_KEY_ID": "key",
        "AWS_SECRET_ACCESS_KEY": "secret",
        "AWS_DEFAULT_REGION": "us-east-1",
    }.items():
        environment.setenv(name, value)
    client = boto3.client("s3")
    client.create_bucket(Bucket=BUCKET)

    def listing(prefix: str) -> Iterator[tuple[str, datetime, bytes]]:
        for found in client.list_objects_v2(Bucket=BUCKET, Prefix=prefix).get("Contents", ()):
            content = client.get_object(Bucket=BUCKET, Key=found["Key"])["Body"].read()
            yield found["Key"], found["LastModified"], content

    try:
        yield ObjectStore("s3", lambda path, content: client.put_object(Bucket=BUCKET, Key=path, Body=content), listing)
    finally:
        server.stop()


@contextmanager
def gcs(folder: Path, environment: pytest.MonkeyPatch) -> Iterator[ObjectStore]:
    """An emulated Google Cloud Storage, which the environment leads to, with a service account's key in the folder."""
    port = free_port()
    tokens = HTTPServer(("127.0.0.1", 0), _Tokens)
    Thread(target=tokens.serve_forever, args=(0.02,), daemon=True).start()
    key = folder / "key.json"
    key.write_text(json.dumps(_service_account(f"http://127.0.0.1:{tokens.server_address[1]}/token")))
    for name, value in {
        "STORAGE_EMULATOR_HOST": f"http://127.0.0.1:{port}",
        "CLOUD_STORAGE_EMULATOR_ENDPOINT": f"http://127.0.0.1:{port}",
        "GOOGLE_APPLICATION_CREDENTIALS": str(key),
    }.items():
        environment.setenv(name, value)
    with create_server("127.0.0.1", port, in_memory=True, default_bucket=BUCKET):
        bucket = storage.Client().bucket(BUCKET)

        def listing(prefix: str) -> Iterator[tuple[str, datetime, bytes]]:
            for blob in list(bucket.list_blobs(prefix=prefix)):
                yield blob.name, blob.updated, blob.download_as_bytes()

        yield ObjectStore("gs", lambda path, content: bucket.blob(path).upload_from_string(content), listing)
    tokens.shutdown()


class _Tokens(BaseHTTPRequestHandler):
    """Gives everybody who asks a token."""

    def do_POST(self) -> None:
        body = json.dumps({"access_token": "t", "expires_in": 3600, "token_type": "Bearer"}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


def _service_account(token_uri: str) -> dict[str, str]:
    key = rsa.generate_private_key(65537, 2048).private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    return {
        "type": "service_account",
        "project_id": "parley",
        "private_key_id": "k",
        "private_key": key.decode(),
        "client_email": "parley@parley.example",
        "client_id": "1",
        "token_uri": token_uri,
    }


STORES = {"s3": s3, "gs": gcs}


@contextmanager
def dying(at: int, die: Callable[[], None]) -> Iterator[list[str]]:
    """Dies in place of the nth request that would change an object store; gives the requests that were made before.

    The clients of both stores make their requests with urllib3. A store knows nothing of a client but its requests, so
    that one whose every further request fails is to it as dead as one that was killed.
    """
    made: list[str] = []
    send = urllib3.HTTPConnectionPool.urlopen

    def counted(pool: urllib3.HTTPConnectionPool, method: str, url: str, *args: Any, **kwargs: Any) -> Any:
        if method not in ("GET", "HEAD") and not url.endswith("/token"):
            if len(made) + 1 == at:
                die()
            made.append(f"{method} {url}")
        return send(pool, method, url, *args, **kwargs)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(urllib3.HTTPConnectionPool, "urlopen", counted)
        yield made
