"""What the routes of tasks answer."""

from __future__ import annotations

from typing import Annotated, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from helsebro.invoices.review.denial import DENIALS
from helsebro.tasks.second_look import Drawn
from helsebro.tasks.staff_decision import Verdict
from helsebro.tasks.task import Queue, TaskReason, TaskStatus
from helsebro_aws.bookings.course.course_answer import CourseSoFarAnswer
from helsebro_aws.complaints.deciding.task_complaint_answer import TaskComplaintAnswer
from helsebro_aws.coverage.product_shown import A_PRODUCT
from helsebro_aws.decisions.listed.declined_match_answer import DeclinedMatchAnswer
from helsebro_aws.guarantees.shapes.practitioner_left_answer import PractitionerLeftAnswer
from helsebro_aws.guarantees.shapes.price_change_answer import PriceChangeAnswer
from helsebro_aws.guarantees.shapes.referral_answer import ReferralAnswer
from helsebro_aws.http.fields.ids import TaskIdField
from helsebro_aws.http.fields.shown import InstantShown, Version
from helsebro_aws.invoices.paying.payment_doubt_answer import PaymentDoubtAnswer
from helsebro_aws.invoices.review.doubt_answer import InvoiceDoubtAnswer
from helsebro_aws.network.registers.register_answer import RegisterDoubtAnswer
from helsebro_aws.onboarding.application_answer import ApplicationAnswer, OddityAnswer, SignerAnswer
from helsebro_aws.tasks.proposal_answer import ProposalAnswer
from helsebro_aws.tasks.subject_answer import TaskSubjectAnswer

QueueShown = Annotated[Queue, Field(description="The queue that it is in.")]
TaskStatusShown = Annotated[TaskStatus, Field(description="Whether it is decided.")]


class MissedDeadlineAnswer(TypedDict):
    """The deadline that was missed."""

    kind: Annotated[str, Field(description="The kind of deadline.", examples=["contact"])]
    title: Annotated[
        str, Field(description="The same in the caller's language.", examples=["Kontakt fra klinikken"])
    ]
    about: Annotated[
        str,
        Field(
            description="The id of the claim, guarantee or other thing that it is about.",
            examples=["gar_a2zt5pxlrqsc3dmkow7vyb4g"],
        ),
    ]
    dueAt: Annotated[InstantShown, Field(description="When it was due.")]


class SecondLookAnswer(TypedDict):
    """The decision that is looked at again."""

    taskId: Annotated[TaskIdField, Field(description="The task that was decided.")]
    outcome: Annotated[Drawn, Field(description="What was decided.")]
    decidedAt: Annotated[InstantShown, Field(description="When.")]
    clause: Annotated[
        str, Field(description="The clause that it rests on; empty where none is known.", examples=["6.1"])
    ]
    product: Annotated[str, Field(description="The terms that print the clause.", examples=[A_PRODUCT])]


