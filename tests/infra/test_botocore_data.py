from __future__ import annotations

import shutil
from pathlib import Path

import botocore
import pytest
from botocore.config import Config
from botocore.loaders import Loader
from botocore.session import get_session

from infra import botocore_data, build_layers
from infra.botocore_data import UnnamedService, keep_only, services_in, services_used
from infra.stage import ROOT

DATA = Path(botocore.__file__).parent / "data"
USED = sorted(services_used())


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data of the locked botocore with the services that the code uses, as in the layer."""
    copy = tmp_path_factory.mktemp("botocore") / "data"
    others = {folder.name for folder in DATA.iterdir() if folder.is_dir()} - {*USED, "ec2", "dynamodb"}
    shutil.copytree(DATA, copy, ignore=lambda at, _: others if Path(at) == DATA else ())
    keep_only(services_used(), copy)
    return copy


def test_the_scan_finds_the_services_of_every_client() -> None:
    assert {"s3", "sqs", "kms", "events", "stepfunctions"} <= set(USED)
    called = sum(
        path.read_text().count("clients.client(")
        for folder in botocore_data.CODE
        for path in folder.rglob("*.py")
    )
    assert called == sum(
        len(services_in(path.read_text())) for folder in botocore_data.CODE for path in folder.rglob("*.py")
    )


def test_a_client_whose_service_is_not_named_stops_the_build() -> None:
    assert services_in('clients.client("sns", to)') == ["sns"]
    with pytest.raises(UnnamedService, match="name"):
        services_in("clients.client(name, to)")


@pytest.mark.parametrize("service", USED)
def test_the_layer_makes_a_client_of_every_service_that_is_used(service: str, kept: Path) -> None:
    session = get_session()
    session.register_component("data_loader", Loader([str(kept)], include_default_search_paths=False))
    keys = {"aws_access_key_id": "a", "aws_secret_access_key": "b"}
    on_aws = Config(ignore_configured_endpoint_urls=True)
    client = session.create_client(service, region_name="eu-north-1", config=on_aws, **keys)
    assert "eu-north-1.amazonaws.com" in client.meta.endpoint_url


def test_the_layer_holds_no_other_service(kept: Path) -> None:
    assert sorted(folder.name for folder in kept.iterdir() if folder.is_dir()) == USED
    files = {path.name for path in DATA.iterdir() if path.is_file()}
    assert {path.name for path in kept.iterdir() if path.is_file()} == files


def test_a_service_that_botocore_does_not_know_stops_the_build(tmp_path: Path) -> None:
    (tmp_path / "s3").mkdir()
    with pytest.raises(FileNotFoundError, match="no-such-service"):
        keep_only(["s3", "no-such-service"], tmp_path)
    assert (tmp_path / "s3").is_dir()


def test_boto3_is_in_the_layer_of_every_function_and_pinned() -> None:
    root = ROOT
    assert "boto3" in (root / "layers" / "dependencies" / "api.in").read_text().split()
    assert build_layers.left_out_of("api") == []
    pinned = (root / "requirements.lock").read_text().splitlines()
    assert [line for line in pinned if line.startswith(("boto3==", "botocore=="))] != []
