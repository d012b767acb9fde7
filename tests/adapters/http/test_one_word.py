"""Norwegian texts use one word for a thing: what is granted is "innvilget", and a session is no hour."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import helsebro
import helsebro_aws

FILES = [
    path
    for package in (helsebro, helsebro_aws)
    for path in sorted(Path(package.__path__[0]).rglob("*.json"))
    if path.name != "openapi.json"
]
NB = re.compile(r'"nb": (\[[^\]]*\]|"[^"]*")')
OTHER_WORDS = re.compile(r"\bbevilg|\bbevilling|SakID|per time\b", re.I)


def norwegian(path: Path) -> str:
    text = path.read_text("utf-8")
    return text if path.name == "nb.json" else " ".join(NB.findall(text))


@pytest.mark.parametrize("path", FILES, ids=lambda path: "/".join(path.parts[-3:]))
def test_a_norwegian_text_uses_no_second_word(path: Path) -> None:
    assert OTHER_WORDS.findall(norwegian(path)) == []


def test_control_a_second_word_is_found() -> None:
    assert OTHER_WORDS.findall(" ".join(NB.findall('"nb": ["Feil", "Det er bevilget."]'))) == ["bevilg"]
