"""Recipients: who gets a kind of notification for an event, and where they can be reached (F4-02, F4-20)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from helsebro.ids import ClaimId, PersonId, PolicyId
from helsebro.notifications.addressee import Addressee
from helsebro.notifications.channel import Channel
from helsebro.notifications.contact_record import ContactRecord, Language
from helsebro.notifications.notification_kind import NotificationKind
from helsebro.notifications.occurrence import Occurrence
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.network.dynamo_clinics import DynamoClinics
from helsebro_aws.platform import clock
from helsebro_aws.policies.dynamo_insured import DynamoPeople
from helsebro_aws.policies.dynamo_payers import DynamoPayers
from helsebro_aws.policies.dynamo_policies import DynamoPolicies

LANGUAGES: Mapping[str, Language] = {"DK": "da", "NO": "nb"}


class Contacts(Protocol):
    """The contact records that people have entered."""

    def find(self, person_id: PersonId) -> ContactRecord | None:
        """Returns a person's record, or None."""


FormerContact = Callable[[Occurrence], "ContactRecord | None"]
"""Returns the contact record before the change that an event reports."""


class Recipients:
    """Reads who gets a notification."""

    def __init__(self, contacts: Contacts, former: FormerContact, on: Tables = tables) -> None:
        self.contacts, self.former = contacts, former
        self.claims, self.people, self.payers = DynamoClaims(on), DynamoPeople(on), DynamoPayers(on)
        self.policies, self.clinics = DynamoPolicies(on), DynamoClinics(on)

    def of(self, kind: NotificationKind, cause: Occurrence) -> Addressee | None:
        """Returns the recipient; None when there was no former address. Raises ``NotFound``."""
        match kind.recipient:
            case "member":
                return self._member(cause)
            case "policyholder":
                return self._policyholder(cause)
            case "staff":
                return self._staff(cause)
            case "clinic":
                return self._clinic(cause)
            case "former-address":
                before = self.former(cause)
                return Addressee.of(before, _country(before)) if before else None

    def _member(self, cause: Occurrence) -> Addressee:
        """Returns the person of the case; the guardian instead while the person has one (F4-20)."""
        claim = self.claims.find(ClaimId(str(cause.data["claimId"])))
        person_id = claim.person_id
        if claim.guardian_id and claim.has_guardian(clock.now()):
            person_id = claim.guardian_id
        record = self.contacts.find(person_id) or self._enrolled(claim.payer, person_id, claim.country)
        return Addressee.of(record, claim.country)

    def _enrolled(self, payer: str, person_id: PersonId, country: str) -> ContactRecord:
        """Returns what the payer's enrolments say, the latest first."""
        places = sorted(self.people.insured(payer, person_id), key=lambda place: place.enrolled_on)
        emails = [place.email for place in reversed(places) if place.email]
        phones = [place.phone for place in reversed(places) if place.phone]
        return ContactRecord(
            person_id,
            email=emails[0] if emails else None,
            phone=international(phones[0], country) if phones else None,
            language=_language(country),
        )

    def _policyholder(self, cause: Occurrence) -> Addressee:
        """Returns the policyholder: a company has digital post at its company number, by law."""
        policy = self.policies.find(PolicyId(str(cause.data["policyId"])))
        country = self.payers.find(policy.payer).country
        addresses: Mapping[Channel, str] = {"digital-post": policy.policyholder.cvr}
        return Addressee(policy.policy_id, _language(country), country, addresses)

    def _staff(self, cause: Occurrence) -> Addressee:
        payer = self.payers.find(cause.payer)
        return Addressee(payer.slug, _language(payer.country), payer.country, {"email": payer.contact.email})

    def _clinic(self, cause: Occurrence) -> Addressee:
        clinic = self.clinics.find(cause.clinic_id)
        email = clinic.contact.email
        addresses: Mapping[Channel, str] = {"email": email} if email else {}
        return Addressee(clinic.clinic_id, _language(clinic.country), clinic.country, addresses)


def international(phone: str, country: str) -> str | None:
    """Returns a number as ``+4570112233``; None when it is no number of the country, or none at all."""
    import phonenumbers

    try:
        read = phonenumbers.parse(phone, country)
    except phonenumbers.NumberParseException:
        return None
    valid = phonenumbers.is_valid_number(read)
    return phonenumbers.format_number(read, phonenumbers.PhoneNumberFormat.E164) if valid else None


def _language(country: str) -> Language:
    return LANGUAGES.get(country, "en")


def _country(record: ContactRecord) -> str:
    return record.address.country if record.address else "DK"
