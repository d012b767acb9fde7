from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from helsebro.errors import HelsebroError, NotFound
from helsebro.ids import ClinicId, PersonId, PractitionerId
from helsebro.onboarding.folded_name import digest_of_name
from helsebro.onboarding.practitioner_login import (
    ACCEPT_WITHIN,
    InvitationExpired,
    NotTheInvited,
    PractitionerLogin,
)
from helsebro.onboarding.signature import Signer

NOW = datetime(2026, 12, 1, 9, tzinfo=UTC)
NO_ONE = PractitionerLogin(ClinicId("cli_a"), PractitionerId("prc_a"))
ANNA = Signer(PersonId("per_anna"), digest_of_name("Anna Holm"), "mitid", "high", NOW)
INVITED = NO_ONE.invited("anna@klinik.example", "token", "da", NOW)


def test_a_person_with_a_number_signs_in_at_once() -> None:
    bound = NO_ONE.bound(PersonId("per_anna"), NOW)
    assert (bound.status, bound.since, bound.version) == ("bound", NOW, 1)
    assert bound.bound(PersonId("per_anna"), NOW + timedelta(days=1)) == bound


def test_an_invitation_ends_the_login_of_the_person_before() -> None:
    bound = NO_ONE.bound(PersonId("per_bo"), NOW)
    invited = bound.invited("anna@klinik.example", "token", "da", NOW)
    assert (invited.status, invited.person_id, invited.since) == ("invited", None, None)


def test_the_same_mailbox_is_invited_once_until_the_invitation_expires() -> None:
    assert INVITED.invited("anna@klinik.example", "other", "da", NOW + timedelta(days=29)) == INVITED
    assert INVITED.invited("anna@klinik.example", "other", "da", NOW + ACCEPT_WITHIN) != INVITED
    assert INVITED.invited("bo@klinik.example", "other", "da", NOW).version == 2


def test_an_accepted_invitation_binds_the_person_and_is_gone() -> None:
    bound = INVITED.accepted(ANNA, "ANNA  HOLM", "token", NOW)
    assert (bound.status, bound.person_id, bound.invitation) == ("bound", "per_anna", None)


@pytest.mark.parametrize(
    "login, signer, name, token, days, refusal",
    [
        (NO_ONE, ANNA, "Anna Holm", "token", 0, NotFound),
        (INVITED.ended(), ANNA, "Anna Holm", "token", 0, NotFound),
        (INVITED.bound(PersonId("per_bo"), NOW), ANNA, "Anna Holm", "token", 0, NotFound),
        (INVITED, ANNA, "Anna Holm", "wrong", 0, NotFound),
        (INVITED, ANNA, "Anna Holm", "token", 30, InvitationExpired),
        (INVITED, ANNA, "Bo Holm", "token", 0, NotTheInvited),
        (INVITED, replace(ANNA, name_digest=""), "…", "token", 0, NotTheInvited),
    ],
    ids=["none", "ended", "bound", "another token", "too late", "another name", "no name"],
)
def test_an_invitation_is_accepted_by_no_one_else(
    login: PractitionerLogin,
    signer: Signer,
    name: str,
    token: str,
    days: int,
    refusal: type[HelsebroError],
) -> None:
    with pytest.raises(refusal):
        login.accepted(signer, name, token, NOW + timedelta(days=days))


def test_a_login_that_has_ended_is_of_no_one() -> None:
    for login in (INVITED, NO_ONE.bound(PersonId("per_anna"), NOW)):
        assert (login.ended().status, login.ended().version) == ("none", 2)
    assert NO_ONE.ended() == NO_ONE
