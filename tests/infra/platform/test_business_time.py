"""Business time in the templates: no stage in an account can move it, and what falls due by time is known.

`make clock` plays every schedule, every wait for staff and what wakes deadlines (``local/clock``). A new kind
fails here, so that it is decided what a moved clock does with it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from helsebro.onboarding.contract import SIGN_WITHIN
from infra.stage import PRODUCTION
from local.clock.schedules import Schedule
from local.clock.staff_waits import ASKS_STAFF
from local.clock.wake_ups import WAKING
from local.stack import assembly
from local.stack.live_code import STAGE
from tests.infra.template import Template
from tests.infra.test_stacks import OTHER_STAGES

WAITS = ".waitForTaskToken"
NOW = datetime(2026, 12, 1, 8, 0, tzinfo=UTC)
BY_TIME = ("AWS::Scheduler::Schedule",)
"""Types that start something at a time and that the moved clock does not know."""

Templates = Mapping[str, Mapping[str, Any]]


def moves_the_clock(templates: Templates) -> bool:
    """Returns whether a template has anything that could move business time (``platform/clock.py``)."""
    return "CLOCK_FILE" in json.dumps(templates)


@pytest.mark.parametrize("stage", ["local", *OTHER_STAGES, PRODUCTION])
def test_no_template_names_a_clock_file(stage: str) -> None:
    """Not even the local one: the emulator gives the setting to the functions that it runs."""
    templates = assembly.of_stage(stage).templates
    assert "HELSEBRO_CASES_TABLE" in json.dumps(templates)
    assert not moves_the_clock(templates)


def test_control_a_function_with_a_clock_file_is_found() -> None:
    environment = {"Variables": {"HELSEBRO_CLOCK_FILE": "/tmp/clock"}}
    function = {"Type": "AWS::Lambda::Function", "Properties": {"Environment": environment}}
    assert moves_the_clock({"stack": {"Resources": {"Function": function}}})


def test_a_moved_clock_can_read_every_schedule(template: Template) -> None:
    rules = template.of_type("AWS::Events::Rule").values()
    expressions = {rule["ScheduleExpression"] for rule in rules if "ScheduleExpression" in rule}
    assert len(expressions) == 3
    for expression in expressions:
        due = Schedule(expression, "sweep", "{}").due_times(NOW, NOW + timedelta(days=366))
        assert next(due) > NOW


def test_nothing_else_starts_at_a_time(template: Template) -> None:
    assert [kind for kind in BY_TIME if template.of_type(kind)] == []


def test_schedules_are_made_in_the_one_group_that_the_moved_clock_reads() -> None:
    templates = assembly.of_stage(STAGE.name).templates.values()
    groups = [
        resource["Properties"]["Name"]
        for template in templates
        for resource in template["Resources"].values()
        if resource["Type"] == "AWS::Scheduler::ScheduleGroup"
    ]
    assert groups == [WAKING]


def test_workflows_wait_equally_long_for_staff_and_longer_than_a_contract_for_its_signature(
    template: Template,
) -> None:
    states = [state for machine in template.machines().values() for state in machine["States"].items()]
    assert [name for name, state in states if state["Type"] == "Wait"] == []
    waits = {
        (name, state["TimeoutSeconds"])
        for name, state in states
        if str(state.get("Resource", "")).endswith(WAITS)
    }
    assert waits == {(ASKS_STAFF, 30 * 24 * 3600), ("SendContract", 32 * 24 * 3600)}
    assert timedelta(days=32) > SIGN_WITHIN
