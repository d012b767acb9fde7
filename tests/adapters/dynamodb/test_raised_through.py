"""``Unavailable`` reaches the caller, the queue or the workflow: only these places catch it."""

from __future__ import annotations

import ast
from pathlib import Path

ROOT = Path(__file__).parents[3]
CATCHES = {"Unavailable", "HelsebroError", "Exception", "BaseException"}
ALLOWED = {
    "answering_many.py": "the answer names the subject, and the key stays open for the same call again",
    "custom_resource.py": "it is raised again",
    "engine.py": "the deadline is stored, and the sweep wakes it",
    "event_bus.py": "the stream repeats the events",
    "originals.py": "it is raised again with a text about invoices",
    "outbox_stream.py": "the stream repeats the rows",
    "pdf_text.py": "it is raised again as what the file is, by code that calls nothing outside its process",
    "release.py": "it is raised again after the other guarantees",
    "authorize/handler.py": "the function behind answers 503",
    "routes.py": "it becomes the answer",
    "sealed_answer.py": "it is raised again",
}


def catching(source: str) -> bool:
    """Returns whether the source catches ``Unavailable``, itself or with a class above it."""
    caught = (node.type for node in ast.walk(ast.parse(source)) if isinstance(node, ast.ExceptHandler))
    suppressed = (
        argument
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("suppress")
        for argument in node.args
    )
    return any(
        kind is None or not CATCHES.isdisjoint(name.split(".")[-1] for name in _names(kind))
        for kind in (*caught, *suppressed)
    )


def _names(kind: ast.expr) -> list[str]:
    return [ast.unparse(part) for part in (kind.elts if isinstance(kind, ast.Tuple) else [kind])]


def test_unavailable_is_caught_only_where_it_is_passed_on() -> None:
    sources = [*ROOT.glob("layers/*/python/**/*.py"), *ROOT.glob("functions/**/*.py")]
    found = {str(path) for path in sources if catching(path.read_text())}
    assert {name for name in ALLOWED if not any(path.endswith(name) for path in found)} == set()
    assert {path for path in found if not path.endswith(tuple(ALLOWED))} == set()


def test_the_scan_finds_one_that_swallows_it() -> None:
    swallowing = [
        "try:\n    act()\nexcept Unavailable:\n    pass",
        "try:\n    act()\nexcept (Conflict, errors.Unavailable):\n    pass",
        "try:\n    act()\nexcept Exception:\n    pass",
        "try:\n    act()\nexcept:\n    pass",
        "with suppress(HelsebroError):\n    act()",
    ]
    assert [catching(source) for source in swallowing] == [True] * 5
    assert not catching("try:\n    act()\nexcept Busy:\n    pass\nwith suppress(Conflict):\n    act()")
