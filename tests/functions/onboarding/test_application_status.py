"""Who has the token of the mail reads where an application stands, without a login, until it is signed."""

from __future__ import annotations

import json

import pytest

from helsebro.ids import ClinicId, PersonId
from helsebro_aws.identity.pseudonym import invitation
from helsebro_aws.network.dynamo_clinics import DynamoClinics
from helsebro_aws.platform import clock
from tests.builders.calls import Answered, ask, event
from tests.builders.clinics.applications import applications, applied
from tests.builders.clinics.form import signatory
from tests.promises.lists.counted_reads import counted

pytestmark = pytest.mark.usefixtures("aws")
UNKNOWN = ClinicId("cli_aaaaaaaaaaaaaaaa")


def asked(clinic_id: ClinicId, token: str | None = None, language: str = "en") -> Answered:
    headers = {"accept-language": language}
    if token is not None:
        headers["helsebro-invitation"] = token
    return ask(applications(), event("GET", f"/v1/clinics/{clinic_id}/application", headers=headers))


def test_an_application_shows_its_checklist_and_what_comes_next() -> None:
    clinic_id = applied()
    answer = asked(clinic_id, invitation(clinic_id))
    assert answer.status == 200, answer.body
    assert answer.body["status"] == "applied"
    assert answer.body["checklist"]["applied"]
    assert answer.body["nextStep"]["step"] == "contractSigned"
    assert answer.body["nextStep"]["text"].startswith("The signatory")


def test_it_names_neither_the_clinic_nor_a_person() -> None:
    clinic_id = applied(clinicName="Klinik Vest", signatory=signatory(name="Bo Holm"))
    shown = json.dumps(asked(clinic_id, invitation(clinic_id)).body)
    assert [word for word in ("Klinik", "Bo", "Holm", "@", clinic_id) if word in shown] == []


def test_an_application_that_ended_says_why_and_not_what_was_written() -> None:
    clinic_id = applied()
    clinics = DynamoClinics()
    known = clinics.find(clinic_id)
    clinics.change(known, known.ended("denied", clock.now(), "Mette Lund is unknown to us"))
    body = asked(clinic_id, invitation(clinic_id)).body
    assert (body["status"], body["nextStep"], body["ending"]["why"]) == ("ended", None, "denied")
    assert "Mette" not in json.dumps(body)


@pytest.mark.parametrize("token", [None, "", "x", "ø", "a" * 24])
def test_a_wrong_token_is_an_unknown_clinic_and_reads_nothing(token: str | None) -> None:
    clinic_id = applied()
    assert invitation(UNKNOWN) != token
    with counted() as reads:
        answers = [asked(clinic, token) for clinic in (clinic_id, UNKNOWN)]
    assert [(each.status, each.body["detail"]) for each in answers] == 2 * [(404, answers[0].body["detail"])]
    assert (reads.items, reads.pages) == (0, 0)


def test_the_token_of_one_clinic_opens_no_other() -> None:
    first, second = applied(), applied(cvr="31415926")
    assert asked(first, invitation(second)).status == 404
    assert asked(UNKNOWN, invitation(UNKNOWN)).status == 404


def test_once_the_contract_is_signed_the_people_of_the_clinic_read_it_with_a_login() -> None:
    clinic_id = applied()
    clinics = DynamoClinics()
    known = clinics.find(clinic_id)
    clinics.change(known, known.signed(by=known_person(), at=clock.now()))
    assert asked(clinic_id, invitation(clinic_id)).status == 404


def known_person() -> PersonId:
    """Returns the id of who signs."""
    return PersonId("per_" + "a" * 24)
