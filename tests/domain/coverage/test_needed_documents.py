from __future__ import annotations

from datetime import date

import pytest

from helsebro.coverage.needed_documents import needed_documents
from helsebro.coverage.question import question_json
from helsebro.coverage.question.cover import Cover
from tests.builders.domain.covers import cover

TODAY = date(2026, 11, 21)


def cover_of(product: str) -> Cover:
    return cover(
        product=product, modules=frozenset({"health", "physical", "psychology", "misuse", "extended"})
    )


@pytest.mark.parametrize("product, cause", [("SA1706", "work"), ("SF1706", "leisure")])
@pytest.mark.parametrize(
    "treatment, papers, kind",
    [
        ("physiotherapy", ("referral",), "physiotherapy"),
        ("osteopathy", ("referral",), "physiotherapy"),
        ("psychologist", ("referral",), "own-doctor"),
        ("surgery", ("referral",), "own-doctor"),
        ("chiropractic", (), "own-doctor"),
        ("acupuncture", (), "own-doctor"),
        ("ent-doctor", (), "own-doctor"),
        ("crisis-help", (), "own-doctor"),
    ],
)
def test_the_terms_say_which_referral_a_treatment_needs(
    product: str, cause: str, treatment: str, papers: tuple[str, ...], kind: str
) -> None:
    asked = question_json.read({"cause": cause, "treatment": {"type": treatment}})
    needed = needed_documents(asked, cover_of(product), TODAY)
    assert (needed.file_types, needed.referral) == (papers, kind)
