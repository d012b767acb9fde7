"""A clinic that is paid, in answers to who pays it."""

from __future__ import annotations

from typing import Annotated, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

AccountShown = Annotated[
    str, Field(description="The account, of which the last four digits are shown.", examples=["••••6243"])
]


class NamedClinicAnswer(TypedDict):
    """The clinic, as the register of clinics named it then."""

    name: Annotated[str, Field(description="Its name.", examples=["Klinik Nord"])]
    companyNumber: NotRequired[
        Annotated[str, Field(description="Its CVR or Norwegian organisation number.", examples=["31415918"])]
    ]
