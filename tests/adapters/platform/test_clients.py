from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from helsebro_aws.platform import clients
from helsebro_aws.platform.settings import Settings

pytestmark = pytest.mark.usefixtures("aws_endpoint")
ROOT = Path(__file__).parents[3]
ON_AWS = Settings({"AWS_REGION": "eu-west-1"})
ON_THE_STACK = Settings({"AWS_REGION": "eu-west-1", "AWS_ENDPOINT_URL": "http://localhost:4566"})
SERVICES = ("s3", "sqs", "kms", "events", "stepfunctions", "ssm")


def link(to: Settings) -> str:
    """Returns a signed link to an object."""
    wanted = {"Bucket": "papers", "Key": "a.pdf"}
    return str(clients.client("s3", to).generate_presigned_url("get_object", Params=wanted, ExpiresIn=60))


def test_a_service_has_one_client_in_a_process() -> None:
    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda _: clients.client("sqs", ON_AWS), range(8)))
    assert len({id(client) for client in made}) == 1
    assert clients.client("kms", ON_AWS) is not made[0]


@pytest.mark.parametrize("service", SERVICES)
@pytest.mark.parametrize("to", [ON_AWS, ON_THE_STACK])
def test_a_client_uses_the_region_of_the_function(service: str, to: Settings) -> None:
    client = clients.client(service, to)
    assert client.meta.region_name == "eu-west-1"
    assert client.meta.endpoint_url == (to.endpoint_url or client.meta.endpoint_url)
    assert to.endpoint_url or "eu-west-1.amazonaws.com" in client.meta.endpoint_url


def test_only_the_settings_decide_the_endpoint_of_a_client(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL_SQS", "http://localhost:1")
    to = Settings({"AWS_REGION": "eu-west-3"})
    assert clients.client("sqs", to).meta.endpoint_url == "https://sqs.eu-west-3.amazonaws.com"


@pytest.mark.parametrize("service", SERVICES)
@pytest.mark.parametrize("within", [clients.API_SECONDS, 29, 30, 60])
def test_all_attempts_end_before_the_functions_own_time(service: str, within: int) -> None:
    config: Any = clients.client(service, ON_AWS, within).meta.config
    attempts = config.retries["total_max_attempts"]
    assert (config.retries["mode"], attempts) == ("standard", 2)
    assert config.read_timeout >= 3
    assert attempts * (config.connect_timeout + config.read_timeout) <= within - clients.SPARE_SECONDS


def test_a_signed_link_on_aws_names_the_bucket_in_its_own_region() -> None:
    assert link(ON_AWS).startswith("https://papers.s3.eu-west-1.amazonaws.com/a.pdf?X-Amz-")


def test_a_signed_link_on_the_embedded_stack_has_the_bucket_in_its_path() -> None:
    assert link(ON_THE_STACK).startswith("http://localhost:4566/papers/a.pdf?X-Amz-")


def test_boto3_is_loaded_by_the_first_call_only() -> None:
    users = "documents.uploads, helsebro_aws.outbox.event_bus, helsebro_aws.tasks.workflow"
    code = f"import sys, helsebro_aws.{users}; sys.exit(bool({{'boto3', 'botocore'}} & set(sys.modules)))"
    search = {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    assert subprocess.run([sys.executable, "-c", code], env=search, check=False).returncode == 0


CLIENT = re.compile(
    r"\b(import boto3|from boto3 |import botocore\.session|botocore\.session import"
    r"|(DynamoDBClient|KmsEncryptor|S3Operations)\()"
)
"""How a client of AWS is made: with boto3, with a session of botocore, or with the Rust core."""
MAKERS = {
    "layers/adapters/python/helsebro_aws/platform/clients.py": "every service but DynamoDB and the field key",
    "layers/adapters/python/helsebro_aws/platform/field_encryption.py": "the field key, with `limits`",
    "layers/adapters/python/helsebro_aws/dynamodb/tables.py": "DynamoDB, with `limits`",
    "infra/account/account.py": "the operator's own credentials, before and after a deployment",
    "local/stack/deploy.py": "the emulator's root user, never AWS",
}


def makers() -> dict[str, str]:
    """Returns the files that make clients, with their sources."""
    folders = ("layers/*/python", "functions", "infra", "local")
    paths = [path for folder in folders for path in ROOT.glob(f"{folder}/**/*.py")]
    assert len(paths) > 300
    sources = {str(path.relative_to(ROOT)): path.read_text() for path in paths}
    return {path: source for path, source in sources.items() if CLIENT.search(source)}


def test_each_kind_of_client_is_made_at_one_place() -> None:
    assert set(makers()) == set(MAKERS)


def test_both_clients_of_the_core_have_limits() -> None:
    calls = [
        node
        for source in makers().values()
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call) and CLIENT.search(f"{ast.unparse(node.func)}(")
    ]
    limited = [any(argument.arg is None for argument in call.keywords) for call in calls]
    assert limited == [True, True]


@pytest.mark.parametrize(
    "source, is_one",
    [
        ("    import boto3\n    return boto3.client('s3')", True),
        ("from boto3 import client", True),
        ("core.KmsEncryptor(key_id=key)", True),
        ("from botocore.exceptions import ClientError", False),
    ],
)
def test_the_scan_finds_a_client_made_elsewhere(source: str, is_one: bool) -> None:
    assert bool(CLIENT.search(source)) is is_one
