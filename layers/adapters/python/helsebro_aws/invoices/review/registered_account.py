"""Whether a clinic's account is a registered one, which an approval by finance needs (promise 28)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from helsebro.ids import ClinicId
from helsebro.payments.payment_means import PaymentMeans

AccountIsRegistered = Callable[[ClinicId, tuple[PaymentMeans, ...], date], bool]
"""Returns whether all payment means of an invoice are one registered account of the clinic on a day."""


def account_is_registered(clinic_id: ClinicId, pay_to: tuple[PaymentMeans, ...], on: date) -> bool:
    """Returns whether the clinic is paid to one account, which finance has reviewed.

    There is no register of payees yet: the account of the document, which cannot change, is the reviewed one.
    """
    return bool(clinic_id and on) and len(set(pay_to)) == 1
