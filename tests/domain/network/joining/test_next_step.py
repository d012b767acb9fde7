from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from helsebro.network.clinic import Checklist, Clinic
from helsebro.network.joining.next_step import ClinicNextStep, next_step
from helsebro.payer import Country
from tests.builders.network import clinic

AT = datetime(2026, 11, 21, 9, tzinfo=UTC)
SIGNED: dict[str, Any] = {"contract_signed": AT}
READY: dict[str, Any] = {**SIGNED, "details_filled": AT}


def applied(clinic_system: str = "compugroup", consented_at: datetime | None = None, **done: Any) -> Clinic:
    checklist = Checklist(applied=AT, **done)
    return clinic(
        status="applied", checklist=checklist, clinic_system=clinic_system, consented_at=consented_at
    )


@pytest.mark.parametrize(
    "waiting, step, words",
    [
        (applied(), "contractSigned", "sign"),
        (applied("other"), "contractSigned", "sign"),
        (applied("other", **SIGNED), "systemConnected", "consent-without-system"),
        (applied(**SIGNED), "systemConnected", "consent"),
        (applied(consented_at=AT), "contractSigned", "sign"),
        (applied(system_connected=AT), "contractSigned", "sign"),
        (applied(consented_at=AT, **SIGNED), "detailsFilled", "fill-in"),
        (applied(consented_at=AT, **READY), "systemConnected", "first-call"),
        (applied(system_connected=AT, **READY), "servicesPublished", "publish"),
    ],
)
def test_the_next_step_is_the_first_that_can_be_done_and_is_not(
    waiting: Clinic, step: str, words: str
) -> None:
    found = next_step(waiting)
    assert found
    assert (found.step, found.words) == (step, words)


def test_an_active_clinic_and_one_that_ended_have_no_next_step() -> None:
    assert next_step(clinic(account_since=AT)) is None
    assert next_step(applied().ended("expired", AT)) is None


def test_an_active_clinic_without_an_account_registers_one() -> None:
    missing = ClinicNextStep("accountRegistered", "register-account")
    assert next_step(clinic()) == missing
    assert next_step(clinic().paid_to(AT)) is None
    assert next_step(clinic().paid_to(AT).paid_to(None)) == missing


@pytest.mark.parametrize("clinic_system", ["compugroup", "other"])
def test_an_active_clinic_that_withdrew_its_consent_gives_it_again(clinic_system: str) -> None:
    active = clinic(clinic_system=clinic_system)
    cut_off = active.consenting(given=False, text_version="1", at=AT)
    assert cut_off.status == "active"
    assert next_step(cut_off) == ClinicNextStep("systemConnected", "consent-again")


def test_after_it_consented_again_the_system_calls_first_and_then_nothing_is_left() -> None:
    cut_off = clinic(clinic_system="compugroup", account_since=AT).consenting(
        given=False, text_version="1", at=AT
    )
    again = cut_off.consenting(given=True, text_version="2", at=AT)
    assert next_step(again) == ClinicNextStep("systemConnected", "first-call")
    assert next_step(again.connected(AT)) is None
    without_system = clinic(clinic_system="other", account_since=AT).consenting(
        given=False, text_version="1", at=AT
    )
    assert next_step(without_system.consenting(given=True, text_version="2", at=AT)) is None


@pytest.mark.parametrize("language", ["da", "nb", "en"])
@pytest.mark.parametrize(
    "words",
    "consent consent-again consent-without-system sign fill-in first-call publish register-account".split(),
)
def test_each_step_has_words_in_every_language(words: str, language: str) -> None:
    text = ClinicNextStep("contractSigned", words).text(language, "DK")
    assert text.endswith(".")
    assert "{" not in text


@pytest.mark.parametrize("country, login, other", [("DK", "MitID", "BankID"), ("NO", "BankID", "MitID")])
def test_a_signatory_signs_with_the_login_of_the_country(country: Country, login: str, other: str) -> None:
    for language in ("da", "nb", "en"):
        text = ClinicNextStep("contractSigned", "sign").text(language, country)
        assert login in text
        assert other not in text


def test_a_clinic_that_ended_takes_no_clients_and_keeps_why() -> None:
    ended = applied().ended("declined", AT, "Vi lukker")
    assert not ended.takes_clients
    assert ended.ending
    assert (ended.status, ended.ending.why, ended.ending.reason) == ("ended", "declined", "Vi lukker")
    assert ended.version == 2
    assert "Vi lukker" not in repr(ended)
