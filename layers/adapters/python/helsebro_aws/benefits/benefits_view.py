"""Benefits as JSON, ready to be drawn, with texts in the caller's language."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from helsebro.benefits.overview import BenefitLine, Illness, Overview
from helsebro.coverage.benefits.benefits import Benefit, Wait
from helsebro.coverage.benefits.cover_period import Ending, Period
from helsebro.coverage.benefits.span import Span
from helsebro.coverage.question.cover import Cover
from helsebro.coverage.texts.rule_texts import rule_texts
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


class _Clauses(NamedTuple):
    """The clauses of a product in one language; ``home`` is the payer's country."""

    product: str
    language: str
    home: str

    def of(self, entry: Benefit | Wait | Span | Ending) -> ClauseAnswer:
        """Returns the clause of an entry with its text."""
        return self.with_amount(entry, {})

    def with_amount(
        self, entry: Benefit | Wait | Span | Ending, amount: Mapping[str, object]
    ) -> ClauseAnswer:
        """Returns the clause of an entry, with the ``limit`` that the policy has."""
        texts = rule_texts(self.product, entry.rule, self.language, self.home)
        text = texts.clause_of(amount, self.language)
        return {"rule": entry.rule, "clause": entry.clause, "text": text}


def policy_shown(
    place: Insured, cover: Cover, period: Period, overview: Overview, language: str
) -> PolicyBenefitsAnswer:
    """Returns one policy: its period, its endings, and every benefit, wait and window."""
    currency, words = cover.annual_sum.currency, _Clauses(cover.product, language, cover.home)
    return {
        "policyId": place.policy_id,
        "payer": place.payer,
        "policyNumber": place.policy_number,
        "product": cover.product,
        "state": period.state,
        "insuredFrom": period.first_day.isoformat(),
        "policyYear": {"from": _day(period.year_from), "until": _day(period.year_until)},
        "endings": [_ending(ending, words) for ending in period.endings],
        "benefits": [_line(line, currency, words) for line in overview.lines],
        "waits": [_wait(wait, words) for wait in overview.waits],
        "windows": [_span(span, words) for span in overview.windows],
    }


def _line(line: BenefitLine, currency: Currency, words: _Clauses) -> BenefitAnswer:
    benefit = line.benefit

    def number(value: Decimal) -> Any:
        return _number(benefit, value, currency)

    return {
        **words.with_amount(benefit, {"limit": number(benefit.limit)} if benefit.unit == "money" else {}),
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


def _wait(wait: Wait, words: _Clauses) -> WaitAnswer:
    return {
        **words.of(wait),
        "until": wait.until.isoformat(),
        "over": wait.over,
        "treatments": list(wait.treatments),
    }


def _span(span: Span, words: _Clauses) -> TreatmentWindowAnswer:
    return {
        **words.of(span),
        "windowFrom": span.window_from.isoformat(),
        "windowUntil": span.window_until.isoformat(),
        "over": span.over,
        "treatments": list(span.treatments),
    }


def _ending(ending: Ending, words: _Clauses) -> EndingAnswer:
    return {
        "kind": ending.kind,
        **words.of(ending),
        "lastDay": ending.last_day.isoformat(),
        "againOn": _day(ending.again_on),
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
