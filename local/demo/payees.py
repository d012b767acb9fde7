"""The accounts that the demo clinics are paid to, which the seed stores as approved and in force.

No bank has them. Any invoice of a demo clinic names one of them; another is left to finance.
"""

from __future__ import annotations

from typing import Any

from helsebro.network.clinic import Clinic

DANISH = {"kind": "account-dk", "registrationNumber": "1234", "accountNumber": "1234567890"}
SLIP = {"kind": "fi", "creditorNumber": "81234567"}
NORWEGIAN = {"kind": "account-no", "accountNumber": "15032080003"}
PAYEES: tuple[dict[str, str], ...] = (DANISH, SLIP, NORWEGIAN)
"""As ``POST /v1/clinics/{clinicId}/payees`` takes them; in ``stack.json`` they are ``demoClinic.payees``."""


def store_in_force(clinic: Clinic) -> Clinic:
    """Stores the accounts of a clinic as approved long enough ago; returns the clinic that has them."""
    from helsebro import ids
    from helsebro.ids import PayeeId
    from helsebro.payments.payee import WAITING_PERIOD, Payee
    from helsebro_aws.dynamodb.tables import tables
    from helsebro_aws.network.payees.payee_body import NewPayeeShape
    from helsebro_aws.payments.dynamo_payees import DynamoPayees
    from helsebro_aws.platform import clock

    payees, since = DynamoPayees(), clock.now() - 2 * WAITING_PERIOD
    for body in PAYEES:
        sent: dict[str, Any] = dict(body)
        payee_id = PayeeId(ids.in_time_order("pye", since, clock.randomness()))
        account = NewPayeeShape.model_validate(sent).account
        author = clinic.signatory_id or ""
        new = Payee(payee_id, clinic.clinic_id, account, since, author).approved(
            "staff::network", since, by_network=True
        )
        known = payees.of_clinic(clinic.clinic_id)
        # Without an event: no one is to be told of what was always so.
        tables.commit(payees.storing(known, known.having(new), new))
    return clinic.paid_to(since)
