"""Demo data of the notifications: a value for each variable, a sender, an address."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime

from helsebro import ids
from helsebro.notifications.channel import Channel
from helsebro.notifications.contact_record import Language, PostalAddress
from helsebro.notifications.kinds import OF_CLIENTS
from helsebro.notifications.notification import Notification
from helsebro.notifications.notification_kind import NotificationKind
from helsebro_aws.notifications.sender import OF_THE_FAMILY, OWN_CONSENTS, Sender

SENT = datetime(2026, 11, 27, 9, 0, tzinfo=UTC)
TODAY = date(2026, 11, 27)
SENDER = Sender(
    "Tryg",
    "+45 70 11 20 20",
    "sundhed@example.org",
    "https://min.helsebro.example",
    "Postboks 300, 2750 Ballerup",
)
POSTAL = PostalAddress("Åse Ærø", "Nørregade 12, 2. tv.", "8000", "Aarhus C")
PAYER = "tryg"
SEED = bytes(range(10))
VALUES: Mapping[str, str] = {
    "about": "bkg_ar2he6lhx3uo5t2fyclo24z2bx44my5wbe",
    "account": "6243",
    "answer": "2026-12-04",
    "booked": "8",
    "by": "clinic",
    "change": "booked",
    "clinic": "Klinik Nord",
    "day": "2026-12-18",
    "due": "2026-12-18T10:15",
    "extendable": "yes",
    "held": "2026-12-11T10:45",
    "hours": "24",
    "how": "phone",
    "inforce": "2026-11-30T10:00",
    "kind": "first-answer",
    "late": "2026-12-17T10:15",
    "missing": "consent documents",
    "notice": "conditions",
    "owed": "yes",
    "paper": "referral",
    "times": "2",
    "payee": "approved",
    "policy": "TR-2024-0117",
    "custody": "proposed",
    "decided": "consent",
    "price": "475",
    "queue": "claims",
    "recorded": "case-given",
    "refunded": "yes",
    "refused": "yes",
    "rejection": "pdf-encrypted",
    "safety": "DK",
    "said": "2026-11-27T09:45",
    "starts": "2026-12-18T10:15",
    "until": "2026-12-18T10:15",
}
OF_A_GUARANTEE: Mapping[str, str] = {"about": "gar_ar2he6lhx3uo5t2fyclo24z2zcninnyxxq"}
OF_KIND: Mapping[str, Mapping[str, str]] = {
    "deadline-missed": {"due": "2026-11-26", "kind": "refund", "queue": "refunds"},
    "deadline-escalated": {"due": "2026-11-25", "kind": "refund", "queue": "refunds"},
    "papers-missing": {"missing": "documents"},
    "deadline-over": {"due": "2026-11-26", "kind": "premium-reminder", "queue": "underwriting"},
    **dict.fromkeys(("client-matched", "contact-due", "client-ended"), OF_A_GUARANTEE),
}
"""Kind of notification → the values that differ from those above, since only they can be true of it."""
ABOUT: Mapping[str, str] = {
    "premium-reminder": "pol",
    "contract-notice": "pol",
    "deadline-over": "pol",
    "notice-undelivered": "pol",
    **dict.fromkeys((*OF_THE_FAMILY, *OWN_CONSENTS), "per"),
    "contact-changed": "per",
    "account-changed": "per",
    "contact-notice-undelivered": "per",
    "family-notice-undelivered": "per",
    "person-unreachable": "per",
    "webhook-disabled": "cli",
    "calendar-unreadable": "cli",
    "authorisation-denied": "cli",
    "secret-rotated": "cli",
    "system-consent-withdrawn": "cli",
    "clinic-unreachable": "cli",
    **dict.fromkeys(OF_CLIENTS, "cli"),
    "application-received": "cli",
    "contract-sent": "cli",
    "contract-reminder": "cli",
    "account-missing": "cli",
    "payee-changed": "cli",
    "payee-changed-by-clinic": "cli",
    "payee-to-approve": "cli",
    "clinic-address-changed": "cli",
    "signatory-accepted": "cli",
    "signatory-refused": "cli",
    "application-denied": "cli",
    "contract-expired": "cli",
    "practitioner-invited": "prc",
}
"""Kind of notification → the start of the id of what it is about; a claim for all others."""
OF_PAYERS = frozenset({"paying-account-proposed", "paying-account-changed"})
"""The kinds that are about the payer itself."""
ONLY_WITHOUT_LOGIN: Mapping[str, str] = {"clauses": "5.2.1 7-10"}


def example(kind: NotificationKind, language: Language, channel: Channel = "email") -> Notification:
    """Returns a notification of the kind with demo data; a letter is one to a person without a login."""
    values = {**VALUES, **OF_KIND.get(kind.kind, {}), **(ONLY_WITHOUT_LOGIN if channel == "letter" else {})}
    return Notification(
        notification_id="ntf_demo",
        kind=kind.kind,
        payer=PAYER,
        case_id=PAYER if kind.kind in OF_PAYERS else ids.mint(ABOUT.get(kind.kind, "clm"), PAYER, SEED),
        recipient="per_demo",
        channel=channel,
        address="",
        language=language,
        event_id="evt_demo",
        planned_at=SENT,
        letters_only=channel == "letter",
        variables={name: values[name] for name in sorted(kind.variables) if name in values},
    )
