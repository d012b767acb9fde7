"""The schedules that wake deadlines: their group, their role, and who may make them (promises 8, 24)."""

from __future__ import annotations

from typing import Any

import pytest

from infra.stage import LOCAL, PRODUCTION
from local.stack import assembly
from tests.infra.template import Resource, Template, as_text, listed

GROUP = f"helsebro-{PRODUCTION}-deadlines"
MAKING = ("keep_deadlines", "fall_due", "sweep")
"""The functions that make, move and remove schedules."""
ON_SCHEDULES = {"scheduler:CreateSchedule", "scheduler:UpdateSchedule", "scheduler:DeleteSchedule"}


@pytest.fixture(scope="module")
def local() -> Template:
    return Template.of_stacks(assembly.of_stage(LOCAL).templates)


def role_of_schedules(template: Template) -> tuple[str, Resource]:
    """Returns the only role that Scheduler may assume, with its logical id."""
    [found] = [
        (name, role)
        for name, role in template.of_type("AWS::IAM::Role").items()
        if "scheduler.amazonaws.com" in str(role["AssumeRolePolicyDocument"])
    ]
    return found


def rights(template: Template, function: str, *, on: str) -> list[Resource]:
    """Returns the statements of a function about a service."""
    return [
        statement
        for statement in template.rights_of(function)
        if any(action.startswith(f"{on}:") for action in listed(statement["Action"]))
    ]


def queue(template: Template, reference: Any) -> str:
    """Returns the name of the queue that a reference to an ARN names."""
    return str(template.of_type("AWS::SQS::Queue")[template.referred(reference)]["QueueName"])


def test_a_stage_has_one_group_of_its_own(template: Template, local: Template) -> None:
    for of_stage, name in ((template, GROUP), (local, f"helsebro-{LOCAL}-deadlines")):
        [group] = of_stage.of_type("AWS::Scheduler::ScheduleGroup").values()
        assert group["Name"] == name


def test_scheduler_assumes_the_role_for_this_group_of_this_account_only(template: Template) -> None:
    _, role = role_of_schedules(template)
    [trust] = role["AssumeRolePolicyDocument"]["Statement"]
    assert trust["Principal"] == {"Service": "scheduler.amazonaws.com"}
    only = trust["Condition"]["StringEquals"]
    assert only["aws:SourceAccount"] == {"Ref": "AWS::AccountId"}
    assert as_text(only["aws:SourceArn"]).endswith(f":schedule-group/{GROUP}")
    assert "{'Ref': 'AWS::AccountId'}:" in as_text(only["aws:SourceArn"])


def test_the_role_may_send_to_the_queue_and_its_dead_letters_and_nothing_else(template: Template) -> None:
    name, _ = role_of_schedules(template)
    [statement] = [each for role, each in template.statements() if role == name]
    assert statement["Action"] == "sqs:SendMessage"
    named = {queue(template, resource) for resource in statement["Resource"]}
    assert named == {f"helsebro-{PRODUCTION}-fall-due", f"helsebro-{PRODUCTION}-failed-schedules-dead"}


@pytest.mark.parametrize("function", MAKING)
def test_a_function_changes_the_schedules_of_this_group_only(template: Template, function: str) -> None:
    [statement] = rights(template, function, on="scheduler")
    assert set(statement["Action"]) == ON_SCHEDULES
    assert as_text(statement["Resource"]).endswith(f":schedule/{GROUP}/*")


@pytest.mark.parametrize("function", MAKING)
def test_a_function_passes_the_role_to_scheduler_only(template: Template, function: str) -> None:
    name, _ = role_of_schedules(template)
    [statement] = rights(template, function, on="iam")
    assert statement["Action"] == "iam:PassRole"
    assert template.referred(statement["Resource"]) == name
    assert statement["Condition"] == {"StringEquals": {"iam:PassedToService": "scheduler.amazonaws.com"}}


def test_no_other_function_has_a_right_on_schedules_or_passes_a_role(template: Template) -> None:
    found = {
        function
        for function in template.functions()
        if rights(template, function, on="scheduler") or rights(template, function, on="iam")
    }
    assert found == {*MAKING}


@pytest.mark.parametrize("function", MAKING)
def test_a_function_names_the_group_the_queues_and_the_role(template: Template, function: str) -> None:
    settings = template.functions()[function]["Environment"]["Variables"]
    assert settings["HELSEBRO_DEADLINES_GROUP"] == GROUP
    called, failed = settings["HELSEBRO_FALL_DUE_ARN"], settings["HELSEBRO_FAILED_SCHEDULES_ARN"]
    assert queue(template, called) == f"helsebro-{PRODUCTION}-fall-due"
    assert queue(template, failed) == f"helsebro-{PRODUCTION}-failed-schedules-dead"
    assert template.referred(settings["HELSEBRO_SCHEDULES_ROLE"]) == role_of_schedules(template)[0]


def test_the_queue_that_schedules_call_is_read_by_fall_due(template: Template) -> None:
    readers = {
        queue(template, mapping["EventSourceArn"]): template.behind(mapping["FunctionName"])
        for mapping in template.mappings("sqs")
    }
    assert readers[f"helsebro-{PRODUCTION}-fall-due"] == "fall_due"


def test_a_schedule_that_fails_raises_an_alarm_at_the_first_dead_letter(template: Template) -> None:
    [alarm] = [
        alarm
        for alarm in template.of_type("AWS::CloudWatch::Alarm").values()
        if alarm["AlarmName"] == f"helsebro-{PRODUCTION}-failed-schedules-dead-letters"
    ]
    assert (alarm["Threshold"], bool(alarm["AlarmActions"])) == (1, True)
    assert "the sweep does it at most 15 minutes later" in alarm["AlarmDescription"]


@pytest.mark.parametrize("function", MAKING)
def test_the_emulator_takes_every_schedule_for_one_of_the_default_group(
    local: Template, function: str
) -> None:
    """The difference is in local/README.md; in an account the group is the stage's own."""
    [statement] = rights(local, function, on="scheduler")
    assert as_text(statement["Resource"]).endswith(":schedule/default/*")
