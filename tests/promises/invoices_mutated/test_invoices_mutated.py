"""No small change of a sound invoice is paid as if nothing were (issue 14: the mutation suite).

Each document is changed in some thousand ways: every element dropped, doubled and emptied, every digit by
one, every day, code and amount. A change passes only for a reason that ``may_pass`` gives, and none that
passes changes what is paid.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from helsebro.invoices.finding import InvoiceFinding, asks_finance, refuses
from helsebro.invoices.invoice import Invoice
from helsebro_aws.invoices.einvoice.document import opened
from helsebro_aws.invoices.einvoice.examination import examined
from helsebro_aws.invoices.einvoice.official.judgement import laid_down
from helsebro_aws.invoices.einvoice.reading import read_invoice
from tests.builders.invoices import ISSUED
from tests.promises.invoices_mutated.may_pass import MAY_PASS
from tests.promises.invoices_mutated.mutations import Mutation, commented, mutations
from tests.promises.invoices_mutated.sound import SOUND, Sound
from tests.suite.sizes import size

SAMPLE = 61
"""Every run tries one mutation of so many, of each document others."""
Judge = Callable[[Mutation, Sound], tuple[InvoiceFinding, ...]]


def by_all_rules(mutation: Mutation, sound: Sound) -> tuple[InvoiceFinding, ...]:
    return examined(mutation.body, sound.known, ISSUED).findings


def by_official_rules(mutation: Mutation, _sound: Sound) -> tuple[InvoiceFinding, ...]:
    return laid_down().judgement(opened(mutation.body), ISSUED).findings


@dataclass(frozen=True)
class Passed:
    """A mutation without a finding: its place without the numbers of elements, and whether it is of money."""

    kind: str
    place: str
    is_of_money: bool

    @property
    def is_allowed(self) -> bool:
        return any(row.covers(self.kind, self.place) for row in MAY_PASS)


def passed(tried: Iterable[Mutation], sound: Sound, judge: Judge) -> Iterator[Passed]:
    paid = money_of(read_invoice(opened(sound.body)))
    for mutation in tried:
        findings = judge(mutation, sound)
        if not refuses(findings) and not asks_finance(findings):
            after = money_of(read_invoice(opened(mutation.body)))
            yield Passed(mutation.kind, re.sub(r"\[\d+\]", "", mutation.place), after != paid)


def money_of(invoice: Invoice) -> tuple[Any, ...]:
    """Returns what decides who gets how much for what; whom a credit note would pay is not used."""
    paid_to = {(means.account, means.branch) for means in invoice.payment_means if invoice.kind == "invoice"}
    lines = [
        (line.booking_id, line.session_on, line.service, line.amount, line.quantity) for line in invoice.lines
    ]
    return (
        invoice.kind,
        invoice.payable,
        invoice.currency,
        invoice.credits,
        invoice.case_reference,
        paid_to,
        lines,
    )


def wrongly(found: Iterable[Passed]) -> list[Passed]:
    return [each for each in found if each.is_of_money or not each.is_allowed]


@pytest.mark.parametrize("name", SOUND)
def test_a_sound_document_has_no_finding(name: str) -> None:
    sound = SOUND[name]
    assert by_all_rules(Mutation("none", "/", sound.body), sound) == ()


@pytest.mark.parametrize("place,name", list(enumerate(SOUND)))
def test_a_changed_document_is_found_out_unless_there_is_a_reason(place: int, name: str) -> None:
    sound = SOUND[name]
    tried = list(mutations(sound.body))[place * 11 :: SAMPLE]
    assert len(tried) >= 900 // SAMPLE
    assert wrongly(passed(tried, sound, by_all_rules)) == []


@pytest.mark.parametrize("name", SOUND)
def test_a_comment_or_an_instruction_in_a_leaf_changes_no_verdict_and_nothing_of_money(name: str) -> None:
    sound, paid = SOUND[name], money_of(read_invoice(opened(SOUND[name].body)))
    tried = list(commented(sound.body))[:: size(small=20, large=1)]
    assert tried
    for mutation in tried:
        assert by_all_rules(mutation, sound) == (), mutation.place
        assert money_of(read_invoice(opened(mutation.body))) == paid


@pytest.mark.release
def test_every_changed_document_is_found_out_and_every_reason_is_needed() -> None:
    found = [each for sound in SOUND.values() for each in passed(mutations(sound.body), sound, by_all_rules)]
    assert wrongly(found) == []
    unused = [row.why for row in MAY_PASS if not any(row.covers(each.kind, each.place) for each in found)]
    assert unused == []


def test_the_official_rules_alone_let_money_pass() -> None:
    """The control: without our rules the same changes are accepted, and are said to be wrong."""
    sound = SOUND["account"]
    of_another_case = [
        mutation
        for mutation in mutations(sound.body)
        if mutation.kind == "digit" and mutation.place.endswith("cbc:BuyerReference")
    ]
    assert len(wrongly(passed(of_another_case, sound, by_official_rules))) >= 3
    assert wrongly(passed(of_another_case, sound, by_all_rules)) == []


def test_a_change_that_is_not_on_the_list_is_said_to_be_wrong() -> None:
    allowed = Passed("digit", "/Invoice/cbc:ID", is_of_money=False)
    assert wrongly([allowed]) == []
    for other in (Passed("digit", "/Invoice/cbc:ID", True), Passed("emptied", "/Invoice/cbc:ID", False)):
        assert wrongly([allowed, other]) == [other]
