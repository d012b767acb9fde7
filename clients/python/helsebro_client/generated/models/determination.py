from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.determination_outcome import (
    DeterminationOutcome,
    check_determination_outcome,
)
from ..models.determination_reconsidered_for import (
    DeterminationReconsideredFor,
    check_determination_reconsidered_for,
)
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.flip import Flip
    from ..models.granted_sessions import GrantedSessions
    from ..models.trail_step import TrailStep


T = TypeVar("T", bound="Determination")


@_attrs_define
class Determination:
    """What the payer's staff decided, and why.

    Attributes:
        by (str): The role that decided.
        decided_at (datetime.datetime): When.
        outcome (DeterminationOutcome): What was decided.
        trail (list[TrailStep]): Every rule that bore on it.
        clause (str | Unset): The clause that a denial rests on, as printed.
        covered_from (datetime.date | Unset): The first day on which waiting alone makes it covered.
        flips (list[Flip] | Unset): Single facts that would change the outcome.
        grant (GrantedSessions | Unset): Sessions that staff granted, until a last day, at one clinic or at any.
        missing (list[str] | Unset): The facts that were missing.
        question (str | Unset): What the member is asked.
        reason (str | Unset): The reason, or the clause.
        reconsidered_for (DeterminationReconsideredFor | Unset): Why it was decided again: `evidence`, new facts or
            papers; `review`, we checked our decision; `complaint`. Absent of a first decision.
    """

    by: str
    decided_at: datetime.datetime
    outcome: DeterminationOutcome
    trail: list[TrailStep]
    clause: str | Unset = UNSET
    covered_from: datetime.date | Unset = UNSET
    flips: list[Flip] | Unset = UNSET
    grant: GrantedSessions | Unset = UNSET
    missing: list[str] | Unset = UNSET
    question: str | Unset = UNSET
    reason: str | Unset = UNSET
    reconsidered_for: DeterminationReconsideredFor | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        by = self.by

        decided_at = self.decided_at.isoformat()

        outcome: str = self.outcome

        trail = []
        for trail_item_data in self.trail:
            trail_item = trail_item_data.to_dict()
            trail.append(trail_item)

        clause = self.clause

        covered_from: str | Unset = UNSET
        if not isinstance(self.covered_from, Unset):
            covered_from = self.covered_from.isoformat()

        flips: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.flips, Unset):
            flips = []
            for flips_item_data in self.flips:
                flips_item = flips_item_data.to_dict()
                flips.append(flips_item)

        grant: dict[str, Any] | Unset = UNSET
        if not isinstance(self.grant, Unset):
            grant = self.grant.to_dict()

        missing: list[str] | Unset = UNSET
        if not isinstance(self.missing, Unset):
            missing = self.missing

        question = self.question

        reason = self.reason

        reconsidered_for: str | Unset = UNSET
        if not isinstance(self.reconsidered_for, Unset):
            reconsidered_for = self.reconsidered_for

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "by": by,
                "decidedAt": decided_at,
                "outcome": outcome,
                "trail": trail,
            }
        )
        if clause is not UNSET:
            field_dict["clause"] = clause
        if covered_from is not UNSET:
            field_dict["coveredFrom"] = covered_from
        if flips is not UNSET:
            field_dict["flips"] = flips
        if grant is not UNSET:
            field_dict["grant"] = grant
        if missing is not UNSET:
            field_dict["missing"] = missing
        if question is not UNSET:
            field_dict["question"] = question
        if reason is not UNSET:
            field_dict["reason"] = reason
        if reconsidered_for is not UNSET:
            field_dict["reconsideredFor"] = reconsidered_for

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.flip import Flip  # noqa: PLC0415
        from ..models.granted_sessions import GrantedSessions  # noqa: PLC0415
        from ..models.trail_step import TrailStep  # noqa: PLC0415

        d = dict(src_dict)
        by = d.pop("by")

        decided_at = datetime.datetime.fromisoformat(d.pop("decidedAt"))

        outcome = check_determination_outcome(d.pop("outcome"))

        trail = []
        _trail = d.pop("trail")
        for trail_item_data in _trail:
            trail_item = TrailStep.from_dict(trail_item_data)

            trail.append(trail_item)

        clause = d.pop("clause", UNSET)

        _covered_from = d.pop("coveredFrom", UNSET)
        covered_from: datetime.date | Unset
        if isinstance(_covered_from, Unset):
            covered_from = UNSET
        else:
            covered_from = datetime.date.fromisoformat(_covered_from)

        _flips = d.pop("flips", UNSET)
        flips: list[Flip] | Unset = UNSET
        if _flips is not UNSET:
            flips = []
            for flips_item_data in _flips:
                flips_item = Flip.from_dict(flips_item_data)

                flips.append(flips_item)

        _grant = d.pop("grant", UNSET)
        grant: GrantedSessions | Unset
        if isinstance(_grant, Unset):
            grant = UNSET
        else:
            grant = GrantedSessions.from_dict(_grant)

        missing = cast(list[str], d.pop("missing", UNSET))

        question = d.pop("question", UNSET)

        reason = d.pop("reason", UNSET)

        _reconsidered_for = d.pop("reconsideredFor", UNSET)
        reconsidered_for: DeterminationReconsideredFor | Unset
        if isinstance(_reconsidered_for, Unset):
            reconsidered_for = UNSET
        else:
            reconsidered_for = check_determination_reconsidered_for(_reconsidered_for)

        determination = cls(
            by=by,
            decided_at=decided_at,
            outcome=outcome,
            trail=trail,
            clause=clause,
            covered_from=covered_from,
            flips=flips,
            grant=grant,
            missing=missing,
            question=question,
            reason=reason,
            reconsidered_for=reconsidered_for,
        )

        determination.additional_properties = d
        return determination

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
