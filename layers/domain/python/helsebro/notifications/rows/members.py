"""Members: every notification that a member or another person is sent (F4-26, F4-42)."""

from __future__ import annotations

from helsebro.notifications.notification_kind import NotificationKind
from helsebro.notifications.rows.occasions import ALSO_SMS, on

TO_MEMBERS = (
    NotificationKind(
        "claim-received", "member", (on("claim.reported"),), variables=frozenset({"missing", "safety"})
    ),
    NotificationKind(
        "papers-missing",
        "member",
        (on("deadline.reached", kind="missing-after-3-days missing-after-10-days"),),
        may_be_off=True,
        variables=frozenset({"missing", "refused"}),
    ),
    NotificationKind(
        "document-rejected",
        "member",
        (on("document.rejected"),),
        may_be_off=True,
        variables=frozenset({"paper", "rejection"}),
    ),
    NotificationKind(
        "question-asked",
        "member",
        (on("task.decided", decision="clarify"), on("question.asked")),
        ALSO_SMS,
    ),
    NotificationKind(
        "message-arrived", "member", (on("message.sent"), on("enquiry.sent")), ALSO_SMS, may_be_off=True
    ),
    # So that a person hears of a mandate that someone else gave with the own login, or took away.
    NotificationKind("mandate-given", "member", (on("mandate.given", recorded="no"),)),
    NotificationKind("mandate-revoked", "member", (on("mandate.revoked", recorded="no"),)),
    NotificationKind(
        "decision-made",
        "member",
        (on("task.decided", queue="claims", decision="approve deny"),),
        variables=frozenset({"clauses"}),
    ),
    NotificationKind(
        "guarantee-issued", "member", (on("guarantee.issued"),), variables=frozenset({"refunded", "begin"})
    ),
    NotificationKind(
        "guarantee-revoked",
        "member",
        (on("guarantee.revoked"),),
        ALSO_SMS,
        variables=frozenset({"day", "refunded"}),
    ),
    NotificationKind(
        "guarantee-extended", "member", (on("guarantee.extended"),), variables=frozenset({"day", "sessions"})
    ),
    # Why, and what to do, stands behind the login; who has none reads it in the letter (F4-26).
    NotificationKind(
        "extension-denied",
        "member",
        (on("task.decided", queue="extensions", decision="deny"),),
        variables=frozenset({"refunded"}),
    ),
    # Who complains is told that it has arrived (the insurers' own rules of complaints), so it cannot be off.
    NotificationKind("complaint-received", "member", (on("complaint.made", step="department quality"),)),
    # What is answered, and the next step, stand behind the login; who has none reads them in the letter.
    NotificationKind("complaint-answered", "member", (on("complaint.decided"),), ALSO_SMS),
    NotificationKind(
        "guarantee-expiring",
        "member",
        (on("deadline.warned", kind="guarantee-expiry"),),
        may_be_off=True,
        variables=frozenset({"day", "extendable"}),
    ),
    NotificationKind(
        "consent-expiring",
        "member",
        (on("deadline.warned", kind="consent-expiry"),),
        may_be_off=True,
        variables=frozenset({"day"}),
    ),
    # Who stays a guardian is asked for the consent that went with the other one.
    NotificationKind(
        "consent-asked-again", "member", (on("case-consent.withdrawn", why="guardian-ended"),), ALSO_SMS
    ),
    NotificationKind(
        "clinic-consent-expiring",
        "member",
        (on("deadline.warned", kind="clinic-consent-expiry"),),
        may_be_off=True,
        variables=frozenset({"day"}),
    ),
    NotificationKind(
        "general-consent-expiring",
        "member",
        (on("deadline.warned", kind="general-consent-expiry"),),
        may_be_off=True,
        variables=frozenset({"day"}),
    ),
    NotificationKind(
        "contact-consent-expiring",
        "member",
        (on("deadline.warned", kind="network-contact-consent-expiry"),),
        may_be_off=True,
        variables=frozenset({"day"}),
    ),
    NotificationKind(
        "crisis-start-ending",
        "member",
        (on("deadline.warned", kind="crisis-start"),),
        ALSO_SMS,
        variables=frozenset({"day"}),
    ),
    NotificationKind(
        "clinic-found", "member", (on("client.matched"),), ALSO_SMS, variables=frozenset({"hours"})
    ),
    NotificationKind("clinic-declined", "member", (on("match.ended"),)),
    NotificationKind("refund-decided", "member", (on("refund.decided"),)),
    NotificationKind("refund-returned", "member", (on("refund.returned"),), ALSO_SMS),
    NotificationKind(
        "session-booked",
        "member",
        (on("booking.created"),),
        may_be_off=True,
        variables=frozenset({"starts", "late", "close", "booked"}),
    ),
    NotificationKind(
        "session-moved",
        "member",
        (on("booking.rescheduled"),),
        ALSO_SMS,
        variables=frozenset({"starts", "late", "close", "owed", "price", "times"}),
    ),
    NotificationKind(
        "session-relocated",
        "member",
        (on("booking.relocated"),),
        ALSO_SMS,
        variables=frozenset({"starts"}),
    ),
    NotificationKind(
        "session-cancelled",
        "member",
        (on("booking.cancelled"), on("session.cancelled")),
        ALSO_SMS,
        variables=frozenset({"starts", "owed", "price", "times", "by"}),
    ),
    NotificationKind(
        "session-missed",
        "member",
        (on("session.missed"),),
        ALSO_SMS,
        variables=frozenset({"starts", "price", "times"}),
    ),
    NotificationKind(
        "session-reminder",
        "member",
        (on("deadline.reached", kind="session-reminder"),),
        ALSO_SMS,
        may_be_off=True,
        variables=frozenset({"starts", "late", "close"}),
    ),
    NotificationKind(
        "waitlist-offer",
        "member",
        (on("waitlist.offered"),),
        ALSO_SMS,
        variables=frozenset({"starts", "held", "late", "close"}),
    ),
    NotificationKind("waitlist-slot-gone", "member", (on("waitlist.passed", why="slot-gone"),), ALSO_SMS),
    NotificationKind(
        "waitlist-ended",
        "member",
        (on("waitlist.ended", why="offers-missed window-over clinic-declined practitioner-left"),),
        may_be_off=True,
    ),
    NotificationKind(
        "hand-over-near", "person", (on("handover.announced", to="guardian"),), variables=frozenset({"day"})
    ),
    NotificationKind(
        "of-age-near", "person", (on("handover.announced", to="child"),), variables=frozenset({"day"})
    ),
    NotificationKind("handed-over", "person", (on("handover.completed", to="guardian"),)),
    NotificationKind("of-age", "person", (on("handover.completed", to="child"),)),
    NotificationKind(
        "guardian-changed",
        "person",
        (on("guardian.changed"),),
        variables=frozenset({"custody"}),
    ),
    NotificationKind(
        "other-guardian-decided",
        "person",
        (on("guardian.decided"),),
        variables=frozenset({"decided"}),
    ),
    # Who never said it, or is told of a decision that another parent made, can object at once.
    NotificationKind(
        "decision-recorded",
        "deciders",
        (on("decision.recorded"),),
        variables=frozenset({"recorded", "how", "said"}),
    ),
    # Who did not change it can object before the money leaves, wherever that person was reached lately.
    NotificationKind("account-changed", "person", (on("account.confirmed", change="changed"),), ALSO_SMS),
    NotificationKind("contact-changed", "former-address", (on("contact.changed"),)),
)
