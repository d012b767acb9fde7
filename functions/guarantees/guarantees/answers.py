"""What the routes of guarantees answer, beside the guarantee itself."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from typing_extensions import TypedDict

from helsebro_aws.guarantees.shapes.guarantee_answer import GuaranteeStatusShown
from helsebro_aws.http.fields.ids import GuaranteeIdField
from helsebro_aws.http.fields.shown import DayShown, Version


class RevokedGuaranteeAnswer(TypedDict):
    """A guarantee that was just revoked."""

    guaranteeId: GuaranteeIdField
    status: GuaranteeStatusShown
    revokedOn: Annotated[DayShown, Field(description="The last day on which a session is covered.")]
    version: Version
