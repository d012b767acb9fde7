"""What the routes of matches answer."""

from __future__ import annotations

from typing import Annotated, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from helsebro_aws.guarantees.matching.match_answer import MatchAnswer, MatchWarningAnswer
from helsebro_aws.http.fields.ids import GuaranteeIdField
from helsebro_aws.http.fields.shown import Version


class GuaranteeMatchAnswer(TypedDict):
    """A guarantee that was just matched, or whose match was just declined."""

    guaranteeId: GuaranteeIdField
    match: Annotated[MatchAnswer, Field(description="The match.")]
    warnings: NotRequired[
        Annotated[
            list[MatchWarningAnswer],
            Field(
                description="What keeps the clinic from contacting the client in time; empty when nothing "
                "does. Absent for a decline."
            ),
        ]
    ]
    version: Version
