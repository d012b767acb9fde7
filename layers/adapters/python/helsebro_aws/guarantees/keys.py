"""The keys of guarantees, extensions and reports of courses in the ``cases`` table."""

from __future__ import annotations

from helsebro.errors import NotFound
from helsebro.ids import ClinicId, ExtensionId, GuaranteeId, PractitionerId
from helsebro_aws.dynamodb.keys import Key, case_partition

GUARANTEES = "GUARANTEE#"
EXTENSIONS = "EXTENSION#"


def guarantee_key(guarantee_id: GuaranteeId) -> Key:
    """Returns the key of a guarantee. Raises ``NotFound`` when the id is of no part of a claim."""
    return case_partition(guarantee_id), f"{GUARANTEES}{guarantee_id}"


def guarantees_of_practitioner(practitioner_id: PractitionerId) -> str:
    """Returns the listing of the guarantees that are bound to a practitioner."""
    return f"{practitioner_id}#guarantees"


def clinic_guarantee_key(guarantee_id: GuaranteeId) -> Key:
    """Returns the key of the item that lists a guarantee at its clinic."""
    return case_partition(guarantee_id), f"OFCLINIC#{guarantee_id}"


def left_clinic_key(guarantee_id: GuaranteeId, clinic_id: ClinicId) -> Key:
    """Returns the key of the item that lists a guarantee at a clinic with sessions of an earlier course."""
    return case_partition(guarantee_id), f"LEFTCLINIC#{guarantee_id}#{clinic_id}"


def guarantees_of_clinic(clinic_id: ClinicId) -> str:
    """Returns the listing of the guarantees of a clinic's clients, by when they were issued."""
    return f"{clinic_id}#guarantees"


def reference_key(case_reference: str) -> Key:
    """Returns the key of the pointer to a guarantee, by its case reference."""
    return f"REFERENCE#{case_reference}", "REFERENCE"


def extension_key(extension_id: ExtensionId) -> Key:
    """Returns the key of an extension. Raises ``NotFound`` when it is not an extension's id."""
    if not extension_id.startswith("ext_"):
        raise NotFound()
    return case_partition(extension_id), f"{EXTENSIONS}{extension_id}"


def contact_key(guarantee_id: GuaranteeId) -> Key:
    """Returns the key of the report of the first contact with the client."""
    return case_partition(guarantee_id), f"CONTACT#{guarantee_id}"


def course_end_key(guarantee_id: GuaranteeId) -> Key:
    """Returns the key of the report that the course has ended."""
    return case_partition(guarantee_id), f"COURSE#{guarantee_id}"


def referral_key(guarantee_id: GuaranteeId, former: ClinicId | None = None) -> Key:
    """Returns the key of the report that the client was referred elsewhere: by the clinic that treats, or by
    a ``former`` one.
    """
    by = f"#{former}" if former else ""
    return case_partition(guarantee_id), f"REFERRAL#{guarantee_id}{by}"
