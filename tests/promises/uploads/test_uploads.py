"""Promise 18: no upload reaches the clean bucket as it was sent, nor with anything that acts.

The control keeps what was sent.
"""

from __future__ import annotations

import os
import subprocess
import sys
from io import BytesIO
from tempfile import TemporaryFile

import pytest
from PIL import Image
from pypdf import PdfReader

from helsebro.documents.referral_hint import UNREADABLE
from helsebro_aws.documents.rewriting import bounded_process, limits
from helsebro_aws.documents.rewriting.clean_copy import CleanCopy
from helsebro_aws.http.problems import texts
from tests.promises.uploads.bad_files import bad_files, damaged_pictures, unreadable_pdfs
from tests.promises.uploads.bad_papers import bad_papers
from tests.promises.uploads.desk import checked
from tests.promises.uploads.good_papers import good_papers
from tests.promises.uploads.inert import left_in
from tests.promises.uploads.paper import Paper

GOOD, FILES, PAPERS = good_papers(), bad_files(), bad_papers()
MOST_MEMORY = 256 * limits.MEGABYTE


def named(name: str) -> Paper:
    return next(paper for paper in (*GOOD, *PAPERS) if paper.name == name)


def copy_of(paper: Paper) -> bytes:
    [(content, _)] = checked(paper, file_type="other").kept
    return content


@pytest.mark.parametrize("paper", FILES, ids=str)
def test_a_bad_file_is_rejected_with_a_reason_that_a_person_understands(paper: Paper) -> None:
    desk = checked(paper, file_type="other")
    assert (desk.document.status, desk.document.reason) == ("rejected", paper.reason)
    assert (desk.kept, desk.sent) == ([], None)
    assert {"da", "nb", "en"} == set(texts()[paper.reason])


@pytest.mark.parametrize("paper", PAPERS, ids=str)
def test_a_bad_paper_is_kept_without_what_is_bad_in_it(paper: Paper) -> None:
    desk = checked(paper, file_type="other")
    assert (desk.document.status, desk.document.reason) == ("accepted", None)
    [(content, content_type)] = desk.kept
    assert left_in(content, content_type) == []
    assert desk.sent is None


@pytest.mark.parametrize("paper", GOOD, ids=str)
def test_an_honest_paper_is_accepted(paper: Paper) -> None:
    desk = checked(paper, file_type="other")
    assert (desk.document.status, desk.document.reason) == ("accepted", None)
    [(content, content_type)] = desk.kept
    assert left_in(content, content_type) == []
    assert desk.document.size == len(content)


def test_the_corpus_is_large_enough() -> None:
    assert len(FILES) + len(PAPERS) >= 80
    names = [paper.name for paper in (*GOOD, *FILES, *PAPERS)]
    assert len(names) == len(set(names))


def test_control_a_file_that_is_kept_as_sent_reaches_the_clean_bucket_with_what_is_bad_in_it() -> None:
    def as_sent(content: bytes, content_type: str) -> CleanCopy:
        return CleanCopy(content, content_type, has_text=False)

    kept = [checked(paper, as_sent, "other").kept[0] for paper in PAPERS]
    active = [paper for paper, held in zip(PAPERS, kept, strict=True) if left_in(*held)]
    assert len(active) >= len(PAPERS) - 5


def test_the_text_of_a_paper_and_of_its_form_stays() -> None:
    for name, words in (
        ("a doctor's letter with marks for screen readers", "Objektive fund"),
        ("a title with a name of code in it", "Henvisning til fysioterapi"),
        ("a form that was filled in", "Ærlig søn på båd"),
        ("code on opening", "Henvisning til fysioterapi"),
    ):
        pages = PdfReader(BytesIO(copy_of(named(name)))).pages
        assert words in "".join(page.extract_text() for page in pages)


def test_a_photo_is_turned_as_it_was_held_and_has_the_size_of_a_page() -> None:
    for name, size in (
        ("a photo held upright", (48, 64)),
        ("a phone's photo held upright", (480, 640)),
        ("a photo of many pixels", (limits.LONGEST_SIDE, 2419)),
    ):
        with Image.open(BytesIO(copy_of(named(name)))) as picture:
            assert (picture.format, picture.size) == ("JPEG", size)


def test_a_referral_has_a_hint_and_a_picture_of_one_says_that_no_machine_reads_it() -> None:
    whole = checked(named("a doctor's letter with marks for screen readers")).document.hint
    part = checked(named("a print of a health portal")).document.hint
    assert whole is not None
    assert part is not None
    assert (whole.readable, whole.absent) == (True, ())
    assert (part.readable, part.absent) == (True, ("social", "objective-findings", "told-to-patient"))
    assert checked(named("a photo")).document.hint == UNREADABLE
    assert checked(named("a scan in grey")).document.hint == UNREADABLE


HUNGRY = [
    *(paper for paper in (*damaged_pictures(), *unreadable_pdfs()) if paper.reason != "pdf-encrypted"),
    named("a photo of many pixels"),
    named("a journal of 300 pages"),
]


@pytest.mark.parametrize("paper", HUNGRY, ids=str)
def test_no_file_needs_more_memory_than_the_promise(paper: Paper, capsys: pytest.CaptureFixture[str]) -> None:
    with TemporaryFile() as sent, TemporaryFile() as written:
        sent.write(paper.content)
        sent.seek(0)
        child = subprocess.Popen(
            [sys.executable, "-m", bounded_process.CHILD, "copy", paper.content_type],
            stdin=sent,
            stdout=written,
        )
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    seconds = used.ru_utime + used.ru_stime
    with capsys.disabled():
        sys.stdout.write(f"\n{paper.name}: {seconds:.2f} s, {used.ru_maxrss // 1024} MB")
    assert used.ru_maxrss * 1024 <= MOST_MEMORY


@pytest.mark.parametrize(
    "attack",
    [
        "import time; held = [bytearray(2**20) for _ in range(400)]",
        "while True: pass",
        "import sys; sys.stdout.buffer.write(bytes(2**25)); sys.stdout.flush()",
    ],
)
def test_the_process_is_ended_at_its_limit_of_memory_time_and_size(attack: str) -> None:
    code = f"from {limits.__name__} import enforce; enforce(); {attack}"
    with TemporaryFile() as written:
        ended = subprocess.run(
            [sys.executable, "-c", code], stdout=written, stderr=subprocess.DEVNULL, check=False
        )
    assert ended.returncode != 0


def test_the_process_knows_no_credentials() -> None:
    os.environ["AWS_SECRET_ACCESS_KEY"] = os.environ.get("AWS_SECRET_ACCESS_KEY", "test")
    assert bounded_process.environment().keys() == {"PYTHONPATH", "MALLOC_ARENA_MAX"}
