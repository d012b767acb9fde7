from __future__ import annotations

from collections.abc import Mapping
from typing import (
    TYPE_CHECKING,
    Any,
    Literal,
    TypeVar,
    cast,
)

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.explanation_outcome_type_0 import (
    ExplanationOutcomeType0,
    check_explanation_outcome_type_0,
)
from ..models.explanation_outcome_type_1 import (
    ExplanationOutcomeType1,
    check_explanation_outcome_type_1,
)
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.acute_safety import AcuteSafety
    from ..models.change import Change
    from ..models.next_step import NextStep
    from ..models.trail_row import TrailRow


T = TypeVar("T", bound="Explanation")


@_attrs_define
class Explanation:
    """Why a claim came out as it did, in short.

    Attributes:
        because (list[TrailRow]): The two or three rules that decided, the strongest first; empty before that.
        headline (str): The outcome in one sentence, in the caller's language.
        next_steps (list[NextStep]): What the member can do now. Empty when the claim is closed.
        outcome (ExplanationOutcomeType0 | ExplanationOutcomeType1 | Literal['revoked']): What was decided; before that
            the claim's status. `revoked` when the guarantee of an approved claim was withdrawn.
        would_change (list[Change]): What would change the outcome. Empty unless it was denied.
        reason (str | Unset): What the staff wrote, if anything; of a withdrawn guarantee, why.
        safety (AcuteSafety | Unset): What to do now, since what was stated or written cannot wait. Show it before all
            else.
    """

    because: list[TrailRow]
    headline: str
    next_steps: list[NextStep]
    outcome: ExplanationOutcomeType0 | ExplanationOutcomeType1 | Literal["revoked"]
    would_change: list[Change]
    reason: str | Unset = UNSET
    safety: AcuteSafety | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        because = []
        for because_item_data in self.because:
            because_item = because_item_data.to_dict()
            because.append(because_item)

        headline = self.headline

        next_steps = []
        for next_steps_item_data in self.next_steps:
            next_steps_item = next_steps_item_data.to_dict()
            next_steps.append(next_steps_item)

        outcome: Literal["revoked"] | str
        if isinstance(self.outcome, str):
            outcome = self.outcome
        elif isinstance(self.outcome, str):
            outcome = self.outcome
        else:
            outcome = self.outcome

        would_change = []
        for would_change_item_data in self.would_change:
            would_change_item = would_change_item_data.to_dict()
            would_change.append(would_change_item)

        reason = self.reason

        safety: dict[str, Any] | Unset = UNSET
        if not isinstance(self.safety, Unset):
            safety = self.safety.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "because": because,
                "headline": headline,
                "nextSteps": next_steps,
                "outcome": outcome,
                "wouldChange": would_change,
            }
        )
        if reason is not UNSET:
            field_dict["reason"] = reason
        if safety is not UNSET:
            field_dict["safety"] = safety

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.acute_safety import AcuteSafety  # noqa: PLC0415
        from ..models.change import Change  # noqa: PLC0415
        from ..models.next_step import NextStep  # noqa: PLC0415
        from ..models.trail_row import TrailRow  # noqa: PLC0415

        d = dict(src_dict)
        because = []
        _because = d.pop("because")
        for because_item_data in _because:
            because_item = TrailRow.from_dict(because_item_data)

            because.append(because_item)

        headline = d.pop("headline")

        next_steps = []
        _next_steps = d.pop("nextSteps")
        for next_steps_item_data in _next_steps:
            next_steps_item = NextStep.from_dict(next_steps_item_data)

            next_steps.append(next_steps_item)

        def _parse_outcome(
            data: object,
        ) -> ExplanationOutcomeType0 | ExplanationOutcomeType1 | Literal["revoked"]:
            try:
                if not isinstance(data, str):
                    raise TypeError()
                outcome_type_0 = check_explanation_outcome_type_0(data)

                return outcome_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, str):
                    raise TypeError()
                outcome_type_1 = check_explanation_outcome_type_1(data)

                return outcome_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            outcome_type_2 = cast(Literal["revoked"], data)
            if outcome_type_2 != "revoked":
                raise ValueError(f"outcome_type_2 must match const 'revoked', got '{outcome_type_2}'")
            return outcome_type_2

        outcome = _parse_outcome(d.pop("outcome"))

        would_change = []
        _would_change = d.pop("wouldChange")
        for would_change_item_data in _would_change:
            would_change_item = Change.from_dict(would_change_item_data)

            would_change.append(would_change_item)

        reason = d.pop("reason", UNSET)

        _safety = d.pop("safety", UNSET)
        safety: AcuteSafety | Unset
        if isinstance(_safety, Unset):
            safety = UNSET
        else:
            safety = AcuteSafety.from_dict(_safety)

        explanation = cls(
            because=because,
            headline=headline,
            next_steps=next_steps,
            outcome=outcome,
            would_change=would_change,
            reason=reason,
            safety=safety,
        )

        explanation.additional_properties = d
        return explanation

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
