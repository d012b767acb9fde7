"""Kinds: the table of every notification that is sent (F4-26, F4-42, R-1402)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from helsebro.notifications.channel import Choice
from helsebro.notifications.notification_kind import NotificationKind, Occasion

ALSO_SMS = Choice(sms=True)
EVERY_TEXT = frozenset({"payer", "phone", "email", "link", "reader"})
"""The variables of every text: the payer's name, phone and e-mail address, the link behind a login, and who
reads it (``notification_kind.ReaderKind``)."""

OF_A_CLINIC = frozenset({"clinic"})
OF_A_DEADLINE = frozenset({"queue", "kind", "due"})


def _on(event: str, **only: str) -> Occasion:
    return Occasion(event, {name: frozenset(value.split()) for name, value in only.items()})


TO_MEMBERS = (
    NotificationKind(
        "claim-received", "member", (_on("claim.reported"),), variables=frozenset({"missing", "safety"})
    ),
    NotificationKind(
        "papers-missing",
        "member",
        (_on("deadline.reached", kind="missing-after-3-days missing-after-10-days"),),
        may_be_off=True,
        variables=frozenset({"missing"}),
    ),
    NotificationKind(
        "question-asked",
        "member",
        (_on("task.decided", decision="clarify"), _on("question.asked")),
        ALSO_SMS,
    ),
    NotificationKind(
        "message-arrived", "member", (_on("message.sent"), _on("enquiry.sent")), ALSO_SMS, may_be_off=True
    ),
    NotificationKind(
        "decision-made",
        "member",
        (_on("task.decided", queue="claims", decision="approve deny"),),
        variables=frozenset({"clauses"}),
    ),
    NotificationKind(
        "guarantee-issued", "member", (_on("guarantee.issued"),), variables=frozenset({"refunded", "begin"})
    ),
    NotificationKind(
        "guarantee-revoked",
        "member",
        (_on("guarantee.revoked"),),
        ALSO_SMS,
        variables=frozenset({"day", "refunded"}),
    ),
    NotificationKind(
        "guarantee-extended", "member", (_on("guarantee.extended"),), variables=frozenset({"day", "sessions"})
    ),
    NotificationKind(
        "guarantee-expiring",
        "member",
        (_on("deadline.warned", kind="guarantee-expiry"),),
        may_be_off=True,
        variables=frozenset({"day", "extendable"}),
    ),
    NotificationKind(
        "consent-expiring",
        "member",
        (_on("deadline.warned", kind="consent-expiry"),),
        may_be_off=True,
        variables=frozenset({"day"}),
    ),
    NotificationKind(
        "clinic-consent-expiring",
        "member",
        (_on("deadline.warned", kind="clinic-consent-expiry"),),
        may_be_off=True,
        variables=frozenset({"day"}),
    ),
    NotificationKind(
        "general-consent-expiring",
        "member",
        (_on("deadline.warned", kind="general-consent-expiry"),),
        may_be_off=True,
        variables=frozenset({"day"}),
    ),
    NotificationKind(
        "contact-consent-expiring",
        "member",
        (_on("deadline.warned", kind="network-contact-consent-expiry"),),
        may_be_off=True,
        variables=frozenset({"day"}),
    ),
    NotificationKind(
        "crisis-start-ending",
        "member",
        (_on("deadline.warned", kind="crisis-start"),),
        ALSO_SMS,
        variables=frozenset({"day"}),
    ),
    NotificationKind(
        "clinic-found", "member", (_on("client.matched"),), ALSO_SMS, variables=frozenset({"hours"})
    ),
    NotificationKind("clinic-declined", "member", (_on("match.ended"),)),
    NotificationKind("refund-decided", "member", (_on("refund.decided"),)),
    NotificationKind(
        "session-booked",
        "member",
        (_on("booking.created"),),
        may_be_off=True,
        variables=frozenset({"starts", "late", "close", "booked"}),
    ),
    NotificationKind(
        "session-moved",
        "member",
        (_on("booking.rescheduled"),),
        ALSO_SMS,
        variables=frozenset({"starts", "late", "close", "owed"}),
    ),
    NotificationKind(
        "session-relocated",
        "member",
        (_on("booking.relocated"),),
        ALSO_SMS,
        variables=frozenset({"starts"}),
    ),
    NotificationKind(
        "session-cancelled",
        "member",
        (_on("booking.cancelled"), _on("session.cancelled")),
        ALSO_SMS,
        variables=frozenset({"starts", "owed", "price", "by"}),
    ),
    NotificationKind(
        "session-missed",
        "member",
        (_on("session.missed"),),
        ALSO_SMS,
        variables=frozenset({"starts", "price"}),
    ),
    NotificationKind(
        "session-reminder",
        "member",
        (_on("deadline.reached", kind="session-reminder"),),
        ALSO_SMS,
        may_be_off=True,
        variables=frozenset({"starts", "late", "close"}),
    ),
    NotificationKind(
        "waitlist-offer",
        "member",
        (_on("waitlist.offered"),),
        ALSO_SMS,
        variables=frozenset({"starts", "held", "late", "close"}),
    ),
    NotificationKind("waitlist-slot-gone", "member", (_on("waitlist.passed", why="slot-gone"),), ALSO_SMS),
    NotificationKind(
        "waitlist-ended",
        "member",
        (_on("waitlist.ended", why="offers-missed window-over clinic-declined practitioner-left"),),
        may_be_off=True,
    ),
    NotificationKind(
        "hand-over-near", "person", (_on("handover.announced", to="guardian"),), variables=frozenset({"day"})
    ),
    NotificationKind(
        "of-age-near", "person", (_on("handover.announced", to="child"),), variables=frozenset({"day"})
    ),
    NotificationKind("handed-over", "person", (_on("handover.completed", to="guardian"),)),
    NotificationKind("of-age", "person", (_on("handover.completed", to="child"),)),
    NotificationKind("contact-changed", "former-address", (_on("contact.changed"),)),
)
TO_CLINICS = (
    NotificationKind(
        "client-session",
        "clinic",
        (_on("booking.created"), _on("booking.rescheduled"), _on("booking.cancelled")),
        ALSO_SMS,
        variables=frozenset({"booked", "change", "about", "soon", "starts"}),
    ),
    NotificationKind(
        "client-matched",
        "clinic",
        (_on("guarantee.issued"),),
        ALSO_SMS,
        variables=frozenset({"about", "hours"}),
    ),
    NotificationKind(
        "contact-due", "clinic", (_on("contact.due"),), ALSO_SMS, variables=frozenset({"about", "until"})
    ),
    NotificationKind(
        "client-ended",
        "clinic",
        (_on("match.ended"), _on("guarantee.revoked")),
        variables=frozenset({"about"}),
    ),
)
"""What a clinic without a system is told of its clients, as a system is by webhooks. What has more than
24 hours leaves as an e-mail only."""
TO_OTHERS = (
    NotificationKind(
        "premium-reminder",
        "policyholder",
        (_on("premium.reminded"),),
        Choice(letter=True),
        variables=frozenset({"day", "policy", "stopped"}),
        is_evidence=True,
    ),
    NotificationKind(
        "contract-notice",
        "policyholder",
        (_on("policy.noticed"),),
        Choice(letter=True),
        variables=frozenset({"day", "policy", "notice", "answer"}),
        is_evidence=True,
    ),
    # The clinic is warned of its own deadlines, and the member of the start of crisis help.
    NotificationKind(
        "deadline-near",
        "staff",
        (
            _on(
                "deadline.warned",
                kind="first-answer document-reply consultation assignment refund extension payout complaint "
                "premium-reminder notice-answer message-reply enquiry-reply",
            ),
        ),
        variables=OF_A_DEADLINE,
    ),
    NotificationKind(
        "message-waiting",
        "staff",
        (_on("message.received", first="yes"), _on("enquiry.received", first="yes")),
        variables=frozenset({"queue"}),
    ),
    NotificationKind(
        "case-handed-over", "staff", (_on("thread.handed-over"),), variables=frozenset({"queue"})
    ),
    NotificationKind(
        "deadline-missed",
        "staff",
        (_on("deadline.missed"),),
        variables=OF_A_DEADLINE,
    ),
    # The cover stops, or the notice is accepted: by the day itself, which no one enters.
    NotificationKind(
        "deadline-over",
        "staff",
        (_on("deadline.reached", kind="premium-reminder notice-answer"),),
        variables=OF_A_DEADLINE,
    ),
    NotificationKind(
        "deadline-escalated",
        "staff",
        (_on("deadline.escalated"),),
        variables=OF_A_DEADLINE,
    ),
    NotificationKind(
        "notice-undelivered",
        "staff",
        (_on("notification.undeliverable", kind="premium-reminder contract-notice"),),
    ),
    # The notice to the former address is what protects a person whose login is in other hands.
    NotificationKind(
        "contact-notice-undelivered",
        "staff",
        (_on("notification.undeliverable", kind="contact-changed"),),
    ),
    NotificationKind("webhook-disabled", "clinic", (_on("webhook.disabled"),)),
    NotificationKind("calendar-unreadable", "clinic", (_on("calendar.unreadable"),)),
    NotificationKind("authorisation-denied", "clinic", (_on("authorisation.denied"),)),
    NotificationKind("secret-rotated", "clinic", (_on("signing-secret.rotated"),)),
    NotificationKind("system-consent-withdrawn", "clinic", (_on("system-consent.withdrawn"),)),
    NotificationKind("application-received", "signatory", (_on("clinic.applied"),), variables=OF_A_CLINIC),
    NotificationKind("contract-sent", "signatory", (_on("contract.sent"),), variables=OF_A_CLINIC),
    NotificationKind(
        "contract-reminder",
        "signatory",
        (_on("deadline.reached", kind="contract-reminder-7 contract-reminder-21"),),
        variables=OF_A_CLINIC,
    ),
    NotificationKind("signatory-accepted", "signatory", (_on("signatory.accepted"),)),
    NotificationKind("signatory-refused", "signatory", (_on("signatory.refused"),), variables=OF_A_CLINIC),
    NotificationKind("application-denied", "signatory", (_on("onboarding.ended", why="denied"),)),
    NotificationKind("practitioner-invited", "invited", (_on("clinic-user.invited"),), variables=OF_A_CLINIC),
    NotificationKind("contract-expired", "signatory", (_on("onboarding.ended", why="expired"),)),
    NotificationKind(
        "clinic-unreachable",
        "staff",
        (
            _on(
                "notification.undeliverable",
                kind="webhook-disabled calendar-unreadable authorisation-denied secret-rotated "
                "system-consent-withdrawn application-received contract-sent contract-reminder "
                "signatory-accepted signatory-refused application-denied contract-expired "
                "practitioner-invited client-session client-matched contact-due client-ended",
            ),
        ),
    ),
)
KINDS: Mapping[str, NotificationKind] = {kind.kind: kind for kind in (*TO_MEMBERS, *TO_CLINICS, *TO_OTHERS)}
OF_CLIENTS = frozenset(kind.kind for kind in TO_CLINICS)
"""The kinds that a clinic gets only while no system of its own is told."""


def kinds_on(event_type: str, data: Mapping[str, Any]) -> Iterator[NotificationKind]:
    """Yields the notifications that an event asks for."""
    for kind in KINDS.values():
        if any(occasion.fits(event_type, data) for occasion in kind.occasions):
            yield kind


def event_types() -> frozenset[str]:
    """Returns the types of all events on which something is sent."""
    return frozenset(occasion.event for kind in KINDS.values() for occasion in kind.occasions)
