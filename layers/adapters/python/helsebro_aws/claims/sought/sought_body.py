"""The shape in which staff ask for a person who phones or writes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import Field

from helsebro.errors import Fault
from helsebro_aws.http.fields.day import Day
from helsebro_aws.http.fields.national_number import Numbered
from helsebro_aws.http.fields.visible_text import PhoneText, VisibleText

SoughtBy: TypeAlias = Literal["cpr", "fnr", "phone", "name", "case-number"]
WAYS: Mapping[str, SoughtBy] = {
    "cpr": "cpr",
    "fnr": "fnr",
    "phone": "phone",
    "name": "name",
    "caseNumber": "case-number",
}
"""The fields of which a search has exactly one, and what the note of the search calls each."""


class SoughtPersonShape(Numbered):
    """Whom to look for: exactly one of `cpr`, `fnr`, `phone`, `name` and `caseNumber`."""

    phone: Annotated[
        PhoneText | None,
        Field(
            repr=False,
            description="A phone number of the person. The country code may be left out; with one, only "
            "numbers of that country are found.",
            examples=["20 30 40 50"],
        ),
    ] = None
    name: Annotated[
        VisibleText | None,
        Field(
            repr=False,
            description="Words of the name, or at least the first three letters of each. Accents, capitals "
            "and the order do not matter; `å` and `aa`, `æ` and `ae`, `ø` and `oe`, `ü` and `ue` are "
            "the same.",
            examples=["Anna Lund"],
        ),
    ] = None
    case_number: Annotated[
        VisibleText | None,
        Field(
            description="The case number in a letter, or the id of the claim.",
            examples=["ABCD-EFGH-IJKL-MNOP"],
        ),
    ] = None
    born_on: Annotated[Day | None, Field(description="Leaves out everyone who was born on another day.")] = (
        None
    )

    @classmethod
    def between(cls, sent: Mapping[str, Any]) -> list[Fault]:
        """Returns the fault of a search by nothing, or by several things at once."""
        given = [name for name in WAYS if sent.get(name) is not None]
        return [] if len(given) == 1 else [Fault("", "search-by-one", ", ".join(WAYS))]

    @property
    def by(self) -> SoughtBy:
        """What the search goes by; a body by several or none was rejected."""
        if self.number:
            return "fnr" if self.fnr else "cpr"
        if self.phone:
            return "phone"
        return "name" if self.name else "case-number"
