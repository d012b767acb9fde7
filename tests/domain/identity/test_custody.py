"""The one confirmed family of a child under 15 (F4-20, F4-23)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest

from helsebro.errors import Conflict, NotAllowed, NotFound
from helsebro.identity.coming_of_age import fifteenth_birthday
from helsebro.identity.custody import Custody
from helsebro.identity.guardian import Guardian
from helsebro.ids import PersonId, PolicyId, TaskId

AT = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
CHILD, MOTHER, FATHER, OTHER = (PersonId(f"per_{name}") for name in ("child", "mother", "father", "other"))
FIRST = Custody(CHILD, date(2026, 6, 1), "DK").begun(Guardian(MOTHER, "tryg", AT, "first-family"))


def proposed(custody: Custody = FIRST, person: PersonId = FATHER, payer: str = "tryg") -> Custody:
    return custody.with_proposal(person, payer, PolicyId("pol_2"), TaskId("tsk_1"), AT)


def test_the_first_family_counts_as_confirmed_and_a_proposal_does_not() -> None:
    family = proposed()
    assert [family.guards(each, AT) for each in (MOTHER, FATHER, CHILD, OTHER)] == [True, False, False, False]


@pytest.mark.parametrize("order", [(MOTHER, FATHER), (FATHER, MOTHER)])
def test_the_yes_of_both_confirms_and_the_yes_of_one_does_not(order: tuple[PersonId, PersonId]) -> None:
    after_one = proposed().agree(FATHER, order[0], AT)
    assert not after_one.guards(FATHER, AT)
    after_both = after_one.agree(FATHER, order[1], AT)
    assert after_both.guards(FATHER, AT)
    assert (after_both.guardians[-1].basis, after_both.proposed) == ("guardians", ())


def test_of_two_guardians_no_third_is_confirmed() -> None:
    both = proposed().confirm(FATHER, "tryg", AT)
    third = proposed(both, OTHER)
    with pytest.raises(Conflict, match="guardians-complete"):
        third.agree(OTHER, OTHER, AT)
    with pytest.raises(Conflict, match="guardians-complete"):
        third.confirm(OTHER, "tryg", AT)
    assert third.reject(MOTHER, "tryg", AT).confirm(OTHER, "tryg", AT).guards(OTHER, AT)


def test_a_no_takes_back_a_yes_and_a_yes_takes_back_a_no() -> None:
    family = proposed().agree(FATHER, MOTHER, AT).decline(FATHER, MOTHER, AT)
    assert (family.proposed[0].agreed, family.proposed[0].declined) == ((), (MOTHER,))
    family = family.agree(FATHER, MOTHER, AT)
    assert (family.proposed[0].agreed, family.proposed[0].declined) == ((MOTHER,), ())


def test_underwriting_decides_only_about_enrolments_of_its_own_payer() -> None:
    family = proposed(payer="other")
    for decide in (family.confirm, family.reject):
        with pytest.raises(NotFound):
            decide(FATHER, "tryg", AT)
    confirmed = family.confirm(FATHER, "other", AT)
    assert [confirmed.guards(FATHER, AT, payer) for payer in ("other", "tryg")] == [True, False]
    with pytest.raises(NotFound):
        confirmed.reject(FATHER, "tryg", AT)


def test_the_yes_of_the_guardians_opens_what_underwriting_opened_at_one_payer() -> None:
    family = proposed(payer="other").confirm(FATHER, "other", AT)
    family = family.agree(FATHER, MOTHER, AT).agree(FATHER, FATHER, AT)
    assert [family.guards(FATHER, AT, payer) for payer in ("other", "tryg")] == [True, True]
    assert [each.basis for each in family.guardians] == ["first-family", "guardians"]


def test_each_payer_decides_about_its_own_enrolment_of_the_same_person() -> None:
    family = proposed(proposed(payer="other").confirm(FATHER, "other", AT))
    assert (family.knows(FATHER, "third"), len(family.waiting)) == (False, 1)
    family = family.reject(FATHER, "tryg", AT)
    assert [family.guards(FATHER, AT, payer) for payer in ("other", "tryg")] == [True, False]


def test_underwriting_ends_and_confirms_a_guardian_of_another_payers_for_its_own_cases() -> None:
    family = FIRST.reject(MOTHER, "other", AT)
    assert [family.guards(MOTHER, AT, payer) for payer in ("other", "tryg")] == [False, True]
    assert family.reject(MOTHER, "other", AT) is family
    assert family.confirm(MOTHER, "other", AT).guards(MOTHER, AT, "other")


def test_a_guardian_of_one_payer_confirms_no_one_and_knows_no_one_elsewhere() -> None:
    family = proposed(proposed(payer="other").confirm(FATHER, "other", AT), OTHER)
    with pytest.raises(NotFound):
        family.agree(OTHER, FATHER, AT)
    assert family.in_sight_of(FATHER) == frozenset({FATHER})
    assert family.in_sight_of(MOTHER) is None
    alone = family.reject(MOTHER, "tryg", AT).agree(OTHER, OTHER, AT)
    assert not alone.guards(OTHER, AT)


def test_a_guardian_of_one_payer_takes_no_place_at_another() -> None:
    family = proposed(proposed(payer="other").confirm(FATHER, "other", AT), OTHER)
    assert family.confirm(OTHER, "tryg", AT).guardians_at("tryg") == (MOTHER, OTHER)


def test_a_rejected_proposal_is_known_and_can_still_be_confirmed() -> None:
    family = proposed().reject(FATHER, "tryg", AT)
    assert (family.knows(FATHER, "tryg"), family.proposal(FATHER)) == (True, None)
    assert family.confirm(FATHER, "tryg", AT).guards(FATHER, AT)


@pytest.mark.parametrize(
    "family, who",
    [
        (FIRST, MOTHER),
        (proposed().confirm(FATHER, "tryg", AT), FATHER),
        (proposed().agree(FATHER, MOTHER, AT).agree(FATHER, FATHER, AT), FATHER),
        (FIRST.begun(Guardian(FATHER, "tryg", AT, "earlier-enrolment")), FATHER),
    ],
)
def test_underwriting_takes_back_that_it_ended_a_guardian_of_its_own_enrolment(
    family: Custody, who: PersonId
) -> None:
    ended = family.reject(who, "tryg", AT)
    assert (ended.guards(who, AT), ended.knows(who, "tryg")) == (False, True)
    assert ended.reject(who, "tryg", AT) is ended
    with pytest.raises(NotFound):
        ended.confirm(who, "other", AT)
    again = ended.confirm(who, "tryg", AT)
    for payer in ("tryg", "other"):
        assert again.guards(who, AT, payer) is family.guards(who, AT, payer)
    assert {each.basis for each in again.guardians} == {each.basis for each in family.guardians}
    assert again.proposal(who) == family.proposal(who)
    assert again.confirm(who, "tryg", AT) is again
    assert not again.reject(who, "tryg", AT).guards(who, AT)


def test_an_ended_guardian_is_not_brought_back_where_two_others_are_by_now() -> None:
    family = proposed(proposed(FIRST.reject(MOTHER, "tryg", AT), OTHER), FATHER)
    family = family.confirm(FATHER, "tryg", AT).confirm(OTHER, "tryg", AT)
    with pytest.raises(Conflict, match="guardians-complete"):
        family.confirm(MOTHER, "tryg", AT)


def test_a_stranger_answers_nothing_and_the_child_may_not() -> None:
    with pytest.raises(NotFound):
        proposed().agree(FATHER, OTHER, AT)
    with pytest.raises(NotFound):
        FIRST.agree(FATHER, MOTHER, AT)
    with pytest.raises(NotAllowed):
        proposed().decline(FATHER, CHILD, AT)


@pytest.mark.parametrize(("before", "guards"), [(timedelta(seconds=1), True), (timedelta(), False)])
def test_a_guardian_decides_until_the_local_midnight_of_the_birthday(before: timedelta, guards: bool) -> None:
    midnight = datetime(2026, 5, 31, 22, 0, tzinfo=UTC)
    assert FIRST.guards(MOTHER, midnight - before) is guards


def test_after_the_birthday_nothing_about_guardians_is_decided_any_more() -> None:
    at = AT + timedelta(days=200)
    acts: tuple[Callable[[], Custody], ...] = (
        lambda: proposed().agree(FATHER, MOTHER, at),
        lambda: proposed().confirm(FATHER, "tryg", at),
        lambda: FIRST.reject(MOTHER, "tryg", at),
        lambda: FIRST.reject(MOTHER, "tryg", AT).confirm(MOTHER, "tryg", at),
    )
    for act in acts:
        with pytest.raises(Conflict, match="child-of-age"):
            act()


def test_nobody_waits_to_be_a_guardian_once_the_child_has_taken_over() -> None:
    family = proposed(proposed(payer="other").confirm(FATHER, "other", AT), OTHER)
    assert [each.person_id for each in family.waiting] == [OTHER]
    assert family.handed_over(AT).proposed == ()


def test_what_was_announced_and_handed_over_is_noted_once() -> None:
    family = FIRST.announced(AT).handed_over(AT)
    assert [note.what for note in family.notes] == ["confirmed", "announced", "handed-over"]
    assert family.announced(AT) is family
    assert family.handed_over(AT) is family


@pytest.mark.parametrize(
    ("born", "own_from"),
    [
        (date(2012, 2, 29), date(2027, 3, 1)),
        (date(2011, 6, 1), date(2026, 6, 1)),
        (date(1996, 2, 29), date(2011, 3, 1)),
    ],
)
def test_a_child_of_a_leap_day_decides_from_the_first_of_march(born: date, own_from: date) -> None:
    assert fifteenth_birthday(born) == own_from
