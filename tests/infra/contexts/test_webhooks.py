"""Webhooks: which events reach the queue of deliveries."""

from __future__ import annotations

from helsebro.webhooks.endpoint import TO_DELIVERIES
from tests.infra.template import Resource, Template


def pattern_of_deliveries(template: Template) -> Resource:
    [pattern] = [pattern for pattern in template.event_patterns() if "clinicId" in pattern.get("detail", {})]
    return pattern


def test_the_rule_of_deliveries_has_the_event_types_of_the_domain(template: Template) -> None:
    assert pattern_of_deliveries(template)["detail-type"] == sorted(TO_DELIVERIES)


def test_only_events_with_a_clinic_reach_the_queue_of_deliveries(template: Template) -> None:
    assert pattern_of_deliveries(template)["detail"] == {"clinicId": [{"exists": True}]}
