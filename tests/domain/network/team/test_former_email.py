from __future__ import annotations

from datetime import UTC, datetime, timedelta

from helsebro.network.team.former_email import MOST_KEPT, TOLD_FOR, FormerEmail, kept_after

AT = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


def test_a_replaced_address_is_kept_and_one_that_stays_is_not() -> None:
    assert kept_after((), "a@example.org", "b@example.org", AT) == (FormerEmail("a@example.org", AT),)
    assert kept_after((), "a@example.org", "a@example.org", AT) == ()
    assert kept_after((), "", "a@example.org", AT) == ()


def test_an_address_of_long_ago_is_forgotten() -> None:
    old = FormerEmail("a@example.org", AT - TOLD_FOR)
    assert kept_after((old,), "b@example.org", "c@example.org", AT) == (FormerEmail("b@example.org", AT),)


def test_who_changes_the_address_again_and_again_pushes_none_out() -> None:
    known: tuple[FormerEmail, ...] = ()
    for number in range(2 * MOST_KEPT):
        at = AT + timedelta(minutes=number)
        known = kept_after(known, f"{number}@example.org", f"{number + 1}@example.org", at)
    assert len(known) == MOST_KEPT
    assert known[0].email == "0@example.org"
