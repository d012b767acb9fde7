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


TODAY = NOW.date()


def place(
    enrolled_on: date,
    country: str = "DK",
    email: str | None = "anna@work.example",
    since: datetime | None = None,
    left_on: date | None = None,
) -> Insured:
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
        email_since=since,
        left_on=left_on,
    )


@pytest.mark.parametrize("country, language", [("DK", "da"), ("NO", "nb"), ("SE", "en")])
def test_a_later_enrolment_replaces_no_address_and_its_country_gives_the_language(
    country: str, language: str
) -> None:
    places = [place(date(2024, 1, 1), country, "late@work.example", NOW), place(date(2020, 1, 1))]
    found = enrolled_contact(ANNA, places, TODAY)
    assert (found.email, found.language, found.country) == ("anna@work.example", language, country)


def test_an_enrolment_that_claims_an_earlier_day_replaces_no_address() -> None:
    places = [place(date(2000, 1, 1), email="late@work.example", since=NOW), place(date(2020, 1, 1))]
    assert enrolled_contact(ANNA, places, TODAY).email == "anna@work.example"


def test_the_address_of_an_employer_that_was_left_counts_only_where_no_other_is_known() -> None:
    left = place(date(2020, 1, 1), left_on=date(2026, 11, 20))
    later = place(date(2024, 1, 1), email="late@work.example", since=NOW)
    found = [enrolled_contact(ANNA, places, TODAY).email for places in ([left, later], [left])]
    assert found == ["late@work.example", "anna@work.example"]


def test_a_later_enrolment_without_an_address_takes_none_away() -> None:
    places = [place(date(2024, 1, 1), "NO", None), place(date(2020, 1, 1))]
    found = enrolled_contact(ANNA, places, TODAY)
    assert (found.email, found.language) == ("anna@work.example", "nb")


def test_a_person_without_an_enrolment_has_the_language_of_the_login() -> None:
    assert enrolled_contact(ANNA, [], TODAY, "NO") == ContactRecord(ANNA, language="nb", country="NO")


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
