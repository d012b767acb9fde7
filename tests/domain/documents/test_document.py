from __future__ import annotations

from dataclasses import replace

import pytest

from helsebro.caller import CASEWORKER, FINANCE, QUALITY
from helsebro.documents.document import Document
from helsebro.errors import Conflict
from helsebro.ids import DocumentId, PersonId
from tests.builders.domain.claims import CLAIM_ID, REPORTED, person, staff_of

PAPER = Document(
    DocumentId("doc_1"), CLAIM_ID, "referral", "henvisning.pdf", "application/pdf", 100, REPORTED
)


def test_a_paper_is_final_once_saved_and_saving_again_changes_nothing() -> None:
    saved = PAPER.save(REPORTED)
    assert (saved.status, saved.saved_at) == ("checking", REPORTED)
    assert saved.save(REPORTED.replace(year=2027)) == saved
    rejected = saved.reject("file-empty", REPORTED)
    assert rejected.save(REPORTED) == rejected


@pytest.mark.parametrize("status", ["uploading", "checking", "rejected"])
def test_a_document_that_is_not_accepted_is_never_handed_out(status: str) -> None:
    with pytest.raises(Conflict, match="document-not-accepted"):
        replace(PAPER, status=status).must_be_accepted()  # type: ignore[arg-type]
    PAPER.save(REPORTED).accept("ab12", 90, REPORTED).must_be_accepted()


def test_staff_other_than_caseworkers_see_bills_only() -> None:
    bill = replace(PAPER, file_type="invoice")
    seen = [
        (paper.is_shown_to(staff_of("tryg", right)), right)
        for right in (CASEWORKER, FINANCE, QUALITY)
        for paper in (PAPER, bill)
    ]
    assert [shown for shown, _ in seen] == [True, True, False, True, False, True]
    assert PAPER.is_shown_to(person(PersonId("per_1")))
