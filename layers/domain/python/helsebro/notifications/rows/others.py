"""Others: every notification to policyholders, holders of mandates, staff and users of clinics (R-1402)."""

from __future__ import annotations

from helsebro.notifications.channel import Choice
from helsebro.notifications.notification_kind import NotificationKind
from helsebro.notifications.rows.members import TO_MEMBERS
from helsebro.notifications.rows.occasions import ABSENT, on

OF_A_CLINIC = frozenset({"clinic"})
OF_A_DEADLINE = frozenset({"queue", "kind", "due"})
OF_A_PAYEE = frozenset({"payee", "inforce", "account"})
OF_PAYEES = (on("payee.registered"), on("payee.approved"), on("payee.ended"))
OF_CASES = sorted(kind.kind for kind in TO_MEMBERS if kind.recipient in ("member", "deciders"))
"""What members are told of a case, of an enquiry, or of a consent for all cases."""

TO_OTHERS = (
    NotificationKind(
        "premium-reminder",
        "policyholder",
        (on("premium.reminded"),),
        Choice(letter=True),
        variables=frozenset({"day", "policy", "stopped"}),
        is_evidence=True,
    ),
    NotificationKind(
        "contract-notice",
        "policyholder",
        (on("policy.noticed"),),
        Choice(letter=True),
        variables=frozenset({"day", "policy", "notice", "answer"}),
        is_evidence=True,
    ),
    # The clinic is warned of its own deadlines, and the member of the start of crisis help.
    NotificationKind(
        "deadline-near",
        "staff",
        (
            on(
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
        # Words that call the staff are mailed as such, and not twice.
        (
            on("message.received", first="yes", called=ABSENT),
            on("enquiry.received", first="yes", called=ABSENT),
        ),
        variables=frozenset({"queue"}),
    ),
    # Not "crisis": a mail says nothing of health, and not only the staff see its subject on a screen.
    NotificationKind("read-at-once", "staff", (on("staff.called"),), variables=frozenset({"queue"})),
    NotificationKind(
        "case-handed-over", "staff", (on("thread.handed-over"),), variables=frozenset({"queue"})
    ),
    NotificationKind(
        "deadline-missed",
        "staff",
        (on("deadline.missed"),),
        variables=OF_A_DEADLINE,
    ),
    # The cover stops, or the notice is accepted: by the day itself, which no one enters.
    NotificationKind(
        "deadline-over",
        "staff",
        (on("deadline.reached", kind="premium-reminder notice-answer"),),
        variables=OF_A_DEADLINE,
    ),
    NotificationKind(
        "deadline-escalated",
        "staff",
        (on("deadline.escalated"),),
        variables=OF_A_DEADLINE,
    ),
    NotificationKind(
        "notice-undelivered",
        "staff",
        (on("notification.undeliverable", kind="premium-reminder contract-notice"),),
    ),
    # The notice to the former address is what protects a person whose login is in other hands.
    NotificationKind(
        "contact-notice-undelivered",
        "staff",
        (on("notification.undeliverable", kind="contact-changed"),),
    ),
    NotificationKind("holder-answered", "holder", (on("message.sent", also="holder"),)),
    NotificationKind("mandate-held", "holder", (on("mandate.given", also="holder"),)),
    NotificationKind("mandate-ended", "holder", (on("mandate.revoked", also="holder"),)),
    # A task is about a case; what tells a family of guardians and of the 15th birthday is about none.
    NotificationKind(
        "family-notice-undelivered",
        "staff",
        (
            on(
                "notification.undeliverable",
                kind="hand-over-near of-age-near handed-over of-age guardian-changed other-guardian-decided",
            ),
        ),
    ),
    # An answer to an enquiry, say: what is about a case leads to a task instead (``Recipients``).
    NotificationKind(
        "person-unreachable",
        "staff",
        (on("notification.undeliverable", kind=" ".join(OF_CASES)),),
    ),
    NotificationKind("webhook-disabled", "clinic", (on("webhook.disabled"),)),
    NotificationKind("calendar-unreadable", "clinic", (on("calendar.unreadable"),)),
    NotificationKind("authorisation-denied", "clinic", (on("authorisation.denied"),)),
    NotificationKind("secret-rotated", "clinic", (on("signing-secret.rotated"),)),
    NotificationKind("system-consent-withdrawn", "clinic", (on("system-consent.withdrawn"),)),
    # To two places, so that who has got hold of one login or mailbox is not the only one to hear of it.
    NotificationKind("payee-changed", "clinic", OF_PAYEES, variables=OF_A_PAYEE),
    NotificationKind("payee-changed-by-clinic", "signatory", OF_PAYEES, variables=OF_A_PAYEE | OF_A_CLINIC),
    NotificationKind("payee-to-approve", "staff", (on("payee.registered", by="signatory"),)),
    # Where the money leaves from: a change of it is told to whom it is known to belong.
    NotificationKind("paying-account-proposed", "staff", (on("payer.account-proposed"),)),
    NotificationKind("paying-account-changed", "staff", (on("payer.account-changed"),)),
    NotificationKind("account-missing", "clinic", (on("payout.account-missing"),)),
    NotificationKind("clinic-address-changed", "clinic", (on("clinic-mailbox.changed"),)),
    NotificationKind("application-received", "signatory", (on("clinic.applied"),), variables=OF_A_CLINIC),
    NotificationKind("contract-sent", "signatory", (on("contract.sent"),), variables=OF_A_CLINIC),
    NotificationKind(
        "contract-reminder",
        "signatory",
        (on("deadline.reached", kind="contract-reminder-7 contract-reminder-21"),),
        variables=OF_A_CLINIC,
    ),
    NotificationKind("signatory-accepted", "signatory", (on("signatory.accepted"),)),
    NotificationKind("signatory-refused", "signatory", (on("signatory.refused"),), variables=OF_A_CLINIC),
    NotificationKind("application-denied", "signatory", (on("onboarding.ended", why="denied"),)),
    NotificationKind("practitioner-invited", "invited", (on("clinic-user.invited"),), variables=OF_A_CLINIC),
    NotificationKind("contract-expired", "signatory", (on("onboarding.ended", why="expired"),)),
    NotificationKind(
        "clinic-unreachable",
        "staff",
        (
            on(
                "notification.undeliverable",
                kind="webhook-disabled calendar-unreadable authorisation-denied secret-rotated "
                "system-consent-withdrawn application-received contract-sent contract-reminder "
                "signatory-accepted signatory-refused application-denied contract-expired payee-changed "
                "payee-changed-by-clinic account-missing clinic-address-changed "
                "practitioner-invited client-session client-matched contact-due client-ended",
            ),
        ),
    ),
)
