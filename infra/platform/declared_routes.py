"""Reads the routes that a handler declares from its source, without importing it.

A handler has ``route = Routes(app)`` and decorates functions with ``@route.get("/v1/…", allows={…})``. Any
other use of ``route`` is an error that names the file and the line, so that no route is missed.
"""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

METHODS = ("get", "put", "post", "delete")
MODULE, CLASS, ENTRY_POINT = "helsebro_aws.http.routes", "Routes", "handler"


class RouteNotUnderstood(Exception):
    """A handler declares a route in a way that cannot be read; the text names the file and the line."""


@dataclass(frozen=True)
class DeclaredRoute:
    """One route. ``key`` is the gateway's spelling: ``GET /v1/claims/{claimId}``.

    ``allows`` holds the rights as the handler writes them: ``MEMBER``, or ``*PAYER_ROLES`` for a group.
    """

    key: str
    allows: frozenset[str]


def declared_routes(handler: Path) -> tuple[DeclaredRoute, ...]:
    """Returns the routes of a handler in the order of the file. Raises ``RouteNotUnderstood``."""
    return tuple(_Source(handler).routes())


class _Source:
    """A handler's source. ``constants`` are the module's names that are assigned once."""

    def __init__(self, path: Path) -> None:
        self.path, self.tree = path, ast.parse(path.read_text("utf-8"))
        assigned = [node for node in self.tree.body if isinstance(node, ast.Assign)]
        values = [(_name_of(node.targets[0]), node.value) for node in assigned]
        times = Counter(name for name, _ in values)
        self.constants = {name: value for name, value in values if name and times[name] == 1}
        self.routers = {name for name, value in self.constants.items() if _is_router(value)}

    def routes(self) -> Iterator[DeclaredRoute]:
        """Yields every route. Raises ``RouteNotUnderstood``, also when ``route`` is used in another way."""
        read = set[ast.AST]()
        for function in self.tree.body:
            for decorator in function.decorator_list if isinstance(function, ast.FunctionDef) else ():
                match decorator:
                    case ast.Call(func=ast.Attribute(value=ast.Name(id=name) as router, attr=method)):
                        if name in self.routers and method in METHODS:
                            read.add(router)
                            yield self._route(method, decorator)
        self._must_have_read_all(read)

    def _route(self, method: str, call: ast.Call) -> DeclaredRoute:
        if len(call.args) != 1:
            raise self._not_understood(call, "its only positional argument must be the path")
        path = re.sub(r"<(\w+)>", lambda found: "{" + _camel(found[1]) + "}", self._text(call.args[0]))
        for keyword in call.keywords:
            if keyword.arg == "allows":
                return DeclaredRoute(f"{method.upper()} {path}", frozenset(self._rights(keyword.value)))
        raise self._not_understood(call, "it has no argument `allows`")

    def _text(self, node: ast.expr) -> str:
        match node:
            case ast.Constant(value=str(value)):
                return value
            case ast.Name(id=name) if name in self.constants:
                return self._text(self.constants[name])
            case ast.JoinedStr(values=parts):
                return "".join(self._text(part) for part in parts)
            case ast.FormattedValue(value=inner, conversion=-1, format_spec=None):
                return self._text(inner)
        raise self._not_understood(node, "the path must be a string or an f-string, here or in a constant")

    def _rights(self, node: ast.expr) -> Iterator[str]:
        match node:
            case ast.Name(id=name) if name in self.constants:
                yield from self._rights(self.constants[name])
            case ast.Set(elts=elements):
                yield from (self._right(element) for element in elements)
            case _:
                raise self._not_understood(node, "the rights must be a set in braces, here or in a constant")

    def _right(self, node: ast.expr) -> str:
        match node:
            case ast.Name(id=name):
                return name
            case ast.Starred(value=ast.Name(id=name)):
                return f"*{name}"
        raise self._not_understood(node, "a right must be a name, a group of rights a name with a star")

    def _must_have_read_all(self, read: set[ast.AST]) -> None:
        nodes = list(ast.walk(self.tree))
        entry_points = [n.value for n in nodes if isinstance(n, ast.Attribute) and n.attr == ENTRY_POINT]
        understood = {*read, *entry_points}
        for node in nodes:
            if MODULE in _imported_by(node) and not self.routers:
                raise self._not_understood(node, f"the file has no `route = {CLASS}(app)`")
            if _loaded_by(node) in self.routers and node not in understood:
                raise self._not_understood(node, "it must decorate a function of the module")

    def _not_understood(self, node: ast.AST, why: str) -> RouteNotUnderstood:
        return RouteNotUnderstood(f"{self.path}:{getattr(node, 'lineno', 1)}: cannot read this route: {why}")


def _name_of(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else ""


def _loaded_by(node: ast.AST) -> str:
    return node.id if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) else ""


def _imported_by(node: ast.AST) -> set[str]:
    match node:
        case ast.Import(names=aliases):
            return {alias.name for alias in aliases}
        case ast.ImportFrom(module=str(module), names=aliases):
            return {module, *(f"{module}.{alias.name}" for alias in aliases)}
    return set()


def _is_router(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and _name_of(node.func) == CLASS


def _camel(name: str) -> str:
    first, *others = name.split("_")
    return first + "".join(part.capitalize() for part in others)
