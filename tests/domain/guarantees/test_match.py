"""The rule of matches: who may be matched where, and what a decline leaves."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from helsebro.caller import CLINIC_SYSTEM, Caller
from helsebro.errors import HelsebroError, NotFound
from helsebro.guarantees.client_here import ClientHere
from helsebro.guarantees.guarantee import Guarantee
from helsebro.guarantees.match import DeclinedBefore, MatchChoice, declined, matched
from helsebro.guarantees.match_decline import Decline
from helsebro.ids import ClinicId, PractitionerId
from helsebro.network.clinic import Checklist, Clinic, ClinicContact
from tests.builders.domain.claims import claim
from tests.builders.domain.guarantees import guarantee
from tests.builders.domain.practitioners import practitioner

AT = datetime(2026, 12, 1, 9, tzinfo=UTC)
KIM, OTHER = PractitionerId("prc_kim"), PractitionerId("prc_other")
COLLEAGUE = practitioner(practitioner_id=OTHER)
HERE, THERE = ClinicId("cli_a"), ClinicId("cli_b")
SYSTEM = Caller("cli_a", frozenset({CLINIC_SYSTEM}), clinic_id=HERE)


def choice(
    named: bool = True, status: Any = "active", problem: str | None = None, **changes: Any
) -> MatchChoice:
    contact = ClinicContact("70 22 33 44", "klinik@example.org")
    clinic = Clinic(HERE, "Nord", "31415926", "DK", contact, status, Checklist())
    return MatchChoice(clinic, (practitioner(**changes),), KIM if named else None, problem)


def made(
    chosen: MatchChoice | None = None, booked: Any = (), consent: Any = "given", **changes: Any
) -> Guarantee:
    return matched(guarantee(**changes), claim(consent=consent), chosen or choice(), booked, AT)


def test_a_match_binds_and_counts_a_version() -> None:
    after = made()
    assert (after.clinic_id, after.practitioner_id, after.version) == (HERE, KIM, 2)
    assert after.is_matched
    assert made(choice(named=False)).practitioner_id is None


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"consent": "withdrawn"}, "consent-missing"),
        ({"status": "revoked"}, "guarantee-not-active"),
        ({"valid_until": AT.date().replace(day=1, month=11)}, "guarantee-not-active"),
        ({"settlement": "refund"}, "guarantee-is-refunded"),
        ({"treatment": "psychologist"}, "treatment-not-offered"),
        ({"chosen": choice(status="applied")}, "clinic-takes-no-clients"),
        ({"chosen": choice(status="ended")}, "clinic-takes-no-clients"),
        ({"chosen": choice(insurance_clients=False)}, "treatment-not-offered"),
        ({"chosen": choice(problems=("stress",), problem="grief")}, "problem-not-taken"),
        ({"booked": [(THERE, OTHER)]}, "booked-elsewhere"),
        ({"booked": [(HERE, OTHER)]}, "booked-elsewhere"),
    ],
)
def test_what_prevents_a_match(changes: dict[str, Any], code: str) -> None:
    with pytest.raises(HelsebroError) as refused:
        made(**changes)
    assert refused.value.code == code


@pytest.mark.parametrize(
    "changes",
    [
        {"booked": [(HERE, KIM)]},
        {"booked": [(HERE, OTHER)], "chosen": choice(named=False)},
        {"chosen": choice(problems=("stress",), problem="stress")},
        {"chosen": choice(problem="grief")},
        {"clinic_id": THERE, "practitioner_id": OTHER},
    ],
)
def test_what_does_not_prevent_a_match(changes: dict[str, Any]) -> None:
    assert made(**changes).clinic_id == HERE


def test_a_decline_frees_the_guarantee_and_is_kept() -> None:
    after = declined(made(), Decline("language", "Kun polsk"), (), AT)
    assert (after.clinic_id, after.practitioner_id, after.is_matched, after.version) == (None, None, False, 3)
    assert [(past.clinic_id, past.reason, past.declined_at) for past in after.declines] == [
        (HERE, "language", AT)
    ]
    again = matched(after, claim(consent="given"), replace(choice(), again=True), (), AT)
    assert again.is_matched
    assert len(declined(again, Decline("other"), (), AT).declines) == 2


@pytest.mark.parametrize(
    ("first", "second", "is_refused"),
    [
        (choice(), choice(), True),
        (choice(named=False), choice(), True),
        (choice(named=False), choice(named=False), True),
        # No one else is at the clinic, so the clinic has no one to choose.
        (choice(), choice(named=False), True),
        (choice(), replace(choice(named=False), practitioners=(practitioner(), COLLEAGUE)), True),
        (choice(), replace(choice(), practitioners=(COLLEAGUE,), practitioner_id=OTHER), True),
        (choice(), replace(choice(), again=True), False),
        (choice(named=False), replace(choice(named=False), again=True), False),
    ],
)
def test_who_declined_is_matched_again_only_when_staff_say_so(
    first: MatchChoice, second: MatchChoice, is_refused: bool
) -> None:
    free = declined(made(first), Decline("no-capacity"), (), AT)
    if is_refused:
        with pytest.raises(DeclinedBefore) as refused:
            matched(free, claim(consent="given"), second, (), AT)
        assert refused.value.facts == {"declineReason": "no-capacity", "declinedOn": "2026-12-01"}
    else:
        assert matched(free, claim(consent="given"), second, (), AT).is_matched


def test_a_decline_counts_until_staff_match_there_again_and_then_until_the_next_decline() -> None:
    free = declined(made(), Decline("other"), (), AT)
    again = matched(free, claim(consent="given"), replace(choice(), again=True), (), AT)
    known = [each.was_declined_at(HERE, KIM) for each in (made(), free, again)]
    assert known == [False, True, False]
    assert matched(again, claim(consent="given"), choice(), (), AT) == again
    assert declined(again, Decline("other"), (), AT).was_declined_at(HERE, KIM)
    assert not free.was_declined_at(THERE, KIM)


def test_a_clinic_declines_for_everyone_there_and_a_practitioner_only_for_the_own_person() -> None:
    whole = declined(made(), Decline("other"), (), AT)
    own = declined(made(), Decline("other", scope="practitioner"), (), AT)
    assert [whole.was_declined_at(HERE, each) for each in (KIM, OTHER, None)] == [True, True, True]
    assert [own.was_declined_at(HERE, each) for each in (KIM, OTHER, None)] == [True, False, False]
    colleague = replace(choice(), practitioners=(COLLEAGUE,), practitioner_id=OTHER)
    assert matched(own, claim(consent="given"), colleague, (), AT).practitioner_id == OTHER
    anyone = replace(choice(named=False), practitioners=(practitioner(), COLLEAGUE))
    assert matched(own, claim(consent="given"), anyone, (), AT).is_matched
    with pytest.raises(DeclinedBefore):
        matched(own, claim(consent="given"), choice(), (), AT)


def test_the_refusal_names_the_latest_no_of_the_one_who_is_asked() -> None:
    first = declined(made(), Decline("language", scope="practitioner"), (), AT)
    colleague = replace(choice(), practitioners=(COLLEAGUE,), practitioner_id=OTHER)
    second = declined(
        matched(first, claim(consent="given"), colleague, (), AT),
        Decline("no-capacity", scope="practitioner"),
        (),
        AT,
    )
    with pytest.raises(DeclinedBefore) as refused:
        matched(second, claim(consent="given"), choice(), (), AT)
    assert refused.value.facts["declineReason"] == "language"


def test_what_is_not_matched_cannot_be_declined() -> None:
    for each in (guarantee(), declined(made(), Decline("other"), (), AT)):
        with pytest.raises(NotFound):
            declined(each, Decline("other"), (), AT)


def test_what_a_clinic_wrote_and_the_problem_are_in_no_text_of_the_program() -> None:
    after = declined(made(choice(problem="grief")), Decline("other", "Kun polsk"), (), AT)
    assert not any(secret in repr(after) for secret in ("Kun polsk", "grief"))


@pytest.mark.parametrize(
    ("after", "consent", "shown"),
    [
        (made(), "given", True),
        (made(), "withdrawn", False),
        (guarantee(clinic_id=HERE), "given", False),
        (made().revoke("Fejl", AT), "given", False),
        (declined(made(), Decline("other"), (), AT), "given", False),
    ],
)
def test_the_clinic_reads_the_client_from_the_match_until_it_ends(
    after: Guarantee, consent: Any, shown: bool
) -> None:
    assert ClientHere(after, SYSTEM).shows_client(claim(consent=consent), AT) is shown


def test_a_match_of_the_clinic_again_does_not_change_the_own_no_of_a_practitioner() -> None:
    own = declined(made(), Decline("other", scope="practitioner"), (), AT)
    both = replace(choice(named=False), practitioners=(practitioner(), COLLEAGUE), again=True)
    whole = matched(own, claim(consent="given"), both, (), AT)
    assert [whole.was_declined_at(HERE, each) for each in (KIM, OTHER)] == [True, False]
    alone = replace(choice(named=False), again=True)
    with pytest.raises(DeclinedBefore):
        matched(own, claim(consent="given"), alone, (), AT)
    named = matched(own, claim(consent="given"), replace(choice(), again=True), (), AT)
    assert not named.was_declined_at(HERE, KIM)


def test_a_match_of_the_clinic_again_changes_the_no_of_the_clinic_and_leaves_that_of_a_practitioner() -> None:
    own = declined(made(), Decline("other", scope="practitioner"), (), AT)
    colleague = replace(choice(), practitioners=(COLLEAGUE,), practitioner_id=OTHER)
    elsewhere = declined(
        matched(own, claim(consent="given"), colleague, (), AT), Decline("no-capacity"), (), AT
    )
    both = replace(choice(named=False), practitioners=(practitioner(), COLLEAGUE), again=True)
    after = matched(elsewhere, claim(consent="given"), both, (), AT)
    assert [after.was_declined_at(HERE, each) for each in (KIM, OTHER)] == [True, False]
