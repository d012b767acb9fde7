from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date
from decimal import InvalidOperation
from pathlib import Path

import pytest

from helsebro.errors import Unavailable
from helsebro.invoices.declared_rules import RulesNotUsable, declared_rules
from helsebro.invoices.facts import InvoiceFacts
from helsebro.invoices.finding import InvoiceFinding
from helsebro.invoices.invoice import Invoice
from helsebro_aws.invoices.einvoice.examination import UNREADABLE, examined
from helsebro_aws.invoices.einvoice.guarded import UNJUDGED, guarded
from helsebro_aws.invoices.einvoice.official.judgement import OfficialRules
from tests.builders.clinics.rule_folder import RuleFolder, stylesheet
from tests.builders.invoices import danish, facts
from tests.suite.log_lines import log_lines

TODAY = date(2026, 11, 21)
HUGE = danish().replace(b">850.00</cbc:PriceAmount>", b">" + b"9" * 40 + b"</cbc:PriceAmount>")


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    with log_lines() as lines:
        yield lines


def known(_: Invoice) -> InvoiceFacts:
    return facts()


def failing(fault: BaseException) -> Iterator[InvoiceFinding]:
    yield UNREADABLE
    raise fault


@pytest.mark.parametrize(
    "fault",
    [InvalidOperation(), KeyError("010170-1234"), ValueError("Hansen"), RecursionError(), TypeError()],
)
def test_rules_that_fail_on_a_document_say_so_and_keep_what_they_found(
    log: io.StringIO, fault: Exception
) -> None:
    assert guarded("peppol", lambda: failing(fault)) == [UNREADABLE, UNJUDGED]
    assert type(fault).__name__ in log.getvalue()
    assert "Hansen" not in log.getvalue()
    assert "010170" not in log.getvalue()


@pytest.mark.parametrize(
    "fault", [RulesNotUsable(Path("/opt"), []), FileNotFoundError(), MemoryError(), Unavailable("x")]
)
def test_what_is_broken_in_the_deployment_passes_so_that_the_queue_repeats(fault: Exception) -> None:
    with pytest.raises(type(fault)):
        guarded("peppol", lambda: failing(fault))


def test_a_number_that_our_table_cannot_work_with_rejects_the_invoice(log: io.StringIO) -> None:
    found = examined(HUGE, known, TODAY)
    assert not found.is_acceptable
    assert UNJUDGED in found.findings
    assert found.judged_by
    assert "9999999" not in log.getvalue()


def test_a_stylesheet_that_fails_on_a_value_rejects_the_invoice(tmp_path: Path) -> None:
    folder = RuleFolder(tmp_path).add("peppol/p.xslt", stylesheet(when="number(//cbc:Name[1]) idiv 0"))
    found = examined(danish(), known, TODAY, OfficialRules(tmp_path, declared_rules(folder.path)))
    assert [finding.rule for finding in found.findings] == ["UBL-VALUE"]


def test_rules_that_vanish_after_the_start_do_not_reject_the_invoice(tmp_path: Path) -> None:
    rules = OfficialRules(tmp_path, declared_rules(RuleFolder(tmp_path).add("peppol/p.xslt").path))
    (tmp_path / "peppol/p.xslt").unlink()
    with pytest.raises(RulesNotUsable):
        examined(danish(), known, TODAY, rules)


def test_facts_that_cannot_be_read_do_not_reject_the_invoice() -> None:
    def unavailable(_: Invoice) -> InvoiceFacts:
        raise KeyError("payer")

    with pytest.raises(KeyError):
        examined(danish(), unavailable, TODAY)
