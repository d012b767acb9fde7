"""The query parameters of a statement; all their faults are reported at once (400)."""

from __future__ import annotations

from datetime import date, timedelta

from helsebro.errors import BadInput, Fault
from helsebro.ids import ClinicId
from helsebro_aws.http.call import Call
from helsebro_aws.http.lists.day_query import day_given
from helsebro_aws.payments.statements.dynamo_statements import StatementOf

QUERIES = ("from", "until", "limit", "cursor")
USUAL, MOST = timedelta(days=30), timedelta(days=366)
"""How long before its last day a statement begins by default, and at most."""


def statement_asked(call: Call, clinic_id: ClinicId, payer: str, today: date) -> StatementOf:
    """Returns which lines a call asks for, both days among them.

    ``until`` is today by default, ``from`` thirty days before it. Raises ``BadInput`` (400).
    """
    faults: list[Fault] = []
    first, last = day_given(call, "from", faults), day_given(call, "until", faults)
    if not faults:
        last = last or today
        first = first or last - USUAL
        if first > last:
            faults = [Fault("/from", "from-after-until", "")]
        elif last - first > MOST:
            faults = [Fault("/from", "too-many-days", str(MOST.days))]
    if faults or first is None or last is None:
        raise BadInput(faults, malformed=True)
    return StatementOf(clinic_id, first, last, payer)
