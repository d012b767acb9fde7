"""Who may sign a clinic's contract, and how that is known."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from helsebro.errors import NotFound
from helsebro.ids import PersonId
from helsebro.onboarding.application import Signatory
from helsebro.onboarding.folded_name import digest_of_name
from helsebro.onboarding.signature import (
    KnownBy,
    NotTheSignatory,
    Signer,
    recognised,
)

METTE, BO = PersonId("per_" + "m" * 24), PersonId("per_" + "b" * 24)
AT = datetime(2026, 12, 1, tzinfo=UTC)


def signer(person: PersonId = METTE, name: str = "Mette Lund", assurance: str = "…/loa/high") -> Signer:
    return Signer(person, digest_of_name(name), "https://issuer.example", assurance, AT)


def signatory(person: PersonId | None = None) -> Signatory:
    return Signatory("Mette Lund", "mette@klinik.example", person)


@pytest.mark.parametrize(
    "who, named, accepted, is_invited, expected",
    [
        (signer(), METTE, None, False, "cpr-number"),
        (signer(name="Mette Ny"), METTE, None, False, "cpr-number"),
        (signer(BO, "Bo Holm"), METTE, BO, False, "network-team"),
        (signer(BO, "METTE LUND"), None, None, True, "name"),
        (signer(BO, "Bo Holm"), None, None, True, None),
        (signer(BO, ""), None, None, True, None),
    ],
)
def test_a_signer_is_known_by_number_by_name_or_by_the_network_team(
    who: Signer, named: PersonId | None, accepted: PersonId | None, is_invited: bool, expected: KnownBy | None
) -> None:
    assert recognised(who, signatory(named), accepted, is_invited=is_invited) == expected


@pytest.mark.parametrize("named", [METTE, None])
def test_a_stranger_without_the_mail_is_told_nothing(named: PersonId | None) -> None:
    with pytest.raises(NotFound):
        recognised(signer(BO), signatory(named), None, is_invited=False)


@pytest.mark.parametrize("named, accepted", [(METTE, None), (None, METTE)])
def test_another_person_with_the_mail_is_not_the_signatory(
    named: PersonId | None, accepted: PersonId | None
) -> None:
    with pytest.raises(NotTheSignatory):
        recognised(signer(BO), signatory(named), accepted, is_invited=True)
