from __future__ import annotations

from typing import Any, get_args

import pytest

from helsebro.ids import PersonId
from helsebro.network.clinic import Clinic, ClinicContact
from helsebro.network.joining.clinic_trace import traces
from helsebro.onboarding.oddity import FOUND_BY, ODDITIES, Oddity, oddities
from tests.builders.network import clinic

PHONE, EMAIL = "33 11 22 33", "post@klinik.example"
MINE = {"cvr": "24260666", "contact": ClinicContact(PHONE, EMAIL), "signatory_id": PersonId("per_a")}
OTHER_CONTACT = ClinicContact("44 11 22 33", "andre@klinik.example")


def other(**changes: Any) -> Clinic:
    """Returns a clinic that has nothing in common with mine but what ``changes`` say."""
    return clinic(**{"contact": OTHER_CONTACT, **changes})


@pytest.mark.parametrize(
    "shared, found",
    [
        ({}, ()),
        ({"cvr": "24260666"}, ("company-known",)),
        ({"cvr": "24260666", "country": "NO"}, ()),
        ({"contact": ClinicContact("+4533112233", "andre@klinik.example")}, ("phone-known",)),
        ({"contact": ClinicContact("44 11 22 33", "POST@klinik.example")}, ("email-known",)),
        ({"signatory_id": PersonId("per_a")}, ("signatory-known",)),
        ({"signatory_id": PersonId("per_b")}, ()),
        ({**MINE}, tuple(ODDITIES)),
        ({**MINE, "status": "ended"}, ()),
        ({**MINE, "status": "applied"}, tuple(ODDITIES)),
    ],
)
def test_an_application_is_odd_by_what_it_shares_with_an_open_or_active_clinic(
    shared: dict[str, Any], found: tuple[Oddity, ...]
) -> None:
    assert oddities(clinic(**MINE), [other(), other(**shared)]) == found


def test_a_clinic_shares_nothing_with_itself() -> None:
    mine = clinic(**MINE)
    assert oddities(mine, [mine]) == ()


def test_clinics_without_signatory_and_address_do_not_share_them() -> None:
    empty = {"signatory_id": None, "contact": ClinicContact("", "")}
    assert oddities(clinic(cvr="24260666", **empty), [other(**empty)]) == ()


def test_each_oddity_has_a_text_in_every_language_and_a_trace() -> None:
    assert set(ODDITIES) == set(FOUND_BY) == set(get_args(Oddity))
    assert all(set(texts) == {"da", "nb", "en"} and all(texts.values()) for texts in ODDITIES.values())
    assert set(FOUND_BY.values()) == set(traces(clinic(**MINE)))


def test_a_trace_holds_no_phone_and_no_address() -> None:
    found = str(traces(clinic(**MINE)))
    assert not any(part in found for part in ("33112233", "33 11 22 33", "post", "klinik"))
