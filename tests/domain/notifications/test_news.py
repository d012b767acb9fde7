from __future__ import annotations

import pytest

from helsebro import ids
from helsebro.notifications import news
from tests.builders.domain.notifications import CLAIM, NOON, notification


@pytest.mark.parametrize(
    "case_id, named",
    [
        (CLAIM, {"claimId": CLAIM}),
        ("pol_a", {"policyId": "pol_a"}),
        ("per_a", {"personId": "per_a"}),
        ("cli_a", {"clinicId": "cli_a"}),
        ("tryg", {}),
    ],
)
def test_an_event_names_the_notification_by_ids_and_holds_no_address(
    case_id: str, named: dict[str, str]
) -> None:
    sent = notification(case_id=case_id)
    for event in (news.planned(sent), news.bounced(sent, NOON), news.undeliverable(sent, NOON)):
        expected = {"notificationId": sent.notification_id, "kind": sent.kind, "channel": "email"}
        assert event.data == {**expected, **named}
        assert ids.is_event(event.event_id)


def test_the_event_of_a_plan_has_the_same_id_each_time() -> None:
    assert news.planned(notification()) == news.planned(notification())
    assert news.planned(notification()).event_id != news.planned(notification("evt_2")).event_id
    assert news.planned(notification()).event_id != news.bounced(notification(), NOON).event_id
