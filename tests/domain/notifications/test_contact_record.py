from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from helsebro.ids import PersonId, PolicyId
from helsebro.notifications.channel import Choice
from helsebro.notifications.contact_record import ContactRecord
from helsebro.notifications.enrolled_contact import enrolled_contact
from helsebro.policies.insured import Insured

ANNA = PersonId("per_a2zt5pxlrqsc3dmkow7vyb4g")
NOW = datetime(2026, 11, 21, tzinfo=UTC)
ENROLLED = ContactRecord(ANNA, "anna@work.example", "20304050")


def place(enrolled_on: date, country: str = "DK", email: str | None = "anna@work.example") -> Insured:
    return Insured(
        payer="tryg",
        person_id=ANNA,
        policy_id=PolicyId("pol_1"),
        policy_number="P-1",
        product="SF1706",
        name="Anna Holm",
        born_on=date(1990, 1, 1),
        country=country,
        public_health_insurance=True,
        enrolled_on=enrolled_on,
        relation="employee",
        scheme="company",
        email=email,
    )


@pytest.mark.parametrize("country, language", [("DK", "da"), ("NO", "nb"), ("SE", "en")])
def test_the_latest_enrolment_gives_the_contact_and_its_country_the_language(
    country: str, language: str
) -> None:
    places = [place(date(2024, 1, 1), country, "late@work.example"), place(date(2020, 1, 1))]
    found = enrolled_contact(ANNA, places)
    assert (found.email, found.language, found.country) == ("late@work.example", language, country)


def test_a_later_enrolment_without_an_address_takes_none_away() -> None:
    places = [place(date(2024, 1, 1), "NO", None), place(date(2020, 1, 1))]
    found = enrolled_contact(ANNA, places)
    assert (found.email, found.language) == ("anna@work.example", "nb")


def test_a_person_without_an_enrolment_has_the_language_of_the_login() -> None:
    assert enrolled_contact(ANNA, [], "NO") == ContactRecord(ANNA, language="nb", country="NO")


def test_an_entered_contact_replaces_the_enrolments() -> None:
    entered = ENROLLED.changed(replace(ENROLLED, email="anna@home.example"), NOW)
    assert entered.over(ENROLLED) == entered


@pytest.mark.parametrize("later, state", [("anna@work.example", "bounced"), ("new@work.example", "ok")])
def test_a_bounce_counts_only_for_the_address_that_it_came_from(later: str, state: str) -> None:
    bounced = ENROLLED.failed("email", "bounced")
    now = bounced.over(replace(ENROLLED, email=later))
    assert (now.email, now.email_state, now.version) == (later, state, 1)


def test_a_changed_contact_is_reachable_again_and_keeps_its_choices() -> None:
    chosen = ENROLLED.choosing({"session-reminder": Choice(email=False)}).failed("email", "bounced")
    changed = chosen.changed(replace(chosen, email="anna@home.example"), NOW)
    assert changed.can_be_reached_by("email")
    assert not chosen.can_be_reached_by("email")
    assert (changed.choices, changed.version) == ({"session-reminder": Choice(email=False)}, 3)


@pytest.mark.parametrize(
    "changed, differs",
    [
        (replace(ENROLLED, email="other@home.example"), True),
        (replace(ENROLLED, phone="+4520304051"), True),
        (replace(ENROLLED, language="en"), False),
    ],
)
def test_only_another_address_is_a_change_of_address(changed: ContactRecord, differs: bool) -> None:
    assert changed.has_other_addresses(ENROLLED) is differs
