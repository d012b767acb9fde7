"""Every kind of notification gets its variables from somewhere, and a title where a person chooses it."""

from __future__ import annotations

import pytest

from helsebro.ids import BookingId
from helsebro.notifications.kinds import KINDS
from helsebro.notifications.preferences import CHOSEN_BY_MEMBERS
from helsebro_aws.http.problems import LANGUAGES
from helsebro_aws.notifications.event_facts import EventFacts
from helsebro_aws.notifications.preferences.kind_titles import titles
from helsebro_aws.notifications.session_facts import BookedSession, NothingToSay
from tests.builders.domain.notifications import cause


def no_session(_: BookingId) -> BookedSession:
    raise NotImplementedError


def test_the_variables_of_every_kind_are_read() -> None:
    with_variables = {kind.kind for kind in KINDS.values() if kind.variables}
    # These have none: their rows only read whether the client still waits, or the consent is still missing.
    read_only = {"clinic-declined", "consent-asked-again"}
    assert EventFacts(no_session).kinds - read_only == with_variables, (
        "a kind with variables needs a row in EventFacts._readers (helsebro_aws/notifications/event_facts.py)"
    )


def test_a_member_is_not_notified_again_when_a_clinic_is_matched() -> None:
    issued = cause("guarantee.issued", guaranteeId="gar_a", matchedAt="2026-11-21T10:15:00Z")
    with pytest.raises(NothingToSay):
        EventFacts(no_session).of(KINDS["guarantee-issued"], issued)


def test_every_kind_that_a_person_may_choose_has_a_title_in_every_language() -> None:
    missing = [
        f"{kind}: {language}"
        for kind in CHOSEN_BY_MEMBERS
        for language in LANGUAGES
        if not titles().get(kind, {}).get(language)
    ]
    assert missing == [], "add them to helsebro_aws/notifications/preferences/kind_titles.json"
