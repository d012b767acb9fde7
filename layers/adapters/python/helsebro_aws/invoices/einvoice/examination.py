"""Examines a document: first the official rules, then the business rules."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from helsebro.errors import BadInput, Refused
from helsebro.invoices.client.unquoted import unquoted
from helsebro.invoices.facts import InvoiceFacts
from helsebro.invoices.finding import InvoiceFinding, Severity, Text, asks_finance, refuses, status_after
from helsebro.invoices.invoice import Invoice
from helsebro.invoices.original import PERSONAL_NUMBER
from helsebro.invoices.rule_set import JudgedBy
from helsebro.invoices.rules.all_rules import business_findings
from helsebro.local_day import HOME
from helsebro_aws.invoices.einvoice.document import opened
from helsebro_aws.invoices.einvoice.guarded import OF_A_DOCUMENT, UNJUDGED, guarded
from helsebro_aws.invoices.einvoice.official.judgement import OfficialRules, laid_down
from helsebro_aws.invoices.einvoice.reading import read_invoice
from helsebro_aws.invoices.einvoice.said_once import said_once
from helsebro_aws.platform.log import failed

MOST_FINDINGS = 3_000
"""An item holds 400 kB and an answer 6 MB. A document of 1 MB can break the schema 200,000 times."""
MORE = "UBL-MORE"
UNREADABLE = InvoiceFinding(
    "UBL-READ",
    "fatal",
    "/",
    Text(
        "Dokumentet kan ikke læses som en UBL-faktura.",
        "Dokumentet kan ikke leses som en UBL-faktura.",
        "The document cannot be read as a UBL invoice.",
    ),
)


@dataclass(frozen=True)
class Examined:
    """The findings of a document, at most ``MOST_FINDINGS`` and one that counts the others.

    ``invoice`` and ``facts`` are None when it could not be read. ``judged_by`` are the official rule sets
    that judged it, none when it could not be opened.
    """

    findings: tuple[InvoiceFinding, ...]
    invoice: Invoice | None = None
    facts: InvoiceFacts | None = None
    judged_by: tuple[JudgedBy, ...] = ()

    @property
    def is_acceptable(self) -> bool:
        """Whether no finding rejects the invoice or leaves it to finance."""
        return status_after(self.findings) == "accepted"

    @property
    def country(self) -> str:
        """The country of the clinic that sent it, as far as it was looked up."""
        return self.facts.clinic_country if self.facts else HOME


def examined(
    body: bytes,
    known_of: Callable[[Invoice], InvoiceFacts],
    on: date,
    rules: OfficialRules | None = None,
) -> Examined:
    """Returns the findings of all rules; ``known_of`` looks up the facts about what the invoice names.

    ``on`` is the day of the judgement, which chooses the release of the official rules, by default those of
    this deployment. Raises ``RulesNotUsable``, and what ``known_of`` raises; a strange document raises
    nothing, and is a finding.
    """
    with _kept_until_it_ends():
        return _examined(body, known_of, on, rules or laid_down())


def _examined(
    body: bytes, known_of: Callable[[Invoice], InvoiceFacts], on: date, rules: OfficialRules
) -> Examined:
    try:
        document = opened(body)
    except (BadInput, Refused):
        return Examined((UNREADABLE,))
    official = rules.judgement(document, on)
    try:
        invoice = read_invoice(document)
    except OF_A_DOCUMENT as fault:
        failed(fault, rules="reading")
        return Examined(shortened((*official.findings, UNJUDGED)), judged_by=official.judged_by)
    facts = known_of(invoice)
    ours = guarded("business", lambda: business_findings(invoice, facts))
    said = unquoted(said_once(official.findings, ours), invoice, facts)
    return Examined(shortened(said), invoice, facts, official.judged_by)


@contextmanager
def _kept_until_it_ends() -> Iterator[None]:
    """Pauses the collector of cycles: it would look at the document's nodes many times, and free none."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def shortened(findings: tuple[InvoiceFinding, ...]) -> tuple[InvoiceFinding, ...]:
    """Returns the first findings and the number of the others; a rejected document stays rejected."""
    if len(findings) <= MOST_FINDINGS:
        return findings
    # What a document is erased for is never among those that are left out.
    findings = tuple(sorted(findings, key=lambda finding: finding.rule not in PERSONAL_NUMBER))
    others = findings[MOST_FINDINGS:]
    severity: Severity = "fatal" if refuses(others) else "review" if asks_finance(others) else "warning"
    text = Text(
        "Her vises de første {shown} af {all} fejl. Ret dem, og send igen.",
        "Her vises de første {shown} av {all} feil. Rett dem, og send på nytt.",
        "These are the first {shown} of {all} errors. Correct them and send again.",
    ).filled({"shown": MOST_FINDINGS, "all": len(findings)})
    return (*findings[:MOST_FINDINGS], InvoiceFinding(MORE, severity, "/", text))
