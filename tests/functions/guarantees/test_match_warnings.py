"""A match says when the client cannot be contacted in time, for want of a number (F1-10).

A child under 15 is contacted by the phone of a guardian (F4-20).
"""

from __future__ import annotations

from dataclasses import replace

import pytest
from functions.guarantees.clinic_guarantees.handler import handler as clients

from helsebro.guarantees.guarantee import Guarantee
from helsebro_aws.notifications.dynamo_contacts import DynamoContacts
from helsebro_aws.platform import clock
from tests.builders.calls import ask, member, signed, staff
from tests.builders.clinics.matches import decline, match, read_by, read_by_clinic
from tests.builders.network import ANNA, SECRET, Stage, book, change_claim, guarantee_of, staged
from tests.builders.people.families import MOTHER
from tests.builders.policies import CARL, insured_of, payer_of, policy_of

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


def test_the_warning_ends_once_the_person_has_a_number_and_the_booking_has_it_too() -> None:
    guarantee, stage = unreachable(), staged()
    match(guarantee, stage)
    contacts = DynamoContacts()
    known = contacts.current(guarantee.person_id)
    entered = replace(known, phone="+4520112233", changed_at=clock.now(), version=1)
    contacts.change(known, entered, "tryg")
    assert read_by_clinic(guarantee, stage).body["warnings"] == []
    booking_id = book(guarantee, stage.free_slot()).body["bookingId"]
    contact = stage.get(f"/v1/bookings/{booking_id}").body["client"]["contact"]
    assert contact == {"of": "client", "phone": entered.phone}


@pytest.mark.parametrize(
    ("mothers", "childs", "of"),
    [
        ("+4520112233", None, "guardian"),
        ("+4520112233", "+4520999999", "guardian"),
        (None, "+4520999999", "client"),
        (None, None, None),
    ],
)
def test_the_clinic_reads_the_number_of_the_guardian_of_a_child(
    mothers: str | None, childs: str | None, of: str | None
) -> None:
    guarantee, stage = of_child({"phone": mothers} if mothers else {}, {"phone": childs} if childs else {})
    number = mothers or childs
    warned = [] if number else ["client-unreachable"]
    answer = match(guarantee, stage)
    assert [each["code"] for each in answer.body["warnings"]] == warned
    read = read_by_clinic(guarantee, stage).body
    client = read["client"]
    assert (client["name"], client.get("phone"), client.get("phoneOf")) == ("Carl Berg", number, of)
    assert [each["code"] for each in read["warnings"]] == warned
    booking = book(guarantee, stage.free_slot(), by=member(MOTHER))
    assert booking.status == 201, booking.body
    booked = stage.get(f"/v1/bookings/{booking.body['bookingId']}").body["client"]
    assert booked["contact"] == ({"of": of, "phone": number} if number else {})
    path = f"/v1/clinics/{stage.clinic_id}/guarantees"
    [listed] = ask(clients, signed("GET", path, clinic_id=stage.clinic_id, secret=SECRET)).body["items"]
    assert listed["client"] == client
    assert MOTHER not in str((read, booked, listed))


def test_the_warning_about_a_child_asks_a_parent_for_a_number() -> None:
    guarantee, stage = of_child({}, {})
    [warning] = match(guarantee, stage, headers={"accept-language": "en"}).body["warnings"]
    assert warning["text"].endswith("Ask a parent for a number.")


def test_a_child_of_15_is_called_and_no_guardian_any_more() -> None:
    guarantee, stage = of_child({"phone": "+4520112233"}, {"phone": "+4520999999"})
    change_claim(guarantee, guardianUntil="2020-01-01")
    assert match(guarantee, stage).status == 200
    client = read_by_clinic(guarantee, stage).body["client"]
    assert (client["phone"], client["phoneOf"]) == ("+4520999999", "client")


def of_child(mothers: dict[str, str], childs: dict[str, str]) -> tuple[Guarantee, Stage]:
    """Returns a guarantee of a child whose mother reported the case, and a clinic."""
    payer_of("tryg")
    policy_id = policy_of("tryg")
    mother = insured_of(policy_id, cpr=MOTHER, name="Mona Berg", **mothers)
    family = {"relation": "child", "mainInsuredPersonId": mother}
    insured_of(policy_id, cpr=CARL, name="Carl Berg", **family, **childs)
    guarantee = guarantee_of(CARL)
    change_claim(guarantee, policyId=policy_id, guardianId=mother, guardianUntil="2999-01-01")
    return guarantee, staged()


def unreachable(**reached_by: str) -> Guarantee:
    """Returns a guarantee of Anna, whose enrolment says no phone number."""
    payer_of("tryg")
    policy_id = policy_of("tryg")
    insured_of(policy_id, cpr=ANNA, name="Anna Holm", **reached_by)
    guarantee = guarantee_of(ANNA)
    change_claim(guarantee, policyId=policy_id)
    return guarantee
