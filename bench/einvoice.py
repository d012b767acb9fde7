"""Measures the CPU of an invoice's judgement: its six layers against the European rules alone.

``python -m bench.einvoice`` prints the table. Where ``HELSEBRO_RULES_DIR`` names a folder of official rules,
they are measured too. Each figure is of one process; compare ratios, not milliseconds.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from statistics import median
from typing import TYPE_CHECKING, Any

from bench.coverage import Figure, report

if TYPE_CHECKING:
    from helsebro.ids import ClinicId
    from helsebro.invoices.facts import InvoiceFacts
    from helsebro.invoices.invoice import Invoice
    from helsebro.payments.payee_register import PayeeRegister

TODAY = date.today()
JUDGED_AT = datetime.now(UTC)
FIRST = TODAY - timedelta(days=600)
NUMBER, REFERENCE = "G26-7K3Q9-M2X4T", "kq7f3m2xw5tz"
FEW, SOME, MANY = 2, 50, 500
FACTS: dict[int, InvoiceFacts] = {}
ROUNDS, LONG_ROUNDS, COLD, WARM = 60, 3, 5, 5


def main() -> int:
    """Measures and prints; returns 1 when a figure is over its budget."""
    shipped = {name: value for name, value in os.environ.items() if name != "HELSEBRO_RULES_DIR"}
    cold, memory = _cold(shipped)
    figures = [
        *_warm(shipped, "our table", 1.3),
        Figure("cold to the first judgement", cold, "s", 1),
        Figure(f"memory after an invoice of {MANY} lines", memory, "MB", 256),
    ]
    if "HELSEBRO_RULES_DIR" in os.environ:
        figures += _warm(os.environ, "official sets", 2.3)
    return report("invoices: CPU of one process", figures)


def judge_once() -> None:
    """Judges one invoice after a cold start, then a long one; prints the seconds and the megabytes."""
    started = time.process_time()
    _judge(_document(FEW))
    cold = time.process_time() - started
    _judge(_document(MANY))
    print(cold, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def judge_warm() -> None:
    """Prints how many times the European rules alone the six layers take, the table alone, and the lines."""
    from helsebro_aws.invoices.einvoice.document import opened
    from helsebro_aws.invoices.einvoice.peppol.judgement import peppol_findings

    few, some, many = (_document(lines) for lines in (FEW, SOME, MANY))
    alone = _european_rules()
    for each in (few, some):
        _judge(each)
        alone(each)
    parts: dict[str, list[float]] = {"all": [], "alone": [], "table": []}
    document = opened(few)
    # In turns, and the least of each: what more it takes is another process on the machine.
    for _ in range(ROUNDS):
        parts["all"].append(_seconds(lambda: _judge(few)))
        parts["alone"].append(_seconds(lambda: alone(few)))
        parts["table"].append(_seconds(lambda: list(peppol_findings(document, TODAY))))
    grown = [_seconds(lambda: _judge(many)) / _seconds(lambda: _judge(some)) for _ in range(LONG_ROUNDS)]
    least = {name: min(seconds) * 1000 for name, seconds in parts.items()}
    print(least["all"] / least["alone"], least["table"], median(grown) / (MANY / SOME), least["all"])


def _warm(environment: Mapping[str, str], by: str, budget: float) -> list[Figure]:
    runs = [_run("warm", environment) for _ in range(WARM)]
    # The run that was disturbed least: other processes slow our part more than Saxon's.
    ratio, table, grown, whole = min(runs, key=lambda run: run[-1])
    return [
        Figure(f"all six layers, {by}, {FEW} lines", ratio, "×", budget),
        Figure(f"the same in milliseconds, {by}", whole, "ms", 100),
        Figure(f"{MANY} lines for each of {SOME}, {by}", grown, "×", 1.3),
        *([Figure("our table alone", table, "ms", 2)] if by == "our table" else []),
    ]


def _cold(environment: Mapping[str, str]) -> tuple[float, float]:
    runs = [_run("once", environment) for _ in range(COLD)]
    return median(seconds for seconds, _ in runs), max(megabytes for _, megabytes in runs)


def _run(what: str, environment: Mapping[str, str]) -> list[float]:
    command = [sys.executable, "-m", "bench.einvoice", what]
    done = subprocess.run(command, env=dict(environment), capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"measuring {what} failed:\n{done.stderr[-2000:]}")
    return [float(part) for part in done.stdout.splitlines()[-1].split()]


def _seconds(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def _judge(body: bytes) -> None:
    from helsebro_aws.invoices.einvoice.examination import examined

    examined(body, _facts_once, TODAY)


def _facts_once(invoice: Invoice) -> InvoiceFacts:
    """Returns the facts, which in a function come from the tables."""
    if len(invoice.lines) not in FACTS:
        FACTS[len(invoice.lines)] = _facts(invoice)
    return FACTS[len(invoice.lines)]


def _facts(invoice: Invoice) -> InvoiceFacts:
    """Returns facts that agree with the invoice, so that no time goes into findings."""
    from helsebro.ids import ClaimId, ClinicId, GuaranteeId
    from helsebro.invoices.facts import InvoiceFacts, KnownGuarantee, KnownPayer, KnownSession
    from helsebro.money import Money

    clinic, last = ClinicId("cli_bench"), FIRST + timedelta(days=MANY)
    guarantee = KnownGuarantee(
        *(GuaranteeId("gar_1"), ClaimId("clm_1"), "nordlys", NUMBER, REFERENCE, clinic, FIRST, last, MANY)
    )
    sessions = {
        line.booking_id: KnownSession(line.booking_id, line.session_on, line.service, True, Money.of(850))
        for line in invoice.lines
        if line.booking_id and line.session_on and line.service
    }
    endpoints = [invoice.buyer_endpoint] if invoice.buyer_endpoint else []
    payer = KnownPayer("nordlys", frozenset(endpoints), "DKK")
    return InvoiceFacts(
        clinic,
        frozenset({"31415918"}),
        invoice.issued_on or last,
        guarantee,
        sessions,
        payer,
        payees=_payees(clinic),
        at=JUDGED_AT,
    )


def _payees(clinic: ClinicId) -> PayeeRegister:
    """Returns a register with the account that the invoice names, in force."""
    from helsebro.ids import PayeeId
    from helsebro.payments.payee import WAITING_PERIOD, Payee
    from helsebro.payments.payee_account import PayeeAccount
    from helsebro.payments.payee_register import PayeeRegister

    registered, account = JUDGED_AT - 2 * WAITING_PERIOD, PayeeAccount("fi", creditor_number="81234567")
    payee = Payee(
        PayeeId("pye_1"),
        clinic,
        account,
        registered,
        "per_1",
        approved_at=registered,
        approved_by="staff::s-1",
        in_force_from=registered + WAITING_PERIOD,
    )
    return PayeeRegister((payee,), 1)


def _european_rules() -> Callable[[bytes], Any]:
    """Returns what judges a document by the European rules and nothing else, and by none of our code."""
    from lxml import etree
    from saxonche import PySaxonProcessor

    from helsebro_aws.invoices.einvoice.official.shipped import EN_16931

    saxon = PySaxonProcessor(license=False)
    rules = saxon.new_xslt30_processor().compile_stylesheet(stylesheet_file=str(EN_16931))

    def judge(body: bytes) -> list[Any]:
        root = etree.fromstring(body)
        source = saxon.parse_xml(xml_text=etree.tostring(root, encoding="unicode"))
        said = etree.fromstring(rules.transform_to_string(xdm_node=source).encode())
        return list(said.iter("{http://purl.oclc.org/dsdl/svrl}failed-assert"))

    return judge


def _document(lines: int) -> bytes:
    from local.clinic import ubl

    return ubl.invoice(
        number="2026-1",
        issued_on=TODAY,
        due_on=TODAY + timedelta(days=30),
        clinic=ubl.Party("Klinik Nord", "0184", "DK31415918", "31415918"),
        payer=ubl.Party("Nordlys Forsikring", "0088", "5790000123452", "31415926"),
        guarantee_number=NUMBER,
        case_reference=REFERENCE,
        sessions=[
            ubl.Session(f"bkg_{number}", FIRST + timedelta(days=number), Decimal(850))
            for number in range(lines)
        ],
        payment=ubl.Payment("93", "81234567", "71#026840149965328"),
    )


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["once"]:
            judge_once()
        case ["warm"]:
            judge_warm()
        case _:
            sys.exit(main())
