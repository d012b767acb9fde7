from __future__ import annotations

import pytest

from helsebro import caller as who
from helsebro.caller import Caller, Right
from helsebro.errors import NotAllowed
from helsebro.ids import ClinicId, PersonId, PractitionerId


def having(*rights: Right) -> Caller:
    return Caller("anybody", frozenset(rights))


def test_one_of_the_allowed_rights_is_enough() -> None:
    having(who.FINANCE, who.QUALITY).must_have(frozenset({who.CASEWORKER, who.QUALITY}))


@pytest.mark.parametrize("rights", [(), (who.MEMBER,), (who.FINANCE, who.CLINIC_SYSTEM)])
def test_a_caller_with_none_of_the_rights_is_not_allowed(rights: tuple[Right, ...]) -> None:
    with pytest.raises(NotAllowed) as refused:
        having(*rights).must_have(frozenset({who.CASEWORKER}))
    assert refused.value.code == "role-missing"


@pytest.mark.parametrize("right", list(Right))
def test_staff_work_for_a_payer_or_the_platform(right: Right) -> None:
    assert having(right).is_staff is (right in who.PAYER_ROLES | who.PLATFORM_ROLES)


def test_a_payers_roles_and_the_platforms_have_nothing_in_common() -> None:
    assert not who.PAYER_ROLES & who.PLATFORM_ROLES
    assert who.MEMBER not in who.STAFF


A, B = ClinicId("cli_a"), ClinicId("cli_b")
ANNA, BO = PractitionerId("prc_anna"), PractitionerId("prc_bo")
PERSON = Caller("per_1", frozenset({who.MEMBER}), PersonId("per_1"))
SYSTEM = Caller(A, frozenset({who.CLINIC_SYSTEM}), clinic_id=A)


@pytest.mark.parametrize(
    "caller, own, colleagues, elsewhere, runs",
    [
        (SYSTEM, True, True, False, True),
        (PERSON.acting_for(A, None), True, True, False, True),
        (PERSON.acting_for(A, ANNA), True, False, False, False),
        (PERSON.acting_for(B, ANNA), False, False, True, False),
        (PERSON, False, False, False, False),
        (having(who.NETWORK), False, False, False, False),
    ],
    ids=["system", "signatory", "practitioner", "practitioner of another clinic", "member", "network"],
)
def test_a_practitioner_treats_own_clients_and_a_clinic_all_of_its_own(
    caller: Caller, own: bool, colleagues: bool, elsewhere: bool, runs: bool
) -> None:
    found = [caller.treats_at(A, ANNA), caller.treats_at(A, BO), caller.treats_at(B, ANNA), caller.runs(A)]
    assert found == [own, colleagues, elsewhere, runs]


def test_no_one_treats_what_is_bound_to_no_clinic() -> None:
    assert not any(caller.treats_at(None, None) for caller in (PERSON, SYSTEM, PERSON.acting_for(A, ANNA)))
    assert not PERSON.runs(ClinicId(""))


def test_a_person_who_acts_for_a_clinic_is_no_clinic_system_and_stays_a_member() -> None:
    acting = PERSON.acting_for(A, ANNA)
    assert acting.rights == {who.MEMBER, who.CLINIC_USER}
    assert (acting.person_id, acting.is_clinic_system, SYSTEM.is_clinic_system) == ("per_1", False, True)
