"""The keys of clinics' statements in the ``money`` table: a clinic is one partition, sorted by day."""

from __future__ import annotations

from datetime import date

from helsebro.ids import ClinicId
from helsebro_aws.dynamodb.keys import Key

AFTER_A_DAY = "~"
"""A sign that comes after all of the rest of a line's key."""


def statement_of(clinic_id: ClinicId, payer: str = "") -> str:
    """Returns the partition of a clinic's lines, or with a payer the listing of those of that payer."""
    return f"{payer}#{clinic_id}#statement" if payer else f"{clinic_id}#statement"


def statement_line_key(clinic_id: ClinicId, day: date, line_id: str) -> Key:
    """Returns the key of a line; they sort by day."""
    return statement_of(clinic_id), f"{day.isoformat()}#{line_id}"


def days_between(first: date, last: date) -> tuple[str, str]:
    """Returns the ends of the keys of all lines of these days."""
    return first.isoformat(), f"{last.isoformat()}{AFTER_A_DAY}"
