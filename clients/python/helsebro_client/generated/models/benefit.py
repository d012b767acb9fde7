from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.benefit_treatments_item import (
    BenefitTreatmentsItem,
    check_benefit_treatments_item,
)
from ..models.benefit_unit import BenefitUnit, check_benefit_unit
from ..models.benefit_window import BenefitWindow, check_benefit_window

if TYPE_CHECKING:
    from ..models.bar import Bar
    from ..models.illness import Illness
    from ..models.money import Money


T = TypeVar("T", bound="Benefit")


@_attrs_define
class Benefit:
    """A benefit: how much the clause grants in a window, and what is reserved, used and left of it.

    Attributes:
        bar (Bar): A benefit as a bar to draw, in whole percents of its limit. The three sum to 100.
        clause (str): The clause of the terms.
        condition (Illness | None): The illness or injury, where it counts for one; else null.
        exact (bool): Whether the numbers are exact: false when a price or a fact is not known.
        granted (float | Money): All that was granted, also what was released. In the unit.
        in_network (bool | None): Whether it counts in the network or outside; null when that does not matter.
        left (float | Money): What can still be granted. In the unit.
        limit (float | Money): The most that is granted in the window. In the unit.
        paid (Money | None): What the used part cost the payer; null when none is used.
        released (float | Money): What was granted and is free again. In the unit.
        reserved (float | Money): What is granted and not yet used. In the unit.
        rule (str): The rule of the terms.
        text (str): What the clause says, in the caller's language.
        treatments (list[BenefitTreatmentsItem]): The treatments that it is for; empty when it is for all.
        unit (BenefitUnit): What it is counted in.
        used (float | Money): What is used. In the unit.
        window (BenefitWindow): How long it lasts before it begins again. `twelve-months` begin with a first treatment,
            `condition` counts for each illness or injury.
        window_from (datetime.date | None): The first day of the window; null without one, or before the first
            treatment.
        window_until (datetime.date | None): The last day of the window; null without one, or before the first
            treatment.
    """

    bar: Bar
    clause: str
    condition: Illness | None
    exact: bool
    granted: float | Money
    in_network: bool | None
    left: float | Money
    limit: float | Money
    paid: Money | None
    released: float | Money
    reserved: float | Money
    rule: str
    text: str
    treatments: list[BenefitTreatmentsItem]
    unit: BenefitUnit
    used: float | Money
    window: BenefitWindow
    window_from: datetime.date | None
    window_until: datetime.date | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.illness import Illness  # noqa: PLC0415
        from ..models.money import Money  # noqa: PLC0415

        bar = self.bar.to_dict()

        clause = self.clause

        condition: dict[str, Any] | None
        if isinstance(self.condition, Illness):
            condition = self.condition.to_dict()
        else:
            condition = self.condition

        exact = self.exact

        granted: dict[str, Any] | float
        if isinstance(self.granted, Money):
            granted = self.granted.to_dict()
        else:
            granted = self.granted

        in_network: bool | None
        in_network = self.in_network

        left: dict[str, Any] | float
        if isinstance(self.left, Money):
            left = self.left.to_dict()
        else:
            left = self.left

        limit: dict[str, Any] | float
        if isinstance(self.limit, Money):
            limit = self.limit.to_dict()
        else:
            limit = self.limit

        paid: dict[str, Any] | None
        if isinstance(self.paid, Money):
            paid = self.paid.to_dict()
        else:
            paid = self.paid

        released: dict[str, Any] | float
        if isinstance(self.released, Money):
            released = self.released.to_dict()
        else:
            released = self.released

        reserved: dict[str, Any] | float
        if isinstance(self.reserved, Money):
            reserved = self.reserved.to_dict()
        else:
            reserved = self.reserved

        rule = self.rule

        text = self.text

        treatments = []
        for treatments_item_data in self.treatments:
            treatments_item: str = treatments_item_data
            treatments.append(treatments_item)

        unit: str = self.unit

        used: dict[str, Any] | float
        if isinstance(self.used, Money):
            used = self.used.to_dict()
        else:
            used = self.used

        window: str = self.window

        window_from: None | str
        if isinstance(self.window_from, datetime.date):
            window_from = self.window_from.isoformat()
        else:
            window_from = self.window_from

        window_until: None | str
        if isinstance(self.window_until, datetime.date):
            window_until = self.window_until.isoformat()
        else:
            window_until = self.window_until

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "bar": bar,
                "clause": clause,
                "condition": condition,
                "exact": exact,
                "granted": granted,
                "inNetwork": in_network,
                "left": left,
                "limit": limit,
                "paid": paid,
                "released": released,
                "reserved": reserved,
                "rule": rule,
                "text": text,
                "treatments": treatments,
                "unit": unit,
                "used": used,
                "window": window,
                "windowFrom": window_from,
                "windowUntil": window_until,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.bar import Bar  # noqa: PLC0415
        from ..models.illness import Illness  # noqa: PLC0415
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        bar = Bar.from_dict(d.pop("bar"))

        clause = d.pop("clause")

        def _parse_condition(data: object) -> Illness | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                condition_type_0 = Illness.from_dict(data)

                return condition_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Illness | None, data)

        condition = _parse_condition(d.pop("condition"))

        exact = d.pop("exact")

        def _parse_granted(data: object) -> float | Money:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                granted_type_0 = Money.from_dict(data)

                return granted_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(float | Money, data)

        granted = _parse_granted(d.pop("granted"))

        def _parse_in_network(data: object) -> bool | None:
            if data is None:
                return data
            return cast(bool | None, data)

        in_network = _parse_in_network(d.pop("inNetwork"))

        def _parse_left(data: object) -> float | Money:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                left_type_0 = Money.from_dict(data)

                return left_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(float | Money, data)

        left = _parse_left(d.pop("left"))

        def _parse_limit(data: object) -> float | Money:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                limit_type_0 = Money.from_dict(data)

                return limit_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(float | Money, data)

        limit = _parse_limit(d.pop("limit"))

        def _parse_paid(data: object) -> Money | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                paid_type_0 = Money.from_dict(data)

                return paid_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Money | None, data)

        paid = _parse_paid(d.pop("paid"))

        def _parse_released(data: object) -> float | Money:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                released_type_0 = Money.from_dict(data)

                return released_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(float | Money, data)

        released = _parse_released(d.pop("released"))

        def _parse_reserved(data: object) -> float | Money:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                reserved_type_0 = Money.from_dict(data)

                return reserved_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(float | Money, data)

        reserved = _parse_reserved(d.pop("reserved"))

        rule = d.pop("rule")

        text = d.pop("text")

        treatments = []
        _treatments = d.pop("treatments")
        for treatments_item_data in _treatments:
            treatments_item = check_benefit_treatments_item(treatments_item_data)

            treatments.append(treatments_item)

        unit = check_benefit_unit(d.pop("unit"))

        def _parse_used(data: object) -> float | Money:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                used_type_0 = Money.from_dict(data)

                return used_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(float | Money, data)

        used = _parse_used(d.pop("used"))

        window = check_benefit_window(d.pop("window"))

        def _parse_window_from(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                window_from_type_0 = datetime.date.fromisoformat(data)

                return window_from_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        window_from = _parse_window_from(d.pop("windowFrom"))

        def _parse_window_until(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                window_until_type_0 = datetime.date.fromisoformat(data)

                return window_until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        window_until = _parse_window_until(d.pop("windowUntil"))

        benefit = cls(
            bar=bar,
            clause=clause,
            condition=condition,
            exact=exact,
            granted=granted,
            in_network=in_network,
            left=left,
            limit=limit,
            paid=paid,
            released=released,
            reserved=reserved,
            rule=rule,
            text=text,
            treatments=treatments,
            unit=unit,
            used=used,
            window=window,
            window_from=window_from,
            window_until=window_until,
        )

        benefit.additional_properties = d
        return benefit

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
