"""What a guardian of a child is sent when the other one decides (F4-20)."""

from __future__ import annotations

from typing import Any

import pytest

from helsebro_aws.notifications.sender import OF_THE_FAMILY
from tests.builders.calls import member
from tests.builders.messages.notifications import notifications_in, notify
from tests.builders.people.families import FATHER, MOTHER, UNDERWRITER, TwoEmployers, answer

pytestmark = pytest.mark.usefixtures("aws")


@pytest.fixture
def case() -> TwoEmployers:
    family = TwoEmployers(FATHER)
    for cpr in (MOTHER, FATHER):
        answer(family.child, family.other, member(cpr))
    return family


@pytest.mark.parametrize("what", ["consent", "mandate"])
def test_the_other_guardian_reads_that_something_was_decided_and_of_no_case(
    case: TwoEmployers, aws: dict[str, Any], what: str
) -> None:
    notify("guardian.decided", personId=case.mother, childId=case.child, what=what)
    told = [each for each in notifications_in(aws) if each.kind == "other-guardian-decided"]
    assert {(each.recipient, each.case_id, each.variables["decided"]) for each in told} == {
        (case.mother, case.mother, what)
    }


def test_who_is_no_guardian_any_more_is_not_told(case: TwoEmployers, aws: dict[str, Any]) -> None:
    assert answer(case.child, case.other, UNDERWRITER, confirmed=False).status == 200
    notify("guardian.decided", personId=case.other, childId=case.child, what="consent")
    assert [each for each in notifications_in(aws) if each.kind == "other-guardian-decided"] == []


@pytest.mark.parametrize("kind", sorted(OF_THE_FAMILY))
def test_what_reaches_no_one_in_a_family_is_a_mail_to_the_staff(
    case: TwoEmployers, aws: dict[str, Any], kind: str
) -> None:
    undeliverable = {"personId": case.child, "notificationId": "ntf_1", "channel": "digital-post"}
    notify("notification.undeliverable", kind=kind, **undeliverable)
    [planned] = notifications_in(aws)
    assert (planned.kind, planned.address) == ("family-notice-undelivered", "sundhed@example.org")
    assert planned.case_id == case.child
