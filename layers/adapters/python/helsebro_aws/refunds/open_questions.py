"""Open questions: what the member is asked about the bills of a refund, until the case knows it."""

from __future__ import annotations

from collections.abc import Mapping

from helsebro.claims.claim import Claim
from helsebro.coverage.texts.fact_texts import Of, fact_texts
from helsebro.coverage.texts.person_of_address import PersonOfAddress
from helsebro.refunds.open_facts import still_open
from helsebro.refunds.refund import Refund


def open_questions(refund: Refund, claim: Claim, language: str, reader: PersonOfAddress) -> Mapping[str, str]:
    """Returns the questions in the reader's language, by the path of their fact."""
    of: Of = "self" if reader == "self" else "other"
    asked = still_open(refund, {fact.path for fact in claim.facts})
    return {path: fact_texts(path, language, claim.payer_country, of).question for path in asked}
