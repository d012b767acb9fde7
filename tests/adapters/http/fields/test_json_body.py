from __future__ import annotations

from typing import Any

import pytest

from helsebro.errors import BadInput, Fault
from helsebro_aws.http.fields import json_body


def refused(body: bytes) -> BadInput:
    with pytest.raises(BadInput) as bad:
        json_body.read(body)
    return bad.value


def faults(body: str) -> list[tuple[str, str]]:
    bad = refused(body.encode())
    assert not bad.malformed
    return [(fault.pointer, fault.code) for fault in bad.faults]


@pytest.mark.parametrize("body, line, column", [
    (b"", 1, 1), (b"{", 1, 2), (b'{"a": 1,\n "b": }', 2, 7), (b"\xef\xbb\xbf{}", 1, 1),
    (b'{"a": "\x01"}', 1, 8),
])  # fmt: skip
def test_what_is_not_json_says_where_reading_stopped(body: bytes, line: int, column: int) -> None:
    bad = refused(body)
    assert bad.malformed
    assert bad.faults == (Fault("", "not-json", "", {"line": line, "column": column}),)


def test_bytes_that_are_not_utf8_are_malformed() -> None:
    bad = refused('{"name": "Åse Ørn"}'.encode("iso-8859-1"))
    assert (bad.malformed, bad.faults) == (True, (Fault("", "not-utf8", ""),))


@pytest.mark.parametrize("body", ["[" * 20000, '{"a": ' * 5000])
def test_json_that_is_nested_too_deep_is_malformed(body: str) -> None:
    bad = refused(body.encode())
    assert (bad.malformed, bad.faults[0].code) == (True, "json-too-deep")


@pytest.mark.parametrize("number", [
    "1e-131", "-1e-131", "1e126", "1e999", "1e-400", "NaN", "Infinity", "-Infinity", "9" * 19, "-" + "9" * 30,
    "0." + "1" * 39, "1" * 39 + ".5", "9" * 5000,
])  # fmt: skip
def test_a_number_that_storage_cannot_keep_is_a_fault_of_its_field(number: str) -> None:
    assert faults('{"a": [0, {"b/c": ' + number + "}]}") == [("/a/1/b~1c", "number-not-storable")]


@pytest.mark.parametrize("number, value", [
    ("1e-130", 1e-130), ("9.9e125", 9.9e125), ("0", 0), ("0.0", 0.0), ("0e-999", 0.0), ("-0.5", -0.5),
    ("9" * 18, 10**18 - 1), ("-" + "9" * 18, 1 - 10**18), ("2.50", 2.5),
])  # fmt: skip
def test_a_number_of_ordinary_size_is_read(number: str, value: Any) -> None:
    assert json_body.read(number.encode()) == value


@pytest.mark.parametrize("text", [
    "\ufffdse \ufffdrn", "a\\u0000", "\\u0007", "\\b", "\\f", "\x7f", "\x85", "\\u009f", "\\ud800", "\\uDFFF",
    "\uffff", "\\uFFFD",
])  # fmt: skip
def test_a_text_with_an_unreadable_character_is_a_fault_of_its_field(text: str) -> None:
    assert faults(f'{{"a": ["", "{text}"]}}') == [("/a/1", "unreadable-character")]


def test_a_name_with_an_unreadable_character_is_a_fault_of_its_object_and_not_quoted() -> None:
    assert faults('{"a": {"\\u0000b": 1}}') == [("/a", "unreadable-character")]


@pytest.mark.parametrize(
    "text", ["Åse Ørn", "a\\nb\\tc\\r", "\\u00e5", "\\ud83d\\ude00", "😀", "\u200d", "a\\\\ud800"]
)
def test_letters_and_line_breaks_are_read(text: str) -> None:
    assert json_body.read(f'["{text}"]'.encode())


def test_every_value_that_cannot_be_stored_is_told_at_once() -> None:
    assert faults('{"a": 1e999, "b": "\\u0000"}') == [
        ("/a", "number-not-storable"),
        ("/b", "unreadable-character"),
    ]
