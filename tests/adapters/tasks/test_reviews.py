"""A queue of the contract has a review, or is named as one that nothing fills yet."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, get_args

import pytest

from helsebro import ids
from helsebro.caller import CASEWORKER, FINANCE, NETWORK, QUALITY, Right
from helsebro.ids import ClaimId, ClinicId, ExtensionId, GuaranteeId, RefundId
from helsebro.tasks.subject import ClaimReview, ClinicReview, ExtensionReview, RefundReview, Subject
from helsebro.tasks.task import Queue
from helsebro_aws.tasks.reviews import NOT_YET, REVIEWS, WORKED_BY, method, started_by

QUEUES = set(get_args(Queue))


def lacking(reviewed: set[str], not_yet: set[str]) -> set[str]:
    """The queues in neither list, or in both."""
    return QUEUES ^ (reviewed ^ not_yet)


def test_every_queue_has_a_review_or_is_named_as_one_that_has_none_yet() -> None:
    assert lacking(set(REVIEWS), set(NOT_YET)) == set()


def test_control_a_queue_without_a_review_is_found() -> None:
    assert lacking(set(REVIEWS) - {"refunds"}, set(NOT_YET)) == {"refunds"}
    assert lacking(set(REVIEWS), {*NOT_YET, "claims"}) == {"claims"}


@pytest.mark.parametrize(
    "queue, rights",
    [
        ("claims", {CASEWORKER}),
        ("extensions", {CASEWORKER}),
        ("refunds", {FINANCE}),
        ("complaints", {CASEWORKER, QUALITY}),
        ("invoices", {FINANCE}),
        ("onboarding", {NETWORK}),
        ("network", {NETWORK}),
    ],
)
def test_each_queue_is_worked_by_its_staff(queue: str, rights: set[Right]) -> None:
    assert WORKED_BY[queue] == rights


@pytest.mark.parametrize(
    "queue, within",
    [
        ("claims", timedelta(hours=24)),
        ("extensions", timedelta(hours=24)),
        ("refunds", timedelta(days=14)),
        ("onboarding", timedelta(days=3)),
    ],
)
def test_a_review_is_due_within_the_time_of_its_queue(queue: str, within: timedelta) -> None:
    assert REVIEWS[queue].within == within


@pytest.mark.parametrize("queue", sorted(REVIEWS))
def test_a_review_is_found_by_the_event_that_starts_its_workflow(queue: str) -> None:
    assert started_by(REVIEWS[queue].starts_on) is REVIEWS[queue]


def test_an_event_that_starts_no_review_is_a_bug() -> None:
    with pytest.raises(KeyError):
        started_by("booking.created")


@pytest.mark.parametrize("queue", sorted(REVIEWS))
@pytest.mark.parametrize("half", ["propose", "decide"])
def test_the_code_that_a_review_names_is_there_and_is_called_with_what_it_takes(
    queue: str, half: str
) -> None:
    arguments: dict[str, tuple[Any, ...]] = {"propose": ({},), "decide": (None, None, None)}
    # What is asked of nothing fails inside the named method, which therefore was found and entered.
    with pytest.raises((KeyError, AttributeError)):
        getattr(REVIEWS[queue], half)(*arguments[half])


def test_the_code_of_a_method_is_loaded_on_its_first_call() -> None:
    nowhere = method("decisions.nowhere.Nothing.decide")
    with pytest.raises(ModuleNotFoundError):
        nowhere()


CLAIM = ClaimId(ids.mint("clm", "tryg", b"0123456789"))
REFUND = RefundId(ids.within("ref", CLAIM, b"abcdef"))
EXTENSION = ExtensionId(ids.within("ext", CLAIM, b"abcdef"))
GUARANTEE = GuaranteeId(ids.within("gar", CLAIM, b"abcdef"))


@pytest.mark.parametrize(
    "queue, subject",
    [
        ("claims", ClaimReview(CLAIM)),
        ("refunds", RefundReview(CLAIM, REFUND)),
        ("extensions", ExtensionReview(CLAIM, EXTENSION, GUARANTEE)),
        ("onboarding", ClinicReview(ClinicId("cli_a"))),
    ],
)
def test_the_ids_in_an_event_name_its_subject(queue: str, subject: Subject) -> None:
    assert REVIEWS[queue].subject_of({**subject.ids(), "round": 2, "personId": "per_x"}) == subject
