from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from helsebro.claims.drafts.draft import MARKED, ReportDraft, begun, end_of_draft
from helsebro.claims.urgent.acute_need import first_need, needs_of
from helsebro.coverage.question.question import Condition, Happening, Question, Treatment
from helsebro.errors import VersionStale
from helsebro.ids import ClaimId, DraftId, PersonId, PolicyId
from helsebro.policies.insured import Insured

AT = datetime(2026, 3, 20, 9, tzinfo=UTC)
THREATENING = Condition(circumstances=frozenset({"life-threatening"}))
ANNA, CARL = PersonId("per_anna"), PersonId("per_carl")


def insured(**changes: Any) -> Insured:
    base = {
        "payer": "tryg",
        "person_id": ANNA,
        "policy_id": PolicyId("pol_a"),
        "policy_number": "P-1",
        "product": "SF1706",
        "name": "Anna Holm",
        "born_on": date(1980, 1, 1),
        "country": "DK",
        "public_health_insurance": True,
        "enrolled_on": date(2020, 1, 1),
        "relation": "employee",
        "scheme": "company",
    }
    return Insured(**{**base, **changes})


def child(turns_fifteen: date) -> Insured:
    born = turns_fifteen.replace(year=turns_fifteen.year - 15)
    return insured(person_id=CARL, relation="child", born_on=born, main_insured_person_id=ANNA)


def draft_of_anna() -> ReportDraft:
    return begun(DraftId("drf_a"), ANNA, None, insured(person_id=ANNA), AT)


def test_a_draft_is_kept_for_thirty_days_to_the_second() -> None:
    draft = draft_of_anna()
    assert draft.is_kept(AT + timedelta(days=30) - timedelta(seconds=1))
    assert not draft.is_kept(AT + timedelta(days=30))


def test_a_change_begins_the_days_anew_and_counts_the_version() -> None:
    later = AT + timedelta(days=29)
    after = draft_of_anna().rewritten(CARL, insured(person_id=ANNA), later)
    assert (after.version, after.person_id, after.kept_until) == (2, CARL, later + timedelta(days=30))
    with pytest.raises(VersionStale):
        after.must_be(1)


@pytest.mark.parametrize(
    "birthday, ends",
    [
        (date(2026, 3, 30), datetime(2026, 3, 29, 22, tzinfo=UTC)),
        (date(2026, 3, 28), datetime(2026, 3, 27, 23, tzinfo=UTC)),
        (date(2027, 3, 28), AT + timedelta(days=30)),
    ],
)
def test_a_guardians_draft_ends_at_local_midnight_of_the_fifteenth_birthday(
    birthday: date, ends: datetime
) -> None:
    assert end_of_draft(ANNA, child(birthday), AT) == ends


def test_a_childs_own_draft_does_not_end_at_the_birthday() -> None:
    assert end_of_draft(CARL, child(date(2026, 3, 30)), AT) == AT + timedelta(days=30)


def test_a_sent_draft_is_only_a_mark_for_a_day() -> None:
    sent = draft_of_anna().sent(ClaimId("clm_a"), AT)
    assert (sent.is_kept(AT), sent.kept_until) == (False, AT + MARKED)


@pytest.mark.parametrize(
    "asked, need",
    [
        (Question(Treatment("acute")), "acute"),
        (
            Question(
                Treatment("surgery"), condition=Condition(circumstances=frozenset({"life-threatening"}))
            ),
            "acute",
        ),
        (Question(Treatment("crisis-help")), "crisis"),
        (Question(Treatment("transport"), event=Happening("serious-accident")), "crisis"),
        (Question(Treatment("psychologist"), condition=Condition("mental")), None),
        (Question(Treatment("")), None),
    ],
)
def test_facts_say_that_help_cannot_wait(asked: Question, need: str | None) -> None:
    assert first_need(needs_of(asked)) == need
