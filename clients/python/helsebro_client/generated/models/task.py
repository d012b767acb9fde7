from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.task_queue import TaskQueue, check_task_queue
from ..models.task_reason import TaskReason, check_task_reason
from ..models.task_status import TaskStatus, check_task_status
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.application import Application
    from ..models.course_so_far import CourseSoFar
    from ..models.declined_match import DeclinedMatch
    from ..models.invoice_doubt import InvoiceDoubt
    from ..models.missed_deadline import MissedDeadline
    from ..models.oddity import Oddity
    from ..models.payment_doubt import PaymentDoubt
    from ..models.practitioner_left import PractitionerLeft
    from ..models.price_change import PriceChange
    from ..models.proposal import Proposal
    from ..models.referral import Referral
    from ..models.register_doubt import RegisterDoubt
    from ..models.second_look import SecondLook
    from ..models.signer import Signer
    from ..models.task_complaint import TaskComplaint
    from ..models.task_subject import TaskSubject


T = TypeVar("T", bound="Task")


@_attrs_define
class Task:
    """A task: what a staff member has to decide, with the engine's proposal.

    Attributes:
        due_at (datetime.datetime): When it should be decided; later while it waits for the member's answer.
        opened_at (datetime.datetime): When it was opened.
        proposal (None | Proposal): The engine's proposal; null when it was not asked.
        queue (TaskQueue): The queue that it is in.
        status (TaskStatus): Whether it is decided.
        subject (TaskSubject): What a task is about: a claim, its refund or extension, a clinic, its practitioner or its
            invoice, a session or a payment.
        task_id (str): The id of the task.
        title (str): What it asks for, in the caller's language.
        version (int): Its version, as in the `ETag`. Send it in `If-Match`.
        application (Application | Unset): What a clinic's application says of who signs and what was declared.
        complaint (TaskComplaint | Unset): A complaint, the denial that it is about, and the steps before.
        consent_missing (bool | Unset): True when the case has no consent in force: an approval is then refused with
            `consent-missing`; a denial and a question are not. Else absent.
        course (CourseSoFar | Unset): The sessions under a guarantee until now, and what is left of it.
        deadline (MissedDeadline | Unset): The deadline that was missed.
        declined (DeclinedMatch | Unset): The match that a clinic declined, and who may treat instead.
        facts (list[str] | Unset): The facts that changed on an approved claim, by path, in a task with the reason
            `facts-changed`. Read them on the claim, then approve it.
        invoice (InvoiceDoubt | Unset): What finance judges about an invoice, because no rule can.
        left (PractitionerLeft | Unset): A client's guarantee that is bound to a practitioner who left the clinic.
        oddities (list[Oddity] | Unset): What is odd about a clinic's application, in a task of the queue `onboarding`.
            Approve it and the contract is sent.
        paused_since (datetime.datetime | Unset): When the member was asked about a refund or an extension; absent once
            it is answered. The time of the task stands still meanwhile, as the case's own deadline does.
        payment (PaymentDoubt | Unset): What a bank said of a payment that finance has to look at.
        price (PriceChange | Unset): The price of a session in the guarantee, and what it would be now.
        reason (TaskReason | Unset): Why it is not an ordinary task; else absent. `reconsidered`: the claim was denied
            and has new facts or papers; its `earlierDecisions` hold the denial. `calendar-unreadable`: the practitioner's
            own calendar could not be read for a day. Ask the clinic for another address, then approve it. `guardian-
            unconfirmed`: a child under 15 who has a family was enrolled in another one. Approve it and the person is a
            guardian of the child; until then, and after a denial, the enrolment opens nothing. `enrolment-denied`: after
            that denial the enrolment still stands. Ask the company of the policy to remove it, then approve the task; the
            family of the child says who said no, and why. `payment-left-out`: no bank file can carry the payment; the line
            of the payment file says why. Put it right, approve the task, and the next file takes it. `payment-returned`:
            the bank rejected a payment, or the money came back. Approve it, and the next payment file pays it again, to the
            account in force; deny it with a reason, and it is written off. `payment-differs`: the bank says something else
            of a payment than is known, and nothing is booked. `bank-rows-unmatched`: rows of its report are of no payment.
            Ask it. `payout-not-covered`, `payout-paid-before`: a session of a clinic that is paid without invoices was not
            paid, because its guarantee does not cover it, or because the treatment of that day was, or may have been, paid
            another way. The clinic may send an invoice for it. `payout-without-account`: the clinic has no account to be
            paid to, or has not chosen one; the next file after that pays it. `payout-not-held`: a session in a payment
            file, or paid, was missed after all. Cancel the file, or ask for the money back; then approve the task. `words-
            acute`, `words-crisis`: what was written in the report or an answer suggests an acute need. Read it now, call
            the member, then approve the task. `paper-arrived`: a paper came for which no question or review waits. Read it
            in the case, then approve the task. A further paper gives the open task another version. `second-look`: a
            decision of a colleague was drawn. Read the case; approve the task if the decision is right, and deny it with
            `clause` and `reason` if it is wrong. A wrong denial is then decided again; a wrong approval stays, and counts
            in the statistics. Who decided cannot take the second look.
        reconsidered (bool | Unset): True for a claim that was denied and has new facts or papers, also when the
            `reason` is `workflow-failed`; else absent.
        referral (Referral | Unset): Who referred the client on, and where to.
        register (RegisterDoubt | Unset): What the authorisation register said about a practitioner.
        retry_of (str | Unset): The id of the task whose decision could not be carried out. To approve this one is to
            try again.
        round_ (int | Unset): The round of the claim that the proposal was made for. A decision is refused with
            `proposal-outdated` while the claim is in a newer round, and in every queue while the member's enrolment or the
            policy is newer than the proposal. Absent in other queues.
        second_look (SecondLook | Unset): The decision that is looked at again.
        signer (Signer | Unset): Who tried to sign, as the login says.
    """

    due_at: datetime.datetime
    opened_at: datetime.datetime
    proposal: None | Proposal
    queue: TaskQueue
    status: TaskStatus
    subject: TaskSubject
    task_id: str
    title: str
    version: int
    application: Application | Unset = UNSET
    complaint: TaskComplaint | Unset = UNSET
    consent_missing: bool | Unset = UNSET
    course: CourseSoFar | Unset = UNSET
    deadline: MissedDeadline | Unset = UNSET
    declined: DeclinedMatch | Unset = UNSET
    facts: list[str] | Unset = UNSET
    invoice: InvoiceDoubt | Unset = UNSET
    left: PractitionerLeft | Unset = UNSET
    oddities: list[Oddity] | Unset = UNSET
    paused_since: datetime.datetime | Unset = UNSET
    payment: PaymentDoubt | Unset = UNSET
    price: PriceChange | Unset = UNSET
    reason: TaskReason | Unset = UNSET
    reconsidered: bool | Unset = UNSET
    referral: Referral | Unset = UNSET
    register: RegisterDoubt | Unset = UNSET
    retry_of: str | Unset = UNSET
    round_: int | Unset = UNSET
    second_look: SecondLook | Unset = UNSET
    signer: Signer | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.proposal import Proposal  # noqa: PLC0415

        due_at = self.due_at.isoformat()

        opened_at = self.opened_at.isoformat()

        proposal: dict[str, Any] | None
        if isinstance(self.proposal, Proposal):
            proposal = self.proposal.to_dict()
        else:
            proposal = self.proposal

        queue: str = self.queue

        status: str = self.status

        subject = self.subject.to_dict()

        task_id = self.task_id

        title = self.title

        version = self.version

        application: dict[str, Any] | Unset = UNSET
        if not isinstance(self.application, Unset):
            application = self.application.to_dict()

        complaint: dict[str, Any] | Unset = UNSET
        if not isinstance(self.complaint, Unset):
            complaint = self.complaint.to_dict()

        consent_missing = self.consent_missing

        course: dict[str, Any] | Unset = UNSET
        if not isinstance(self.course, Unset):
            course = self.course.to_dict()

        deadline: dict[str, Any] | Unset = UNSET
        if not isinstance(self.deadline, Unset):
            deadline = self.deadline.to_dict()

        declined: dict[str, Any] | Unset = UNSET
        if not isinstance(self.declined, Unset):
            declined = self.declined.to_dict()

        facts: list[str] | Unset = UNSET
        if not isinstance(self.facts, Unset):
            facts = self.facts

        invoice: dict[str, Any] | Unset = UNSET
        if not isinstance(self.invoice, Unset):
            invoice = self.invoice.to_dict()

        left: dict[str, Any] | Unset = UNSET
        if not isinstance(self.left, Unset):
            left = self.left.to_dict()

        oddities: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.oddities, Unset):
            oddities = []
            for oddities_item_data in self.oddities:
                oddities_item = oddities_item_data.to_dict()
                oddities.append(oddities_item)

        paused_since: str | Unset = UNSET
        if not isinstance(self.paused_since, Unset):
            paused_since = self.paused_since.isoformat()

        payment: dict[str, Any] | Unset = UNSET
        if not isinstance(self.payment, Unset):
            payment = self.payment.to_dict()

        price: dict[str, Any] | Unset = UNSET
        if not isinstance(self.price, Unset):
            price = self.price.to_dict()

        reason: str | Unset = UNSET
        if not isinstance(self.reason, Unset):
            reason = self.reason

        reconsidered = self.reconsidered

        referral: dict[str, Any] | Unset = UNSET
        if not isinstance(self.referral, Unset):
            referral = self.referral.to_dict()

        register: dict[str, Any] | Unset = UNSET
        if not isinstance(self.register, Unset):
            register = self.register.to_dict()

        retry_of = self.retry_of

        round_ = self.round_

        second_look: dict[str, Any] | Unset = UNSET
        if not isinstance(self.second_look, Unset):
            second_look = self.second_look.to_dict()

        signer: dict[str, Any] | Unset = UNSET
        if not isinstance(self.signer, Unset):
            signer = self.signer.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "dueAt": due_at,
                "openedAt": opened_at,
                "proposal": proposal,
                "queue": queue,
                "status": status,
                "subject": subject,
                "taskId": task_id,
                "title": title,
                "version": version,
            }
        )
        if application is not UNSET:
            field_dict["application"] = application
        if complaint is not UNSET:
            field_dict["complaint"] = complaint
        if consent_missing is not UNSET:
            field_dict["consentMissing"] = consent_missing
        if course is not UNSET:
            field_dict["course"] = course
        if deadline is not UNSET:
            field_dict["deadline"] = deadline
        if declined is not UNSET:
            field_dict["declined"] = declined
        if facts is not UNSET:
            field_dict["facts"] = facts
        if invoice is not UNSET:
            field_dict["invoice"] = invoice
        if left is not UNSET:
            field_dict["left"] = left
        if oddities is not UNSET:
            field_dict["oddities"] = oddities
        if paused_since is not UNSET:
            field_dict["pausedSince"] = paused_since
        if payment is not UNSET:
            field_dict["payment"] = payment
        if price is not UNSET:
            field_dict["price"] = price
        if reason is not UNSET:
            field_dict["reason"] = reason
        if reconsidered is not UNSET:
            field_dict["reconsidered"] = reconsidered
        if referral is not UNSET:
            field_dict["referral"] = referral
        if register is not UNSET:
            field_dict["register"] = register
        if retry_of is not UNSET:
            field_dict["retryOf"] = retry_of
        if round_ is not UNSET:
            field_dict["round"] = round_
        if second_look is not UNSET:
            field_dict["secondLook"] = second_look
        if signer is not UNSET:
            field_dict["signer"] = signer

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.application import Application  # noqa: PLC0415
        from ..models.course_so_far import CourseSoFar  # noqa: PLC0415
        from ..models.declined_match import DeclinedMatch  # noqa: PLC0415
        from ..models.invoice_doubt import InvoiceDoubt  # noqa: PLC0415
        from ..models.missed_deadline import MissedDeadline  # noqa: PLC0415
        from ..models.oddity import Oddity  # noqa: PLC0415
        from ..models.payment_doubt import PaymentDoubt  # noqa: PLC0415
        from ..models.practitioner_left import PractitionerLeft  # noqa: PLC0415
        from ..models.price_change import PriceChange  # noqa: PLC0415
        from ..models.proposal import Proposal  # noqa: PLC0415
        from ..models.referral import Referral  # noqa: PLC0415
        from ..models.register_doubt import RegisterDoubt  # noqa: PLC0415
        from ..models.second_look import SecondLook  # noqa: PLC0415
        from ..models.signer import Signer  # noqa: PLC0415
        from ..models.task_complaint import TaskComplaint  # noqa: PLC0415
        from ..models.task_subject import TaskSubject  # noqa: PLC0415

        d = dict(src_dict)
        due_at = datetime.datetime.fromisoformat(d.pop("dueAt"))

        opened_at = datetime.datetime.fromisoformat(d.pop("openedAt"))

        def _parse_proposal(data: object) -> None | Proposal:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                proposal_type_0 = Proposal.from_dict(data)

                return proposal_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Proposal, data)

        proposal = _parse_proposal(d.pop("proposal"))

        queue = check_task_queue(d.pop("queue"))

        status = check_task_status(d.pop("status"))

        subject = TaskSubject.from_dict(d.pop("subject"))

        task_id = d.pop("taskId")

        title = d.pop("title")

        version = d.pop("version")

        _application = d.pop("application", UNSET)
        application: Application | Unset
        if isinstance(_application, Unset):
            application = UNSET
        else:
            application = Application.from_dict(_application)

        _complaint = d.pop("complaint", UNSET)
        complaint: TaskComplaint | Unset
        if isinstance(_complaint, Unset):
            complaint = UNSET
        else:
            complaint = TaskComplaint.from_dict(_complaint)

        consent_missing = d.pop("consentMissing", UNSET)

        _course = d.pop("course", UNSET)
        course: CourseSoFar | Unset
        if isinstance(_course, Unset):
            course = UNSET
        else:
            course = CourseSoFar.from_dict(_course)

        _deadline = d.pop("deadline", UNSET)
        deadline: MissedDeadline | Unset
        if isinstance(_deadline, Unset):
            deadline = UNSET
        else:
            deadline = MissedDeadline.from_dict(_deadline)

        _declined = d.pop("declined", UNSET)
        declined: DeclinedMatch | Unset
        if isinstance(_declined, Unset):
            declined = UNSET
        else:
            declined = DeclinedMatch.from_dict(_declined)

        facts = cast(list[str], d.pop("facts", UNSET))

        _invoice = d.pop("invoice", UNSET)
        invoice: InvoiceDoubt | Unset
        if isinstance(_invoice, Unset):
            invoice = UNSET
        else:
            invoice = InvoiceDoubt.from_dict(_invoice)

        _left = d.pop("left", UNSET)
        left: PractitionerLeft | Unset
        if isinstance(_left, Unset):
            left = UNSET
        else:
            left = PractitionerLeft.from_dict(_left)

        _oddities = d.pop("oddities", UNSET)
        oddities: list[Oddity] | Unset = UNSET
        if _oddities is not UNSET:
            oddities = []
            for oddities_item_data in _oddities:
                oddities_item = Oddity.from_dict(oddities_item_data)

                oddities.append(oddities_item)

        _paused_since = d.pop("pausedSince", UNSET)
        paused_since: datetime.datetime | Unset
        if isinstance(_paused_since, Unset):
            paused_since = UNSET
        else:
            paused_since = datetime.datetime.fromisoformat(_paused_since)

        _payment = d.pop("payment", UNSET)
        payment: PaymentDoubt | Unset
        if isinstance(_payment, Unset):
            payment = UNSET
        else:
            payment = PaymentDoubt.from_dict(_payment)

        _price = d.pop("price", UNSET)
        price: PriceChange | Unset
        if isinstance(_price, Unset):
            price = UNSET
        else:
            price = PriceChange.from_dict(_price)

        _reason = d.pop("reason", UNSET)
        reason: TaskReason | Unset
        if isinstance(_reason, Unset):
            reason = UNSET
        else:
            reason = check_task_reason(_reason)

        reconsidered = d.pop("reconsidered", UNSET)

        _referral = d.pop("referral", UNSET)
        referral: Referral | Unset
        if isinstance(_referral, Unset):
            referral = UNSET
        else:
            referral = Referral.from_dict(_referral)

        _register = d.pop("register", UNSET)
        register: RegisterDoubt | Unset
        if isinstance(_register, Unset):
            register = UNSET
        else:
            register = RegisterDoubt.from_dict(_register)

        retry_of = d.pop("retryOf", UNSET)

        round_ = d.pop("round", UNSET)

        _second_look = d.pop("secondLook", UNSET)
        second_look: SecondLook | Unset
        if isinstance(_second_look, Unset):
            second_look = UNSET
        else:
            second_look = SecondLook.from_dict(_second_look)

        _signer = d.pop("signer", UNSET)
        signer: Signer | Unset
        if isinstance(_signer, Unset):
            signer = UNSET
        else:
            signer = Signer.from_dict(_signer)

        task = cls(
            due_at=due_at,
            opened_at=opened_at,
            proposal=proposal,
            queue=queue,
            status=status,
            subject=subject,
            task_id=task_id,
            title=title,
            version=version,
            application=application,
            complaint=complaint,
            consent_missing=consent_missing,
            course=course,
            deadline=deadline,
            declined=declined,
            facts=facts,
            invoice=invoice,
            left=left,
            oddities=oddities,
            paused_since=paused_since,
            payment=payment,
            price=price,
            reason=reason,
            reconsidered=reconsidered,
            referral=referral,
            register=register,
            retry_of=retry_of,
            round_=round_,
            second_look=second_look,
            signer=signer,
        )

        task.additional_properties = d
        return task

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
