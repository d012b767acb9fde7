"""A practitioner as the clinic and the network team see them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, cast

from helsebro.network.practitioner import Practitioner
from helsebro.network.registers.register_check import RegisterCheck
from helsebro.network.team.practitioner_fee import PractitionerFee, fees_of
from helsebro_aws.dynamodb.record import to_item
from helsebro_aws.network.registers import register_view
from helsebro_aws.network.team.address_view import shown_addresses

if TYPE_CHECKING:
    from helsebro_aws.network.team.practitioner_answer import ClinicPractitionerAnswer, PractitionerFeeAnswer

INTERNAL = ("generation", "deniedOn", "opened")


def shown(practitioner: Practitioner, today: date, check: RegisterCheck | None) -> ClinicPractitionerAnswer:
    """Returns the practitioner with the fees of today, and the last check in the authorisation register."""
    fees = [_fee(fee) for fee in fees_of(practitioner, today)]
    more = {
        "treatments": list(practitioner.fitting),
        "isPaused": practitioner.is_paused_on(today),
        "addresses": shown_addresses(practitioner),
        "register": register_view.shown(check, practitioner),
    }
    stated = {name: part for name, part in to_item(practitioner).items() if name not in INTERNAL}
    return cast("ClinicPractitionerAnswer", {**stated, **more, "fees": fees})


def _fee(fee: PractitionerFee) -> PractitionerFeeAnswer:
    answer: PractitionerFeeAnswer = {
        "treatment": fee.treatment,
        "service": fee.service,
        "perSession": to_item(fee.per_session),
    }
    if fee.following:
        answer["changes"] = {
            "from": fee.following.begins.isoformat(),
            "perSession": to_item(fee.following.per_session),
        }
    return answer
