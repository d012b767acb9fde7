"""What the routes of matches answer."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from typing_extensions import TypedDict

from helsebro_aws.guarantees.matching.match_answer import MatchAnswer
from helsebro_aws.http.fields.ids import GuaranteeIdField
from helsebro_aws.http.fields.shown import Version


class GuaranteeMatchAnswer(TypedDict):
    """A guarantee that was just matched, or whose match was just declined."""

    guaranteeId: GuaranteeIdField
    match: Annotated[MatchAnswer, Field(description="The match.")]
    version: Version
