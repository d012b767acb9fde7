"""No message is lost between the parts: dead letters, partial failures, timeouts (promises 3, 6, 24)."""

from __future__ import annotations

from typing import Any

from infra.platform.queues import VISIBILITY_TIMES
from infra.stage import LIVE
from tests.infra.template import Resource, Template, is_dead_letter_queue

LONGEST_RETENTION = 14 * 24 * 3600
"""The longest that SQS keeps a message, in seconds."""


def test_every_queue_is_or_has_a_dead_letter_queue(template: Template) -> None:
    queues = template.of_type("AWS::SQS::Queue")
    without = {name for name, queue in queues.items() if "RedrivePolicy" not in queue}
    assert {name for name in without if not is_dead_letter_queue(name)} == set()


def test_every_dead_letter_queue_alarms_on_its_first_message(template: Template) -> None:
    dead = {name for name in template.of_type("AWS::SQS::Queue") if is_dead_letter_queue(name)}
    watched = {
        template.referred(dimension["Value"])
        for alarm in template.of_type("AWS::CloudWatch::Alarm").values()
        for dimension in alarm.get("Dimensions", [])
        if dimension["Name"] == "QueueName" and alarm["Threshold"] == 1 and alarm["AlarmActions"]
    }
    assert dead - watched == set()


def test_a_message_stays_hidden_six_times_as_long_as_its_function_may_run(template: Template) -> None:
    mappings = template.mappings("sqs")
    assert mappings
    for mapping in mappings:
        queue = template.of_type("AWS::SQS::Queue")[template.referred(mapping["EventSourceArn"])]
        function = template.functions()[template.behind(mapping["FunctionName"])]
        assert queue["VisibilityTimeout"] >= VISIBILITY_TIMES * function["Timeout"]


def test_every_mapping_accepts_partial_failures_of_a_batch(template: Template) -> None:
    mappings = template.mappings("sqs") + template.mappings("dynamodb")
    assert all(mapping["FunctionResponseTypes"] == ["ReportBatchItemFailures"] for mapping in mappings)


def test_an_event_of_the_bus_goes_to_a_queue_or_starts_a_workflow(template: Template) -> None:
    """EventBridge invokes a function asynchronously: after three errors within minutes the event is lost."""
    targets = [target for rule in rules(template) if "EventPattern" in rule for target in rule["Targets"]]
    kinds = {kind_of(template, target["Arn"]) for target in targets}
    assert kinds == {"AWS::SQS::Queue", "AWS::StepFunctions::StateMachine"}


def test_a_function_that_the_clock_runs_keeps_the_calls_that_failed(template: Template) -> None:
    """Only the function's own destination sees an error that it raised, not the rule's dead-letter queue."""
    run = [target for rule in rules(template) if "EventPattern" not in rule for target in rule["Targets"]]
    kept = {
        template.name_of(settings["FunctionName"]): settings
        for settings in template.of_type("AWS::Lambda::EventInvokeConfig").values()
        if settings["Qualifier"] == LIVE
    }
    assert run
    for target in run:
        settings = kept[template.behind(target["Arn"])]
        assert "dead" in template.referred(settings["DestinationConfig"]["OnFailure"]["Destination"])
        assert settings["MaximumRetryAttempts"] == 2


def test_every_rule_keeps_the_events_that_its_target_does_not_take(template: Template) -> None:
    targets = [target for rule in rules(template) for target in rule["Targets"]]
    assert targets
    assert all("dead" in template.referred(target["DeadLetterConfig"]["Arn"]) for target in targets)
    assert all(target["RetryPolicy"]["MaximumRetryAttempts"] > 0 for target in targets)


def test_every_queue_that_a_function_reads_is_repeated_and_watched(template: Template) -> None:
    """A message comes again at least five times, then it is kept; an alarm sees the oldest one waiting."""
    queues = template.of_type("AWS::SQS::Queue")
    read = {template.referred(mapping["EventSourceArn"]) for mapping in template.mappings("sqs")}
    assert read == {name for name in queues if not is_dead_letter_queue(name)}
    for name in read:
        redrive = queues[name]["RedrivePolicy"]
        assert redrive["maxReceiveCount"] >= 5
        assert "dead" in template.referred(redrive["deadLetterTargetArn"])
        assert queues[name]["MessageRetentionPeriod"] == LONGEST_RETENTION
    waiting = {
        template.referred(dimension["Value"])
        for alarm in template.of_type("AWS::CloudWatch::Alarm").values()
        if alarm.get("MetricName") == "ApproximateAgeOfOldestMessage" and alarm["AlarmActions"]
        for dimension in alarm["Dimensions"]
    }
    assert waiting == read


def rules(template: Template) -> list[Resource]:
    return list(template.of_type("AWS::Events::Rule").values())


def kind_of(template: Template, reference: Any) -> str:
    """Returns the type of the resource that a target's address refers to."""
    return str(template.body["Resources"][template.referred(reference)]["Type"])
