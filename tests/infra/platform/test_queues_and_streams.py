"""No message is lost between the parts: dead letters, partial failures, timeouts (promises 3, 6, 24)."""

from __future__ import annotations

from infra.platform.queues import VISIBILITY_TIMES
from tests.infra.template import Template


def test_every_queue_is_or_has_a_dead_letter_queue(template: Template) -> None:
    queues = template.of_type("AWS::SQS::Queue")
    without = {name for name, queue in queues.items() if "RedrivePolicy" not in queue}
    assert {name for name in without if "dead" not in name} == set()


def test_every_dead_letter_queue_alarms_on_its_first_message(template: Template) -> None:
    dead = {name for name in template.of_type("AWS::SQS::Queue") if "dead" in name}
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
        function = template.of_type("AWS::Lambda::Function")[template.referred(mapping["FunctionName"])]
        assert queue["VisibilityTimeout"] >= VISIBILITY_TIMES * function["Timeout"]


def test_every_mapping_accepts_partial_failures_of_a_batch(template: Template) -> None:
    mappings = template.mappings("sqs") + template.mappings("dynamodb")
    assert all(mapping["FunctionResponseTypes"] == ["ReportBatchItemFailures"] for mapping in mappings)


def test_every_rule_of_the_bus_keeps_the_events_that_its_target_rejects(template: Template) -> None:
    targets = [
        target for rule in template.of_type("AWS::Events::Rule").values() for target in rule["Targets"]
    ]
    assert targets
    assert all("dead" in template.referred(target["DeadLetterConfig"]["Arn"]) for target in targets)
    assert all(target["RetryPolicy"]["MaximumRetryAttempts"] > 0 for target in targets)
