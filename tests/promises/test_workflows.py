"""Promise 7: workflows never hang. Every wait for a person has an end, and somebody is told of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from local.stack import assembly
from tests.infra.template import Template, listed

LONGEST_WAIT_SECONDS = 60 * 24 * 3600


@pytest.fixture(scope="module")
def template() -> Template:
    return Template(assembly.of_stage("account").template)


def states_of(definition: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every state by name, also those inside maps and branches."""
    for name, state in definition["States"].items():
        yield name, state
        for inner in [*state.get("Branches", []), *listed(state.get("ItemProcessor", []))]:
            yield from states_of(inner)


def waits_without_end(definition: Mapping[str, Any]) -> list[str]:
    """The states that wait for a task token, and could do so for ever."""
    return [
        name
        for name, state in states_of(definition)
        if str(state.get("Resource", "")).endswith(".waitForTaskToken")
        and not 0 < state.get("TimeoutSeconds", 0) <= LONGEST_WAIT_SECONDS
    ]


def test_every_wait_for_a_person_has_an_end(template: Template) -> None:
    assert template.machines()
    assert {name: waits_without_end(machine) for name, machine in template.machines().items()} == {
        name: [] for name in template.machines()
    }


def test_every_workflow_waits_for_a_person_somewhere(template: Template) -> None:
    for machine in template.machines().values():
        resources = [str(state.get("Resource", "")) for _, state in states_of(machine)]
        assert any(resource.endswith(".waitForTaskToken") for resource in resources)


def test_the_staff_are_asked_first_so_that_one_step_asks_the_engine(template: Template) -> None:
    assert {machine["StartAt"] for machine in template.machines().values()} == {"AskStaff"}


def test_control_a_wait_without_an_end_is_found_also_inside_a_branch(template: Template) -> None:
    for machine in template.machines().values():
        for _, state in states_of(machine):
            state.pop("TimeoutSeconds", None)
        inside = {"States": {"Both": {"Type": "Parallel", "Branches": [machine]}}}
        assert waits_without_end(machine)
        assert waits_without_end(inside) == waits_without_end(machine)


def test_a_timeout_is_never_run_again(template: Template) -> None:
    for machine in template.machines().values():
        for _, state in states_of(machine):
            retried = {error for retry in state.get("Retry", []) for error in retry["ErrorEquals"]}
            assert not retried & {"States.ALL", "States.Timeout"}


def test_every_workflow_rings_when_it_fails_and_when_it_ran_out_of_time(template: Template) -> None:
    watched = {
        (template.referred(dimension["Value"]), alarm["MetricName"])
        for alarm in template.of_type("AWS::CloudWatch::Alarm").values()
        for dimension in alarm.get("Dimensions", [])
        if dimension["Name"] == "StateMachineArn" and alarm["AlarmActions"]
    }
    for machine in template.machines():
        assert {(machine, "ExecutionsFailed"), (machine, "ExecutionsTimedOut")} <= watched


def test_a_workflow_has_few_states_for_each_costs_more_than_all_the_rest(template: Template) -> None:
    assert all(len(list(states_of(machine))) <= 6 for machine in template.machines().values())
