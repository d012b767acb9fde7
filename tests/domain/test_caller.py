from __future__ import annotations

import pytest

from helsebro import caller as who
from helsebro.caller import Caller, Right
from helsebro.errors import NotAllowed


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
