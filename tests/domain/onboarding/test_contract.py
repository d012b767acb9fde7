"""A clinic's contract: how long it can be signed, and what it can become."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from helsebro.errors import HelsebroError
from helsebro.ids import ClinicId, PersonId
from helsebro.onboarding.contract import (
    AlreadySigned,
    ClinicContract,
    ContractDeclined,
    ContractExpired,
    NotTheContractSent,
    SignatureInReview,
    sent,
    sha256_of,
)
from helsebro.onboarding.evidence import evidence_of
from helsebro.onboarding.signature import NotTheSignatory, Signature
from helsebro.onboarding.signature_attempt import SignatureAttempt

SENT = datetime(2026, 12, 1, 9, tzinfo=UTC)
DAY, LAST = timedelta(days=1), timedelta(days=30)
PERSON = PersonId("per_" + "a" * 24)


def contract() -> ClinicContract:
    return sent(ClinicId("cli_a"), sha256_of(b"pdf"), "da", "token", SENT)


def signature(after: timedelta = DAY) -> Signature:
    return Signature(PERSON, "https://issuer.example", "high", SENT, SENT + after, "name", "digest")


def attempt(at: datetime = SENT + DAY) -> SignatureAttempt:
    return SignatureAttempt("Bo Holm", "https://issuer.example", "high", at, at)


ENDS: tuple[tuple[Callable[[], ClinicContract], type[HelsebroError]], ...] = (
    (lambda: contract().signed(signature()), AlreadySigned),
    (lambda: contract().declined("too late", SENT + DAY), ContractDeclined),
    (lambda: contract().expired(), ContractExpired),
)


@pytest.mark.parametrize("made, refusal", ENDS, ids=["signed", "declined", "expired"])
def test_only_a_contract_that_waits_is_signed_declined_or_questioned(
    made: Callable[[], ClinicContract], refusal: type[HelsebroError]
) -> None:
    ended = made()
    acts: tuple[Callable[[], Any], ...] = (
        lambda: ended.signed(signature()),
        lambda: ended.declined("no", SENT + DAY),
        lambda: ended.questioned(PERSON, attempt()),
    )
    for act in acts:
        with pytest.raises(refusal):
            act()


@pytest.mark.parametrize("after, is_in_time", [(LAST - timedelta(seconds=1), True), (LAST, False)])
def test_a_contract_is_signed_within_30_days(after: timedelta, is_in_time: bool) -> None:
    if is_in_time:
        assert contract().signed(signature(after)).status == "signed"
        return
    with pytest.raises(ContractExpired):
        contract().signed(signature(after))


def test_a_signed_contract_does_not_expire() -> None:
    signed = contract().signed(signature())
    assert signed.expired() == signed


def test_while_one_person_is_checked_no_second_one_is_and_the_known_one_signs_or_declines() -> None:
    asked = contract().questioned(PersonId("psn_other"), attempt())
    with pytest.raises(SignatureInReview):
        asked.questioned(PERSON, attempt())
    signed = asked.signed(signature())
    assert (signed.status, signed.in_review) == ("signed", None)
    assert asked.declined("no", SENT + DAY).status == "declined"


def test_an_accepted_person_may_sign_and_a_refused_one_is_not_checked_again() -> None:
    asked = contract().questioned(PERSON, attempt())
    accepted, refused = asked.answered(accepted=True), asked.answered(accepted=False)
    assert (accepted.accepted_person, accepted.in_review) == (PERSON, None)
    assert (refused.accepted_person, refused.in_review) == (None, None)
    with pytest.raises(NotTheSignatory):
        refused.questioned(PERSON, attempt())


@pytest.mark.parametrize("token, is_known", [("token", True), ("Token", False), ("", False), (None, False)])
def test_only_the_token_of_the_mail_is_an_invitation(token: str | None, is_known: bool) -> None:
    assert contract().has_invited(token) is is_known
    assert "token" not in str(contract())


def test_the_digest_of_another_document_is_refused_and_capitals_do_not_matter() -> None:
    contract().must_be_of(None)
    contract().must_be_of(sha256_of(b"pdf").upper())
    with pytest.raises(NotTheContractSent):
        contract().must_be_of(sha256_of(b"other"))


def test_every_change_counts() -> None:
    asked = contract().questioned(PERSON, attempt(SENT))
    changes = (asked, asked.answered(accepted=True), contract().signed(signature()), contract().expired())
    assert [changed.version for changed in changes] == [2, 3, 2, 2]


def test_the_evidence_says_that_the_platform_signed_first() -> None:
    evidence = evidence_of(contract(), signature())
    first, second = evidence["signatures"]
    assert (first["order"], first["by"], second["order"], second["by"]) == (1, "platform", 2, "signatory")
    assert first["at"] < second["at"]
    assert second["signed"] == {"contractSha256": sha256_of(b"pdf")}


def test_the_name_of_who_tried_to_sign_is_kept_only_while_the_team_checks_it() -> None:
    asked = contract().questioned(PERSON, attempt())
    assert asked.attempt == attempt()
    assert "Bo Holm" not in repr(asked)
    after = (
        asked.answered(accepted=True),
        asked.answered(accepted=False),
        asked.signed(signature()),
        asked.declined("too late", SENT + DAY),
        asked.expired(),
    )
    assert [contract.attempt for contract in after] == [None] * len(after)
