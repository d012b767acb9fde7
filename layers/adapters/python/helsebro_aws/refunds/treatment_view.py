"""The decision on a billed treatment, as it is shown: in a sentence, and by which rules (F4-26)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from helsebro.coverage.texts.fact_texts import word_of
from helsebro.coverage.texts.person_of_address import PersonOfAddress, spoken_to
from helsebro.coverage.texts.shown_trail import ShownTrail
from helsebro.money import Money
from helsebro.plain_words import one_full_stop, plain_words
from helsebro.refunds.billed_treatment import BilledTreatment
from helsebro.refunds.explanation import is_paid_again, outside_because, unpaid_because
from helsebro.refunds.worked_out import worked_out
from helsebro_aws.coverage.because_row import because_of, because_of_rule
from helsebro_aws.tasks.outside_grant_view import no_grant_in_words


def explained(
    treatment: BilledTreatment, product: str, language: str, reader: PersonOfAddress = "self"
) -> dict[str, Any]:
    """Returns ``headline`` and ``because`` of a decided treatment, as ``reader`` reads them.

    ``product`` has the texts of a trail that was stored without naming it.
    """
    trail = ShownTrail(treatment.trail, language, product, is_decided=True, reader=reader)
    why = outside_because(treatment)
    most = treatment.granted_price
    said = [because_of(no_grant_in_words(why, language, treatment.double_of, most))] if why else []
    if why and is_paid_again(treatment):
        said.append(because_of(_headline(treatment, language, "by-staff")))
    return {
        "headline": spoken_to(reader, _headline(treatment, language), language),
        "because": [*said, *(because_of_rule(trail, step) for step in unpaid_because(treatment))],
    }


def _headline(treatment: BilledTreatment, language: str, sentence: str = "") -> str:
    """Returns the outcome in a sentence, and how the amount was worked out when it is not the whole price.

    It is another ``sentence`` if that is named.
    """
    plain = plain_words(language)
    sum_ = None if is_paid_again(treatment) else worked_out(treatment)

    def written(money: Money | None) -> str:
        return plain.of_amount(money.amount, money.currency) if money else ""

    values = {
        "treatment": word_of("treatment.type", treatment.type, language),
        "day": plain.of_day(treatment.on),
        "cost": written(treatment.cost),
        "approved": written(treatment.approved or Money.zero(treatment.cost.currency)),
        "subsidy": written(sum_.subsidy if sum_ else None),
        "rest": written(sum_.rest if sum_ else None),
        "most": written(sum_.most if sum_ else None),
    }
    names = [sentence] if sentence else [treatment.outcome or "", *([sum_.name] if sum_ else [])]
    said = " ".join(_sentences()[language][name].format(**values) for name in names)
    return one_full_stop(said)


@cache
def _sentences() -> Mapping[str, Mapping[str, str]]:
    """Returns language → outcome → sentence."""
    found: Mapping[str, Mapping[str, str]] = json.loads(
        Path(__file__).with_suffix(".json").read_text("utf-8")
    )
    return found
