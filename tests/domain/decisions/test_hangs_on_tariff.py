from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from helsebro.coverage.question.cover_rates import CoverRate
from helsebro.decisions.hangs_on_tariff import hangs_on_tariff
from helsebro.money import Money
from helsebro.tasks.proposal import BilledAnswer, Proposal
from tests.builders.domain.asking import LEISURE, TODAY, decided

OUTSIDE = {"treatment__inNetwork": False, "treatment__practitioner__providerNumber": False}
TRIP = {"treatment__type": "companion-transport", "treatment__distanceKm": 150, "treatment__sessions": None}
RATE = CoverRate("physiotherapy", "follow-up", Money.of(325), date(2026, 1, 1), "payer", 1)


def proposal(rates: Any = (), **asked: Any) -> Proposal:
    return Proposal(decided(replace(LEISURE, rates=rates), **asked).answer())


@pytest.mark.parametrize(
    "made, profession, hangs",
    [
        (proposal((RATE,), **OUTSIDE), "physiotherapy", True),
        (proposal((RATE,), **OUTSIDE), "chiropractic", False),
        (proposal(**OUTSIDE), "physiotherapy", True),
        (proposal((RATE,)), "physiotherapy", True),
        (proposal(treatment__inNetwork=False), "physiotherapy", False),
        (proposal(**TRIP), "transport", True),
    ],
    ids=[
        "paid by it",
        "another profession",
        "an open amount",
        "in the network",
        "outside",
        "a companion's trip",
    ],
)
def test_a_proposal_hangs_on_the_tariff_that_pays_it(made: Proposal, profession: str, hangs: bool) -> None:
    assert hangs_on_tariff(made, profession) is hangs
    bill = Proposal(proposal().answer, (BilledAnswer(TODAY, "any", made.answer),))
    assert hangs_on_tariff(bill, profession) is hangs
