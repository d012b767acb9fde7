"""The engine's answer is read by attribute: only the codecs know the names in its JSON."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import TypeGuard

import pytest

ROOT = Path(__file__).parents[3]
OF_AN_ANSWER = frozenset(
    "outcome trail grant missing flips coveredFrom amountHangsOn effect facts most payable perSession "
    "proposal".split()
)
"""Names in the JSON of an answer and of a proposal."""
OF_A_SUBJECT = frozenset({"claimId", "refundId", "extensionId"})
CODECS = {
    "layers/domain/python/helsebro/coverage/trail.py",
    "layers/domain/python/helsebro/coverage/answer_json.py",
    "layers/domain/python/helsebro/tasks/proposal.py",
}
SOURCES = [
    path
    for folder in ("layers/domain/python", "layers/adapters/python", "functions")
    for path in sorted((ROOT / folder).rglob("*.py"))
    if str(path.relative_to(ROOT)) not in CODECS and not path.stem.endswith(("_view", "_body"))
]


def read_by_name(source: str) -> Iterator[str]:
    """Yields the names that code looks up in a map: ``x["trail"]``, ``x.get("trail")``, ``"trail" in x``."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Load):
            yield from _text(node.slice)
        elif _looks_up(node):
            yield from _text(node.args[0])
    yield from asked_for(source)


def _looks_up(node: ast.AST) -> TypeGuard[ast.Call]:
    """Whether it is a call of ``get`` or ``pop`` with a name."""
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
        return False
    return bool(node.args) and node.func.attr in ("get", "pop")


def asked_for(source: str) -> Iterator[str]:
    """The names that code asks a map for: ``"trail" in x``."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Compare) and isinstance(node.ops[0], ast.In | ast.NotIn):
            yield from _text(node.left)


def _text(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value


def test_only_the_codecs_read_the_json_of_an_answer() -> None:
    assert len(SOURCES) > 300
    found = {
        str(path.relative_to(ROOT)): names
        for path in SOURCES
        if (names := OF_AN_ANSWER & set(read_by_name(path.read_text(encoding="utf-8"))))
    }
    assert found == {}


def test_no_code_asks_by_its_ids_what_a_task_is_about() -> None:
    found = {
        str(path.relative_to(ROOT)): names
        for path in SOURCES
        if (names := OF_A_SUBJECT & set(asked_for(path.read_text(encoding="utf-8"))))
    }
    assert found == {}


def test_control_asking_by_an_id_is_found() -> None:
    assert set(asked_for('if "refundId" in subject:\n    pass')) == {"refundId"}


@pytest.mark.parametrize(
    "source, name",
    [
        ('caps = [step["facts"]["most"] for step in trail]', "most"),
        ('grant = (answer or {}).get("grant") or {}', "grant"),
        ('if "flips" in answer:\n    pass', "flips"),
        ('told = answer.pop("trail", [])', "trail"),
    ],
)
def test_control_a_reading_by_name_is_found(source: str, name: str) -> None:
    assert name in set(read_by_name(source))


def test_control_the_codecs_do_look_into_it() -> None:
    names = {name for path in CODECS for name in read_by_name((ROOT / path).read_text(encoding="utf-8"))}
    assert {"trail", "grant", "flips", "most"} <= names
