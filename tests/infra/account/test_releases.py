"""``make rollback``: every function runs the version from before the last deployment."""

from __future__ import annotations

import io
import json
import zipfile
from typing import Any

import pytest
from botocore.exceptions import ClientError

from infra.account import releases
from infra.stage import LIVE, Stage

ROLE = {"Version": "2012-10-17", "Statement": []}


def code(text: str) -> bytes:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("handler.py", text)
    return archive.getvalue()


def function(to: Stage, account: Any, name: str) -> None:
    """Deploys a function with its first version live."""
    document = json.dumps(ROLE)
    role = account("iam").create_role(RoleName=name, AssumeRolePolicyDocument=document)["Role"]["Arn"]
    made = {"Runtime": "python3.13", "Handler": "handler.handler", "Role": role}
    named = to.named(name)
    account("lambda").create_function(FunctionName=named, Code={"ZipFile": code("1")}, Publish=True, **made)
    account("lambda").create_alias(FunctionName=named, Name=LIVE, FunctionVersion="1")


def deploy(to: Stage, account: Any, *names: str) -> None:
    """Makes a new version of these functions live, as a deployment does."""
    known = ["claims", "bookings", "not_yet"]
    with releases.remembered(to, known, account("lambda"), account("ssm")):
        for name in names:
            changed = account("lambda").update_function_code(
                FunctionName=to.named(name), ZipFile=code(f"{name} {live(to, account)}"), Publish=True
            )
            account("lambda").update_alias(
                FunctionName=to.named(name), Name=LIVE, FunctionVersion=changed["Version"]
            )


def live(to: Stage, account: Any) -> dict[str, str]:
    return releases.live_versions(to, ["claims", "bookings"], account("lambda"))


@pytest.fixture
def deployed(to: Stage, account: Any) -> Any:
    for name in ("claims", "bookings"):
        function(to, account, name)
    return account


def test_only_the_functions_of_the_last_deployment_move_back(to: Stage, deployed: Any) -> None:
    deploy(to, deployed, "bookings")
    deploy(to, deployed, "claims")
    moved = releases.take_back(to, deployed("lambda"), deployed("ssm"))
    assert moved == {"claims": ("2", "1")}
    assert live(to, deployed) == {"claims": "1", "bookings": "2"}


def test_taken_back_twice_nothing_more_moves(to: Stage, deployed: Any) -> None:
    deploy(to, deployed, "claims", "bookings")
    releases.take_back(to, deployed("lambda"), deployed("ssm"))
    with pytest.raises(releases.NothingToTakeBack, match="already has its version"):
        releases.take_back(to, deployed("lambda"), deployed("ssm"))
    assert live(to, deployed) == {"claims": "1", "bookings": "1"}


def test_a_deployment_that_stops_half_way_can_be_taken_back(to: Stage, deployed: Any) -> None:
    with pytest.raises(ClientError):
        deploy(to, deployed, "claims", "unknown")
    assert releases.take_back(to, deployed("lambda"), deployed("ssm")) == {"claims": ("2", "1")}


def test_a_deployment_that_changes_no_code_keeps_the_record_of_the_last_one(to: Stage, deployed: Any) -> None:
    deploy(to, deployed, "claims")
    deploy(to, deployed)
    assert releases.take_back(to, deployed("lambda"), deployed("ssm")) == {"claims": ("2", "1")}


def test_without_a_deployment_there_is_nothing_to_take_back(to: Stage, deployed: Any) -> None:
    with pytest.raises(releases.NothingToTakeBack, match="No deployment of dev"):
        releases.take_back(to, deployed("lambda"), deployed("ssm"))


def test_after_the_first_deployment_there_is_nothing_to_take_back(to: Stage, account: Any) -> None:
    with releases.remembered(to, ["claims"], account("lambda"), account("ssm")):
        function(to, account, "claims")
    with pytest.raises(releases.NothingToTakeBack, match="The last deployment of dev was its first"):
        releases.take_back(to, account("lambda"), account("ssm"))


def test_a_function_that_did_not_exist_before_is_left_alone(to: Stage, deployed: Any) -> None:
    deploy(to, deployed, "claims")
    function(to, deployed, "not_yet")
    assert "not_yet" not in releases.take_back(to, deployed("lambda"), deployed("ssm"))
