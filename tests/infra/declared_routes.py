"""The routes that handlers declare, read from their source: no function is imported for it."""

from __future__ import annotations

import ast
import re
from pathlib import Path

VERBS = {"get", "put", "post", "delete"}


def routes_of(handler: Path) -> set[str]:
    """``POST /v1/claims`` and the like, path parameters in the gateway's spelling."""
    tree = ast.parse(handler.read_text())
    constants = _constants(tree)
    return {
        f"{call.func.attr.upper()} {_gateway_path(_text(call.args[0], constants))}"
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef)
        for call in function.decorator_list
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr in VERBS
    }


def _constants(tree: ast.Module) -> dict[str, str]:
    found: dict[str, str] = {}
    for node in tree.body:
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Constant() | ast.JoinedStr() as value):
                found[name] = _text(value, found)
    return found


def _text(node: ast.expr, constants: dict[str, str]) -> str:
    match node:
        case ast.Constant(value=str(value)):
            return value
        case ast.Name(id=name):
            return constants[name]
        case ast.JoinedStr(values=parts):
            return "".join(_text(part, constants) for part in parts)
        case ast.FormattedValue(value=inner):
            return _text(inner, constants)
        case _:
            return ""


def _gateway_path(path: str) -> str:
    return re.sub(r"<(\w+)>", lambda name: "{" + _camel(name.group(1)) + "}", path)


def _camel(name: str) -> str:
    first, *others = name.split("_")
    return first + "".join(part.capitalize() for part in others)
