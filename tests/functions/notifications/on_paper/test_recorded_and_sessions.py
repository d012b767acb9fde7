"""The letter to a person without a login says what was recorded in full, and where a session is."""

from __future__ import annotations

from typing import Any

import pytest
from functions.claims.mandates.handler import handler as mandates

from helsebro.ids import PersonId
from helsebro.notifications.contact_record import PostalAddress
from helsebro_aws.bookings.dynamo_bookings import DynamoBookings
from helsebro_aws.claims.recorded.wordings import wording_of
from helsebro_aws.network.dynamo_clinics import DynamoClinics
from tests.builders.calls import ask, event, staff
from tests.builders.claims import claim_of, consent, evidence
from tests.builders.clinics.consents import consent_to, recorded_consent
from tests.builders.mandates import recorded
from tests.builders.network import Stage, book, change_claim, guarantee_of, soon
from tests.builders.policies import insured_of, payer_of, policy_of
from tests.functions.notifications.on_paper.test_letters_that_carry import entered, posted, unsaid

pytestmark = pytest.mark.usefixtures("aws")
HOME = PostalAddress("Anna Holm", "Nørregade 1", "1165", "København")
STAFF = staff("caseworker")


@pytest.fixture(autouse=True)
def anna(aws: dict[str, Any]) -> PersonId:
    assert aws
    payer_of("tryg")
    person_id = insured_of(policy_of("tryg"))
    entered(person_id, address=HOME, has_login=False)
    return person_id


def letter_of(aws: dict[str, Any], claim_id: str, decision: str, outcome: str, said: dict[str, Any]) -> str:
    told = {"decision": decision, "outcome": outcome, "how": said["how"], "saidAt": said["at"]}
    return posted(aws, "decision.recorded", claimId=claim_id, **told)


@pytest.mark.parametrize("given, words", [(True, "consent"), (False, "consent-refusal")])
def test_the_letter_of_a_recorded_consent_has_the_words_and_the_year(
    aws: dict[str, Any], given: bool, words: str
) -> None:
    claim_id, said = claim_of(), evidence(words)
    assert consent(claim_id, given, STAFF, evidence=said).status == 200
    letter = letter_of(aws, claim_id, "case", "given" if given else "refused", said)
    assert unsaid(letter, [wording_of(said["textVersion"], "da")]) == []
    assert ("Det gælder til og med" in letter) == given


def test_the_letter_of_a_recorded_clinic_consent_names_the_clinic(aws: dict[str, Any], stage: Stage) -> None:
    claim_id, said = claim_of(), evidence("clinic-consent-refusal", how="letter")
    assert consent_to(stage.clinic_id, claim_id, False, STAFF, evidence=said).status == 200
    letter = letter_of(aws, claim_id, "clinic", "refused", said)
    assert unsaid(letter, ["Klinik: Klinik Nord", wording_of(said["textVersion"], "da")]) == []


def test_the_letter_of_a_recorded_personal_consent_has_its_words(aws: dict[str, Any]) -> None:
    claim_id, said = claim_of(), evidence("general-consent")
    assert recorded_consent(claim_id, evidence=said).status == 200
    letter = letter_of(aws, claim_id, "general", "given", said)
    assert unsaid(letter, [wording_of(said["textVersion"], "da"), "Det gælder til og med"]) == []


def test_the_letter_of_a_recorded_mandate_names_its_holder_and_the_powers(aws: dict[str, Any]) -> None:
    claim_id, said = claim_of(), recorded()
    body = {"holder": {"name": "Bo Holm"}, "powers": ["contact"], "evidence": said}
    path = f"/v1/claims/{claim_id}/mandates"
    assert ask(mandates, event("POST", path, by=STAFF, body=body, key="mandate")).status == 201
    letter = letter_of(aws, claim_id, "mandate", "given", said)
    assert unsaid(letter, ["Fuldmagt til Bo Holm: at læse sagen og skrive til os."]) == []


def test_a_decision_that_is_not_kept_leaves_a_letter_that_says_whom_to_call(aws: dict[str, Any]) -> None:
    letter = letter_of(aws, claim_of(), "case", "given", evidence())
    assert "Det har vi noteret" not in letter


def test_the_letter_of_a_session_says_where_it_is(aws: dict[str, Any], stage: Stage, anna: PersonId) -> None:
    guarantee = guarantee_of()
    change_claim(guarantee, personId=anna)
    answer = book(guarantee, stage.free_slot(starts_at=soon(72)))
    assert answer.status == 201, answer.body
    named = {name: answer.body[name] for name in ("bookingId", "guaranteeId", "claimId", "slotId")}
    letter = posted(aws, "booking.created", **named)
    clinic, booking = DynamoClinics().find(stage.clinic_id), DynamoBookings().find(answer.body["bookingId"])
    assert booking.address
    told = [
        clinic.name,
        f"Klinikkens telefon: {clinic.contact.phone}",
        booking.address.street,
        "Her er tiden",
    ]
    assert unsaid(letter, told) == []
