"""The faults of single fields: every code is our own, whatever pydantic calls its error.

``CODES`` is the fixed list; a test collects every error that a declared body can give and finds each here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from helsebro.errors import Fault, escaped, nearest

OTHER = "not-valid"
"""The code of an error that is missing below; no declared body can give one."""

CODES: Mapping[str, tuple[str, str]] = {
    "missing": ("missing", ""),
    "extra_forbidden": ("unknown-field", ""),
    **dict.fromkeys(("model_type", "model_attributes_type", "dict_type"), ("not-an-object", "")),
    **dict.fromkeys(("list_type", "tuple_type"), ("not-an-array", "")),
    **dict.fromkeys(("string_type", "string_unicode"), ("not-a-string", "")),
    **dict.fromkeys(("bool_type", "bool_parsing"), ("not-a-boolean", "")),
    **dict.fromkeys(
        ("int_type", "int_parsing", "int_parsing_size", "int_from_float"), ("not-an-integer", "")
    ),
    **dict.fromkeys(
        ("float_type", "float_parsing", "decimal_type", "decimal_parsing", "finite_number"),
        ("not-a-number", ""),
    ),
    **dict.fromkeys(
        ("date_type", "date_parsing", "date_from_datetime_parsing", "date_from_datetime_inexact"),
        ("not-a-date", ""),
    ),
    **dict.fromkeys(
        ("datetime_type", "datetime_parsing", "datetime_object_invalid", "datetime_from_date_parsing"),
        ("not-an-instant", ""),
    ),
    "timezone_aware": ("instant-without-zone", ""),
    "literal_error": ("unknown-value", "expected"),
    "union_tag_invalid": ("unknown-value", "expected_tags"),
    "union_tag_not_found": ("missing", ""),
    "string_too_short": ("too-short", "min_length"),
    "string_too_long": ("too-long", "max_length"),
    "too_short": ("too-few", "min_length"),
    "too_long": ("too-many", "max_length"),
    "greater_than_equal": ("too-small", "ge"),
    "less_than_equal": ("too-large", "le"),
    "decimal_max_digits": ("too-many-digits", "max_digits"),
    "decimal_whole_digits": ("too-many-digits", "whole_digits"),
    "decimal_max_places": ("too-many-decimals", "decimal_places"),
}
"""Our code for each of pydantic's errors, and the name of the limit that completes the code's text."""

FORMS: Mapping[str, str] = {
    r"^[0-9]{1,12}(\.[0-9]{1,2})?$": "not-an-amount",
    r"^[0-9]{4}$": "postcode-malformed",
    r"^\d{1,2}(\.\d{1,2}){0,4}$": "clause-missing",
    r"^[0-9]{8,9}$": "company-number-malformed",
    r"^[0-9]{13}$": "gln-malformed",
    r"^[A-Z]{2}$": "not-a-country",
    r"^[a-z]{2}$": "not-a-language",
    r"^([01][0-9]|2[0-3]):[0-5][0-9]$": "not-a-time-of-day",
    r"^[0-9A-Fa-f]{64}$": "not-a-sha256",
    r"^[A-Za-z0-9._-]{1,40}$": "address-key-malformed",
    r"^([A-Za-z0-9]{5}|[0-9]{7,9})$": "authorisation-id-malformed",
    r"^[^@\s]+@[^@\s]+$": "not-an-email-address",
    r"^[^\x00-\x1f\x7f]*$": "unreadable-character",
    r"^[a-z0-9][a-z0-9-]{0,59}$": "canned-key-malformed",
    r"^[!-~]+$": "assignee-malformed",
    r"^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$": "bic-malformed",
    r"^[A-Za-z0-9]*$": "agreement-malformed",
    r"^[0-9]{1,2}(\.[0-9]{1,2}){0,4}$": "clause-malformed",
    r"^R-[0-9]{3,4}$": "rule-malformed",
}
"""The code for each pattern of a text; one such as ``^cli_`` or ``^(clm|enq)_`` is that of an id."""
OF_AN_ID = re.compile(r"\^\(?([a-z]{3}(?:\|[a-z]{3})*)\)?_")


def fault_of(error: Any, names_at: Callable[[Sequence[str | int]], Iterable[str]] = lambda _: ()) -> Fault:
    """Returns one of pydantic's errors as a fault; it quotes nothing that was sent but an unknown name.

    ``names_at`` returns the known names at a place: the nearest completes the text of an unknown field.
    """
    pointer = "".join("/" + escaped(str(part)) for part in error["loc"])
    type_, facts = error["type"], error.get("ctx") or {}
    if type_ == "string_pattern_mismatch":
        return Fault(pointer, *form_of(facts["pattern"]))
    if "-" in type_:
        # Raised by one of our own validators, whose message is what completes the text.
        return Fault(pointer, type_, error["msg"])
    code, limit = CODES.get(type_, (OTHER, ""))
    if code == "unknown-field":
        *place, name = error["loc"]
        return Fault(pointer, code, nearest(str(name), names_at(place)))
    return Fault(pointer, code, _listed(str(facts.get(limit, ""))))


def form_of(pattern: str) -> tuple[str, str]:
    """Returns the code for a pattern, and for an id its beginning, or those that it may have."""
    if found := OF_AN_ID.match(pattern):
        return "id-malformed", " / ".join(f"{prefix}_" for prefix in found[1].split("|"))
    return FORMS.get(pattern, OTHER), ""


def _listed(limit: str) -> str:
    """Returns ``a, b, c`` for pydantic's ``'a', 'b' or 'c'``."""
    return limit.replace("' or '", "', '").replace("'", "")
