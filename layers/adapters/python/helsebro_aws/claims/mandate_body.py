"""The body of a mandate (api.md, Claims and what belongs to them)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Field

from helsebro.claims.mandate import Holder, Power
from helsebro.errors import Fault
from helsebro_aws.claims.recorded.evidence_body import MandateEvidenceShape
from helsebro_aws.http.bodies import Body
from helsebro_aws.http.fields.national_number import Numbered, numbers_in
from helsebro_aws.http.fields.visible_text import MailboxText, VisibleText


class NewHolderShape(Numbered):
    """Who is to hold the mandate; a holder without a national number has no access to the platform."""

    name: Annotated[
        VisibleText,
        Field(repr=False, description="The holder's name.", examples=["Bo Holm"]),
    ]
    email: Annotated[
        MailboxText | None,
        Field(repr=False, description="The holder's e-mail address.", examples=["bo@example.org"]),
    ] = None


class NewMandateShape(Body):
    """A mandate to give: to whom, and what the holder may do."""

    holder: Annotated[NewHolderShape, Field(description="Who is to hold it.")]
    powers: Annotated[
        list[Power],
        Field(
            min_length=1,
            max_length=2,
            description="`contact`: may read the case and write to us. `act`: may also upload, book and ask "
            "for more. Each at most once.",
            examples=[["contact"]],
        ),
    ]

    evidence: Annotated[
        MandateEvidenceShape | None,
        Field(
            description="How the giver said so who cannot log in. A caseworker has to send it, a member may "
            "not."
        ),
    ] = None

    @classmethod
    def between(cls, sent: Mapping[str, Any]) -> list[Fault]:
        """Returns the faults of more than one national number, and of a repeated power."""
        faults, holder, powers = [], sent.get("holder"), sent.get("powers")
        if isinstance(holder, dict) and len(numbers_in(holder)) > 1:
            faults.append(Fault("/holder/fnr", "national-number-twice", ""))
        if isinstance(powers, list):
            repeated = (index for index, power in enumerate(powers) if power in powers[:index])
            faults += [Fault(f"/powers/{index}", "power-repeated", "") for index in repeated]
        return faults

    @property
    def number(self) -> tuple[str, str] | None:
        """The country that issued the holder's number, and its digits; None when no number is given."""
        return self.holder.number

    @property
    def named_holder(self) -> Holder:
        """The holder's name and address, as the giver wrote them."""
        return Holder(self.holder.name, self.holder.email)


class MandateRevocation(Body):
    """That a member who cannot log in revoked a mandate."""

    evidence: Annotated[MandateEvidenceShape, Field(description="How the member said so.")]
