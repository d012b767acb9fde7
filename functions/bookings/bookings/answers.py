"""What the routes of holds answer."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from typing_extensions import TypedDict

from helsebro_aws.calendars.slot_answer import LateFromShown, NoticeHoursShown
from helsebro_aws.http.fields.ids import HoldIdField, SlotIdField
from helsebro_aws.http.fields.shown import InstantShown


class HoldAnswer(TypedDict):
    """A hold on a slot."""

    holdId: HoldIdField
    slotId: SlotIdField
    expiresAt: Annotated[InstantShown, Field(description="When the slot is free again unless it is booked.")]
    noticeHours: NoticeHoursShown
    lateFrom: LateFromShown
