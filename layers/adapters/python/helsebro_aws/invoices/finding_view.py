"""A finding of an invoice as answers show it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from helsebro.country_profile import profile
from helsebro.invoices.finding import InvoiceFinding
from helsebro_aws.dynamodb.record import to_item
from helsebro_aws.http.call import Call

if TYPE_CHECKING:
    from helsebro_aws.invoices.finding_answer import FindingAnswer
    from helsebro_aws.invoices.review.sessions_answer import OtherSessionAnswer


def finding_shown(finding: InvoiceFinding, language: str, *, to_finance: bool = False) -> FindingAnswer:
    """Returns the finding with its text in ``da``, ``nb`` or ``en``.

    Finance reads what it must judge, and what a session clashes with.
    """
    shown: FindingAnswer = {
        "rule": finding.rule,
        "severity": finding.severity,
        "location": finding.location,
        "message": (finding.asked if to_finance else finding.text).in_language(language),
    }
    if finding.found is not None:
        shown["found"] = finding.found
    if finding.expected is not None:
        shown["expected"] = finding.expected
    if to_finance and finding.clashes:
        shown["clashes"] = cast("list[OtherSessionAnswer]", to_item(finding.clashes))
    return shown


def language_for(call: Call, country: str) -> str:
    """Returns the language that the caller asks for, else that of the clinic's country."""
    return call.language_or(profile(country).language)
