from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.task_decision_decision import (
    TaskDecisionDecision,
    check_task_decision_decision,
)
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.approved_amount import ApprovedAmount
    from ..models.new_grant import NewGrant


T = TypeVar("T", bound="TaskDecision")


@_attrs_define
class TaskDecision:
    """A decision on a task.

    Attributes:
        decision (TaskDecisionDecision): `clarify` asks the member and pauses the clock.
        approved (list[ApprovedAmount] | Unset): For a refund, what is paid back of each treatment: nothing of one that
            is not named. Without it and without `grant`, what is proposed: nothing where no amount is.
        clause (None | str | Unset): The clause that a denial rests on, as printed in the terms of the claim; the member
            reads it. Without it, it is that of the first reason that is proposed; where none is, it is needed. In the queue
            `second-looks` a decision that is wrong needs it.
        facts (list[str] | Unset): The facts that the member is asked for, by path, with `clarify` of a claim. Without
            them it needs a question.
        grant (NewGrant | None | Unset): What is granted. The approval of a claim needs it.
        question (None | str | Unset): What the member is asked, with `clarify`.
        reason (None | str | Unset): Why. A denial needs it. Of a claim, refund or extension the member reads it; of an
            invoice it is one of the `denials` of the task, which the clinic reads in its own language.
    """

    decision: TaskDecisionDecision
    approved: list[ApprovedAmount] | Unset = UNSET
    clause: None | str | Unset = UNSET
    facts: list[str] | Unset = UNSET
    grant: NewGrant | None | Unset = UNSET
    question: None | str | Unset = UNSET
    reason: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.new_grant import NewGrant  # noqa: PLC0415

        decision: str = self.decision

        approved: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.approved, Unset):
            approved = []
            for approved_item_data in self.approved:
                approved_item = approved_item_data.to_dict()
                approved.append(approved_item)

        clause: None | str | Unset
        if isinstance(self.clause, Unset):
            clause = UNSET
        else:
            clause = self.clause

        facts: list[str] | Unset = UNSET
        if not isinstance(self.facts, Unset):
            facts = self.facts

        grant: dict[str, Any] | None | Unset
        if isinstance(self.grant, Unset):
            grant = UNSET
        elif isinstance(self.grant, NewGrant):
            grant = self.grant.to_dict()
        else:
            grant = self.grant

        question: None | str | Unset
        if isinstance(self.question, Unset):
            question = UNSET
        else:
            question = self.question

        reason: None | str | Unset
        if isinstance(self.reason, Unset):
            reason = UNSET
        else:
            reason = self.reason

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "decision": decision,
            }
        )
        if approved is not UNSET:
            field_dict["approved"] = approved
        if clause is not UNSET:
            field_dict["clause"] = clause
        if facts is not UNSET:
            field_dict["facts"] = facts
        if grant is not UNSET:
            field_dict["grant"] = grant
        if question is not UNSET:
            field_dict["question"] = question
        if reason is not UNSET:
            field_dict["reason"] = reason

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.approved_amount import ApprovedAmount  # noqa: PLC0415
        from ..models.new_grant import NewGrant  # noqa: PLC0415

        d = dict(src_dict)
        decision = check_task_decision_decision(d.pop("decision"))

        _approved = d.pop("approved", UNSET)
        approved: list[ApprovedAmount] | Unset = UNSET
        if _approved is not UNSET:
            approved = []
            for approved_item_data in _approved:
                approved_item = ApprovedAmount.from_dict(approved_item_data)

                approved.append(approved_item)

        def _parse_clause(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        clause = _parse_clause(d.pop("clause", UNSET))

        facts = cast(list[str], d.pop("facts", UNSET))

        def _parse_grant(data: object) -> NewGrant | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                grant_type_0 = NewGrant.from_dict(data)

                return grant_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(NewGrant | None | Unset, data)

        grant = _parse_grant(d.pop("grant", UNSET))

        def _parse_question(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        question = _parse_question(d.pop("question", UNSET))

        def _parse_reason(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        reason = _parse_reason(d.pop("reason", UNSET))

        task_decision = cls(
            decision=decision,
            approved=approved,
            clause=clause,
            facts=facts,
            grant=grant,
            question=question,
            reason=reason,
        )

        return task_decision
