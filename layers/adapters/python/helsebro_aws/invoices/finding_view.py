"""A finding of an invoice as answers show it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helsebro.country_profile import profile
from helsebro.invoices.finding import InvoiceFinding
from helsebro_aws.http.call import Call

if TYPE_CHECKING:
    from helsebro_aws.invoices.finding_answer import FindingAnswer


def finding_shown(finding: InvoiceFinding, language: str) -> FindingAnswer:
    """Returns the finding with its text in ``da``, ``nb`` or ``en``."""
    shown: FindingAnswer = {
        "rule": finding.rule,
        "severity": finding.severity,
        "location": finding.location,
        "message": finding.text.in_language(language),
    }
    if finding.found is not None:
        shown["found"] = finding.found
    if finding.expected is not None:
        shown["expected"] = finding.expected
    return shown


def language_for(call: Call, country: str) -> str:
    """Returns the language that the caller asks for, else that of the clinic's country."""
    return call.language_or(profile(country).language)
