"""The program `parley-worker`: a Python worker that an engine starts beside itself, where parley is installed.

Flink starts it with --environment_type PROCESS, by the contract that Beam's containers have: it is told one address of
the engine, learns there of the others and of the job's options, and does what it is sent until it is ended.
"""

import argparse
import os
from collections.abc import Sequence

import grpc
from apache_beam.portability.api import beam_provision_api_pb2, beam_provision_api_pb2_grpc
from apache_beam.runners.worker import sdk_worker_main
from google.protobuf import json_format, text_format


def main(argv: Sequence[str] | None = None) -> None:
    """Works for the engine that this address is of."""
    parser = argparse.ArgumentParser("parley-worker", description="Works for an engine, which starts it; see README.")
    parser.add_argument("--id", required=True, help="the name that the engine gives to the worker")
    parser.add_argument("--provision_endpoint", required=True, help="where the engine tells the rest")
    told = parser.parse_args(argv)
    with grpc.insecure_channel(told.provision_endpoint) as channel:
        service = beam_provision_api_pb2_grpc.ProvisionServiceStub(channel)
        request = beam_provision_api_pb2.GetProvisionInfoRequest()
        info = service.GetProvisionInfo(request, metadata=[("worker_id", told.id)]).info
    os.environ.update(
        WORKER_ID=told.id,
        LOGGING_API_SERVICE_DESCRIPTOR=text_format.MessageToString(info.logging_endpoint),
        CONTROL_API_SERVICE_DESCRIPTOR=text_format.MessageToString(info.control_endpoint),
        RUNNER_CAPABILITIES=" ".join(info.runner_capabilities),
        PIPELINE_OPTIONS=json_format.MessageToJson(info.pipeline_options),
    )
    sdk_worker_main.main([])
