"""Ids: opaque to callers, but each contains what is needed to find its item in one read.

An id under a payer contains the payer's slug, and an id under a claim contains the claim, so the table key
is built from the id alone, without a lookup first. No id reveals who a person is. Each kind of id is its own
type, so that mypy finds one kind passed for another.
"""

from __future__ import annotations

import hashlib
import re
from base64 import b32decode, b32encode, b32hexencode
from binascii import Error as NotBase32
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import NewType

from helsebro.errors import NotFound

PersonId = NewType("PersonId", str)
PolicyId = NewType("PolicyId", str)
ClaimId = NewType("ClaimId", str)
DraftId = NewType("DraftId", str)
MandateId = NewType("MandateId", str)
DocumentId = NewType("DocumentId", str)
TaskId = NewType("TaskId", str)
GuaranteeId = NewType("GuaranteeId", str)
ExtensionId = NewType("ExtensionId", str)
ComplaintId = NewType("ComplaintId", str)
RefundId = NewType("RefundId", str)
InvoiceId = NewType("InvoiceId", str)
PayableId = NewType("PayableId", str)
PayeeId = NewType("PayeeId", str)
AccountId = NewType("AccountId", str)
PaymentFileId = NewType("PaymentFileId", str)
BankReportId = NewType("BankReportId", str)
ClinicId = NewType("ClinicId", str)
PractitionerId = NewType("PractitionerId", str)
SlotId = NewType("SlotId", str)
BookingId = NewType("BookingId", str)
WaitlistId = NewType("WaitlistId", str)
EnquiryId = NewType("EnquiryId", str)
ThreadId = NewType("ThreadId", str)
"""The id of what messages belong to: a claim, or an enquiry."""
MessageId = NewType("MessageId", str)

ROOT_BYTES = 10
CHILD_BYTES = 6
MISREAD = str.maketrans("018", "OIB")
"""Digits that no number of a case has, and the letters that they are taken for."""
PERSON = re.compile(r"per_[a-z2-7]{24}")
CLINIC = re.compile(r"cli_[a-z0-9-]{1,40}")
EVENT = re.compile(r"evt_[0-9a-v]{26}")


def mint(prefix: str, payer: str, randomness: bytes) -> str:
    """Returns a new id under a payer: ``clm_…``, ``pol_…``, ``inv_…``. Needs 10 random bytes."""
    slug = payer.encode()
    return _write(prefix, bytes([len(slug)]) + slug + randomness[:ROOT_BYTES])


def within(prefix: str, parent: str, randomness: bytes) -> str:
    """Returns a new id that contains its claim, or its clinic. Uses 6 random bytes.

    ``parent`` is the id of the claim or clinic, or of anything that belongs to it.
    """
    clinic = ClinicId(parent) if is_clinic(parent) else clinic_of(parent)
    root = _clinic_root(clinic) if clinic else _root(_read(parent))
    return _write(prefix, root + randomness[:CHILD_BYTES])


def numbered(prefix: str, parent: str, number: int) -> str:
    """Returns the id of the ``number``-th of its kind within a claim, say; ``number_of`` reads it again."""
    return within(prefix, parent, number.to_bytes(CHILD_BYTES, "big"))


def enquiry_of(identifier: str) -> EnquiryId | None:
    """Returns the id of the enquiry that a message of no claim contains; None for any other id."""
    if not identifier.startswith("msg_"):
        return None
    return EnquiryId(_write("enq", _root(_read(identifier))))


def number_of(identifier: str) -> int:
    """Returns the number in an id that ``numbered`` made. Raises ``NotFound`` for an id without a child."""
    raw = _read(identifier)
    child = raw[len(_root(raw)) :]
    if not child:
        raise NotFound()
    return int.from_bytes(child, "big")


def plain(prefix: str, randomness: bytes) -> str:
    """Returns a new id that contains nothing else: for clinics, endpoints, deliveries."""
    return _write(prefix, randomness[:ROOT_BYTES])


def in_time_order(prefix: str, at: datetime, randomness: bytes) -> str:
    """Returns a new id whose text sorts by time (events, deliveries)."""
    milliseconds = int(at.timestamp() * 1000)
    raw = milliseconds.to_bytes(6, "big") + randomness[:ROOT_BYTES]
    # Plain base32 counts letters before digits, but text sorts digits first; the hex alphabet does too.
    return f"{prefix}_{b32hexencode(raw).decode().rstrip('=').lower()}"


def payer_of(identifier: str) -> str:
    """Returns the payer's slug. Raises ``NotFound`` for an id that ``mint`` and ``within`` cannot make."""
    raw = _read(identifier)
    try:
        return _root(raw)[1:-ROOT_BYTES].decode("ascii")
    except UnicodeDecodeError:
        raise NotFound() from None


def without_payer(identifier: str) -> str:
    """Returns an id under a claim without its payer, as a bank carries it; ``of_payer`` makes it whole."""
    raw = _read(identifier)
    return _write(identifier.partition("_")[0], raw[1 + raw[0] :])


