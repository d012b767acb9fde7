"""A finding of an invoice as answers show it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helsebro.invoices.finding import InvoiceFinding

if TYPE_CHECKING:
    from helsebro_aws.invoices.finding_answer import FindingAnswer


def finding_shown(finding: InvoiceFinding, language: str) -> FindingAnswer:
    """Returns the finding with its text in ``da``, ``nb`` or ``en``."""
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "location": finding.location,
        "message": finding.text.in_language(language),
    }
