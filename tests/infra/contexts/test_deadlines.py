"""Deadlines: the sweep runs every 15 minutes and sends events only to consumers with a queue."""

from __future__ import annotations

from helsebro_aws.deadlines.awaited import AWAITED
from tests.infra.template import Template

QUARTER = "rate(15 minutes)"


def test_the_sweep_runs_every_15_minutes(template: Template) -> None:
    rules = template.of_type("AWS::Events::Rule").values()
    every_quarter = [rule for rule in rules if rule.get("ScheduleExpression") == QUARTER]
    started = [template.behind(target["Arn"]) for rule in every_quarter for target in rule["Targets"]]
    assert started.count("sweep") == 1


def test_whatever_the_sweep_sends_again_has_a_consumer_with_a_queue(template: Template) -> None:
    to_queues = {
        event_type
        for rule in template.of_type("AWS::Events::Rule").values()
        for target in rule["Targets"]
        if "EventPattern" in rule and template.referred(target["Arn"]) in template.of_type("AWS::SQS::Queue")
        for event_type in rule["EventPattern"]["detail-type"]
    }
    assert {kind.event_type for kind in AWAITED} <= to_queues
