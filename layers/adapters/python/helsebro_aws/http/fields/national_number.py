"""The shape of a body that names a person by a CPR number or a fødselsnummer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Field, field_validator
from pydantic_core import PydanticCustomError

from helsebro.errors import BadInput
from helsebro.identity import national_number
from helsebro_aws.http.bodies import Body
from helsebro_aws.platform.settings import settings

COUNTRY_OF = {"cpr": "DK", "fnr": "NO"}


class Numbered(Body):
    """A body with at most one of ``cpr`` and ``fnr``; ``repr`` shows neither."""

    cpr: Annotated[
        str | None, Field(repr=False, description="The Danish CPR number.", examples=["0107801234"])
    ] = None
    fnr: Annotated[
        str | None, Field(repr=False, description="The Norwegian fødselsnummer.", examples=["01078012311"])
    ] = None

    @field_validator(*COUNTRY_OF)
    @classmethod
    def _begins_with_a_date(cls, number: str | None, info: Any) -> str | None:
        if number is None:
            return None
        try:
            country = COUNTRY_OF[info.field_name]
            return national_number.normal(country, number, test_people=settings.takes_test_people)
        except BadInput:
            raise PydanticCustomError("national-number-malformed", "") from None

    @property
    def number(self) -> tuple[str, str] | None:
        """The country that issued the number, and its digits; None without a number."""
        if self.fnr:
            return "NO", self.fnr
        return ("DK", self.cpr) if self.cpr else None


def numbers_in(sent: Mapping[str, Any]) -> list[str]:
    """Returns the names of the numbers that a body has."""
    return [name for name in COUNTRY_OF if sent.get(name) is not None]
