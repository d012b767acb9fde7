"""Lean imports: what they leave out, and that the whole library is still there for who asks."""

from __future__ import annotations

import subprocess
import sys

import pytest

from helsebro_aws.platform import lean

GATEWAY = "aws_lambda_powertools.event_handler.api_gateway"


def output(code: str) -> str:
    path = ":".join(path for path in sys.path if path)
    ran = subprocess.run(
        [sys.executable, "-c", code], env={"PYTHONPATH": path}, capture_output=True, text=True, check=True
    )
    return ran.stdout.strip()


def test_the_resolver_loads_no_event_of_a_service_that_it_does_not_serve() -> None:
    unwanted = ("kafka_event", "code_pipeline_job_event", "zipfile", "tempfile", "asyncio", "boto3")
    code = "import sys, helsebro_aws.http.resolver; print([m.split('.')[-1] for m in sys.modules])"
    assert [name for name in unwanted if f"'{name}'" in output(code)] == []


def test_control_the_plain_import_loads_them() -> None:
    code = f"import sys, {GATEWAY}; print([m.split('.')[-1] for m in sys.modules])"
    assert "'kafka_event'" in output(code)


def test_the_whole_library_is_still_found_after_a_lean_import() -> None:
    code = (
        "import helsebro_aws.http.resolver as lean\n"
        "from aws_lambda_powertools.event_handler import APIGatewayHttpResolver\n"
        "from aws_lambda_powertools.utilities.data_classes import APIGatewayProxyEventV2, S3Event\n"
        "print(lean.APIGatewayHttpResolver is APIGatewayHttpResolver, S3Event.__name__)"
    )
    assert output(code) == "True S3Event"


def test_a_package_that_is_not_installed_is_an_error_with_its_name() -> None:
    with pytest.raises(ImportError, match="helsebro_nowhere"):
        lean.module("helsebro_nowhere.module")
