"""Changed facts: which facts of an approved claim the staff must look at again."""

from __future__ import annotations

from helsebro.claims.claim import Claim
from helsebro.claims.facts.case_fact import CaseFact
from helsebro.coverage.asked.asked_facts import AGAINST_INTEREST, ASKED_FACTS
from helsebro.coverage.asked.facts_needed import READ_BY_THE_GRANT
from helsebro.coverage.terms.product import product

PRICED = AGAINST_INTEREST | {*READ_BY_THE_GRANT, "treatment.supplement"}
"""The facts that the price of a guarantee was made of."""


def changed_for_staff(before: Claim, after: Claim, paper: str | None = None) -> tuple[str, ...]:
    """Returns the paths of the facts that the engine reads and that have changed since the approval.

    ``paper`` is the file type of an accepted document: it answers what it proves of the facts that are asked
    for or known, though no one has said what it shows. Of what staff changed, only another value of what the
    guarantee's price was made of is among them. It is empty for a claim that is not approved: its review, or
    the next one, sees every fact.
    """
    if not before.status == after.status == "approved":
        return ()
    was, now = ({fact.path: fact for fact in claim.facts} for claim in (before, after))
    readers = product(after.product).chapter(after.treatment_type).readers
    asked = {fact.path for fact in before.needed_facts}
    shown = {path for path, row in ASKED_FACTS.items() if paper and row.paper == paper}
    shown &= asked | was.keys()
    return tuple(
        path
        for path in dict.fromkeys((*was, *now, *sorted(shown)))
        if (path in shown or _is_news(path, was.get(path), now.get(path)))
        and (path in readers or path in READ_BY_THE_GRANT or path in PRICED)
    )


def _is_news(path: str, was: CaseFact | None, now: CaseFact | None) -> bool:
    if was == now:
        return False
    if now is None or (now.state == "stated" and now.stated_by != "caseworker"):
        return True
    return path in PRICED and (was is None or was.value != now.value)
