"""The shape of a mandate (api.md, Claims and what belongs to them)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Field

from helsebro.claims.mandate import Holder, Power
from helsebro.errors import Fault
from helsebro_aws.http.bodies import Body
from helsebro_aws.http.fields.national_number import Numbered, numbers_in


class HolderShape(Numbered):
    """Who is to hold the mandate; without a number the holder has no access here, only by other ways."""

    name: Annotated[str, Field(min_length=1, max_length=200, repr=False)]
    email: Annotated[str | None, Field(pattern=r"^[^@\s]+@[^@\s]+$", max_length=254, repr=False)] = None


class MandateShape(Body):
    """The body of ``POST /v1/claims/{claimId}/mandates``."""

    holder: HolderShape
    powers: Annotated[list[Power], Field(min_length=1, max_length=2)]

    @classmethod
    def between(cls, sent: Mapping[str, Any]) -> list[Fault]:
        """At most one number, and no power twice."""
        faults, holder, powers = [], sent.get("holder"), sent.get("powers")
        if isinstance(holder, dict) and len(numbers_in(holder)) > 1:
            faults.append(Fault("/holder/fnr", "national-number-twice", ""))
        if isinstance(powers, list):
            again = (index for index, power in enumerate(powers) if power in powers[:index])
            faults += [Fault(f"/powers/{index}", "power-repeated", "") for index in again]
        return faults

    @property
    def number(self) -> tuple[str, str] | None:
        """The country that issued the holder's number, and its digits; None where it is not told."""
        return self.holder.number

    @property
    def words(self) -> Holder:
        """Who the holder is, in the giver's words."""
        return Holder(self.holder.name, self.holder.email)
