"""The papers of a guarantee name its clinic: they are printed again after a match and after its end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Any

import pytest
from functions.guarantees.reprint_guarantee.handler import handler
from pypdf import PdfReader

from helsebro.guarantees.guarantee import Guarantee
from helsebro.ids import GuaranteeId
from helsebro_aws.guarantees.issue import GuaranteeIssue
from helsebro_aws.guarantees.matching.reprint import GuaranteeReprint
from helsebro_aws.guarantees.pdf.paper import Paper
from tests.builders.calls import ask, event, staff
from tests.builders.clinics.matches import decline, guarantees, match
from tests.builders.decisions import insured_anna, seal_key
from tests.builders.events.messages import comes_again, event_of
from tests.builders.extensions import WITHOUT_SEAL, guaranteed, paper_of
from tests.builders.network import Stage, staged

pytestmark = pytest.mark.usefixtures("aws")


@pytest.fixture
def guarantee(aws: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> Guarantee:
    """A guarantee of chiropractic that is for no clinic."""
    monkeypatch.setenv("HELSEBRO_SEAL_KEY", seal_key(aws["kms"]))
    insured_anna()
    return guaranteed()


def chiropractor(name: str = "Klinik Nord") -> Stage:
    return staged("kim", {"name": name}, treatments=["chiropractic"])


def printed(guarantee: Guarantee, kind: str = "client.matched") -> list[str]:
    """Runs the function on an event; returns the messages that come again."""
    return comes_again(handler, event_of(kind, guaranteeId=guarantee.guarantee_id))


def words(guarantee: Guarantee, aws: dict[str, Any]) -> str:
    """Returns the text of the paper."""
    return "".join(page.extract_text() for page in PdfReader(BytesIO(paper_of(guarantee, aws))).pages)


def test_after_a_match_the_paper_names_the_clinic_and_after_a_decline_no_longer(
    guarantee: Guarantee, aws: dict[str, Any]
) -> None:
    stage = chiropractor()
    assert match(guarantee, stage).status == 200
    assert printed(guarantee) == []
    assert "Klinik Nord" in words(guarantee, aws)
    assert b"/ByteRange" in paper_of(guarantee, aws)
    assert decline(guarantee, stage).status == 200
    assert printed(guarantee, "match.ended") == []
    assert "Klinik Nord" not in words(guarantee, aws)


def test_the_paper_of_a_whole_clinic_has_the_place_of_its_practitioners(
    guarantee: Guarantee, aws: dict[str, Any]
) -> None:
    assert match(guarantee, chiropractor(), practitionerId=None).status == 200
    assert printed(guarantee) == []
    assert "Nørregade 1" in words(guarantee, aws)


def test_a_revoked_guarantee_keeps_its_last_papers(guarantee: Guarantee, aws: dict[str, Any]) -> None:
    before = paper_of(guarantee, aws)
    path, body = f"/v1/guarantees/{guarantee.guarantee_id}/revoke", {"reason": "Fejl"}
    call = event("POST", path, by=staff("caseworker"), body=body, headers={"if-match": '"1"'})
    assert ask(guarantees(), call).status == 200
    assert printed(guarantee) == []
    assert paper_of(guarantee, aws) == before


def test_a_message_about_an_unknown_guarantee_comes_again() -> None:
    unknown = event_of("client.matched", guaranteeId="gar_ar2he6lhx3uo5t2fyclo24z2zcninnyxxq")
    assert comes_again(handler, unknown) == ["0"]


@dataclass
class Printer:
    """Prints the name of the clinic; during the first paper, ``meanwhile`` happens."""

    meanwhile: Callable[[], None]
    papers: int = 0

    def __call__(self, paper: Paper) -> bytes:
        self.papers += 1
        if self.papers == 1:
            self.meanwhile()
        return f"%PDF-1.7 {paper.clinic.name if paper.clinic else ''}".encode()


def test_a_match_that_is_made_while_an_older_one_is_printed_wins(
    guarantee: Guarantee, aws: dict[str, Any]
) -> None:
    older, newer = chiropractor("Klinik Syd"), chiropractor("Klinik Vest")
    assert match(guarantee, older).status == 200

    def rematch() -> None:
        assert match(guarantee, newer, version=2).status == 200

    issue: GuaranteeIssue = replace(WITHOUT_SEAL, print_sealed=Printer(rematch))
    GuaranteeReprint(issue=issue).run(GuaranteeId(guarantee.guarantee_id))
    assert b"Klinik Vest" in paper_of(guarantee, aws)
