"""Who wrote under a mandate hears of the answer, beside the person of the case (F4-18, F4-42)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from helsebro.ids import ClaimId, MandateId, PersonId
from helsebro.notifications.channel import Channel
from helsebro.notifications.contact_record import PostalAddress
from helsebro_aws.dynamodb.tables import tables
from helsebro_aws.notifications.dynamo_contacts import DynamoContacts
from tests.builders.calls import ask, event, member
from tests.builders.claims import claim_of, outbox_rows
from tests.builders.decisions import insured_anna
from tests.builders.mandates import given, mandate_body, recorded, send
from tests.builders.messages.notifications import notifications_in, notify
from tests.builders.messages.threads import caseworker, of_case, written
from tests.builders.policies import ANNA, BO, insured_of, policy_of

pytestmark = pytest.mark.usefixtures("aws")
WRITTEN_BY_GIVER = "bo@example.org"


@pytest.fixture(autouse=True)
def anna(aws: dict[str, Any]) -> str:
    assert aws
    return insured_anna()


def answered(aws: Any, claim_id: ClaimId, by: str = BO) -> list[str]:
    """The addresses told of an answer to a message that ``by`` writes; the mails are those of its event."""
    written(of_case(claim_id), by=member(by))
    written(of_case(claim_id), "Ja.", caseworker())
    return told(aws)


def told(aws: Any) -> list[str]:
    data = outbox_rows(aws, "message.sent")[-1]["data"]["M"]
    assert notify("message.sent", **{name: value["S"] for name, value in data.items()}) == []
    return sorted(each.address for each in notifications_in(aws) if each.kind == "holder-answered")


def test_the_answer_goes_to_the_address_that_the_giver_wrote(aws: Any) -> None:
    claim_id = claim_of()
    given(claim_id, "contact")
    assert answered(aws, claim_id) == [WRITTEN_BY_GIVER]
    assert {each.kind for each in notifications_in(aws)} >= {"message-arrived", "holder-answered"}


def test_a_holder_whom_we_know_is_reached_at_the_own_address(aws: Any) -> None:
    insured_of(policy_of("tryg", number="P-bo"), cpr=BO, name="Bo Holm", email="own@example.org")
    claim_id = claim_of()
    given(claim_id, "contact")
    assert answered(aws, claim_id) == ["own@example.org"]


def test_a_holder_without_a_login_gets_letters_and_no_link_to_log_in(aws: Any) -> None:
    bo = insured_of(policy_of("tryg", number="P-bo"), cpr=BO, name="Bo Holm", email="own@example.org")
    without_login(bo)
    claim_id = claim_of()
    mandate_id = given(claim_id, "contact")
    assert sent_after(aws, "mandate.given", bo) == [("mandate-held", "letter", True)]
    revoked(claim_id, mandate_id)
    assert sent_after(aws, "mandate.revoked", bo)[-1:] == [("mandate-ended", "letter", True)]
    assert {each.channel for each in notifications_in(aws) if each.recipient == bo} == {"letter"}


def without_login(person_id: PersonId) -> None:
    contacts = DynamoContacts()
    before = contacts.current(person_id, "DK")
    address = PostalAddress("Bo Holm", "Havnegade 1", "8000", "Aarhus C")
    after = replace(before, has_login=False, address=address, phone="+4520304050", version=before.version + 1)
    tables.commit([contacts.put(after, before.version)])


def sent_after(aws: Any, event_type: str, to: PersonId) -> list[tuple[str, Channel, bool]]:
    """The kinds, channels and whether by letter only of what a person is sent after the last event."""
    kinds_after(aws, event_type)
    found = [each for each in notifications_in(aws) if each.recipient == to]
    return sorted((each.kind, each.channel, each.letters_only) for each in found)[::-1]


def test_what_the_member_wrote_alone_is_answered_to_the_member_alone(aws: Any) -> None:
    claim_id = claim_of()
    given(claim_id, "contact")
    assert answered(aws, claim_id, ANNA) == []


def test_the_next_answer_is_the_holder_s_only_when_the_holder_wrote_again(aws: Any) -> None:
    claim_id = claim_of()
    given(claim_id, "contact")
    assert answered(aws, claim_id) == [WRITTEN_BY_GIVER]
    written(of_case(claim_id), "Og en ting til.", caseworker())
    assert "holderId" not in outbox_rows(aws, "message.sent")[-1]["data"]["M"]


def test_a_mandate_that_was_revoked_before_the_answer_opens_no_mail(aws: Any) -> None:
    claim_id = claim_of()
    mandate_id = given(claim_id, "contact")
    written(of_case(claim_id), by=member(BO))
    revoked(claim_id, mandate_id)
    written(of_case(claim_id), "Ja.", caseworker())
    assert told(aws) == []


def test_a_holder_of_whom_no_address_is_known_gets_nothing_and_leaves_no_failure(aws: Any) -> None:
    claim_id = claim_of()
    body = {"holder": {"cpr": BO, "name": "Bo Holm"}, "powers": ["contact"]}
    assert send(claim_id, body).status == 201
    assert answered(aws, claim_id) == []


def kinds_after(aws: Any, event_type: str) -> set[tuple[str, str]]:
    """The kinds and addresses of what is sent for the last event of a type."""
    data = outbox_rows(aws, event_type)[-1]["data"]["M"]
    assert notify(event_type, **{name: value["S"] for name, value in data.items()}) == []
    return {(each.kind, each.address) for each in notifications_in(aws)}


def test_who_gives_a_mandate_online_and_who_holds_it_are_told(aws: Any) -> None:
    given(claim_of(), "contact")
    told_of = kinds_after(aws, "mandate.given")
    assert ("mandate-held", WRITTEN_BY_GIVER) in told_of
    assert {kind for kind, _ in told_of} == {"mandate-held", "mandate-given"}


def test_a_holder_without_a_number_has_no_login_and_is_told_nothing(aws: Any) -> None:
    given(claim_of(), "contact", to=None)
    assert {kind for kind, _ in kinds_after(aws, "mandate.given")} == {"mandate-given"}


def test_the_person_and_who_held_it_are_told_that_a_mandate_was_revoked(aws: Any) -> None:
    claim_id = claim_of()
    revoked(claim_id, given(claim_id, "contact"))
    told_of = kinds_after(aws, "mandate.revoked")
    assert ("mandate-ended", WRITTEN_BY_GIVER) in told_of
    assert {kind for kind, _ in told_of} == {"mandate-ended", "mandate-revoked"}


def test_who_held_a_mandate_without_a_login_is_told_nothing_of_its_end(aws: Any) -> None:
    claim_id = claim_of()
    revoked(claim_id, given(claim_id, "contact", to=None))
    assert {kind for kind, _ in kinds_after(aws, "mandate.revoked")} == {"mandate-revoked"}


def test_of_a_mandate_that_staff_recorded_the_person_hears_by_that_news_alone(aws: Any) -> None:
    claim_id = claim_of()
    body = {**mandate_body(), "evidence": recorded()}
    assert send(claim_id, body, caseworker()).status == 201
    assert {kind for kind, _ in kinds_after(aws, "mandate.given")} == {"mandate-held"}


def revoked(claim_id: ClaimId, mandate_id: MandateId) -> None:
    from functions.claims.mandates.handler import handler

    path = f"/v1/claims/{claim_id}/mandates/{mandate_id}"
    assert ask(handler, event("DELETE", path, by=member(ANNA))).status == 204
