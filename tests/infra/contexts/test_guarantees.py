"""Guarantees: the nightly release of benefits, and the functions that sign PDFs."""

from __future__ import annotations

from tests.infra.template import Template


def test_a_rule_releases_the_benefits_of_expired_guarantees_every_night(template: Template) -> None:
    rules = template.of_type("AWS::Events::Rule").values()
    [nightly] = [rule for rule in rules if "ScheduleExpression" in rule]
    assert nightly["ScheduleExpression"] == "cron(10 2 * * ? *)"
    assert [template.behind(target["Arn"]) for target in nightly["Targets"]] == ["release_benefits"]
