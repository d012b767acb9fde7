"""The bus: which events it carries."""

from __future__ import annotations

from tests.infra.template import Template


def test_every_rule_listens_to_our_own_events_and_to_reports_on_our_own_mails(template: Template) -> None:
    patterns = template.event_patterns()
    others = [pattern for pattern in patterns if pattern["source"] != ["helsebro"]]
    assert len(patterns) > len(others)
    assert [pattern["source"] for pattern in others] == [["aws.ses"]]
    assert others[0]["detail"]["mail"]["tags"]["ses:configuration-set"]


def test_every_event_of_ours_is_archived_for_thirty_days(template: Template) -> None:
    [archive] = template.of_type("AWS::Events::Archive").values()
    assert archive["RetentionDays"] == 30
    assert archive["EventPattern"]["source"] == ["helsebro"]
    assert template.referred(archive["SourceArn"]) in template.of_type("AWS::Events::EventBus")