def of_payer(shortened: str, prefix: str, payer: str) -> str:
    """Returns the whole id of what ``without_payer`` made. Raises ``NotFound`` for any other text."""
    raw, slug = _read(shortened), payer.encode()
    if not shortened.startswith(f"{prefix}_") or len(raw) != ROOT_BYTES + CHILD_BYTES:
        raise NotFound()
    return _write(prefix, bytes([len(slug)]) + slug + raw)


@lru_cache(maxsize=4096)
def claim_of(identifier: str) -> ClaimId:
    """Returns the id of the claim that an id under it contains."""
    return ClaimId(_write("clm", _root(_read(identifier))))


def case_number(claim_id: ClaimId) -> str:
    """Returns what a letter calls a claim, and a caller reads out: 16 letters and digits, in fours.

    It is the part of the claim's id that is not the payer's, so it finds a claim only within a payer.
    """
    text = b32encode(_root(_read(claim_id))[-ROOT_BYTES:]).decode()
    return "-".join(text[start : start + 4] for start in range(0, len(text), 4))


def claim_numbered(payer: str, number: str) -> ClaimId:
    """Returns the id of the claim that a payer's letter calls so, however it is written down.

    A claim's id is taken as well. Raises ``NotFound`` for a text that is no number of a claim.
    """
    if number.strip().lower().startswith("clm_"):
        claim_id = ClaimId(number.strip().lower())
        _root(_read(claim_id))
        return claim_id
    plain = "".join(letter for letter in number.upper() if letter.isalnum()).translate(MISREAD)
    try:
        raw = b32decode(plain)
    except (NotBase32, ValueError):
        raise NotFound() from None
    if len(raw) != ROOT_BYTES:
        raise NotFound()
    return ClaimId(mint("clm", payer, raw))


def clinic_of(identifier: str) -> ClinicId | None:
    """Returns the id of the clinic that an id under it contains; None for an id under a claim.

    Raises ``NotFound`` for an id that ``within`` cannot make.
    """
    raw = _read(identifier)
    if raw[0]:
        return None
    clinic = ClinicId(f"cli_{raw[2:-CHILD_BYTES].decode('ascii', 'replace')}")
    if not is_clinic(clinic) or raw[:-CHILD_BYTES] != _clinic_root(clinic):
        raise NotFound()
    return clinic


def is_person(identifier: str) -> bool:
    """Whether the text has the form of a person's id; only the table knows whether the person exists."""
    return PERSON.fullmatch(identifier) is not None


def is_clinic(identifier: str) -> bool:
    """Whether the text has the form of a clinic's id; only the table knows whether the clinic exists."""
    return CLINIC.fullmatch(identifier) is not None


def is_practitioner(identifier: str) -> bool:
    """Whether the text begins as a practitioner's id; only the table knows whether there is one."""
    return identifier.startswith("prc_")


def is_event(identifier: str) -> bool:
    """Whether the text has the form of an event's id; only the table knows whether the event exists."""
    return EVENT.fullmatch(identifier) is not None


def practitioner_id(clinic_id: ClinicId, key: str, generation: int = 0) -> PractitionerId:
    """Returns a practitioner's id, always the same one for the same key and generation.

    ``generation`` counts the practitioners who had the clinic's key before and left.
    """
    counted = f"{generation}\n" if generation else ""
    digest = hashlib.sha256(f"{counted}{clinic_id}\n{key}".encode()).digest()
    return PractitionerId(_write("prc", digest[:ROOT_BYTES]))


def slot_id(of_practitioner: PractitionerId, starts_at: datetime) -> SlotId:
    """Returns a slot's id. A practitioner has at most one slot a minute, so these two identify it."""
    minutes = int(starts_at.timestamp()) // 60
    return SlotId(_write("slt", _read(of_practitioner) + minutes.to_bytes(4, "big")))


def slot_parts(identifier: str) -> tuple[PractitionerId, datetime]:
    """Returns the practitioner's id and the start of a slot. Raises ``NotFound`` unless it is a slot id."""
    raw = _read(identifier)
    if not identifier.startswith("slt_") or len(raw) != ROOT_BYTES + 4:
        raise NotFound()
    minutes = int.from_bytes(raw[ROOT_BYTES:], "big")
    return PractitionerId(_write("prc", raw[:ROOT_BYTES])), datetime.fromtimestamp(0, UTC) + timedelta(
        minutes=minutes
    )


def _write(prefix: str, raw: bytes) -> str:
    return f"{prefix}_{b32encode(raw).decode().rstrip('=').lower()}"


@lru_cache(maxsize=4096)
def _read(identifier: str) -> bytes:
    body = identifier.partition("_")[2]
    try:
        raw = b32decode(body.upper() + "=" * (-len(body) % 8))
    except (NotBase32, ValueError):
        raise NotFound() from None
    if not raw or _write("", raw)[1:] != body:
        raise NotFound()
    return raw


def _clinic_root(clinic_id: ClinicId) -> bytes:
    """Returns what an id under a clinic begins with: no payer, then the clinic's own name."""
    name = clinic_id.removeprefix("cli_").encode()
    return bytes([0, len(name)]) + name


def _root(raw: bytes) -> bytes:
    end = 1 + raw[0] + ROOT_BYTES
    if not raw[0] or len(raw) not in (end, end + CHILD_BYTES):
        raise NotFound()
    return raw[:end]
