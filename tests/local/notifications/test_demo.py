"""The demo data shows each notification as it can really be."""

from __future__ import annotations

import pytest

from helsebro.deadlines.clocks import CLOCKS
from helsebro.deadlines.length import DayTime, Hours, HoursOrNextWorkingDay
from helsebro.notifications.kinds import KINDS
from helsebro.notifications.notification_kind import NotificationKind
from local.notifications.demo import SENDER, example

OF_HOURS = (DayTime, Hours, HoursOrNextWorkingDay)
DEADLINES = [kind for kind in KINDS.values() if "due" in kind.variables]
PAGE_OF_OTHERS = {
    "premium-reminder": "policies",
    "contract-notice": "policies",
    "deadline-over": "policies",
    "notice-undelivered": "policies",
    "contact-changed": "notifications",
    "account-changed": "account",
    **dict.fromkeys(("hand-over-near", "of-age-near", "handed-over", "of-age", "guardian-changed"), "family"),
    "other-guardian-decided": "family",
    "mandate-ended": "family",
    **dict.fromkeys(("general-consent-expiring", "contact-consent-expiring"), "consents"),
    "contact-notice-undelivered": "people",
    "family-notice-undelivered": "people",
    "person-unreachable": "people",
    "webhook-disabled": "clinics",
    "calendar-unreadable": "clinics",
    "authorisation-denied": "clinics",
    "clinic-unreachable": "clinics",
    "client-session": "clinics",
    "client-matched": "clinics",
    "contact-due": "clinics",
    "client-ended": "clinics",
    "application-received": "clinics",
    "contract-sent": "clinics",
    "contract-reminder": "clinics",
    "signatory-accepted": "clinics",
    **dict.fromkeys(
        ("account-missing", "payee-changed", "payee-changed-by-clinic", "payee-to-approve"), "clinics"
    ),
    # What is about the payer itself has no page of its own.
    **dict.fromkeys(("paying-account-proposed", "paying-account-changed"), "staff"),
    "clinic-address-changed": "clinics",
    "secret-rotated": "clinics",
    "system-consent-withdrawn": "clinics",
    "signatory-refused": "clinics",
    "application-denied": "clinics",
    "contract-expired": "clinics",
    "practitioner-invited": "practitioners",
}
"""Kind → the page that its link leads to, for what is not about a claim."""


@pytest.mark.parametrize("kind", DEADLINES, ids=lambda kind: kind.kind)
def test_a_mail_about_a_deadline_shows_a_clock_that_it_is_sent_about(kind: NotificationKind) -> None:
    shown = example(kind, "en")
    clock = CLOCKS[shown.variables["kind"]]
    assert any(
        occasion.fits(occasion.event, {"kind": clock.kind, "queue": clock.queue})
        for occasion in kind.occasions
    )
    is_promise = kind.kind in ("deadline-missed", "deadline-escalated")
    assert clock.nature == "promise" or not is_promise
    assert shown.variables["queue"] == clock.queue
    assert ("T" in shown.variables["due"]) is isinstance(clock.length, OF_HOURS)
    assert shown.case_id.startswith("pol_") is (clock.queue == "underwriting")


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.kind)
def test_a_link_leads_to_the_page_of_what_the_message_is_about(kind: NotificationKind) -> None:
    link = SENDER.link_to(example(kind, "en").case_id, kind.recipient, kind.kind)
    assert PAGE_OF_OTHERS.get(kind.kind, "cases") in link.split("/")
    assert ("staff" in link.split("/")) is (kind.recipient == "staff")
