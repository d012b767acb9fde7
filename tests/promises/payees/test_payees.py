"""Promise 28: money goes only to whom it belongs.

Every account, creditor and IBAN of sound invoices changes by one character, a second one stands beside it, or
another payee is named: none is paid. The control looks without the clinic's register.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from functions.invoices.invoices.handler import handler as invoices
from functions.invoices.validate_invoice.handler import judge

from helsebro.ids import ClinicId, InvoiceId, PayableId
from helsebro.invoices.rules import payment
from helsebro.invoices.rules.all_rules import RULES
from helsebro.payments.payee_register import PayeeNotInForce
from helsebro_aws.invoices.dynamo_invoices import DynamoInvoices
from helsebro_aws.payments.dynamo_payables import DynamoPayables
from helsebro_aws.payments.dynamo_payees import DynamoPayees
from helsebro_aws.platform import clock
from local.clinic import ubl
from tests.builders.calls import ask
from tests.builders.clinics.payees import FI_CREDITOR, payee
from tests.builders.invoice_stage import Stage, staged
from tests.promises.payees.mutations import (
    SOUND,
    Mutations,
    Sound,
    changed_accounts,
    changed_payees,
    is_same_account,
    paid,
    read,
)

NAMES = [f"{each.country} {each.payment.code} {each.payment.account[:2]}" for each in SOUND]
REGISTERED = ("HB-31", "HB-32")
"""The rules that look into the clinic's register."""


def strangers_paid(sound: Sound, mutations: Mutations, without: tuple[str, ...] = ()) -> tuple[int, int]:
    """Returns how many mutations there were, and how many of them were paid to another account or payee."""
    rules = [rule for rule in payment.RULES if rule.id not in without]
    known, changed = sound.facts, list(mutations(sound))
    paid_ones = [invoice for invoice in changed if paid(invoice, known, rules)]
    strange = [each for each in paid_ones if each.payee or not is_same_account(each, sound)]
    return len(changed), len(strange)


@pytest.mark.parametrize("sound", SOUND, ids=NAMES)
def test_a_sound_invoice_to_an_account_in_force_is_paid(sound: Sound) -> None:
    assert paid(read(sound.document()), sound.facts, RULES)


@pytest.mark.parametrize("sound", SOUND, ids=NAMES)
def test_no_account_that_differs_by_one_character_is_paid(sound: Sound) -> None:
    tried, strange = strangers_paid(sound, changed_accounts)
    assert tried > 100
    assert strange == 0


@pytest.mark.parametrize("sound", SOUND, ids=NAMES)
def test_no_second_account_and_no_other_payee_is_paid(sound: Sound) -> None:
    tried, strange = strangers_paid(sound, changed_payees)
    assert tried > 10
    assert strange == 0


def test_control_without_the_register_strangers_are_paid() -> None:
    found = {
        name: strangers_paid(sound, changed_accounts, REGISTERED)[1]
        for name, sound in zip(NAMES, SOUND, strict=True)
    }
    # Danish accounts and creditors have no check digit that anyone could know.
    assert min(found[name] for name in ("DK 93 81", "DK 42 04", "DK 31 04")) > 50
    assert sum(found.values()) > 300


def test_control_without_the_rule_of_one_account_a_second_one_is_dropped_in_silence() -> None:
    without = (*REGISTERED, "HB-30", "HB-33")
    assert sum(strangers_paid(sound, changed_payees, without)[1] for sound in SOUND) > 20


@pytest.fixture
def stage(aws: dict[str, Any]) -> Stage:
    assert aws
    return staged()


def judged(stage: Stage, body: bytes) -> Any:
    """Returns the invoice as the store has it after a real judgement."""
    invoice_id = InvoiceId(str(ask(invoices, stage.sent("/v1/invoices", body)).body["invoiceId"]))
    judge.judge(invoice_id)
    return DynamoInvoices().find(invoice_id)


def payables(aws: dict[str, Any]) -> list[str]:
    rows = aws["dynamodb"].scan(TableName="money")["Items"]
    return [row["payableId"]["S"] for row in rows if row["sk"]["S"] == "PAYABLE"]


def test_a_payable_is_made_out_to_the_registered_account(stage: Stage, aws: dict[str, Any]) -> None:
    written = ubl.Payment("58", "DK50 0040 0440 1162 43", "faktura 7")
    invoice = judged(stage, stage.invoice(payment=written))
    assert invoice.status == "accepted", invoice.findings
    [payable_id] = payables(aws)
    payable = DynamoPayables().find("nordlys", PayableId(payable_id))
    assert payable.pay_to
    assert (payable.payee_id, payable.pay_to.account) == ("pye_1", "DK5000400440116243")
    assert payable.pay_to.number == "faktura 7"


@pytest.mark.parametrize(
    "strange",
    [ubl.Payment("93", "81234568", "71#026840149965328"), ubl.Payment("42", "0440116244", branch="0040")],
)
def test_a_changed_digit_makes_no_payable(stage: Stage, aws: dict[str, Any], strange: ubl.Payment) -> None:
    invoice = judged(stage, stage.invoice(payment=strange))
    assert [(finding.rule, finding.severity) for finding in invoice.findings] == [("HB-31", "review")]
    assert (invoice.status == "accepted", payables(aws)) == (False, [])


def test_an_account_that_ends_while_an_invoice_is_judged_is_not_paid(
    stage: Stage, aws: dict[str, Any]
) -> None:
    known = judge.facts.known
    payees, clinic_id = DynamoPayees(), ClinicId(stage.clinic_id)

    class EndedMeanwhile:
        """Returns the facts of before the account ended, on the first call."""

        asked = 0

        def known(self, *given: Any, **of: Any) -> Any:
            facts = known(*given, **of)
            if not self.asked:
                before = payees.of_clinic(clinic_id)
                ended = payees.find(clinic_id, before.payees[0].payee_id).ended(clock.now())
                payees.change(before, before.replacing(ended), ended, "ended", at=clock.now())
            self.asked += 1
            return facts

    late = EndedMeanwhile()
    sent = ask(invoices, stage.sent("/v1/invoices", stage.invoice()))
    invoice_id = InvoiceId(str(sent.body["invoiceId"]))
    type(judge)(judge.invoices, late, judge.originals).judge(invoice_id)  # type: ignore[arg-type]
    found = DynamoInvoices().find(invoice_id)
    assert (late.asked, [finding.rule for finding in found.findings], payables(aws)) == (2, ["HB-31"], [])


def test_no_yes_pays_an_account_that_is_not_in_force(stage: Stage, aws: dict[str, Any]) -> None:
    sent = ask(invoices, stage.sent("/v1/invoices", stage.invoice()))
    received = DynamoInvoices().find(InvoiceId(str(sent.body["invoiceId"])))
    invoice = read(stage.invoice().decode())
    facts = judge.facts.known(ClinicId(stage.clinic_id), invoice)
    waiting = payee(FI_CREDITOR, in_force_from=clock.now().replace(year=clock.now().year + 1))
    late = replace(facts, payees=replace(facts.payees, payees=(waiting,)))
    after = received.judged("accepted", (), clock.now(), invoice, late)
    with pytest.raises(PayeeNotInForce):
        DynamoInvoices().accept(after, invoice, late)
    assert payables(aws) == []
