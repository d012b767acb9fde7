from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.decision_result_outcome import (
    DecisionResultOutcome,
    check_decision_result_outcome,
)

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="DecisionResult")


@_attrs_define
class DecisionResult:
    """The outcome of a decision, and what it grants as far as that is known.

    Attributes:
        at_most (Money | None): The most that is paid a session; null when the amount is known.
        hours (float | None): How many hours, if known.
        outcome (DecisionResultOutcome): `covered`, `not-covered` by a rule, `refer` to a person, or `needs-evidence`: a
            fact or paper that decides is missing.
        payable (Money | None): What the payer pays in all, if known.
        sessions (int | None): How many sessions, if known.
    """

    at_most: Money | None
    hours: float | None
    outcome: DecisionResultOutcome
    payable: Money | None
    sessions: int | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.money import Money  # noqa: PLC0415

        at_most: dict[str, Any] | None
        if isinstance(self.at_most, Money):
            at_most = self.at_most.to_dict()
        else:
            at_most = self.at_most

        hours: float | None
        hours = self.hours

        outcome: str = self.outcome

        payable: dict[str, Any] | None
        if isinstance(self.payable, Money):
            payable = self.payable.to_dict()
        else:
            payable = self.payable

        sessions: int | None
        sessions = self.sessions

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "atMost": at_most,
                "hours": hours,
                "outcome": outcome,
                "payable": payable,
                "sessions": sessions,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_at_most(data: object) -> Money | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                at_most_type_0 = Money.from_dict(data)

                return at_most_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Money | None, data)

        at_most = _parse_at_most(d.pop("atMost"))

        def _parse_hours(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        hours = _parse_hours(d.pop("hours"))

        outcome = check_decision_result_outcome(d.pop("outcome"))

        def _parse_payable(data: object) -> Money | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                payable_type_0 = Money.from_dict(data)

                return payable_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Money | None, data)

        payable = _parse_payable(d.pop("payable"))

        def _parse_sessions(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        sessions = _parse_sessions(d.pop("sessions"))

        decision_result = cls(
            at_most=at_most,
            hours=hours,
            outcome=outcome,
            payable=payable,
            sessions=sessions,
        )

        decision_result.additional_properties = d
        return decision_result

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
