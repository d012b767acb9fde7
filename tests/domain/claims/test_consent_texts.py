"""The texts of the consents: each day has one version of each kind, in every language."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest

from helsebro.claims.consenting.clinic_consent import ClinicConsent
from helsebro.claims.consenting.consent_text import (
    CONSENT_KINDS,
    ConsentKind,
    DecidesFor,
    chosen,
    consent_texts,
    current_text,
    decided_version,
    text_of,
)
from helsebro.claims.consenting.passing_on import passes_on, state_at
from helsebro.claims.consenting.personal_consent import PersonalConsent
from helsebro.errors import BadInput
from helsebro.ids import ClinicId, PersonId
from tests.builders.domain.claims import REPORTED, claim

DAY, A_DAY = date(2026, 12, 1), timedelta(days=1)
HERE, ELSEWHERE = ClinicId("cli_here"), ClinicId("cli_elsewhere")


OF_CHILDREN: tuple[tuple[ConsentKind, DecidesFor], ...] = (("case", "child"), ("clinic", "child"))


@pytest.mark.parametrize("kind, decides_for", [*((kind, "self") for kind in CONSENT_KINDS), *OF_CHILDREN])
def test_the_versions_of_a_kind_follow_each_other_without_a_gap(
    kind: ConsentKind, decides_for: DecidesFor
) -> None:
    versions = [text for text in consent_texts() if (text.kind, text.decides_for) == (kind, decides_for)]
    assert versions[-1].valid_until is None
    for former, following in pairwise(versions):
        assert former.valid_until == following.valid_from - A_DAY
    for text in versions:
        assert all(set(words) == {"da", "nb", "en"} for words in (text.title, text.text))
        assert text == text_of(kind, text.version)


def test_a_version_is_named_by_its_first_day() -> None:
    assert all(text.version[:10] == text.valid_from.isoformat() for text in consent_texts())


@pytest.mark.parametrize(
    "last, on, version",
    [
        (DAY - A_DAY, DAY - A_DAY, "old"),
        (DAY - A_DAY, DAY, "new"),
        (DAY - 2 * A_DAY, DAY - A_DAY, "old"),
        (None, DAY, "new"),
    ],
)
def test_the_version_of_a_day_is_never_one_of_a_day_to_come(
    last: date | None, on: date, version: str
) -> None:
    kept = text_of("case", "")
    old = replace(kept, version="old", valid_from=DAY - 9 * A_DAY, valid_until=last)
    new = replace(kept, version="new", valid_from=DAY, valid_until=None)
    assert chosen([old, new], on).version == version


def test_a_decision_is_on_the_version_of_its_day_and_on_no_other() -> None:
    current = current_text("case", DAY).version
    assert decided_version("case", None, DAY) == decided_version("case", current, DAY) == current
    with pytest.raises(BadInput):
        decided_version("case", "1999-01-01", DAY)


@pytest.mark.parametrize("kind", CONSENT_KINDS)
def test_each_version_has_an_id_of_its_own_and_the_first_is_the_persons(kind: ConsentKind) -> None:
    versions = [text for text in consent_texts() if text.kind == kind]
    assert len({text.version for text in versions}) == len(versions)
    assert versions[0].decides_for == text_of(kind, "").decides_for == "self"


@pytest.mark.parametrize("kind, decides_for", OF_CHILDREN)
def test_a_guardian_decides_on_the_words_about_a_child_from_their_first_day(
    kind: ConsentKind, decides_for: DecidesFor
) -> None:
    of_child = current_text(kind, DAY, decides_for)
    assert of_child.decides_for == "child"
    assert current_text(kind, of_child.valid_from, "child") == of_child
    assert current_text(kind, of_child.valid_from - A_DAY, "child") == current_text(kind, DAY)
    assert all(word in of_child.text["en"] for word in ("On behalf of my child", "my child's"))
    assert current_text("general", DAY, "child") == current_text("general", DAY)


def test_a_decision_from_before_the_first_version_is_on_the_first() -> None:
    assert current_text("case", date(2020, 1, 1)) == text_of("case", "") == current_text("case", DAY)


@pytest.mark.parametrize(
    "of_case, about, here",
    [
        ("given", None, "given"),
        ("given", "given", "given"),
        ("given", "refused", "refused"),
        ("given", "withdrawn", "withdrawn"),
        ("given", "expired", "expired"),
        ("withdrawn", "given", "withdrawn"),
        ("undecided", "given", "undecided"),
    ],
)
def test_a_clinic_has_the_narrower_of_the_two_consents(of_case: str, about: str | None, here: str) -> None:
    decided: list[dict[str, Any]] = [{"clinic_id": HERE, "status": about}] if about else []
    known = claim(consent=of_case, clinic_consents=tuple(ClinicConsent(**each) for each in decided))
    assert (state_at(known, HERE), passes_on(known, HERE)) == (here, here == "given")
    assert state_at(known, ELSEWHERE) == of_case


def test_a_consent_to_a_clinic_and_a_personal_one_end_after_their_last_day() -> None:
    to_clinic = ClinicConsent(HERE, "given", DAY)
    assert (to_clinic.seen_on(DAY - A_DAY).status, to_clinic.seen_on(DAY).status) == ("given", "expired")
    given = PersonalConsent(PersonId("per_a"), "general").decided(True, "1", REPORTED)
    assert given.expires_on == date(2027, 3, 2)
    assert (given.seen_on(date(2027, 3, 1)).status, given.seen_on(date(2027, 3, 2)).status) == (
        "given",
        "expired",
    )
    assert given.decided(True, "1", REPORTED) is given
    assert given.decided(False, "1", REPORTED).status == "withdrawn"
    assert PersonalConsent(PersonId("per_a"), "general").decided(False, "1", REPORTED).status == "refused"
