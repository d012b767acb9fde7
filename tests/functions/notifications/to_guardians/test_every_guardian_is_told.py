"""All confirmed guardians of a child are told of its cases, each at the own address (F4-20, F4-26)."""

from __future__ import annotations

from typing import Any

import pytest

from helsebro.ids import PersonId
from helsebro.notifications.notification import Notification
from helsebro_aws.notifications.recipients import Recipients
from tests.builders.calls import member, staff
from tests.builders.claims import claim_of, consent
from tests.builders.messages.notifications import notifications_in, notify
from tests.builders.people.families import FATHER, MOTHER, STRANGER, UNDERWRITER, TwoEmployers, answer
from tests.builders.policies import CARL, insured_of, payer_of, policy_of

pytestmark = pytest.mark.usefixtures("aws")
TOLD: dict[str, tuple[str, dict[str, str]]] = {
    "claim-received": ("claim.reported", {}),
    "decision-made": ("task.decided", {"queue": "claims", "decision": "approve"}),
    "question-asked": ("question.asked", {}),
    "refund-decided": ("refund.decided", {"refundId": "ref_1"}),
    "refund-returned": ("refund.returned", {"refundId": "ref_1"}),
    "message-arrived": ("message.sent", {"messageId": "msg_1"}),
}


@pytest.fixture
def case() -> TwoEmployers:
    """Both parents are guardians, and a third person is one at another payer only."""
    family = TwoEmployers(FATHER)
    for cpr in (MOTHER, FATHER):
        assert answer(family.child, family.other, member(cpr)).status == 200
    return family


def guardian_elsewhere(case: TwoEmployers) -> PersonId:
    """Returns someone whom another payer's underwriting confirmed in the mother's place."""
    payer_of("skade")
    theirs, policy = staff("underwriting", payer="skade"), policy_of("skade", number="P-skade")
    stranger = insured_of(policy, by=theirs, cpr=STRANGER, name="Sten Sten", email="sten@example.org")
    insured_of(policy, by=theirs, cpr=CARL, relation="child", mainInsuredPersonId=stranger)
    assert answer(case.child, case.mother, theirs, confirmed=False).status == 200
    assert answer(case.child, stranger, theirs).status == 200
    return stranger


def planned(aws: dict[str, Any], kind: str) -> list[Notification]:
    return [each for each in notifications_in(aws) if each.kind == kind]


@pytest.mark.parametrize("kind", TOLD)
def test_both_guardians_are_told_and_none_of_another_payers(
    case: TwoEmployers, aws: dict[str, Any], kind: str
) -> None:
    stranger = guardian_elsewhere(case)
    claim_id = claim_of(member(FATHER), personId=case.child)
    event, data = TOLD[kind]
    for _ in range(2):
        assert notify(event, claimId=claim_id, **data) == []
    told = [(each.recipient, each.of_child) for each in planned(aws, kind)]
    assert sorted(told) == sorted([(case.mother, True), (case.other, True)])
    assert stranger not in str(told)


def test_a_message_that_came_back_is_sent_again_to_the_guardian_whom_it_was_for(
    case: TwoEmployers, aws: dict[str, Any]
) -> None:
    notify("claim.reported", claimId=claim_of(member(MOTHER), personId=case.child))
    for each in planned(aws, "claim-received"):
        to = Recipients().of_notification(each)
        assert to
        assert to.recipient == each.recipient


def test_a_message_for_who_is_no_guardian_any_more_goes_to_the_one_who_stays(
    case: TwoEmployers, aws: dict[str, Any]
) -> None:
    notify("claim.reported", claimId=claim_of(member(MOTHER), personId=case.child))
    assert answer(case.child, case.mother, UNDERWRITER, confirmed=False).status == 200
    for each in planned(aws, "claim-received"):
        to = Recipients().of_notification(each)
        assert to
        assert to.recipient == case.other


@pytest.mark.parametrize("kind", ["consent-expiring", "clinic-consent-expiring"])
def test_a_child_without_a_guardian_is_not_asked_to_renew_a_consent(
    case: TwoEmployers, aws: dict[str, Any], kind: str
) -> None:
    claim_id = claim_of(member(MOTHER), personId=case.child)
    assert consent(claim_id, by=member(MOTHER)).status == 200
    clock = kind.replace("expiring", "expiry")
    due = {"claimId": claim_id, "kind": clock, "dueAt": "2026-12-21T10:15:00+00:00"}
    assert notify("deadline.warned", **due) == []
    assert {each.recipient for each in planned(aws, kind)} == {case.mother, case.other}
    for guardian in (case.mother, case.other):
        assert answer(case.child, guardian, UNDERWRITER, confirmed=False).status == 200
    assert notify("deadline.warned", event_id="evt_2", **due) == []
    assert len(planned(aws, kind)) == 2
