"""Whether a clinic's account is a registered one, which an approval by finance needs (promise 28)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from helsebro.ids import ClinicId
from helsebro.payments.payee_register import payee_of
from helsebro.payments.payment_means import PaymentMeans
from helsebro_aws.payments.dynamo_payees import DynamoPayees

AccountIsRegistered = Callable[[ClinicId, tuple[PaymentMeans, ...], datetime], bool]
"""Returns whether all payment means of an invoice are one account of the clinic that is in force then."""


def account_is_registered(clinic_id: ClinicId, pay_to: tuple[PaymentMeans, ...], at: datetime) -> bool:
    """Returns whether all payment means name one account that the clinic registered and that is in force."""
    return payee_of(DynamoPayees().of_clinic(clinic_id).payees, pay_to, at) is not None
