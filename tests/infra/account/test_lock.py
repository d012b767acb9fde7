"""One deployment of a stage at a time."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from infra.account import lock
from infra.stage import Stage, stage

AT = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)


def test_a_second_deployment_is_an_error_that_names_the_first(to: Stage, account: Any) -> None:
    with (
        lock.held(to, account("ssm"), "anna", AT),
        pytest.raises(lock.DeploymentRuns) as runs,
        lock.held(to, account("ssm"), "bo", AT),
    ):
        pytest.fail("two deployments ran at once")
    assert "anna, 2026-11-02 09:30 UTC" in str(runs.value)
    assert "make unlock STAGE=dev" in str(runs.value)


def test_the_refused_deployment_does_not_remove_the_lock_of_the_first(to: Stage, account: Any) -> None:
    with lock.held(to, account("ssm"), "anna", AT):
        for _ in range(2):
            with pytest.raises(lock.DeploymentRuns), lock.held(to, account("ssm"), "bo", AT):
                pytest.fail("two deployments ran at once")


def test_a_deployment_may_begin_after_one_that_failed(to: Stage, account: Any) -> None:
    with pytest.raises(ZeroDivisionError), lock.held(to, account("ssm"), "anna", AT):
        raise ZeroDivisionError
    with lock.held(to, account("ssm"), "bo", AT):
        pass


def test_two_stages_are_deployed_side_by_side(to: Stage, account: Any) -> None:
    other = stage("test", "eu-north-1")
    with lock.held(to, account("ssm"), "anna", AT), lock.held(other, account("ssm"), "bo", AT):
        pass


class StacksInAState:
    """CloudFormation with these stacks."""

    def __init__(self, **states: str) -> None:
        self._stacks = [
            {"StackName": name.replace("_", "-"), "StackStatus": it} for name, it in states.items()
        ]

    def get_paginator(self, _: str) -> StacksInAState:
        return self

    def paginate(self) -> list[dict[str, Any]]:
        return [{"Stacks": [one]} for one in self._stacks]


def test_a_stack_in_progress_is_an_error_that_names_it(to: Stage, account: Any) -> None:
    busy = StacksInAState(helsebro_dev_cases="UPDATE_IN_PROGRESS", helsebro_dev_state="UPDATE_COMPLETE")
    with pytest.raises(lock.DeploymentRuns, match=r"helsebro-dev-cases \(UPDATE_IN_PROGRESS\)\. Wait"):
        lock.must_be_idle(to, busy, account("ssm"))


def test_a_stack_that_a_deployment_changes_is_named_with_who_deploys(to: Stage, account: Any) -> None:
    busy = StacksInAState(helsebro_dev_cases="UPDATE_IN_PROGRESS")
    with (
        lock.held(to, account("ssm"), "anna", AT),
        pytest.raises(lock.DeploymentRuns, match=r"for the deployment of anna, 2026-11-02 09:30 UTC\."),
    ):
        lock.must_be_idle(to, busy, account("ssm"))


def test_a_stack_of_another_stage_may_be_in_progress(to: Stage, account: Any) -> None:
    lock.must_be_idle(to, StacksInAState(helsebro_prod_cases="UPDATE_IN_PROGRESS"), account("ssm"))


def test_a_stack_of_an_account_is_read_as_cloudformation_returns_it(to: Stage, account: Any) -> None:
    empty = json.dumps({"Resources": {"Topic": {"Type": "AWS::SNS::Topic"}}})
    account("cloudformation").create_stack(StackName="helsebro-dev-state", TemplateBody=empty)
    lock.must_be_idle(to, account("cloudformation"), account("ssm"))
