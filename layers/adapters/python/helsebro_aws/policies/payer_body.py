"""The shapes of payers (api.md, Payers, members, policies, coverage)."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from helsebro.payer import Contact, Payer
from helsebro_aws.http.bodies import Body


class ContactShape(Body):
    """How to contact the payer."""

    email: Annotated[str, Field(pattern=r"^[^@\s]+@[^@\s]+$", max_length=254)]
    phone: Annotated[str, Field(min_length=3, max_length=40)]
    hours: Annotated[str, Field(max_length=200)]


class NewPayerShape(Body):
    """The body of ``PUT /v1/payers/{payer}``."""

    name: Annotated[str, Field(min_length=1, max_length=200)]
    kind: Literal["insurer", "municipality", "organisation"]
    country: Literal["DK", "NO"]
    currency: Literal["DKK", "NOK"]
    contact: ContactShape
    gln: Annotated[str, Field(pattern=r"^\d{13}$")] | None = None
    organisation_number: Annotated[str, Field(pattern=r"^\d{8,9}$")] | None = None

    def named(self, slug: str) -> Payer:
        """Returns the payer that the body describes. Raises ``BadInput`` when the domain rejects it."""
        contact = Contact(**self.contact.model_dump())
        return Payer(slug=slug, **{**self.model_dump(), "contact": contact})
