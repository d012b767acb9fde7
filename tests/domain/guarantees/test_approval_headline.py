"""The headline of an approval names both numbers when fewer are granted than were asked for (F4-26)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from helsebro.claims.claim import Claim
from helsebro.guarantees.explained.approval_headline import approval_headline
from helsebro.guarantees.in_use import GuaranteeInUse
from helsebro.tasks.staff_decision import GrantedSessions
from tests.builders.domain.answers import determination
from tests.builders.domain.claims import claim
from tests.builders.domain.guarantees import guarantee

AT = datetime(2026, 12, 1, 9, tzinfo=UTC)
ASKED = ("Du har bedt om", "You asked for")


def asking_for(sessions: int | None, treatment: str = "physiotherapy") -> Claim:
    asked = claim()
    wanted = replace(asked.question.treatment, type=treatment, sessions=sessions)
    return replace(asked, question=replace(asked.question, treatment=wanted))


def headline(of: Claim, granted: int, language: str = "en", used: GuaranteeInUse | None = None) -> str:
    decision = determination("approved", AT, grant=GrantedSessions(granted, date(2027, 5, 1)))
    return approval_headline(of, decision, used, language)


@pytest.mark.parametrize(
    "language, said",
    [
        ("da", "Vi dækker fysioterapi: 1 behandling til og med den 1. maj 2027. Du har bedt om 12."),
        ("nb", "Vi dekker fysioterapi: 1 behandling til og med 1. mai 2027. Du har bedt om 12."),
        ("en", "We cover 1 session of physiotherapy up to and including 1 May 2027. You asked for 12."),
    ],
)
def test_a_partial_grant_says_how_many_were_asked_for(language: str, said: str) -> None:
    assert headline(asking_for(12), 1, language) == said


@pytest.mark.parametrize("asked", [None, 1, 3])
@pytest.mark.parametrize("language", ["da", "nb", "en"])
def test_a_grant_of_all_that_was_asked_for_names_one_number(asked: int | None, language: str) -> None:
    assert not any(phrase in headline(asking_for(asked), 3, language) for phrase in ASKED)


@pytest.mark.parametrize(
    "sessions_granted, used, is_said", [(3, 0, True), (3, 3, True), (12, 0, False), (12, 12, False)]
)
def test_the_number_of_the_guarantee_counts_once_it_is_issued(
    sessions_granted: int, used: int, is_said: bool
) -> None:
    issued = guarantee(sessions_granted=sessions_granted, sessions_used=used, sessions_booked=used)
    said = headline(asking_for(12), 3, used=GuaranteeInUse(issued, AT.date()))
    assert ("You asked for 12." in said) is is_said
