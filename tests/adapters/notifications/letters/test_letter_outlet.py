"""A notification becomes one PDF in the print queue."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pytest
from pypdf import PdfReader

from helsebro import ids
from helsebro.events import Event
from helsebro.ids import ClaimId, GuaranteeId, PersonId
from helsebro.notifications.contact_record import ContactRecord, PostalAddress
from helsebro.notifications.notification import Notification
from helsebro.notifications.outcome.letter import Letter
from helsebro_aws.guarantees.dynamo_guarantees import DynamoGuarantees
from helsebro_aws.notifications.dynamo_contacts import DynamoContacts
from helsebro_aws.notifications.letters.dynamo_letters import DynamoLetters
from helsebro_aws.notifications.letters.letter_outlet import LetterOutlet
from helsebro_aws.notifications.letters.letter_papers import LetterPapers
from helsebro_aws.notifications.outgoing import Undeliverable
from helsebro_aws.notifications.sender import Sender
from tests.builders.calls import staff
from tests.builders.domain.guarantees import guarantee
from tests.builders.domain.sent_messages import AT, CLAIM_ID, HOME, PERSON_ID, notification
from tests.builders.messages.notifications import TEXT
from tests.builders.policies import enrol, insured_of, leave, payer_of, policy_of

SENDER = Sender("Tryg", "+45 70 11 22 33", "sundhed@tryg.example", "https://portal.example")


@pytest.fixture
def outlet(aws: dict[str, Any]) -> LetterOutlet:
    assert aws
    payer_of("tryg")
    return LetterOutlet(lambda _: SENDER, LetterPapers())


def letters() -> list[Letter]:
    return list(DynamoLetters().page("tryg", "queued", 10, None)[0])


def on_paper(aws: dict[str, Any], letter: Letter) -> str:
    stored = aws["s3"].get_object(Bucket="letters", Key=f"tryg/{letter.letter_id}.pdf")["Body"].read()
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(stored)).pages)


def test_a_letter_is_queued_with_its_pdf(aws: dict[str, Any], outlet: LetterOutlet) -> None:
    letter_id = outlet.send(by_letter(), TEXT, HOME)
    (queued,) = letters()
    assert (queued.letter_id, queued.kind, queued.state) == (letter_id, "guarantee-issued", "queued")
    text = on_paper(aws, queued)
    assert all(part in text for part in ("Vestergade 1", "2100 København Ø", "Log ind."))
    assert "DANMARK" not in text


def by_letter(**given: Any) -> Notification:
    return notification(channel="letter", **given)


@pytest.mark.parametrize(
    ("kind", "has_login", "is_enclosed"),
    [
        ("guarantee-issued", False, True),
        ("guarantee-extended", False, True),
        ("guarantee-issued", True, False),
        ("claim-received", False, False),
    ],
)
def test_the_guarantee_is_enclosed_for_a_person_who_cannot_log_in(
    outlet: LetterOutlet, kind: str, has_login: bool, is_enclosed: bool
) -> None:
    person = ContactRecord(PersonId(PERSON_ID), has_login=has_login, changed_at=AT, version=1)
    contacts = DynamoContacts()
    contacts.tables.commit([contacts.put(person, 0)])
    guarantee_id = GuaranteeId(ids.within("gar", CLAIM_ID, b"123456"))
    issued = guarantee(guarantee_id=guarantee_id, claim_id=ClaimId(CLAIM_ID), payer="tryg")
    DynamoGuarantees().issue(issued, Event("guarantee.issued", AT, "tryg"))
    outlet.send(by_letter(kind=kind), TEXT, HOME)
    (queued,) = letters()
    assert queued.guarantee_id == (guarantee_id if is_enclosed else None)


def of_no_payer(person_id: str) -> Notification:
    return by_letter(kind="general-consent-expiring", payer="", case_id=person_id, recipient=person_id)


def test_a_letter_of_no_payer_is_printed_by_who_insures_the_person(outlet: LetterOutlet) -> None:
    """A consent for all cases belongs to no payer, and who cannot log in hears of it by letter (F4-02)."""
    person_id = insured_of(policy_of("tryg"))
    attempts = [outlet.send(of_no_payer(person_id), TEXT, HOME) for _ in range(2)]
    (queued,) = letters()
    assert [queued.letter_id] * 2 == attempts
    assert (queued.payer, queued.notified_for) == ("tryg", "")


def test_of_two_payers_the_one_that_insures_today_prints_it(outlet: LetterOutlet) -> None:
    left = policy_of("tryg")
    person_id = insured_of(left)
    leave(left, person_id, "2026-01-01")
    payer_of("zenit")
    assert enrol(policy_of("zenit"), staff("underwriting", payer="zenit")).body["personId"] == person_id
    outlet.send(of_no_payer(person_id), TEXT, HOME)
    (printed, _) = DynamoLetters().page("zenit", "queued", 10, None)
    assert (len(printed), letters()) == (1, [])


def test_a_letter_of_no_payer_to_who_was_never_insured_has_no_one_to_print_it(outlet: LetterOutlet) -> None:
    with pytest.raises(Undeliverable, match="no-payer-carries-it"):
        outlet.send(of_no_payer(PERSON_ID), TEXT, HOME)
    assert letters() == []


def test_a_repeated_attempt_is_the_same_letter(outlet: LetterOutlet) -> None:
    attempts = [outlet.send(by_letter(), TEXT, HOME) for _ in range(2)]
    assert [letter.letter_id for letter in letters()] == attempts[:1] == attempts[1:]


def test_the_place_of_the_pdf_names_no_person(aws: dict[str, Any], outlet: LetterOutlet) -> None:
    outlet.send(by_letter(), TEXT, HOME)
    (stored,) = aws["s3"].list_objects_v2(Bucket="letters")["Contents"]
    assert stored["Key"].startswith("tryg/ltr_")
    assert not {"per_", "anna", "hansen"} & set(stored["Key"].lower().split("/"))


@pytest.mark.parametrize("missing", ["name", "street", "postcode", "city"])
def test_an_address_that_is_not_complete_is_never_queued(outlet: LetterOutlet, missing: str) -> None:
    with pytest.raises(Undeliverable, match="address-incomplete"):
        outlet.send(by_letter(), TEXT, replace(HOME, **{missing: " "}))
    assert letters() == []


def test_without_an_address_nothing_is_queued(outlet: LetterOutlet) -> None:
    with pytest.raises(Undeliverable, match="address-incomplete"):
        outlet.send(by_letter(), TEXT, None)
    assert letters() == []


def test_a_letter_abroad_names_the_country(aws: dict[str, Any], outlet: LetterOutlet) -> None:
    outlet.send(by_letter(), TEXT, PostalAddress("Anna", "Storgata 1", "0155", "Oslo", "NO"))
    assert "NORGE" in on_paper(aws, letters()[0])
