"""A decision on a consent has a receipt: a tagged PDF in the language of the reader."""

from __future__ import annotations

import urllib.request
from datetime import datetime, timedelta
from io import BytesIO
from typing import Any

import pytest
from functions.claims.consent_receipts.handler import handler
from pypdf import PdfReader

from helsebro.ids import ClaimId
from helsebro.local_day import local_day
from helsebro.plain_words import plain_words
from helsebro_aws.claims.keys import claim_partition
from tests.builders.calls import Answered, ask, event, member, staff
from tests.builders.claims import claim_of, consent, evidence
from tests.builders.clinics.consents import consent_to, my_consents, personal_consent, recorded_consent
from tests.builders.clinics.matches import insured_guarantee
from tests.builders.network import change_claim, staged
from tests.builders.policies import ANNA, CARL, insured_of, payer_of, policy_of

pytestmark = pytest.mark.usefixtures("aws")


def receipt(path: str, by: dict[str, Any] | None = None, language: str = "en") -> Answered:
    headers = {"accept-language": language}
    return ask(handler, event("GET", f"{path}/receipt", by=by or member(ANNA), headers=headers))


def read(answer: Answered) -> tuple[PdfReader, str]:
    assert (answer.status, answer.headers["cache-control"]) == (303, "no-store")
    with urllib.request.urlopen(answer.headers["location"]) as paper:
        document = PdfReader(BytesIO(paper.read()))
    return document, " ".join(document.pages[0].extract_text().split())


@pytest.mark.parametrize(
    "language, words",
    [
        ("da", ("Kvittering for samtykke", "Du har givet", "Samtykke i sagen")),
        ("nb", ("Kvittering for samtykke", "Du har gitt", "Samtykke i saken")),
        ("en", ("Receipt for a consent", "You have given", "Consent in the case")),
    ],
)
def test_a_receipt_says_what_was_decided_on_which_text(language: str, words: tuple[str, ...]) -> None:
    claim_id = insured_guarantee().claim_id
    assert consent(claim_id, None).status == consent(claim_id).status == 200
    document, text = read(receipt(f"/v1/claims/{claim_id}/consent", language=language))
    assert all(word in text for word in (*words, "Anna Holm", "2026-01-01")), text
    assert claim_id not in text
    assert ANNA not in text
    root: Any = document.trailer["/Root"]
    assert (root["/Lang"], root["/MarkInfo"]["/Marked"]) == (language, True)


def test_a_withdrawal_has_a_receipt_and_the_earlier_yes_keeps_its_own() -> None:
    claim_id = insured_guarantee().claim_id
    assert consent(claim_id, None).status == consent(claim_id).status == consent(claim_id, None).status == 200
    path = f"/v1/claims/{claim_id}/consent"
    assert "You have withdrawn" in read(receipt(path))[1]
    [of_case] = [item for item in my_consents().body["items"] if item["kind"] == "case"]
    given = of_case["history"][1]["decidedAt"]
    answer = ask(handler, event("GET", f"{path}/receipt?decidedAt={given}", by=member(ANNA), headers=ENGLISH))
    assert "You have given" in read(answer)[1]


def test_the_receipt_of_a_recorded_consent_has_the_words_that_were_read_aloud() -> None:
    guarantee = insured_guarantee()
    claim_id = guarantee.claim_id
    change_claim(guarantee, consent="undecided")
    assert consent(claim_id, True, staff("caseworker"), evidence=evidence()).status == 200
    text = read(receipt(f"/v1/claims/{claim_id}/consent"))[1]
    assert all(word in text for word in ("By phone", "consent-2026-11", "Do you consent that we obtain")), (
        text
    )


def test_the_receipts_of_the_other_recorded_consents_have_their_words_too() -> None:
    guarantee, stage = insured_guarantee(), staged()
    claim_id, caseworker = guarantee.claim_id, staff("caseworker")
    no = evidence("clinic-consent-refusal", how="letter")
    assert consent_to(stage.clinic_id, claim_id, False, caseworker, evidence=no).status == 200
    text = read(receipt(f"/v1/claims/{claim_id}/consent/clinics/{stage.clinic_id}"))[1]
    assert all(word in text for word in ("By letter", no["textVersion"], "Do you say no to our passing on"))
    told = evidence("general-consent", ago=timedelta(days=40))
    assert recorded_consent(claim_id, evidence=told).status == 200
    own = read(receipt("/v1/me/consents/general"))[1]
    said_on = plain_words("en").of_day(local_day(datetime.fromisoformat(told["at"])))
    assert all(word in own for word in ("By phone", told["textVersion"], "your insurers obtain", said_on)), (
        own
    )


def test_the_receipt_of_a_clinic_names_it_and_that_of_no_case_names_the_insurers() -> None:
    guarantee, stage = insured_guarantee(), staged()
    assert consent_to(stage.clinic_id, guarantee.claim_id, False).status == 200
    path = f"/v1/claims/{guarantee.claim_id}/consent/clinics/{stage.clinic_id}"
    text = read(receipt(path))[1]
    assert all(word in text for word in ("Klinik Nord", "You have said no", "Consent to a certain clinic"))
    assert personal_consent("network-contact", True).status == 200
    own = read(receipt("/v1/me/consents/network-contact"))[1]
    assert all(word in own for word in ("Tryg", "Contact about cover in the network", "Valid through"))


