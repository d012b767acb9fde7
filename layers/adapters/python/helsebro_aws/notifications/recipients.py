"""Recipients: who gets a kind of notification for an event, and where they can be reached (F4-02, F4-20)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import cast

from helsebro import ids
from helsebro.claims.claim import Claim
from helsebro.errors import NotFound
from helsebro.ids import ClaimId, ClinicId, MandateId, PersonId, PolicyId, PractitionerId, ThreadId
from helsebro.local_day import HOME
from helsebro.notifications import news
from helsebro.notifications.addressee import Addressee
from helsebro.notifications.channel import Channel
from helsebro.notifications.contact_record import Language, language_in
from helsebro.notifications.kinds import KINDS, OF_CLIENTS
from helsebro.notifications.notification import Notification
from helsebro.notifications.notification_kind import NotificationKind
from helsebro.notifications.reached.guardians import guardians_of
from helsebro.occurrence import Occurrence
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.identity.dynamo_custody import DynamoCustody
from helsebro_aws.network.dynamo_clinics import DynamoClinics
from helsebro_aws.notifications.contact.confirmed_places import ConfirmedPlaces
from helsebro_aws.notifications.dynamo_contacts import DynamoContacts
from helsebro_aws.notifications.reached.former_addresses import formerly
from helsebro_aws.notifications.reached.mailboxes import (
    Applicant,
    CaseWorker,
    InvitedLogin,
    no_applicant,
    no_case_worker,
    no_invited,
)
from helsebro_aws.notifications.reached.reached_person import international_or_none, reached_person
from helsebro_aws.notifications.reached.told_kinds import (
    ABOUT_MESSAGES,
    ASKS_TO_DECIDE,
    OF_ENDED_MANDATES,
    OF_NO_CASE,
    TO_BOTH,
    TOLD_FORMERLY_TOO,
    TOLD_TO_BOTH,
)
from helsebro_aws.notifications.to_members.holders import AddressWritten, Holders, no_address_written
from helsebro_aws.platform import clock
from helsebro_aws.policies.dynamo_payers import DynamoPayers


class Recipients:
    """Reads who gets a notification.

    ``applicant_of`` returns an application, ``invited_of`` the login that a practitioner is invited to; both
    raise ``NotFound``. ``works_on`` returns who works on a case or an enquiry, None for no one,
    and ``written`` the address of a mandate's holder as its giver wrote it.
    """

    def __init__(
        self,
        on: Tables = tables,
        applicant_of: Callable[[ClinicId], Applicant] = no_applicant,
        invited_of: Callable[[PractitionerId], InvitedLogin] = no_invited,
        works_on: Callable[[ThreadId], CaseWorker | None] = no_case_worker,
        written: AddressWritten = no_address_written,
    ) -> None:
        self.applicant_of, self.invited_of = applicant_of, invited_of
        self.contacts = DynamoContacts(on, ConfirmedPlaces(on).among)
        self.claims, self.payers = DynamoClaims(on), DynamoPayers(on)
        self.clinics, self.settings = DynamoClinics(on), on.settings
        self.custodies = DynamoCustody(on)
        self.works_on, self.holders = works_on, Holders(on, written)

    def of(self, kind: NotificationKind, cause: Occurrence, told: PersonId | None = None) -> Addressee | None:
        """Returns the recipient; None when there is no such address, or it is of no clinic.

        ``told`` is who was told of a case before, and is told again while it is that person's to read. Raises
        ``NotFound``.
        """
        match kind.recipient:
            case "member" | "deciders":
                return self._member(kind, cause, told)
            case "policyholder":
                return self._policyholder(cause)
            case "staff":
                return self._case_worker(kind, cause) or self._staff(cause)
            case "clinic":
                return self._clinic(kind, cause)
            case "signatory":
                return self._signatory(kind, cause)
            case "invited":
                return self._invited(cause)
            case "person" | "holder":
                return self._of_person(kind, cause)
            case "former-address":
                return self._former(cause)

    def every(self, kind: NotificationKind, cause: Occurrence) -> list[Addressee]:
        """Returns all recipients of an event: every guardian of a child is told of its cases.

        Raises ``NotFound``.
        """
        claim_id = cause.data.get("claimId")
        if claim_id and kind.kind in OF_NO_CASE:
            return []
        if kind.recipient not in ("member", "deciders") or not claim_id:
            also = [self._staff(cause)] if kind.kind in TO_BOTH and self._case_worker(kind, cause) else []
            to = self.of(kind, cause)
            also += self._formerly(to) if to and kind.kind in TOLD_FORMERLY_TOO else []
            return [*([to] if to else []), *also]
        claim = self.claims.find(ClaimId(str(claim_id)))
        return [self._told(claim, person_id) for person_id in self._readers(kind, claim)]

    def of_notification(self, notification: Notification) -> Addressee | None:
        """Returns the recipient with today's addresses; None when it cannot be found any more."""
        try:
            return self.again(notification)
        except NotFound:
            return None

    def are_told(self, notification: Notification) -> bool:
        """Whether who gets it may still be told of the case: one who was a guardian then may be none now."""
        if not notification.of_child or not notification.case_id.startswith("clm_"):
            return True
        kind = KINDS[notification.kind]
        if kind.recipient not in ("member", "deciders"):
            return True
        claim = self.claims.find(ClaimId(notification.case_id))
        return notification.recipient in self._readers(kind, claim)

    def again(self, notification: Notification) -> Addressee | None:
        """Returns who gets a notification that was planned before. Raises ``NotFound``."""
        kind, cause = KINDS[notification.kind], occurrence_of(notification)
        if kind.kind in TO_BOTH and notification.recipient == notification.payer:
            return self._staff(cause)
        return self.of(kind, cause, PersonId(notification.recipient))

    def _member(self, kind: NotificationKind, cause: Occurrence, told: PersonId | None) -> Addressee | None:
        """Returns the person of the case; a guardian instead while the person has one (F4-20).

        What belongs to no case is for the person whom it names, such as an answer to a message before one.
        """
        if not (claim_id := cause.data.get("claimId")):
            return reached_person(self.contacts.current(PersonId(str(cause.data.get("personId") or told))))
        claim = self.claims.find(ClaimId(str(claim_id)))
        readers = self._readers(kind, claim)
        if told in readers:
            return self._told(claim, told)
        # A decision is told to who decides, and to no one instead.
        first = () if kind.recipient == "deciders" else readers[:1]
        return next((self._told(claim, person_id) for person_id in first), None)

    def _readers(self, kind: NotificationKind, claim: Claim) -> tuple[PersonId, ...]:
        """Returns who is told of a case: all guardians of a child, who reported it first, else the person.

        A child without a guardian is not asked for what only a guardian may decide.
        """
        guardians = self._guardians(claim)
        is_for_guardian = kind.recipient == "deciders" or kind.kind in ASKS_TO_DECIDE
        if guardians or (is_for_guardian and claim.has_guardian(clock.now())):
            return guardians
        return (claim.person_id,)

    def _told(self, claim: Claim, person_id: PersonId) -> Addressee:
        to = reached_person(self.contacts.current(person_id, claim.country))
        return to if person_id == claim.person_id else replace(to, of_child=True)

    def _guardians(self, claim: Claim) -> tuple[PersonId, ...]:
        """Returns who is told of a child's case, first who reported it; none of a person from 15 on."""
        if not claim.has_guardian(clock.now()):
            return ()
        return guardians_of(claim, self.custodies.find(claim.person_id), clock.now())

    def _of_person(self, kind: NotificationKind, cause: Occurrence) -> Addressee | None:
        """Returns the person that the event names: of a family, or who holds a mandate in a case."""
        if kind.recipient == "holder":
            known = reached_person(self.contacts.current(PersonId(str(cause.data["holderId"]))))
            claim_id = ClaimId(str(cause.data["claimId"]))
            if kind.kind in OF_ENDED_MANDATES and (mandate_id := cause.data.get("mandateId")):
                return self.holders.held(claim_id, MandateId(str(mandate_id)), known)
            return self.holders.reached(claim_id, known)
        return reached_person(self.contacts.current(PersonId(str(cause.data["personId"])), HOME))

    def _former(self, cause: Occurrence) -> Addressee | None:
        """Returns the person or policyholder at the addresses that a change of the record replaced."""
        whose = PersonId(str(cause.data.get("personId") or cause.data["policyId"]))
        before = self.contacts.former(whose, int(cause.data["contactVersion"]))
        return reached_person(before) if before else None

    def _policyholder(self, cause: Occurrence) -> Addressee:
        """Returns the policyholder: a company has digital post at its company number, by law.

        The number itself is read when the message leaves, as a person's is.
        """
        country = self.payers.find(cause.payer).country
        return reached_person(self.contacts.of_policyholder(PolicyId(str(cause.data["policyId"])), country))

    def _staff(self, cause: Occurrence) -> Addressee:
        """Returns the payer's staff of the queue that the event names, else of all queues.

        What is about no payer goes to one that insures the person whom it is about, and where there is none
        to those who answer questions about the platform.
        """
        slug = cause.payer or self._insuring(cause)
        if not slug:
            return Addressee("platform", "en", "DK", {"email": self.settings.support_email})
        payer = self.payers.find(slug)
        email = payer.staff_email(str(cause.data.get("queue", "")))
        return Addressee(payer.slug, language_in(payer.country), payer.country, {"email": email})

    def _insuring(self, cause: Occurrence) -> str:
        person_id = cause.data.get("personId")
        return self.contacts.payer_of(PersonId(str(person_id))) if person_id else ""

    def _case_worker(self, kind: NotificationKind, cause: Occurrence) -> Addressee | None:
        """Returns who works on the case, for the kinds that go there; None where no one does."""
        thread_id = cause.data.get("claimId") or cause.data.get("enquiryId")
        is_about_one = kind.kind in ABOUT_MESSAGES and thread_id
        colleague = self.works_on(ThreadId(str(thread_id))) if is_about_one else None
        if colleague is None or not colleague.email:
            return None
        return replace(self._staff(cause), recipient=colleague.subject, addresses={"email": colleague.email})

    def _clinic(self, kind: NotificationKind, cause: Occurrence) -> Addressee | None:
        if not cause.clinic_id:
            return None
        clinic = self.clinics.find(cause.clinic_id)
        email = clinic.contact.email
        addresses: dict[Channel, str] = {"email": email} if email else {}
        # About the clinic itself it gets e-mails only.
        if kind.kind in OF_CLIENTS and (phone := international_or_none(clinic.contact.phone, clinic.country)):
            addresses["sms"] = phone
        return Addressee(clinic.clinic_id, language_in(clinic.country), clinic.country, addresses)

    def _formerly(self, to: Addressee) -> list[Addressee]:
        """Returns who is told at the other addresses of the last weeks, each a recipient of its own."""
        if ids.is_person(to.recipient):
            return formerly(to, self.contacts.lately(PersonId(to.recipient)))
        lately = self.clinics.find(ClinicId(to.recipient)).lately_reached_at(clock.now())
        return [
            replace(to, recipient=f"{to.recipient}#{place}", addresses={"email": email})
            for place, email in enumerate(lately, 1)
        ]

    def _signatory(self, kind: NotificationKind, cause: Occurrence) -> Addressee | None:
        try:
            applicant = self.applicant_of(ClinicId(str(cause.data["clinicId"])))
        except NotFound:
            # Of a clinic that did not apply by the form its signatory may have an address as a member.
            if kind.kind in TOLD_TO_BOTH:
                return self._as_member(ClinicId(str(cause.data["clinicId"])))
            raise
        language = cast(Language, applicant.language)
        return Addressee(
            str(cause.data["clinicId"]), language, applicant.country, {"email": applicant.signatory.email}
        )

    def _as_member(self, clinic_id: ClinicId) -> Addressee | None:
        """Returns the signatory of a clinic at the own mail address; None when none is known."""
        clinic = self.clinics.find(clinic_id)
        if not clinic.signatory_id:
            return None
        record = self.contacts.current(PersonId(clinic.signatory_id), clinic.country)
        if not record.email:
            return None
        return Addressee(clinic_id, record.language, record.country, {"email": record.email})

    def _invited(self, cause: Occurrence) -> Addressee:
        practitioner_id = PractitionerId(str(cause.data["practitionerId"]))
        invitation = self.invited_of(practitioner_id).invitation
        if invitation is None:
            raise NotFound()
        language = cast(Language, invitation.language)
        # Only the quiet hours follow from it.
        country = "NO" if language == "nb" else "DK"
        return Addressee(practitioner_id, language, country, {"email": invitation.email})


def occurrence_of(notification: Notification) -> Occurrence:
    """Returns what a stored notification says about its event: enough to find its recipient."""
    named = news.FIELDS.get(notification.case_id.partition("_")[0])
    about = {named: notification.case_id} if named else {}
    if KINDS[notification.kind].recipient == "holder":
        about["holderId"] = notification.recipient
    # Each queue of a payer may have an e-mail address of its own.
    queue = {"queue": notification.variables["queue"]} if "queue" in notification.variables else {}
    return Occurrence(
        event_id=notification.event_id,
        type="",
        at=notification.planned_at,
        payer=notification.payer,
        data={**about, **queue},
        clinic_id=ClinicId(notification.case_id if named == "clinicId" else ""),
    )
