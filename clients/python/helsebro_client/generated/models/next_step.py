from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.next_step_file_type import NextStepFileType, check_next_step_file_type
from ..models.next_step_kind import NextStepKind, check_next_step_kind
from ..models.next_step_outcome import NextStepOutcome, check_next_step_outcome
from ..models.next_step_step import NextStepStep, check_next_step_step
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.complaint_board import ComplaintBoard
    from ..models.money import Money
    from ..models.payer_contact import PayerContact


T = TypeVar("T", bound="NextStep")


@_attrs_define
class NextStep:
    """One thing that the member can do.

    Attributes:
        kind (NextStepKind): What kind of step it is.
        text (str): The step in the caller's language.
        amount (Money | Unset): An amount of 0 or more, with at most two decimals.
        begin_by (datetime.date | Unset): The last day on which the treatment has to begin.
        board (ComplaintBoard | Unset): Whom to complain to when the payer itself does not change its answer.
        clinic_id (str | Unset): The id of the clinic.
        contact (PayerContact | Unset): How to reach the payer.
        country (str | Unset): The country, in two letters.
        covered_from (datetime.date | Unset): The first day on which it is covered.
        due_at (datetime.datetime | Unset): By when the claim or the refund is decided.
        expected_by (datetime.date | Unset): By when the money should be there. Absent once it is over.
        extension_id (str | Unset): The extension that the staff ask about.
        fact (str | Unset): A fact, by its path in the body of a simulation.
        facts (list[str] | Unset): The facts to answer, or to change together, by path.
        file_type (NextStepFileType | Unset): The `fileType` of the paper to send.
        last_day (datetime.date | Unset): The last day to complain at this step.
        outcome (NextStepOutcome | Unset): `covered`, `not-covered` by a rule, `refer` to a person, or `needs-evidence`:
            a fact or paper that decides is missing.
        refund_id (str | Unset): The refund that the staff ask about.
        required (bool | Unset): Whether the review waits for the answers or the paper.
        rule (str | Unset): The rule of the terms.
        step (NextStepStep | Unset): The step of a complaint; they are taken in this order.
        topic (str | Unset): The part of the public system that can help.
        valid_until (datetime.date | Unset): The last day on which the guarantee covers a session.
        value (Any | Unset): The value of the fact that changes it.
    """

    kind: NextStepKind
    text: str
    amount: Money | Unset = UNSET
    begin_by: datetime.date | Unset = UNSET
    board: ComplaintBoard | Unset = UNSET
    clinic_id: str | Unset = UNSET
    contact: PayerContact | Unset = UNSET
    country: str | Unset = UNSET
    covered_from: datetime.date | Unset = UNSET
    due_at: datetime.datetime | Unset = UNSET
    expected_by: datetime.date | Unset = UNSET
    extension_id: str | Unset = UNSET
    fact: str | Unset = UNSET
    facts: list[str] | Unset = UNSET
    file_type: NextStepFileType | Unset = UNSET
    last_day: datetime.date | Unset = UNSET
    outcome: NextStepOutcome | Unset = UNSET
    refund_id: str | Unset = UNSET
    required: bool | Unset = UNSET
    rule: str | Unset = UNSET
    step: NextStepStep | Unset = UNSET
    topic: str | Unset = UNSET
    valid_until: datetime.date | Unset = UNSET
    value: Any | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        kind: str = self.kind

        text = self.text

        amount: dict[str, Any] | Unset = UNSET
        if not isinstance(self.amount, Unset):
            amount = self.amount.to_dict()

        begin_by: str | Unset = UNSET
        if not isinstance(self.begin_by, Unset):
            begin_by = self.begin_by.isoformat()

        board: dict[str, Any] | Unset = UNSET
        if not isinstance(self.board, Unset):
            board = self.board.to_dict()

        clinic_id = self.clinic_id

        contact: dict[str, Any] | Unset = UNSET
        if not isinstance(self.contact, Unset):
            contact = self.contact.to_dict()

        country = self.country

        covered_from: str | Unset = UNSET
        if not isinstance(self.covered_from, Unset):
            covered_from = self.covered_from.isoformat()

        due_at: str | Unset = UNSET
        if not isinstance(self.due_at, Unset):
            due_at = self.due_at.isoformat()

        expected_by: str | Unset = UNSET
        if not isinstance(self.expected_by, Unset):
            expected_by = self.expected_by.isoformat()

        extension_id = self.extension_id

        fact = self.fact

        facts: list[str] | Unset = UNSET
        if not isinstance(self.facts, Unset):
            facts = self.facts

        file_type: str | Unset = UNSET
        if not isinstance(self.file_type, Unset):
            file_type = self.file_type

        last_day: str | Unset = UNSET
        if not isinstance(self.last_day, Unset):
            last_day = self.last_day.isoformat()

        outcome: str | Unset = UNSET
        if not isinstance(self.outcome, Unset):
            outcome = self.outcome

        refund_id = self.refund_id

        required = self.required

        rule = self.rule

        step: str | Unset = UNSET
        if not isinstance(self.step, Unset):
            step = self.step

        topic = self.topic

        valid_until: str | Unset = UNSET
        if not isinstance(self.valid_until, Unset):
            valid_until = self.valid_until.isoformat()

        value = self.value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "kind": kind,
                "text": text,
            }
        )
        if amount is not UNSET:
            field_dict["amount"] = amount
        if begin_by is not UNSET:
            field_dict["beginBy"] = begin_by
        if board is not UNSET:
            field_dict["board"] = board
        if clinic_id is not UNSET:
            field_dict["clinicId"] = clinic_id
        if contact is not UNSET:
            field_dict["contact"] = contact
        if country is not UNSET:
            field_dict["country"] = country
        if covered_from is not UNSET:
            field_dict["coveredFrom"] = covered_from
        if due_at is not UNSET:
            field_dict["dueAt"] = due_at
        if expected_by is not UNSET:
            field_dict["expectedBy"] = expected_by
        if extension_id is not UNSET:
            field_dict["extensionId"] = extension_id
        if fact is not UNSET:
            field_dict["fact"] = fact
        if facts is not UNSET:
            field_dict["facts"] = facts
        if file_type is not UNSET:
            field_dict["fileType"] = file_type
        if last_day is not UNSET:
            field_dict["lastDay"] = last_day
        if outcome is not UNSET:
            field_dict["outcome"] = outcome
        if refund_id is not UNSET:
            field_dict["refundId"] = refund_id
        if required is not UNSET:
            field_dict["required"] = required
        if rule is not UNSET:
            field_dict["rule"] = rule
        if step is not UNSET:
            field_dict["step"] = step
        if topic is not UNSET:
            field_dict["topic"] = topic
        if valid_until is not UNSET:
            field_dict["validUntil"] = valid_until
        if value is not UNSET:
            field_dict["value"] = value

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.complaint_board import ComplaintBoard  # noqa: PLC0415
        from ..models.money import Money  # noqa: PLC0415
        from ..models.payer_contact import PayerContact  # noqa: PLC0415

        d = dict(src_dict)
        kind = check_next_step_kind(d.pop("kind"))

        text = d.pop("text")

        _amount = d.pop("amount", UNSET)
        amount: Money | Unset
        if isinstance(_amount, Unset):
            amount = UNSET
        else:
            amount = Money.from_dict(_amount)

        _begin_by = d.pop("beginBy", UNSET)
        begin_by: datetime.date | Unset
        if isinstance(_begin_by, Unset):
            begin_by = UNSET
        else:
            begin_by = datetime.date.fromisoformat(_begin_by)

        _board = d.pop("board", UNSET)
        board: ComplaintBoard | Unset
        if isinstance(_board, Unset):
            board = UNSET
        else:
            board = ComplaintBoard.from_dict(_board)

        clinic_id = d.pop("clinicId", UNSET)

        _contact = d.pop("contact", UNSET)
        contact: PayerContact | Unset
        if isinstance(_contact, Unset):
            contact = UNSET
        else:
            contact = PayerContact.from_dict(_contact)

        country = d.pop("country", UNSET)

        _covered_from = d.pop("coveredFrom", UNSET)
        covered_from: datetime.date | Unset
        if isinstance(_covered_from, Unset):
            covered_from = UNSET
        else:
            covered_from = datetime.date.fromisoformat(_covered_from)

        _due_at = d.pop("dueAt", UNSET)
        due_at: datetime.datetime | Unset
        if isinstance(_due_at, Unset):
            due_at = UNSET
        else:
            due_at = datetime.datetime.fromisoformat(_due_at)

        _expected_by = d.pop("expectedBy", UNSET)
        expected_by: datetime.date | Unset
        if isinstance(_expected_by, Unset):
            expected_by = UNSET
        else:
            expected_by = datetime.date.fromisoformat(_expected_by)

        extension_id = d.pop("extensionId", UNSET)

        fact = d.pop("fact", UNSET)

        facts = cast(list[str], d.pop("facts", UNSET))

        _file_type = d.pop("fileType", UNSET)
        file_type: NextStepFileType | Unset
        if isinstance(_file_type, Unset):
            file_type = UNSET
        else:
            file_type = check_next_step_file_type(_file_type)

        _last_day = d.pop("lastDay", UNSET)
        last_day: datetime.date | Unset
        if isinstance(_last_day, Unset):
            last_day = UNSET
        else:
            last_day = datetime.date.fromisoformat(_last_day)

        _outcome = d.pop("outcome", UNSET)
        outcome: NextStepOutcome | Unset
        if isinstance(_outcome, Unset):
            outcome = UNSET
        else:
            outcome = check_next_step_outcome(_outcome)

        refund_id = d.pop("refundId", UNSET)

        required = d.pop("required", UNSET)

        rule = d.pop("rule", UNSET)

        _step = d.pop("step", UNSET)
        step: NextStepStep | Unset
        if isinstance(_step, Unset):
            step = UNSET
        else:
            step = check_next_step_step(_step)

        topic = d.pop("topic", UNSET)

        _valid_until = d.pop("validUntil", UNSET)
        valid_until: datetime.date | Unset
        if isinstance(_valid_until, Unset):
            valid_until = UNSET
        else:
            valid_until = datetime.date.fromisoformat(_valid_until)

        value = d.pop("value", UNSET)

        next_step = cls(
            kind=kind,
            text=text,
            amount=amount,
            begin_by=begin_by,
            board=board,
            clinic_id=clinic_id,
            contact=contact,
            country=country,
            covered_from=covered_from,
            due_at=due_at,
            expected_by=expected_by,
            extension_id=extension_id,
            fact=fact,
            facts=facts,
            file_type=file_type,
            last_day=last_day,
            outcome=outcome,
            refund_id=refund_id,
            required=required,
            rule=rule,
            step=step,
            topic=topic,
            valid_until=valid_until,
            value=value,
        )

        next_step.additional_properties = d
        return next_step

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