class TaskAnswer(TypedDict):
    """A task: what a staff member has to decide, with the engine's proposal."""

    taskId: TaskIdField
    title: Annotated[
        str,
        Field(description="What it asks for, in the caller's language.", examples=["Decide a claim"]),
    ]
    queue: QueueShown
    subject: Annotated[TaskSubjectAnswer, Field(description="What it is about.")]
    dueAt: Annotated[
        InstantShown,
        Field(description="When it should be decided; later while it waits for the member's answer."),
    ]
    pausedSince: NotRequired[
        Annotated[
            InstantShown,
            Field(
                description="When the member was asked about a refund or an extension; absent once it is "
                "answered. The time of the task stands still meanwhile, as the case's own deadline does."
            ),
        ]
    ]
    openedAt: Annotated[InstantShown, Field(description="When it was opened.")]
    version: Version
    status: TaskStatusShown
    proposal: Annotated[
        ProposalAnswer | None, Field(description="The engine's proposal; null when it was not asked.")
    ]
    reason: NotRequired[
        Annotated[
            TaskReason,
            Field(
                description="Why it is not an ordinary task; else absent. `reconsidered`: the claim was "
                "denied and has new facts or papers; its `earlierDecisions` hold the denial. "
                "`calendar-unreadable`: the practitioner's own calendar could not be read for a day. Ask the "
                "clinic for another address, then approve it. `guardian-unconfirmed`: a child under 15 "
                "who has a family was enrolled in another one. Approve it and the person is a guardian "
                "of the child; until then, and after a denial, the enrolment opens nothing. "
                "`enrolment-denied`: after that denial the enrolment still stands. Ask the company of the "
                "policy to remove it, then approve the task; the family of the child says who said no, and "
                "why. "
                "`payment-left-out`: no bank file can carry the payment; the line of the payment file says "
                "why. Put it right, approve the task, and the next file takes it. "
                "`payment-returned`: the bank rejected a payment, or the money came back. Approve it, and "
                "the next payment file pays it again, to the account in force; deny it with a reason, and it "
                "is written off. `payment-differs`: the bank says something else of a payment than is known, "
                "and nothing is booked. `bank-rows-unmatched`: rows of its report are of no payment. Ask it. "
                "`payout-not-covered`, `payout-paid-before`: a session of a clinic that is paid without "
                "invoices was not paid, because its guarantee does not cover it, or because the treatment of "
                "that day was, or may have been, paid another way. The clinic may send an invoice for it. "
                "`payout-without-account`: the clinic has no account to be paid to, or has not chosen one; "
                "the next file after that pays it. "
                "`payout-not-held`: a session in a payment file, or paid, was missed after all. Cancel the "
                "file, or ask for the money back; then approve the task. "
                "`words-acute`, `words-crisis`: what was written in the report or an answer suggests an "
                "acute need. Read it now, call the member, then approve the task. `paper-arrived`: a paper "
                "came for which no question or review waits. Read it in the case, then approve the task. "
                "A further paper gives the open task another version. `second-look`: a decision of a "
                "colleague was drawn. Read the case; approve the task if the decision is right, and deny it "
                "with `clause` and `reason` if it is wrong. A wrong denial is then decided again; a wrong "
                "approval stays, and counts in the statistics. Who decided cannot take the second look."
            ),
        ]
    ]
    reconsidered: NotRequired[
        Annotated[
            bool,
            Field(
                description="True for a claim that was denied and has new facts or papers, also when the "
                "`reason` is `workflow-failed`; else absent."
            ),
        ]
    ]
    consentMissing: NotRequired[
        Annotated[
            bool,
            Field(
                description="True when the case has no consent in force: an approval is then refused with "
                "`consent-missing`; a denial and a question are not. Else absent."
            ),
        ]
    ]
    round: NotRequired[
        Annotated[
            int,
            Field(
                description="The round of the claim that the proposal was made for. A decision is refused "
                "with `proposal-outdated` while the claim is in a newer round, and in every queue while "
                "the member's enrolment or the policy is newer than the proposal. Absent in other queues.",
                examples=[1],
            ),
        ]
    ]
    deadline: NotRequired[
        Annotated[
            MissedDeadlineAnswer,
            Field(description="The deadline behind a task with the reason `deadline-missed`."),
        ]
    ]
    referral: NotRequired[
        Annotated[
            ReferralAnswer,
            Field(
                description="Who referred the client on, and where to, in a task with the reason "
                "`referred-on`. The claim of the `subject` has its next round, with an open `triage`. Assess "
                "the case again, follow up with the client, then approve it: the triage ends."
            ),
        ]
    ]
    facts: NotRequired[
        Annotated[
            list[str],
            Field(
                description="The facts that changed on an approved claim, by path, in a task with the reason "
                "`facts-changed`. Read them on the claim, then approve it.",
                examples=[["evidence.subsidy"]],
            ),
        ]
    ]
    price: NotRequired[
        Annotated[
            PriceChangeAnswer,
            Field(
                description="Both prices of a session, in a task with the reason `facts-changed` whose facts "
                "give another price than the guarantee. The guarantee keeps its price."
            ),
        ]
    ]
    declined: NotRequired[
        Annotated[
            DeclinedMatchAnswer,
            Field(
                description="The declined match, in a task with the reason `match-declined`. Match the "
                "guarantee to another clinic, then approve it."
            ),
        ]
    ]
    oddities: NotRequired[
        Annotated[
            list[OddityAnswer],
            Field(
                description="What is odd about a clinic's application, in a task of the queue `onboarding`. "
                "Approve it and the contract is sent."
            ),
        ]
    ]
    application: NotRequired[
        Annotated[
            ApplicationAnswer,
            Field(
                description="What the clinic's application says, in a task of the queue `onboarding`, until "
                "the application is removed."
            ),
        ]
    ]
    signer: NotRequired[
        Annotated[
            SignerAnswer,
            Field(
                description="Who tried to sign, in a task with the reason `signatory-differs`, until the "
                "contract is signed, declined or expired. Approve it and this person may sign."
            ),
        ]
    ]
    left: NotRequired[
        Annotated[
            PractitionerLeftAnswer,
            Field(
                description="The guarantee of a client whose practitioner left the clinic, in a task with "
                "the reason `practitioner-left`. Find another one with the client, then approve it."
            ),
        ]
    ]
    register: NotRequired[
        Annotated[
            RegisterDoubtAnswer,
            Field(
                description="What the authorisation register said, in a task with the reason "
                "`authorisation-unverified`. Approve it once the authorisation is proved in another way, and "
                "the practitioner is verified; else deny it."
            ),
        ]
    ]
    invoice: NotRequired[
        Annotated[
            InvoiceDoubtAnswer,
            Field(
                description="The invoice in a task with the reason `invoice-in-review`. Approve it, and it "
                "is checked anew without what you approved; deny it with one of the reasons "
                + ", ".join(f"`{reason}`" for reason in DENIALS)
                + ", which the clinic reads in its own language."
            ),
        ]
    ]
    payment: NotRequired[
        Annotated[
            PaymentDoubtAnswer,
            Field(
                description="What the bank said, in a task with the reason `payment-returned` or "
                "`payment-differs`."
            ),
        ]
    ]
    course: NotRequired[
        Annotated[
            CourseSoFarAnswer,
            Field(description="The course so far, in a task of the queue `extensions`."),
        ]
    ]
    secondLook: NotRequired[
        Annotated[
            SecondLookAnswer, Field(description="The decision, in a task with the reason `second-look`.")
        ]
    ]
    complaint: NotRequired[
        Annotated[TaskComplaintAnswer, Field(description="The complaint, in a task about one.")]
    ]
    retryOf: NotRequired[
        Annotated[
            TaskIdField,
            Field(
                description="The id of the task whose decision could not be carried out. To approve this one "
                "is to try again."
            ),
        ]
    ]


class DecidedTaskAnswer(TypedDict):
    """A task after a decision. A question about a refund or an extension leaves it open."""

    taskId: TaskIdField
    queue: QueueShown
    status: TaskStatusShown
    decision: Annotated[Verdict, Field(description="The decision.")]
    version: Version
