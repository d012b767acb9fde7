"""Webhooks: which events reach the queue of deliveries."""

from __future__ import annotations

from helsebro.events import TO_CLINICS
from helsebro.webhooks.endpoint import REQUESTED
from infra.platform.bus import FOR_WEBHOOKS
from tests.infra.template import Template


def test_the_events_that_lead_to_webhooks_are_those_of_the_domain() -> None:
    assert set(FOR_WEBHOOKS) == {*TO_CLINICS, REQUESTED}


def test_only_events_of_a_clinic_reach_the_webhooks(template: Template) -> None:
    patterns = template.event_patterns()
    for_webhooks = [pattern for pattern in patterns if "guarantee.issued" in pattern["detail-type"]]
    assert [pattern["detail"] for pattern in for_webhooks] == [{"clinicId": [{"exists": True}]}]
