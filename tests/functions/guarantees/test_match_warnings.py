"""A match says when the client cannot be contacted in time, for want of an address (F1-10)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from helsebro.guarantees.guarantee import Guarantee
from helsebro_aws.notifications.dynamo_contacts import DynamoContacts
from helsebro_aws.platform import clock
from tests.builders.calls import member, staff
from tests.builders.clinics.matches import decline, match, read_by, read_by_clinic
from tests.builders.network import ANNA, change_claim, guarantee_of, staged
from tests.builders.policies import insured_of, payer_of, policy_of

pytestmark = pytest.mark.usefixtures("aws")
CASEWORKER = staff("caseworker")


def test_a_client_with_a_phone_number_is_matched_without_a_warning() -> None:
    guarantee, stage = unreachable(phone="+4520112233"), staged()
    answer = match(guarantee, stage)
    assert (answer.status, answer.body["warnings"]) == (200, [])
    assert read_by_clinic(guarantee, stage).body["warnings"] == []


@pytest.mark.parametrize(
    ("language", "said"), [("da", "ringe"), ("nb", "kjenner"), ("en", "call or text"), ("sv", "call or text")]
)
@pytest.mark.parametrize("known", [{}, {"email": "a@b.dk"}])
def test_a_client_without_a_phone_number_is_matched_with_a_warning(
    language: str, said: str, known: dict[str, str]
) -> None:
    guarantee, stage = unreachable(**known), staged()
    answer = match(guarantee, stage, headers={"accept-language": language})
    assert answer.status == 200
    [warning] = answer.body["warnings"]
    assert warning["code"] == "client-unreachable"
    assert said in warning["text"]


def test_clinic_and_staff_read_the_warning_as_long_as_the_client_is_matched() -> None:
    guarantee, stage = unreachable(), staged()
    assert match(guarantee, stage).status == 200
    told = [read_by_clinic(guarantee, stage), read_by(guarantee, CASEWORKER)]
    codes = [[each["code"] for each in read.body["warnings"]] for read in told]
    assert codes == [["client-unreachable"], ["client-unreachable"]]
    assert "warnings" not in read_by(guarantee, member(ANNA)).body
    assert "warnings" not in decline(guarantee, stage).body
    assert "warnings" not in read_by(guarantee, CASEWORKER).body


def test_the_warning_ends_once_the_person_has_a_number() -> None:
    guarantee, stage = unreachable(), staged()
    match(guarantee, stage)
    contacts = DynamoContacts()
    known = contacts.current(guarantee.person_id)
    entered = replace(known, phone="+4520112233", changed_at=clock.now(), version=1)
    contacts.change(known, entered, "tryg")
    assert read_by_clinic(guarantee, stage).body["warnings"] == []


def unreachable(**reached_by: str) -> Guarantee:
    """Returns a guarantee of Anna, whose enrolment says no phone number."""
    payer_of("tryg")
    policy_id = policy_of("tryg")
    insured_of(policy_id, cpr=ANNA, name="Anna Holm", **reached_by)
    guarantee = guarantee_of(ANNA)
    change_claim(guarantee, policyId=policy_id)
    return guarantee
