"""The bus: which events it carries."""

from __future__ import annotations

from tests.infra.template import Template


def test_every_rule_listens_to_our_own_events_only(template: Template) -> None:
    patterns = template.event_patterns()
    assert patterns
    assert all(pattern["source"] == ["helsebro"] for pattern in patterns)


def test_every_event_of_ours_is_archived_for_thirty_days(template: Template) -> None:
    [archive] = template.of_type("AWS::Events::Archive").values()
    assert archive["RetentionDays"] == 30
    assert archive["EventPattern"]["source"] == ["helsebro"]
    assert template.referred(archive["SourceArn"]) in template.of_type("AWS::Events::EventBus")
