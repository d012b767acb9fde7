"""Price rows: what the document says that the payer pays, and what the member pays first."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from helsebro.claims.counted_in import TRIPS
from helsebro.guarantees.guarantee import Guarantee
from helsebro.money import Money
from helsebro.plain_words import PlainWords
from helsebro_aws.guarantees.pdf.paper import Paper


def price_rows(paper: Paper, words: Mapping[str, Any], plain: PlainWords) -> list[tuple[str, str]]:
    """Returns the row of the agreed prices; of a refund, what the member pays first and what is refunded."""
    if part_of := paper.part_of_cost:
        return [(words["we_pay"], _part(paper.guarantee, part_of, words, plain))]
    if not paper.is_refunded:
        return [(words["price"], _prices(paper.guarantee, words, plain))]
    cost, fee = paper.cost, paper.guarantee.fee
    of_one, up_to = _units(paper.guarantee, words)
    first = paper.guarantee.price_of("first")
    if fee and first and first != paper.guarantee.session_fee:
        up_to = words["up_to_first"].replace("{first}", written(first, plain))
    refunded = up_to.format(amount=written(fee, plain)) if fee else words["refund_open"]
    paid = [(words["pay_first"], of_one.format(amount=written(cost, plain)))] if cost else []
    return [*paid, (words["refund"], refunded)]


def _part(guarantee: Guarantee, cost: Money, words: Mapping[str, Any], plain: PlainWords) -> str:
    """Returns what we pay of the price, such as "312,50 kr. af 500 kr. pr. behandling"."""
    fee = written(guarantee.fee, plain) if guarantee.fee else ""
    amount = words["of_price"].format(amount=fee, cost=written(cost, plain))
    return f"{amount} {words['price_of'][guarantee.fee_for]}"


def _units(guarantee: Guarantee, words: Mapping[str, Any]) -> tuple[str, str]:
    """Returns the templates of a price and of what is refunded: of all, of a trip or of a session."""
    if guarantee.fee_for == "whole":
        return words["in_all"], words["up_to_in_all"]
    if guarantee.treatment in TRIPS:
        return words["per_trip"], words["up_to_trip"]
    return words["per_session"], words["up_to"]


def _prices(guarantee: Guarantee, words: Mapping[str, Any], plain: PlainWords) -> str:
    """Returns each price once, with the services that cost it."""
    of_service = {fee.service: fee.amount for fee in guarantee.fees}
    first, follow_up = of_service.get("first"), of_service.get("follow-up")
    session = guarantee.fee if first is None and follow_up is None else first
    if session and (first is None or first == follow_up):
        others = {name: price for name, price in of_service.items() if name not in ("first", "follow-up")}
        of_service = {guarantee.fee_for: session, **others}
    services: dict[Money, list[str]] = {}
    for service, price in of_service.items():
        services.setdefault(price, []).append(words["price_of"][service])
    texts = [f"{written(price, plain)} {plain.of_list(names)}" for price, names in services.items()]
    return ", ".join(texts) or str(words["price_open"])


def written(money: Money, plain: PlainWords) -> str:
    """Returns an amount as people write it."""
    return plain.of_amount(money.amount, money.currency)
