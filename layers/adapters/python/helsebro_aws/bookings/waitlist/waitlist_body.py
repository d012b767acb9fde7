"""The shape of a new waitlist entry (api.md)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Field

from helsebro.bookings.waitlist.wish import WaitlistWish, order_faults
from helsebro.errors import Fault
from helsebro.network.consultation import Consultation
from helsebro.network.practitioner import Practitioner
from helsebro_aws.http.bodies import Body
from helsebro_aws.http.fields.day import Day
from helsebro_aws.http.fields.ids import GuaranteeIdField, PractitionerIdField


class NewWaitlistEntryShape(Body):
    """The guarantee, the days on which the member could come, and where."""

    guarantee_id: GuaranteeIdField
    practitioner_id: Annotated[
        PractitionerIdField | None,
        Field(
            description="The practitioner to wait for; absent for the one, or the clinic, of the guarantee."
        ),
    ] = None
    postcode: Annotated[
        str | None,
        Field(
            pattern=r"^[0-9]{4}$",
            description="Where to wait for any practitioner, when the guarantee is for no clinic yet and "
            "`practitionerId` is absent.",
            examples=["2100"],
        ),
    ] = None
    earliest: Annotated[Day, Field(description="The first day that suits the member.")]
    latest: Annotated[Day, Field(description="The last day that suits; the guarantee has to cover it.")]
    service: Annotated[
        Consultation | None,
        Field(description="The kind of session; either when it is absent.", examples=["first"]),
    ] = None

    @classmethod
    def between(cls, sent: Mapping[str, Any]) -> list[Fault]:
        """Returns a fault when the last day lies before the first."""
        return order_faults(sent.get("earliest"), sent.get("latest"))

    def wish(self, practitioner: Practitioner | None) -> WaitlistWish:
        """Returns the wish that the body describes, for the practitioner that it names."""
        return WaitlistWish(self.earliest, self.latest, practitioner, self.postcode, self.service)
