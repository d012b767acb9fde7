from __future__ import annotations

from datetime import date

import pytest

from helsebro.identity.national_number import age, born_on
from local.demo.people import families, logins


@pytest.mark.parametrize(
    "today", [date(2026, 1, 1), date(2026, 11, 21), date(2028, 2, 29), date(2030, 12, 31)]
)
def test_the_demo_children_are_8_14_and_16_on_any_day(today: date) -> None:
    children = [child for family in families(today) for child in family.children]
    assert sorted(age(born_on("DK", child.number), today) for child in children) == [8, 8, 14, 16]


def test_a_child_says_its_age_and_whose_it_is() -> None:
    about = {login.sub: login.about for login in logins(date(2026, 11, 21))}
    assert (about["sofie"], about["freja"]) == ("8, child of anna", "16, child of mette")


def test_every_login_has_its_own_name() -> None:
    people = logins(date(2026, 11, 21))
    assert len({(login.issuer, login.sub) for login in people}) == len(people)


def test_every_member_has_a_number_that_identifies_it() -> None:
    members = [login for login in logins(date(2026, 11, 21)) if login.issuer == "members"]
    assert all({"dk.cpr", "no.fnr", "dk.cvr"} & set(login.claims) for login in members)
