"""The shape of a mandate (api.md, Claims and what belongs to them)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Field, field_validator
from pydantic_core import PydanticCustomError

from helsebro import national_number
from helsebro.errors import BadInput, Fault
from helsebro.mandate import Holder, Power
from helsebro_aws.http.bodies import Body

NUMBERS = {"cpr": "DK", "fnr": "NO"}


class HolderShape(Body):
    """Who is to hold the mandate; without a number the holder has no access here, only by other ways."""

    cpr: Annotated[str | None, Field(repr=False)] = None
    fnr: Annotated[str | None, Field(repr=False)] = None
    name: Annotated[str, Field(min_length=1, max_length=200, repr=False)]
    email: Annotated[str | None, Field(pattern=r"^[^@\s]+@[^@\s]+$", max_length=254, repr=False)] = None

    @field_validator(*NUMBERS)
    @classmethod
    def _begins_with_a_date(cls, number: str | None, info: Any) -> str | None:
        if number is None:
            return None
        try:
            return national_number.normal(NUMBERS[info.field_name], number)
        except BadInput:
            raise PydanticCustomError("national-number-malformed", "The number is not well-formed.") from None


class MandateShape(Body):
    """The body of ``POST /v1/claims/{claimId}/mandates``."""

    holder: HolderShape
    powers: Annotated[list[Power], Field(min_length=1, max_length=2)]

    @classmethod
    def between(cls, sent: Mapping[str, Any]) -> list[Fault]:
        """At most one number, and no power twice."""
        faults, holder, powers = [], sent.get("holder"), sent.get("powers")
        if isinstance(holder, dict) and len([name for name in NUMBERS if holder.get(name) is not None]) > 1:
            faults.append(Fault("/holder/fnr", "national-number-twice", ""))
        if isinstance(powers, list):
            again = (index for index, power in enumerate(powers) if power in powers[:index])
            faults += [Fault(f"/powers/{index}", "power-repeated", "") for index in again]
        return faults

    @property
    def number(self) -> tuple[str, str] | None:
        """The country that issued the holder's number, and its digits; None where it is not told."""
        if self.holder.fnr:
            return "NO", self.holder.fnr
        return ("DK", self.holder.cpr) if self.holder.cpr else None

    @property
    def words(self) -> Holder:
        """Who the holder is, in the giver's words."""
        return Holder(self.holder.name, self.holder.email)
