"""What a clinic chose about how it is paid, as answers show it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helsebro.network.clinic import Clinic
from helsebro.payments.payee_register import PayeeRegister
from helsebro_aws.dynamodb.record import instant

if TYPE_CHECKING:
    from helsebro_aws.network.payees.payment_choice_answer import PaymentChoiceAnswer


def choice_shown(clinic: Clinic, register: PayeeRegister) -> PaymentChoiceAnswer:
    """Returns how the clinic is paid now, and to which account where no invoice names one."""
    answer: PaymentChoiceAnswer = {"clinicId": clinic.clinic_id, "paidBy": clinic.paid_by_now}
    if clinic.payouts:
        answer["since"] = instant(clinic.payouts[-1].since)
    if register.chosen:
        answer["payeeId"] = register.chosen
    return answer
