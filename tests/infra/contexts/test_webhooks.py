"""Webhooks: which events reach the queue of deliveries."""

from __future__ import annotations

from helsebro.webhooks.endpoint import TO_DELIVERIES
from tests.infra.template import Resource, Template


def pattern_of_deliveries(template: Template) -> Resource:
    [pattern] = [one for one in template.event_patterns() if "guarantee.issued" in one["detail-type"]]
    return pattern


def test_the_events_that_lead_to_deliveries_are_those_of_the_domain(template: Template) -> None:
    assert pattern_of_deliveries(template)["detail-type"] == sorted(TO_DELIVERIES)


def test_only_events_of_a_clinic_reach_the_deliveries(template: Template) -> None:
    assert pattern_of_deliveries(template)["detail"] == {"clinicId": [{"exists": True}]}
