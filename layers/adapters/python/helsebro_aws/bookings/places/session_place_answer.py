"""The place of a session in answers to the member and to staff; the clinic knows it."""

from __future__ import annotations

from typing import Annotated, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from helsebro_aws.network.address_answer import AddressAnswer


class SessionPlaceAnswer(TypedDict):
    """Where a session is, with whom, and whom to phone. Shown when it is read, to the member and to staff."""

    clinicName: NotRequired[
        Annotated[str, Field(description="The clinic's name.", examples=["Klinik for Fysioterapi"])]
    ]
    clinicPhone: NotRequired[
        Annotated[str, Field(description="The clinic's phone number.", examples=["70 22 33 44"])]
    ]
    practitionerName: NotRequired[Annotated[str, Field(description="Who treats.", examples=["Mette Lund"])]]
    address: NotRequired[Annotated[AddressAnswer, Field(description="Where the session is.")]]
