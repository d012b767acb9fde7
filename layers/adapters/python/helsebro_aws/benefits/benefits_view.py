"""Benefits as JSON, ready to be drawn, with texts in the caller's language."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from helsebro.benefits.overview import BenefitLine, Illness, Overview
from helsebro.coverage.benefits.benefits import Benefit, Wait
from helsebro.coverage.benefits.cover_period import Ending, Period
from helsebro.coverage.benefits.span import Span
from helsebro.coverage.question.cover import Cover
from helsebro.money import Currency, Money
from helsebro.policies.insured import Insured
from helsebro_aws.dynamodb.record import to_item

if TYPE_CHECKING:
    from helsebro_aws.benefits.benefits_answer import (
        BarAnswer,
        BenefitAnswer,
        ClauseAnswer,
        EndingAnswer,
        IllnessAnswer,
        PolicyBenefitsAnswer,
        TreatmentWindowAnswer,
        WaitAnswer,
    )


def policy_shown(
    place: Insured, cover: Cover, period: Period, overview: Overview, language: str
) -> PolicyBenefitsAnswer:
    """Returns one policy: its period, its endings, and every benefit, wait and window."""
    currency = cover.annual_sum.currency
    return {
        "policyId": place.policy_id,
        "payer": place.payer,
        "policyNumber": place.policy_number,
        "product": cover.product,
        "state": period.state,
        "insuredFrom": period.first_day.isoformat(),
        "policyYear": {"from": _day(period.year_from), "until": _day(period.year_until)},
        "endings": [_ending(ending, language) for ending in period.endings],
        "benefits": [_line(line, currency, language) for line in overview.lines],
        "waits": [_wait(wait, language) for wait in overview.waits],
        "windows": [_span(span, language) for span in overview.windows],
    }


def _line(line: BenefitLine, currency: Currency, language: str) -> BenefitAnswer:
    benefit = line.benefit

    def number(value: Decimal) -> Any:
        return _number(benefit, value, currency)

    return {
        **_clause(benefit, language),
        "unit": benefit.unit,
        "window": benefit.window,
        "windowFrom": _day(benefit.window_from),
        "windowUntil": _day(benefit.window_until),
        "treatments": list(benefit.treatments),
        "inNetwork": benefit.in_network,
        "condition": _illness(line.illness),
        "limit": number(benefit.limit),
        "granted": number(line.granted),
        "reserved": number(line.reserved),
        "used": number(line.used),
        "released": number(line.released),
        "left": number(benefit.left),
        "paid": to_item(line.paid),
        "exact": benefit.possibly_used == 0,
        "bar": _bar(benefit.limit, line.used, line.reserved),
    }


def _clause(entry: Benefit | Wait | Span | Ending, language: str) -> ClauseAnswer:
    return {"rule": entry.rule, "clause": entry.clause, "text": entry.text[language]}


def _bar(limit: Decimal, used: Decimal, reserved: Decimal) -> BarAnswer:
    """Returns what is used, reserved and left in whole percents of the limit; their sum is 100."""
    if limit <= 0:
        return {"used": 100, "reserved": 0, "left": 0}
    full = min(int(used * 100 / limit), 100)
    kept = min(int((used + reserved) * 100 / limit), 100) - full
    return {"used": full, "reserved": kept, "left": 100 - full - kept}


def _number(benefit: Benefit, value: Decimal, currency: Currency) -> Any:
    if benefit.unit == "money":
        return Money.of(value, currency).as_json()
    return int(value) if value == int(value) else float(value)


def _illness(illness: Illness | None) -> IllnessAnswer | None:
    if illness is None:
        return None
    return {
        "category": illness.category,
        "arisenOn": _day(illness.arisen_on),
        "claimIds": list(illness.claim_ids),
    }


def _wait(wait: Wait, language: str) -> WaitAnswer:
    return {
        **_clause(wait, language),
        "until": wait.until.isoformat(),
        "over": wait.over,
        "treatments": list(wait.treatments),
    }


def _span(span: Span, language: str) -> TreatmentWindowAnswer:
    return {
        **_clause(span, language),
        "windowFrom": span.window_from.isoformat(),
        "windowUntil": span.window_until.isoformat(),
        "over": span.over,
        "treatments": list(span.treatments),
    }


def _ending(ending: Ending, language: str) -> EndingAnswer:
    return {
        "kind": ending.kind,
        **_clause(ending, language),
        "lastDay": ending.last_day.isoformat(),
        "againOn": _day(ending.again_on),
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
