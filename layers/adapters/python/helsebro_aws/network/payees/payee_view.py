"""A payee as answers show it: in full to who needs the number, else by its last digits."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, cast

from helsebro.caller import NETWORK, Caller
from helsebro.ids import PayeeId
from helsebro.payments.payee import Payee
from helsebro_aws.dynamodb.record import to_item

if TYPE_CHECKING:
    from helsebro_aws.network.payees.payee_answer import PayeeAnswer

TIMES = ("registeredAt", "approvedAt", "inForceFrom", "rejectedAt", "endedAt")


def shown(payee: Payee, caller: Caller, at: datetime, chosen: PayeeId | None = None) -> PayeeAnswer:
    """Returns the payee for the clinic's signatory or staff of the network.

    ``chosen`` is the one that the clinic chose for what no invoice asks for. Staff see the numbers while they
    decide on them, to compare them with the clinic's papers.
    """
    status, stored = payee.status_on(at), to_item(payee)
    in_full = NETWORK not in caller.rights or status in ("registered", "waiting")
    answer = {
        "payeeId": payee.payee_id,
        "clinicId": payee.clinic_id,
        "status": status,
        "masked": payee.account.masked,
        **(stored["account"] if in_full else {"kind": payee.account.kind}),
        **{name: stored[name] for name in TIMES if name in stored},
        **({"reason": payee.rejected_because} if payee.rejected_because else {}),
        **({"chosen": True} if payee.payee_id == chosen else {}),
    }
    return cast("PayeeAnswer", answer)
