"""Promise 7: workflows never hang. Every wait for a person has a timeout; every failure is reported to the
staff, and has an alarm.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from helsebro_aws.tasks.reviews import REVIEWS
from infra.context_files import context_files
from infra.stage import PRODUCTION
from local.stack import assembly
from tests.infra.template import Template, listed
from tests.journeys.reviews import QUEUES

LONGEST_WAIT_SECONDS = 60 * 24 * 3600


@pytest.fixture(scope="module")
def template() -> Template:
    return Template.of_stacks(assembly.of_stage(PRODUCTION).templates)


def states_of(definition: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yields every state by name, also inside maps and branches."""
    for name, state in definition["States"].items():
        yield name, state
        for inner in [*state.get("Branches", []), *listed(state.get("ItemProcessor", []))]:
            yield from states_of(inner)


def waits_without_timeout(definition: Mapping[str, Any]) -> list[str]:
    """Returns the states that wait for a task token without a timeout."""
    return [
        name
        for name, state in states_of(definition)
        if str(state.get("Resource", "")).endswith(".waitForTaskToken")
        and not 0 < state.get("TimeoutSeconds", 0) <= LONGEST_WAIT_SECONDS
    ]


def steps_without_report(definition: Mapping[str, Any]) -> list[str]:
    """Returns the states that run a function and whose failure no state reports and then fails."""
    states = dict(states_of(definition))

    def reports(name: str) -> bool:
        following = states.get(states[name].get("Next", ""), {})
        return "reportfailure" in str(states[name].get("Arguments")) and following.get("Type") == "Fail"

    caught = {
        name
        for name, state in states.items()
        for catch in state.get("Catch", [])
        if catch["ErrorEquals"] == ["States.ALL"] and reports(catch["Next"])
    }
    return [
        name
        for name, state in states.items()
        if state["Type"] == "Task" and not reports(name) and name not in caught
    ]


def test_every_wait_for_a_person_has_a_timeout(template: Template) -> None:
    assert template.machines()
    assert {name: waits_without_timeout(machine) for name, machine in template.machines().items()} == {
        name: [] for name in template.machines()
    }


def test_every_step_that_fails_is_reported_to_the_staff_and_then_the_workflow_fails(
    template: Template,
) -> None:
    assert {name: steps_without_report(machine) for name, machine in template.machines().items()} == {
        name: [] for name in template.machines()
    }


def test_a_report_holds_the_name_of_the_error_and_never_its_text(template: Template) -> None:
    for machine in template.machines().values():
        kept = [str(catch["Output"]) for _, state in states_of(machine) for catch in state.get("Catch", [])]
        assert kept
        assert all("errorOutput.Error" in each and "Cause" not in each for each in kept)


def test_control_a_step_without_a_report_is_found(template: Template) -> None:
    for machine in template.machines().values():
        waiting = machine["States"]["AskStaff"]
        assert waits_without_timeout(machine) == steps_without_report(machine) == []
        waiting["Catch"][0]["ErrorEquals"] = ["States.TaskFailed"]
        assert steps_without_report(machine) == ["AskStaff"]
        del waiting["Catch"]
        assert steps_without_report(machine) == ["AskStaff"]


def test_every_workflow_waits_for_a_person(template: Template) -> None:
    for machine in template.machines().values():
        resources = [str(state.get("Resource", "")) for _, state in states_of(machine)]
        assert any(resource.endswith(".waitForTaskToken") for resource in resources)


def test_the_staff_are_asked_first_so_that_one_step_asks_the_engine(template: Template) -> None:
    assert {machine["StartAt"] for machine in template.machines().values()} == {"AskStaff"}


def events_that_start(template: Template) -> dict[str, list[str]]:
    """Returns the event types that start each state machine, by the machine's logical id."""
    return {
        template.referred(target["Arn"]): rule["EventPattern"]["detail-type"]
        for rule in template.of_type("AWS::Events::Rule").values()
        for target in rule["Targets"]
        if "EventPattern" in rule and template.referred(target["Arn"]) in template.machines()
    }


def test_a_workflow_starts_on_the_event_that_its_review_names(template: Template) -> None:
    started = sorted(event for events in events_that_start(template).values() for event in events)
    assert len(events_that_start(template)) == len(template.machines())
    assert started == sorted(review.starts_on for review in REVIEWS.values())


def test_every_workflow_has_its_callbacks_proved_on_the_stack() -> None:
    assert set(QUEUES) == {name for file in context_files() for name in file.workflows}


def test_control_a_wait_without_a_timeout_is_found_also_inside_a_branch(template: Template) -> None:
    for machine in template.machines().values():
        for _, state in states_of(machine):
            state.pop("TimeoutSeconds", None)
        inside = {"States": {"Both": {"Type": "Parallel", "Branches": [machine]}}}
        assert waits_without_timeout(machine)
        assert waits_without_timeout(inside) == waits_without_timeout(machine)


def test_a_timeout_is_never_retried(template: Template) -> None:
    for machine in template.machines().values():
        for _, state in states_of(machine):
            retried = {error for retry in state.get("Retry", []) for error in retry["ErrorEquals"]}
            assert not retried & {"States.ALL", "States.Timeout"}


def test_every_workflow_alarms_when_it_fails_and_when_it_times_out(template: Template) -> None:
    watched = {
        (template.referred(dimension["Value"]), alarm["MetricName"])
        for alarm in template.of_type("AWS::CloudWatch::Alarm").values()
        for dimension in alarm.get("Dimensions", [])
        if dimension["Name"] == "StateMachineArn" and alarm["AlarmActions"]
    }
    for machine in template.machines():
        assert {(machine, "ExecutionsFailed"), (machine, "ExecutionsTimedOut")} <= watched


def test_a_workflow_has_few_states_because_they_cost_most(template: Template) -> None:
    assert all(len(list(states_of(machine))) <= 6 for machine in template.machines().values())
