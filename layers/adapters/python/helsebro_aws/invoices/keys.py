"""The keys of invoices in the ``money`` table, in the partition of their clinic, and of their lists."""

from __future__ import annotations

import re
from datetime import date, datetime

from helsebro.ids import ClinicId, GuaranteeId, InvoiceId
from helsebro.invoices.numbers.invoice_number import plain_number
from helsebro_aws.dynamodb.keys import Key
from helsebro_aws.dynamodb.record import instant

RULE = "rule_"


def invoice_key(clinic_id: ClinicId, invoice_id: InvoiceId) -> Key:
    """Returns the key of an invoice."""
    return clinic_id, f"INVOICE#{invoice_id}"


def attachments(clinic_id: ClinicId, invoice_id: InvoiceId) -> Key:
    """Returns the partition of an invoice's files, and what their keys begin with."""
    return clinic_id, f"ATTACHMENT#{invoice_id}#"


def attachment_key(clinic_id: ClinicId, invoice_id: InvoiceId, number: int) -> Key:
    """Returns the key of a file by its number, in the order of the numbers."""
    partition, begins = attachments(clinic_id, invoice_id)
    return partition, f"{begins}{number:03}"


def guesses_key(clinic_id: ClinicId, guarantee_id: GuaranteeId, month: str) -> Key:
    """Returns the key of the count of a clinic's guesses at the number of a guarantee's person in a month."""
    return clinic_id, f"GUESSES#{guarantee_id}#{month}"


def found_key(clinic_id: ClinicId, guarantee_id: GuaranteeId, day: str) -> Key:
    """Returns the key of the count of a clinic's documents of a day that held a person's number."""
    return clinic_id, f"FOUND#{guarantee_id}#{day}"


def number_key(clinic_id: ClinicId, number: str, year: int) -> Key:
    """Returns the key that is stored when the clinic's invoice with that number and year is accepted.

    The number, as it is told apart from others, is its end, since it may hold any sign.
    """
    return clinic_id, f"NUMBERED#{year:04}#{plain_number(number)}"


def earlier_number_keys(clinic_id: ClinicId, number: str, year: int) -> tuple[Key, ...]:
    """Returns the keys of a number that was taken before this form: as written, with its year, without one.

    Those of two numbers with ``#`` may be the same, so the row says which number it is.
    """
    as_written = (f"NUMBERED#{year:04}#{number}", f"NUMBER#{number}#{year}", f"NUMBER#{number}")
    return tuple((clinic_id, sort_key) for sort_key in as_written)


def listed_invoices(*of: str) -> str:
    """Returns the partition of the invoices that someone lists, in the order they were received.

    ``of`` is a clinic, a clinic and its practitioner, a payer, or a payer and a clinic.
    """
    return f"{'#'.join(of)}#invoices"


def with_status(invoices: str, status: str) -> str:
    """Returns the partition of the listing of those of them with a status."""
    return f"{invoices}#{status}"


def place_of(received_at: datetime, invoice_id: InvoiceId) -> str:
    """Returns the sort key of an invoice among those that someone lists."""
    return f"{instant(received_at)}#{invoice_id}"


def finding_counts(clinic_id: ClinicId) -> str:
    """Returns the partition of the counts of a clinic's findings, one item a month."""
    return f"{clinic_id}#findings"


def month_name(month: date) -> str:
    """Returns the sort key of the counts of a month."""
    return f"{month:%Y-%m}"


def rule_attribute(rule: str) -> str:
    """Returns the attribute that counts a rule: its id in letters and digits that an expression may name."""
    return RULE + "".join(sign if sign.isalnum() else f"_{ord(sign):x}_" for sign in rule)


def rule_of(attribute: str) -> str:
    """Returns the rule that an attribute counts."""
    return re.sub(r"_([0-9a-f]+)_", lambda found: chr(int(found[1], 16)), attribute.removeprefix(RULE))
