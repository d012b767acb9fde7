"""The codes of the errors that the API answers, collected from the code that raises them.

The OpenAPI document and the tests read them here; ``problems.json`` has the texts of each.
"""

from __future__ import annotations

import ast
import pkgutil
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import get_args

import helsebro
import helsebro_aws
from helsebro.calendars.publication import Reason
from helsebro.errors import HelsebroError
from helsebro_aws.http.fields.field_faults import CODES, FORMS
from helsebro_aws.http.problems import STATUS, texts
from helsebro_aws.identity.bearer_token import TokenRefused
from local.home import ROOT

PACKAGES = (helsebro, helsebro_aws)
SOURCES = (*(Path(package.__path__[0]) for package in PACKAGES), ROOT / "functions")
GIVERS: Mapping[str, int] = {
    "Fault": 1,
    "fault": 1,
    "NoticeBreach": 1,
    "PydanticCustomError": 0,
    "Mistake": 0,
    "_Unreadable": 0,
    "_malformed": 0,
    "note_fault": 0,
}
"""What makes a fault of a field, and which of its arguments is the code."""
OF_ADDRESSES = ("address-form", "address-scheme", "address-host", "address-port")
OF_A_SERIES = (
    "guarantee-bound-elsewhere",
    "guarantee-is-refunded",
    "guarantee-not-valid",
    "guarantee-used-up",
    "outside-guarantee-period",
    "practitioner-week-full",
    "slot-in-the-past",
    "slot-named-twice",
    "slot-not-found",
    "slot-of-another-practitioner",
    "slot-taken",
    "treatment-not-offered",
)
"""The refusals of a booking that a series answers for each of its slots."""
COMPUTED = frozenset({"id-malformed", *OF_ADDRESSES, *OF_A_SERIES, *get_args(Reason)})
"""Codes of faults that are not written where the fault is made."""
OF_TOKENS = TokenRefused.__name__
"""The authorizer's error: a handler answers its code as 401."""


def fault_codes() -> frozenset[str]:
    """Returns every code that an entry of ``errors`` can have."""
    of_fields = {code for code, _ in CODES.values()}
    return frozenset({*of_fields, *FORMS.values(), *COMPUTED, *(code for _, code in made_by(GIVERS))})


def problem_codes() -> dict[str, int]:
    """Returns every code of a problem that has texts, with its status."""
    classes = _error_classes()
    raised = [(kind.code, kind) for kind in classes.values()]
    raised += [(code, classes[name]) for name, code in made_by(dict.fromkeys(classes, 0))]
    found = {code: _status(kind) for code, kind in raised if code in texts()}
    found |= dict.fromkeys((TokenRefused().code, *(code for _, code in made_by({OF_TOKENS: 0}))), 401)
    return {**found, "malformed": 400, "internal-error": 500}


def _status(kind: type[HelsebroError]) -> int:
    return next(STATUS[parent] for parent in kind.__mro__ if parent in STATUS)


def made_by(makers: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    """Yields the name and code of every call of one of these functions or classes with a written code."""
    for call in calls():
        name = getattr(call.func, "id", getattr(call.func, "attr", ""))
        if name in makers and len(call.args) > makers[name]:
            for code in _written(call.args[makers[name]]):
                yield name, code


@cache
def calls() -> tuple[ast.Call, ...]:
    """Returns every call in the sources of the domain, the adapters and the functions."""
    files = (path for source in SOURCES for path in sorted(source.rglob("*.py")))
    trees = (ast.parse(path.read_text("utf-8")) for path in files)
    return tuple(node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call))


def _written(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.IfExp):
        yield from _written(node.body)
        yield from _written(node.orelse)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value


@cache
def _error_classes() -> dict[str, type[HelsebroError]]:
    for package in PACKAGES:
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            import_module(module.name)
    return {kind.__name__: kind for kind in _below(HelsebroError)}


def _below(kind: type[HelsebroError]) -> Iterator[type[HelsebroError]]:
    for child in kind.__subclasses__():
        yield child
        yield from _below(child)
