"""Why a paper is not taken, in words that a person understands: what is wrong with it, and what to do."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest

from helsebro.documents.document import FileType
from helsebro.documents.rejection import REASONS, TOO_COMPLEX
from helsebro.documents.scan import REJECTIONS
from helsebro.notifications.contact_record import LANGUAGES, Language
from helsebro.notifications.kinds import KINDS
from helsebro_aws.documents import rejection_view
from helsebro_aws.documents.rejection_view import help_with
from helsebro_aws.documents.rewriting import clean_copy
from helsebro_aws.notifications.rendering import render
from helsebro_aws.notifications.words import words
from local.notifications.demo import SENDER, example
from tests.promises.uploads.bad_files import bad_files

TECHNICAL = re.compile(
    r"xref|encr|krypt|dictionar|stream|filter|pixel|punkt|opløs|oppløs|resolution|byte|mime|content|format|"
    r"header|pars|render|decod|dekod|deflat|object|objekt|metadata|exif|script|upload|payload|limit|[_{}/]",
    re.I,
)
TO_DO = {
    "da": r"\b(Send|Gem|Tag|Udskriv|Del|Åbn)\b",
    "nb": r"\b(Send|Lagre|Ta|Skriv|Del|Åpne)\b",
    "en": r"\bPlease (send|save|take|print|split|open)\b",
}
EVERY = [(reason, language) for reason in REASONS for language in LANGUAGES]
RAISED = re.compile(r'(?:Unwritable\(|return |_rejected\(\w+, |^TOO_\w+ = )"([a-z-]+)"', re.M)


@pytest.mark.parametrize("reason, language", EVERY)
def test_a_person_reads_what_is_wrong_with_a_paper_and_what_to_do(reason: str, language: Language) -> None:
    said = help_with(reason, language)
    wrong, _, do = said.partition(". ")
    assert wrong
    assert re.search(TO_DO[language], do), said
    assert said.endswith(".")
    assert TECHNICAL.findall(said) == []
    assert reason not in said


def test_every_reason_has_words_of_its_own_and_no_words_are_left_over() -> None:
    texts = json.loads(Path(rejection_view.__file__).with_name("rejections.json").read_text("utf-8"))
    assert texts.keys() == set(REASONS)
    for language in LANGUAGES:
        assert len({words[language] for words in texts.values()}) == len(REASONS)


def test_every_reason_is_one_that_the_check_gives() -> None:
    folder = Path(clean_copy.__file__).parent
    paths = [*folder.glob("*.py"), folder.parent / "check.py"]
    given = {found for path in paths for found in RAISED.findall(path.read_text())}
    of_bad_files = {paper.reason for paper in bad_files()}
    assert {*given, *REJECTIONS.values(), TOO_COMPLEX, *of_bad_files} == set(REASONS)


def test_a_reason_that_is_given_no_more_still_has_words() -> None:
    assert help_with("pdf-active", "da") == help_with("file-too-complex", "da")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("paper", get_args(FileType))
def test_a_message_names_the_kind_of_paper_and_what_to_do(paper: str, language: Language) -> None:
    made, named = example(KINDS["document-rejected"], language), words(language)["paper"][paper]
    for reason in REASONS:
        said = render(replace(made, variables={"paper": paper, "rejection": reason}), SENDER)
        assert named in said.text
        assert help_with(reason, language) in said.text
        assert reason not in said.subject + said.text + said.html + said.sms
        assert TECHNICAL.findall(said.subject) == []
