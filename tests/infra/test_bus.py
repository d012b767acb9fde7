"""The bus: which events reach whom."""

from __future__ import annotations

from helsebro.events import TO_CLINICS
from helsebro.webhooks.endpoint import REQUESTED
from infra.bus import FOR_WEBHOOKS
from tests.infra.template import Resource, Template


def listening(template: Template) -> list[Resource]:
    """The rules that wait for events; the others run by the clock."""
    rules = template.of_type("AWS::Events::Rule").values()
    return [rule for rule in rules if "ScheduleExpression" not in rule]


def test_the_events_that_lead_to_webhooks_are_those_of_the_domain() -> None:
    assert set(FOR_WEBHOOKS) == {*TO_CLINICS, REQUESTED}


def test_only_events_of_a_clinic_reach_the_webhooks(template: Template) -> None:
    patterns = [rule["EventPattern"] for rule in listening(template)]
    for_webhooks = [pattern for pattern in patterns if "guarantee.issued" in pattern["detail-type"]]
    assert [pattern["detail"] for pattern in for_webhooks] == [{"clinicId": [{"exists": True}]}]


def test_every_rule_listens_to_our_own_events_only(template: Template) -> None:
    assert all(rule["EventPattern"]["source"] == ["helsebro"] for rule in listening(template))


def test_what_expired_guarantees_reserved_is_released_every_night(template: Template) -> None:
    rules = template.of_type("AWS::Events::Rule").values()
    [nightly] = [rule for rule in rules if "ScheduleExpression" in rule]
    assert nightly["ScheduleExpression"] == "cron(10 2 * * ? *)"
    assert [template.referred(target["Arn"]) for target in nightly["Targets"]] == [
        name
        for name, function in template.of_type("AWS::Lambda::Function").items()
        if "release_benefits" in str(function["FunctionName"])
    ]
