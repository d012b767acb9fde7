"""The shapes of payers (api.md, Payers, members, policies, coverage)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from helsebro.errors import Fault
from helsebro.payer import Contact, Payer
from helsebro.payments import check_digits
from helsebro_aws.http.bodies import Body

DIGITS = re.compile("[0-9]{8,9}")
ORGANISATION_CHECKS = {"DK": (8, check_digits.cvr), "NO": (9, check_digits.norwegian_organisation)}
"""Country → the length and the check of a company number."""


def _right_gln(value: str) -> str:
    if not check_digits.gln(value):
        raise PydanticCustomError("gln-malformed", "")
    return value


class ContactShape(Body):
    """How to contact the payer."""

    email: Annotated[str, Field(pattern=r"^[^@\s]+@[^@\s]+$", max_length=254)]
    phone: Annotated[str, Field(min_length=3, max_length=40)]
    hours: Annotated[str, Field(max_length=200)]


class PayerShape(Body):
    """The body of ``PUT /v1/payers/{payer}``."""

    name: Annotated[str, Field(min_length=1, max_length=200)]
    kind: Literal["insurer", "municipality", "organisation"]
    country: Literal["DK", "NO"]
    currency: Literal["DKK", "NOK"]
    contact: ContactShape
    gln: Annotated[str, Field(pattern=r"^[0-9]{13}$"), AfterValidator(_right_gln)] | None = None
    organisation_number: Annotated[str, Field(pattern=f"^{DIGITS.pattern}$")] | None = None

    @classmethod
    def between(cls, sent: Mapping[str, Any]) -> list[Fault]:
        """Returns a fault when the organisation number is not one of the country."""
        known, number = ORGANISATION_CHECKS.get(str(sent.get("country"))), sent.get("organisationNumber")
        if known is None or not isinstance(number, str) or not DIGITS.fullmatch(number):
            return []
        length, is_right = known
        if len(number) == length and is_right(number):
            return []
        return [Fault("/organisationNumber", "organisation-number-malformed", "")]

    def named(self, slug: str) -> Payer:
        """Returns the payer that the body describes. Raises ``BadInput`` when the domain rejects it."""
        contact = Contact(**self.contact.model_dump())
        return Payer(slug=slug, **{**self.model_dump(), "contact": contact})
