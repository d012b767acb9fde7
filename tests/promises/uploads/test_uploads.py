"""Promise 18: no upload reaches the clean bucket as it was sent, nor with anything that acts.

The control keeps what was sent.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
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
from tests.promises.uploads import measured
from tests.promises.uploads.bad_files import bad_files, damaged_pictures, unreadable_pdfs
from tests.promises.uploads.bad_papers import bad_papers
from tests.promises.uploads.desk import UploadDesk, checked
from tests.promises.uploads.good_papers import good_papers
from tests.promises.uploads.inert import left_in
from tests.promises.uploads.paper import Sheet

MOST_MEMORY = 256 * limits.MEGABYTE
AT_ONCE = 2


def good(name: str) -> Sheet:
    return next(paper for paper in good_papers() if paper.name == name)


def copy_of(paper: Sheet) -> bytes:
    [(content, _)] = checked(paper, file_type="other").kept
    return content


def outcomes(papers: Sequence[Sheet]) -> dict[str, UploadDesk]:
    """Returns the desk after the check of each paper, by its name; each name is used once."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        desks = list(pool.map(lambda paper: checked(paper, file_type="other"), papers))
    found = {paper.name: desk for paper, desk in zip(papers, desks, strict=True)}
    assert len(found) == len(papers)
    return found


def test_a_bad_file_is_rejected_with_a_reason_that_a_person_understands() -> None:
    papers = bad_files()
    found = outcomes(papers)
    reasons = {name: desk.document.reason for name, desk in found.items()}
    assert reasons == {paper.name: paper.reason for paper in papers}
    assert [name for name, desk in found.items() if desk.kept or desk.sent is not None] == []
    assert {paper.reason for paper in papers} <= set(REASONS)
    assert len(papers) + len(bad_papers()) >= 80


def test_a_bad_paper_is_kept_without_what_is_bad_in_it() -> None:
    assert faults(bad_papers()) == {}


def test_an_honest_paper_is_accepted() -> None:
    assert faults(good_papers()) == {}


def faults(papers: Sequence[Sheet]) -> dict[str, object]:
    """Returns why a paper is not accepted, what is left in its copy, or that its original is still held."""
    found: dict[str, object] = {}
    for name, desk in outcomes(papers).items():
        if desk.document.status != "accepted":
            found[name] = desk.document.reason
        elif left_in(*desk.kept[0]) or desk.sent is not None:
            found[name] = left_in(*desk.kept[0]) or "the file as sent"
    return found


def test_control_a_file_that_is_kept_as_sent_reaches_the_clean_bucket_with_what_is_bad_in_it() -> None:
    def as_sent(content: bytes, content_type: str) -> CleanCopy:
        return CleanCopy(content, content_type, has_text=False)

    papers = bad_papers()
    active = [paper for paper in papers if left_in(*checked(paper, as_sent, "other").kept[0])]
    assert len(active) >= len(papers) - 5


def test_the_text_of_a_paper_and_of_its_form_stays() -> None:
    for name, words in (
        ("a doctor's letter with marks for screen readers", "Objektive fund"),
        ("a title with a name of code in it", "Henvisning til fysioterapi"),
        ("a letter saved by Word", "Henvisning til fysioterapi"),
        ("a page printed by a browser", "Henvisning til fysioterapi"),
        ("a print of a Mac", "Henvisning til fysioterapi"),
        ("a form that was filled in", "Ærlig søn på båd"),
    ):
        pages = PdfReader(BytesIO(copy_of(good(name)))).pages
        assert words in "".join(page.extract_text() for page in pages)


def test_a_photo_is_turned_as_it_was_held_and_has_the_size_of_a_page() -> None:
    for name, size in (
        ("a photo held upright", (48, 64)),
        ("a phone's photo held upright", (480, 640)),
        ("a photo of many pixels", (limits.LONGEST_SIDE, 2419)),
    ):
        with Image.open(BytesIO(copy_of(good(name)))) as picture:
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


def test_no_file_needs_more_memory_than_the_promise(capsys: pytest.CaptureFixture[str]) -> None:
    hungry = ["a photo of many pixels", "a journal of 300 pages", "a scan in colour"]
    papers = [*damaged_pictures(), *unreadable_pdfs(), *map(good, hungry)]
    for paper in papers:
        seconds, memory = used_by(paper)
        with capsys.disabled():
            sys.stdout.write(f"\n{paper.name}: {seconds:.2f} s, {memory // limits.MEGABYTE} MB")
        assert memory <= MOST_MEMORY, paper.name


def used_by(paper: Sheet) -> tuple[float, int]:
    """Returns the seconds of processor time and the most memory that the process of a file needs."""
    with TemporaryFile() as sent:
        sent.write(paper.content)
        sent.seek(0)
        command = [sys.executable, "-m", measured.__name__, paper.content_type]
        seconds, memory = subprocess.check_output(command, stdin=sent).split()
    return float(seconds), int(memory)


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