def no_to(kind: str, *, after_a_yes: bool) -> str:
    """Returns the receipt of a no to a consent of this kind."""
    guarantee, stage = insured_guarantee(), staged()
    claim_id, answers = guarantee.claim_id, [True, False] if after_a_yes else [False]
    change_claim(guarantee, consent="undecided")
    for given in answers:
        if kind == "case":
            answer = consent(claim_id, given)
        elif kind == "clinic":
            answer = consent_to(stage.clinic_id, claim_id, given)
        else:
            answer = personal_consent(kind, given)
        assert answer.status == 200
    paths = {"case": "consent", "clinic": f"consent/clinics/{stage.clinic_id}"}
    path = f"/v1/claims/{claim_id}/{paths[kind]}" if kind in paths else f"/v1/me/consents/{kind}"
    return read(receipt(path))[1]


@pytest.mark.parametrize(
    "kind, stops",
    [
        ("case", "We obtain and pass on nothing more in the case"),
        ("clinic", "no new sessions can be booked there"),
        ("general", "A consent that you gave in a case stays in force"),
        ("network-contact", "You do not get messages about cover in the network"),
    ],
)
@pytest.mark.parametrize(
    "after_a_yes, title",
    [(False, "Receipt for a no to a consent"), (True, "Receipt for a consent that was withdrawn")],
)
def test_the_receipt_of_a_no_is_titled_so_and_says_what_stops(
    kind: str, stops: str, after_a_yes: bool, title: str
) -> None:
    text = no_to(kind, after_a_yes=after_a_yes)
    told = (title, stops, "“I consent", "70 11 20 20", "sundhed@example.org", "https://portal.example")
    assert [word for word in told if word not in text] == []
    assert not any(word in text for word in ("What the consent says", "remind you"))
    if kind in ("general", "network-contact"):
        assert "pass on nothing more" not in text


def test_a_case_is_named_by_what_it_is_for_and_when_it_was_reported() -> None:
    claim_id = insured_guarantee().claim_id
    assert consent(claim_id, None).status == consent(claim_id).status == 200
    text = read(receipt(f"/v1/claims/{claim_id}/consent"))[1]
    assert "reported on" in text
    assert "If the case is still going on, we remind you" in text


def test_a_receipt_names_the_parent_who_decided_to_who_may_know_it() -> None:
    claim_id = claim_of_child()
    assert consent(claim_id).status == 200
    assert "Decided by Anna Holm" in read(receipt(f"/v1/claims/{claim_id}/consent"))[1]


def test_what_was_not_decided_has_no_receipt_and_a_stranger_gets_none() -> None:
    guarantee, stage = insured_guarantee(), staged()
    path = f"/v1/claims/{guarantee.claim_id}/consent"
    for undecided in (path, f"{path}/clinics/{stage.clinic_id}", "/v1/me/consents/general"):
        assert receipt(undecided).status == 404
    assert receipt("/v1/me/consents/case").status == 404
    assert consent(guarantee.claim_id, None).status == 200
    assert receipt(path, member("0505901234")).status == 404
    assert receipt(path, staff("caseworker")).status == 303


ENGLISH = {"accept-language": "en"}
CHILD = "2026-11-30-child"


def claim_of_child() -> ClaimId:
    payer_of("tryg")
    policy_id = policy_of("tryg")
    child = insured_of(policy_id, cpr=CARL, relation="child", mainInsuredPersonId=insured_of(policy_id))
    return claim_of(member(ANNA), personId=child)


@pytest.mark.parametrize(
    "language, words",
    [
        ("da", ("En forælder har givet", "Samtykke i mit barns sag", "mit barns skade eller sygdom")),
        ("nb", ("En forelder har gitt", "Samtykke i saken til barnet mitt", "sykdommen til barnet mitt")),
        ("en", ("A parent has given", "Consent in my child's case", "my child's injury or illness")),
    ],
)
def test_the_receipt_of_a_guardian_has_the_words_about_the_child(
    language: str, words: tuple[str, ...]
) -> None:
    claim_id = claim_of_child()
    assert consent(claim_id).status == 200
    text = read(receipt(f"/v1/claims/{claim_id}/consent", language=language))[1].replace("’", "'")
    assert all(word in text for word in (*words, CHILD)), text
    assert consent(claim_id, None).status == 200
    assert words[1] in read(receipt(f"/v1/claims/{claim_id}/consent", language=language))[1].replace("’", "'")


def test_the_receipt_of_an_older_decision_of_a_guardian_has_the_words_that_were_read(aws: Any) -> None:
    claim_id = claim_of_child()
    decided = consent(claim_id).body["history"][0]["decidedAt"]
    pk = {"pk": {"S": claim_partition(claim_id)}, "sk": {"S": f"CONSENT#{decided}"}}
    older = {":older": {"S": "2026-01-01"}}
    aws["dynamodb"].update_item(
        TableName="cases",
        Key=pk,
        UpdateExpression="SET textVersion = :older",
        ConditionExpression="attribute_exists(textVersion)",
        ExpressionAttributeValues=older,
    )
    text = read(receipt(f"/v1/claims/{claim_id}/consent"))[1]
    assert all(word in text for word in ("my injury or illness", "my national number", "A parent")), text
    assert CHILD not in text
