"""Promise 18: no upload reaches the clean bucket as it was sent, nor with anything that acts.

The control keeps what was sent.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from io import BytesIO
from tempfile import TemporaryFile

import pytest
from PIL import Image
from pypdf import PdfReader

from helsebro.documents.file_content import MOST_KEPT_BYTES
from helsebro.documents.referral_hint import UNREADABLE
from helsebro.documents.rejection import REASONS, TOO_COMPLEX
from helsebro_aws.documents.rewriting import bounded_process, limits
from helsebro_aws.documents.rewriting.clean_copy import CleanCopy
from tests.promises.uploads.bad_files import bad_files, damaged_pictures, unreadable_pdfs
from tests.promises.uploads.bad_papers import bad_papers
from tests.promises.uploads.copier import copier
from tests.promises.uploads.desk import UploadDesk, checked
from tests.promises.uploads.good_papers import good_papers
from tests.promises.uploads.inert import left_in
from tests.promises.uploads.paper import Sheet
from tests.promises.uploads.turned_papers import TURNS

MOST_MEMORY = 256 * limits.MEGABYTE
AT_ONCE = 2


def good(name: str) -> Sheet:
    return next(paper for paper in good_papers() if paper.name == name)


@dataclass(frozen=True)
class Outcome:
    """What became of a paper, and what its process needed: seconds of processor time, and bytes."""

    paper: Sheet
    desk: UploadDesk
    seconds: float
    memory: int


Outcomes = Mapping[str, Outcome]


def copy_of(outcome: Outcome) -> bytes:
    [(content, _)] = outcome.desk.kept
    return content


@pytest.fixture(scope="module")
def outcomes() -> dict[str, Outcome]:
    """The outcome of every paper by its name; each name is used once."""
    papers = [*bad_files(), *bad_papers(), *good_papers()]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        parts = pool.map(outcomes_of, (papers[first::AT_ONCE] for first in range(AT_ONCE)))
        found = {outcome.paper.name: outcome for part in parts for outcome in part}
    assert len(found) == len(papers)
    return found


def outcomes_of(papers: Sequence[Sheet]) -> list[Outcome]:
    """Returns the outcomes of papers that are checked one after the other."""
    found = []
    with copier() as held:
        for paper in papers:
            held.seconds, held.memory = 0, 0
            desk = checked(paper, held.write, "other")
            found.append(Outcome(paper, desk, held.seconds, held.memory))
    return found


def test_a_bad_file_is_rejected_with_a_reason_that_a_person_understands(outcomes: Outcomes) -> None:
    papers = bad_files()
    found = {paper.name: outcomes[paper.name].desk for paper in papers}
    reasons = {name: desk.document.reason for name, desk in found.items()}
    assert reasons == {paper.name: paper.reason for paper in papers}
    assert [name for name, desk in found.items() if desk.kept or desk.sent is not None] == []
    assert {paper.reason for paper in papers} <= set(REASONS)
    assert len(papers) + len(bad_papers()) >= 80


def test_a_bad_paper_is_kept_without_what_is_bad_in_it(outcomes: Outcomes) -> None:
    assert faults(outcomes[paper.name] for paper in bad_papers()) == {}


def test_an_honest_paper_is_accepted(outcomes: Outcomes) -> None:
    assert faults(outcomes[paper.name] for paper in good_papers()) == {}


def faults(outcomes: Iterable[Outcome]) -> dict[str, object]:
    """Returns why a paper is not accepted, what is left in its copy, or that its original is still held."""
    found: dict[str, object] = {}
    for outcome in outcomes:
        name, desk = outcome.paper.name, outcome.desk
        if desk.document.status != "accepted":
            found[name] = desk.document.reason
        elif left_in(*desk.kept[0]) or desk.sent is not None:
            found[name] = left_in(*desk.kept[0]) or "the file as sent"
    return found


@pytest.mark.parametrize(
    "name", ["a photo held upright", "a phone's photo", "a form that was filled in", "a PDF with a bomb"]
)
def test_the_function_s_own_process_writes_the_same(outcomes: Outcomes, name: str) -> None:
    alone = checked(outcomes[name].paper, file_type="other")
    assert (alone.kept, alone.document.reason) == (
        outcomes[name].desk.kept,
        outcomes[name].desk.document.reason,
    )


def test_control_a_file_that_is_kept_as_sent_reaches_the_clean_bucket_with_what_is_bad_in_it() -> None:
    def as_sent(content: bytes, content_type: str) -> CleanCopy:
        return CleanCopy(content, content_type, has_text=False)

    papers = bad_papers()
    active = [paper for paper in papers if left_in(*checked(paper, as_sent, "other").kept[0])]
    assert len(active) >= len(papers) - 5


def test_the_text_of_a_paper_and_of_its_form_stays(outcomes: Outcomes) -> None:
    for name, words in (
        ("a doctor's letter with marks for screen readers", "Objektive fund"),
        ("a title with a name of code in it", "Henvisning til fysioterapi"),
        ("a letter saved by Word", "Henvisning til fysioterapi"),
        ("a page printed by a browser", "Henvisning til fysioterapi"),
        ("a print of a Mac", "Henvisning til fysioterapi"),
        ("a form that was filled in", "Ærlig søn på båd"),
        ("a report turned by 0", "Henvisning til fysioterapi"),
    ):
        pages = PdfReader(BytesIO(copy_of(outcomes[name]))).pages
        assert words in "".join(page.extract_text() for page in pages)


def test_a_page_is_turned_in_its_copy_as_it_was_sent(outcomes: Outcomes) -> None:
    papers = ("a report turned by {}", "a scan turned by {}", "a scan turned by {} with its branch")
    for paper in papers:
        copies = {turn: copy_of(outcomes[paper.format(turn)]) for turn in TURNS}
        turned = {turn: PdfReader(BytesIO(copy)).pages[0].rotation for turn, copy in copies.items()}
        assert turned == {turn: turn for turn in TURNS}, paper
    [page] = PdfReader(BytesIO(copy_of(outcomes["a page with all from its branch"]))).pages
    assert (page.rotation, page.mediabox.width) == (270, 300)
    assert "Henvisning til fysioterapi" in page.extract_text()
    [page] = PdfReader(BytesIO(copy_of(outcomes["a page of large units"]))).pages
    assert page.user_unit == 1.5


def test_a_photo_is_turned_as_it_was_held_and_has_the_size_of_a_page(outcomes: Outcomes) -> None:
    for name, size in (
        ("a photo held upright", (48, 64)),
        ("a phone's photo held upright", (480, 640)),
        ("a photo of many pixels", (limits.LONGEST_SIDE, 2419)),
    ):
        with Image.open(BytesIO(copy_of(outcomes[name]))) as picture:
            assert (picture.format, picture.size) == ("JPEG", size)


def test_a_referral_has_a_hint_and_a_picture_of_one_says_that_no_machine_reads_it() -> None:
    whole = checked(good("a doctor's letter with marks for screen readers")).document.hint
    part = checked(good("a print of a health portal")).document.hint
    assert whole is not None
    assert part is not None
    assert (whole.readable, whole.absent) == (True, ())
    assert (part.readable, part.absent) == (True, ("social", "objective-findings", "told-to-patient"))
    assert checked(good("a photo")).document.hint == UNREADABLE
    assert checked(good("a scan in grey")).document.hint == UNREADABLE


def test_no_file_needs_more_memory_than_the_promise(
    outcomes: Outcomes, capsys: pytest.CaptureFixture[str]
) -> None:
    measured = [outcome for outcome in outcomes.values() if outcome.memory]
    # The others have another type than they say, or a virus: no process reads them.
    assert {outcome.paper.name for outcome in measured} >= {
        paper.name for paper in (*damaged_pictures(), *unreadable_pdfs(), *bad_papers(), *good_papers())
    }
    for outcome in sorted(measured, key=lambda outcome: -outcome.memory):
        with capsys.disabled():
            sys.stdout.write(
                f"\n{outcome.paper.name}: {outcome.seconds:.2f} s, {outcome.memory // limits.MEGABYTE} MB"
            )
        assert outcome.memory <= MOST_MEMORY, outcome.paper.name


@pytest.mark.parametrize(
    "attack",
    [
        "import time; held = [bytearray(2**20) for _ in range(400)]",
        "while True: pass",
    ],
)
def test_the_process_is_ended_at_its_limit_of_memory_and_time(attack: str) -> None:
    assert limited(attack)[0] != 0


def test_the_process_writes_no_more_than_its_limit() -> None:
    assert limited("import sys; sys.stdout.buffer.write(bytes(2**25))")[1] <= MOST_KEPT_BYTES


def limited(code: str) -> tuple[int, int]:
    """Runs code within the limits; returns its exit code and how many bytes it wrote."""
    whole = f"from {limits.__name__} import enforce; enforce(); {code}"
    with TemporaryFile() as written:
        ended = subprocess.run(
            [sys.executable, "-c", whole], stdout=written, stderr=subprocess.DEVNULL, check=False
        )
        return ended.returncode, written.seek(0, 2)


def test_only_a_reason_of_ours_is_believed_of_the_process() -> None:
    written = (b"pdf-encrypted", b"", b"<script>", b"pdf-encrypted\n", b"\xff\x00")
    assert [bounded_process.reason_in(answer) for answer in written] == ["pdf-encrypted", *[TOO_COMPLEX] * 4]


def test_the_process_knows_no_credentials() -> None:
    allowed = {"PYTHONPATH", "MALLOC_ARENA_MAX", "LD_LIBRARY_PATH"}
    assert bounded_process.environment().keys() <= allowed
