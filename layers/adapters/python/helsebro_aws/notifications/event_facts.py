"""Event facts: the variables of a notification, read from what its event is about; do they still hold?

None of them says anything about health: no treatment, no profession, no diagnosis.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from functools import partial

from helsebro.claims.explained.needs_in_words import WITHOUT_CONSENT
from helsebro.country_profile import profile
from helsebro.errors import NotFound
from helsebro.guarantees.extension import refusal_of
from helsebro.guarantees.guarantee import Guarantee
from helsebro.ids import BookingId, ClaimId, ClinicId, GuaranteeId, PersonId
from helsebro.local_day import HOME, local_day
from helsebro.notifications.kinds import OF_CLIENTS
from helsebro.notifications.notification import Notification
from helsebro.notifications.notification_kind import NotificationKind
from helsebro.notifications.session_reminder import first_reminder
from helsebro.notifications.variables import (
    due_in,
    has_its_form,
    in_kroner,
    last_day,
    local_minute,
    recorded_in,
)
from helsebro.occurrence import Occurrence
from helsebro.work_calendar import WorkCalendar
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.guarantees.dynamo_guarantees import DynamoGuarantees
from helsebro_aws.network.dynamo_clinics import DynamoClinics
from helsebro_aws.notifications.families.family_facts import FamilyFacts
from helsebro_aws.notifications.network_contact import OF_NETWORK, may_be_written_to
from helsebro_aws.notifications.policyholder_facts import PolicyholderFacts
from helsebro_aws.notifications.session_facts import (
    BookedSession,
    NothingToSay,
    Variables,
    needed,
    offer_shown,
    services_owed,
    session_shown,
    standing,
    still_says,
)
from helsebro_aws.notifications.to_clinics.client_facts import ClientFacts, hours_to_contact
from helsebro_aws.notifications.to_clinics.payee_facts import PayeeFacts
from helsebro_aws.notifications.to_members.consent_facts import ConsentFacts
from helsebro_aws.notifications.to_members.paper_facts import PaperFacts
from helsebro_aws.payments.dynamo_payees import DynamoPayees
from helsebro_aws.platform import clock
from helsebro_aws.policies.dynamo_payers import DynamoPayers

WITH_CONSENT = frozenset({"guarantee-issued", "guarantee-extended", "guarantee-expiring"})
"""The kinds that tell a member to use a guarantee, which needs a consent in force (F4-16)."""


class EventFacts:
    """Reads the variables of notifications. ``session_of`` returns a booking and raises ``NotFound``."""

    def __init__(self, session_of: Callable[[BookingId], BookedSession], on: Tables = tables) -> None:
        self.session_of = session_of
        self.clinics = DynamoClinics(on)
        self.claims, self.guarantees = DynamoClaims(on), DynamoGuarantees(on)
        self.payers, self.policyholders = DynamoPayers(on), PolicyholderFacts(on)
        self.clients = ClientFacts(session_of, self.guarantees, self.claims)
        self.papers, self.tables = PaperFacts(on), on
        payee_of = PayeeFacts(self.clinics, DynamoPayees(on)).of
        sessions = "booked moved relocated cancelled missed reminder".split()
        of_clinics = (
            "application-received contract-sent contract-reminder signatory-refused practitioner-invited"
        ).split()
        self._readers: Mapping[str, Callable[[Occurrence], Variables]] = {
            "claim-received": self._received,
            "papers-missing": self._papers,
            "document-rejected": self.papers.rejected,
            "guarantee-issued": self._issued,
            "guarantee-revoked": self._revoked,
            "guarantee-extended": self._guarantee,
            "extension-denied": lambda cause: _of_payment(
                self.guarantees.find(GuaranteeId(cause.data["guaranteeId"]))
            ),
            "guarantee-expiring": self._expiring,
            **ConsentFacts(self.claims, self.guarantees).readers,
            "crisis-start-ending": self._crisis_start,
            **{f"session-{what}": partial(self._session, f"session-{what}") for what in sessions},
            "clinic-found": self._found,
            "clinic-declined": self._declined,
            **FamilyFacts(on).readers,
            "waitlist-offer": lambda cause: offer_shown(cause, self._country_of(cause.case_id)),
            "decision-recorded": lambda cause: recorded_in(cause.data, self._country_of(cause.case_id)),
            "premium-reminder": self.policyholders.reminder,
            "contract-notice": self.policyholders.notice,
            **{kind: self._clinic for kind in of_clinics},
            "payee-changed": payee_of,
            "payee-changed-by-clinic": lambda cause: {**self._clinic(cause), **payee_of(cause)},
            **{f"deadline-{kind}": self._deadline for kind in ("near", "missed", "over", "escalated")},
            **dict.fromkeys(("message-waiting", "read-at-once", "case-handed-over"), _queue),
            **{kind: partial(self.clients.of, kind) for kind in OF_CLIENTS},
        }

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds whose variables it reads; the others have none."""
        return frozenset({*self._readers, "decision-made"})

    def of(self, kind: NotificationKind, cause: Occurrence, *, has_login: bool = True) -> Variables:
        """Returns the variables. Raises ``NothingToSay``, ``NotFound``.

        Who ``has_login`` reads the clauses of a decision behind it, anyone else in the letter (F4-26).
        """
        if kind.kind == "decision-made":
            return {} if has_login else self._clauses(cause)
        read = self._readers.get(kind.kind)
        return read(cause) if read else {}

    def as_it_stands(self, notification: Notification) -> Notification:
        """Returns a planned notification with what has come since it was planned (F4-02)."""
        if notification.kind != "claim-received":
            return notification
        lacking = " ".join(self.claims.find(ClaimId(notification.case_id)).missing)
        return replace(notification, variables={**notification.variables, "missing": lacking})

    def hold(self, notification: Notification) -> bool:
        """Returns whether a planned notification still says what is true."""
        if notification.kind == "papers-missing":
            return bool(self._to_remind_of(notification.case_id))
        if notification.kind == "document-rejected":
            return self.papers.is_still_wanted(notification)
        if notification.kind in WITH_CONSENT:
            # A letter, or another channel after the first, may be sent days after it was planned.
            return self.claims.find(ClaimId(notification.case_id)).consent == "given"
        if notification.kind in OF_NETWORK:
            return may_be_written_to(PersonId(notification.recipient), self.tables)
        if notification.kind == "waitlist-offer" and notification.not_before:
            # An SMS that waited for the morning; Denmark and Norway have one time.
            return local_minute(clock.now(), HOME) < notification.variables["held"]
        if not notification.about:
            return True
        try:
            session = self.session_of(BookingId(notification.about))
            if notification.kind in OF_CLIENTS:
                return self.clients.hold(notification, session)
            known = self._told(notification.kind, standing(notification.kind, session))
            return still_says(notification, known)
        except (NotFound, NothingToSay):
            return False

    def may_be_told(self, kind: NotificationKind, reader: str) -> bool:
        """Returns whether a recipient may be written to about this, unless the notification is turned off."""
        return kind.kind not in OF_NETWORK or may_be_written_to(PersonId(reader), self.tables)

    def _to_remind_of(self, claim_id: str) -> str:
        """Returns what is missing, without a consent that the member has decided on (F4-17)."""
        claim = self.claims.find(ClaimId(claim_id))
        is_decided = claim.consent != "undecided"
        return " ".join(part for part in claim.missing if not (is_decided and part == "consent"))

    def _received(self, cause: Occurrence) -> Variables:
        """Names whose numbers to call: every first mail has them, so that none says who needs them."""
        claim = self.claims.find(ClaimId(cause.case_id))
        return {"missing": " ".join(claim.missing), "safety": profile(claim.country).country}

    def _papers(self, cause: Occurrence) -> Variables:
        told = {"missing": needed(self._to_remind_of(cause.case_id))}
        is_refused = self.claims.find(ClaimId(cause.case_id)).consent in WITHOUT_CONSENT
        return {**told, "refused": "yes"} if is_refused else told

    def _clauses(self, cause: Occurrence) -> Variables:
        decision = self.claims.find(ClaimId(cause.case_id)).decision
        clauses = (step.clause for step in decision.trail) if decision else ()
        # A preamble or an appendix has no number that a text could name.
        numbers = dict.fromkeys(clause for clause in clauses if has_its_form("clauses", clause))
        return {"clauses": " ".join(numbers)}

    def _issued(self, cause: Occurrence) -> Variables:
        if "matchedAt" in cause.data:
            # A clinic gets it now; the member was notified when it was issued.
            raise NothingToSay
        self._must_be_consented(cause.case_id)
        guarantee = self.guarantees.find(GuaranteeId(cause.data["guaranteeId"]))
        first_by = guarantee.first_session_by
        return {**_of_payment(guarantee), **({"begin": first_by.isoformat()} if first_by else {})}

    def _found(self, cause: Occurrence) -> Variables:
        guarantee = self.guarantees.find(GuaranteeId(cause.data["guaranteeId"]))
        if not guarantee.is_matched or guarantee.clinic_id != cause.data["clinicId"]:
            raise NothingToSay
        return {"hours": hours_to_contact(guarantee)}

    def _declined(self, cause: Occurrence) -> Variables:
        guarantee = self.guarantees.find(GuaranteeId(cause.data["guaranteeId"]))
        # A match that staff replaced needs no word: the member hears of the next one.
        is_over = guarantee.status_on(local_day(clock.now(), guarantee.country)) != "active"
        if is_over or guarantee.clinic_id or not (guarantee.match and guarantee.match.status == "declined"):
            raise NothingToSay
        return {}

    def _revoked(self, cause: Occurrence) -> Variables:
        guarantee = self.guarantees.find(GuaranteeId(cause.data["guaranteeId"]))
        return {"day": guarantee.last_day.isoformat(), **_of_payment(guarantee)}

    def _must_be_consented(self, claim_id: str) -> None:
        """Raises ``NothingToSay`` to a member who cannot use the guarantee without a consent (F4-16)."""
        if self.claims.find(ClaimId(claim_id)).consent != "given":
            raise NothingToSay

    def _guarantee(self, cause: Occurrence) -> Variables:
        self._must_be_consented(cause.case_id)
        guarantee = self.guarantees.find(GuaranteeId(cause.data["guaranteeId"]))
        added = guarantee.extensions[-1].sessions if guarantee.extensions else 0
        return {"day": guarantee.valid_until.isoformat(), **({"sessions": str(added)} if added else {})}

    def _expiring(self, cause: Occurrence) -> Variables:
        """Says nothing to a member who cannot use the guarantee: the consent is withdrawn (F4-16).

        What cannot be extended, such as crisis help (F1-14), invites to nothing.
        """
        claim = self.claims.find(ClaimId(cause.case_id))
        if claim.consent != "given":
            raise NothingToSay
        guarantee = self.guarantees.find(GuaranteeId(cause.data["guaranteeId"]))
        is_refused = refusal_of(claim, [guarantee], local_day(clock.now(), guarantee.country))
        extendable = {} if is_refused else {"extendable": "yes"}
        return {"day": guarantee.valid_until.isoformat(), **extendable}

    def _crisis_start(self, cause: Occurrence) -> Variables:
        return {"day": last_day(_due_at(cause), self._country_of(cause.case_id)).isoformat()}

    def _country_of(self, claim_id: str) -> str:
        return self.claims.find(ClaimId(claim_id)).country

    def _session(self, kind: str, cause: Occurrence) -> Variables:
        assert cause.booking_id
        session = standing(kind, self.session_of(cause.booking_id))
        named = cause.data.get("slotId")
        if named and named != session.slot_id:
            # It has moved since: the event of that move has a notification of its own.
            raise NothingToSay
        if kind == "session-reminder":
            first = first_reminder(session.late_from, WorkCalendar(session.country))
            if clock.now() < first:
                raise NothingToSay
        return self._told(kind, session)

    def _told(self, kind: str, session: BookedSession) -> Variables:
        """Returns what a text about a session says, with what the member pays for it, if that is known."""
        shown = session_shown(kind, session)
        services = services_owed(kind, session)
        if not services:
            return shown
        guarantee = self.guarantees.find(session.guarantee_id)
        # Of a price for all that was extended it depends on the other sessions; the booking says it.
        price = None if guarantee.priced_apart else guarantee.price_of_all(services)
        return {**shown, "price": in_kroner(price)} if price else shown

    def _clinic(self, cause: Occurrence) -> Variables:
        """Names the clinic, so that the reader knows who asks for a login."""
        return {"clinic": self.clinics.find(ClinicId(cause.data.get("clinicId") or cause.clinic_id)).name}

    def _deadline(self, cause: Occurrence) -> Variables:
        country = self.payers.find(cause.payer).country
        named = {name: str(cause.data[name]) for name in ("queue", "kind")}
        return {**named, "due": due_in(_due_at(cause), country)}


def _queue(cause: Occurrence) -> Variables:
    return {"queue": str(cause.data["queue"])}


def _of_payment(guarantee: Guarantee) -> Variables:
    """Returns whether the member pays first: then there is no clinic to book at with the guarantee."""
    return {"refunded": "yes"} if guarantee.settlement == "refund" else {}


def _due_at(cause: Occurrence) -> datetime:
    return datetime.fromisoformat(cause.data["dueAt"])
