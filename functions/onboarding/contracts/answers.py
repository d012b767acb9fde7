"""What the routes of contracts answer."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypedDict

from helsebro_aws.http.fields.ids import ClinicIdField
from helsebro_aws.network.clinic_answer import ClinicAnswer


class SignedContractAnswer(ClinicAnswer):
    """The clinic after its signatory signed, with the first secret of its system, which is shown once."""

    signature: Annotated[
        Literal["signed", "in-review"],
        Field(
            description="`in-review`: the name in the login is not the one in the application. The network "
            "team checks it, and then the person signs again."
        ),
    ]
    signingSecret: Annotated[
        str | None,
        Field(
            description="The secret that the clinic's system signs its calls with: `whsec_` and base64. Null "
            "while the signature is in review.",
            examples=["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo="],
        ),
    ]


class DeclinedContractAnswer(TypedDict):
    """A contract that was declined."""

    clinicId: ClinicIdField
    status: Annotated[Literal["declined"], Field(description="Always `declined`.")]
