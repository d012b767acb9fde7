"""Change reason: why a session was cancelled or moved, as one of a few words.

It is no free text, which could hold health facts that the clinic or the payer may not have.
"""

from __future__ import annotations

from typing import Literal, get_args

MemberReason = Literal["illness", "prevented", "other-time", "no-longer-needed", "other"]
OfTheClinic = Literal["practitioner-absent"]
ChangeReason = Literal[
    "illness", "prevented", "other-time", "no-longer-needed", "other", "practitioner-absent"
]
"""The member's reasons, and that of a clinic whose practitioner cannot come."""


def may_be_the_members(reason: ChangeReason | None) -> bool:
    """Whether a member may have that reason: no member pays because the practitioner is absent."""
    return reason not in get_args(OfTheClinic)
