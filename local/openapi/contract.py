"""The document as a judge of real answers: what in an answer it does not describe.

An answer may hold nothing that the document does not name, although a client must bear more.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from copy import copy
from functools import cache
from pathlib import Path
from typing import Any

import httpx
from jsonschema_rs import Draft202012, Draft202012Validator, Registry, ValidationError

from local.openapi.problems import CODES

ADDRESS = "urn:helsebro:openapi"
ROOT = re.compile(r"/(?:v1|problems)/")


def path_of(url_path: str) -> str:
    """Returns ``/v1/claims`` for the path of a URL, which may have more before it; empty without one."""
    found = ROOT.search(url_path)
    return url_path[found.start() :] if found else ""


class Contract:
    """The document, and how an answer differs from it.

    ``reached`` holds the operations that answered with a success, such as ``GET /v1/me``.
    """

    def __init__(self, document: Mapping[str, Any]) -> None:
        self.document = json.loads(json.dumps(document))
        self.reached = set[str]()
        self._validators: dict[str, Draft202012Validator] = {}
        for schema in self.document["components"]["schemas"].values():
            _close(schema)
        self._registry = Registry([(ADDRESS, self.document)], draft=Draft202012)
        # A fixed path goes before one with parameters, as at the gateway.
        ordered = sorted(self.document["paths"], key=lambda path: (path.count("{"), path))
        self._paths = [
            (re.compile(re.sub(r"\\\{\w+\\\}", "[^/]+", re.escape(path))), path) for path in ordered
        ]

    @classmethod
    def of_file(cls, path: Path) -> Contract:
        """Returns the contract of a committed document, which is read once; nothing has been reached yet."""
        made = copy(_read(path))
        made.reached = set()
        return made

    @property
    def operations(self) -> set[str]:
        """Every operation of the document."""
        paths = self.document["paths"].items()
        return {f"{method.upper()} {path}" for path, methods in paths for method in methods}

    def operation(self, method: str, path: str) -> str | None:
        """Returns ``POST /v1/claims/{claimId}/refunds`` for a call; None when there is no such operation."""
        for pattern, template in self._paths:
            if pattern.fullmatch(path) and method.lower() in self.document["paths"][template]:
                return f"{method.upper()} {template}"
        return None

    def faults_over_http(self, answer: httpx.Response) -> list[str]:
        """Returns in words what the document does not describe of an answer; none for another server's."""
        path = path_of(answer.request.url.path)
        if not path or answer.request.method == "OPTIONS":
            return []
        return self.faults(answer.request.method, path, answer.status_code, dict(answer.headers), answer.text)

    def faults(self, method: str, path: str, status: int, headers: Mapping[str, str], body: str) -> list[str]:
        """Returns in words what the document does not describe; none for a path that it does not have."""
        named = self.operation(method, path)
        if named is None:
            # 403: a call that has not passed the edge is refused before its route is looked for.
            return [] if status in (403, 404) else [f"{method} {path} is not in the document"]
        if status < 400:
            self.reached.add(named)
        template = named.split(" ")[1]
        described = self.document["paths"][template][method.lower()]["responses"].get(str(status))
        if described is None:
            return [f"{named} answered {status}, which is not in the document: {_short(body)}"]
        if "$ref" in described:
            described = self.document["components"]["responses"][described["$ref"].rsplit("/", 1)[1]]
        lower = {name.lower(): value for name, value in headers.items()}
        return [
            f"{named} {status}: {fault}" for fault in self._of_answer(described, named, status, lower, body)
        ]

    def answer(self, named: str, status: int) -> Mapping[str, Any]:
        """Returns the schema of a success of an operation; an empty one when it has no JSON."""
        method, template = named.split(" ")
        described = self.document["paths"][template][method.lower()]["responses"].get(str(status), {})
        schema: Mapping[str, Any] = described.get("content", {}).get("application/json", {}).get("schema", {})
        return schema

    def _of_answer(
        self, described: Mapping[str, Any], named: str, status: int, headers: Mapping[str, str], body: str
    ) -> list[str]:
        content = described.get("content") or {}
        media = headers.get("content-type", "").partition(";")[0]
        if not content:
            return [f"it has a body: {_short(body)}"] if body else []
        if media not in content:
            return [f"it is {media}, not {', '.join(content)}"]
        if "json" not in media:
            return []
        found = json.loads(body)
        codes = described.get(CODES)
        if codes is not None and found["code"] not in codes:
            return [f"the code {found['code']} is not in the document"]
        errors = self._validator(named, status, content[media]["schema"]).iter_errors(found)
        return [f"{_path(error)}: {_short(error.message)}" for error in errors]

    def _validator(self, named: str, status: int, schema: dict[str, Any]) -> Draft202012Validator:
        key = f"{named} {status}"
        if key not in self._validators:
            self._validators[key] = Draft202012Validator(_absolute(schema), registry=self._registry)
        return self._validators[key]


def _absolute(schema: Any) -> Any:
    """Returns the schema with references into the document."""
    if isinstance(schema, dict):
        return {name: ADDRESS + part if name == "$ref" else _absolute(part) for name, part in schema.items()}
    return [_absolute(part) for part in schema] if isinstance(schema, list) else schema


def _close(schema: Any) -> None:
    """Refuses in every object of an answer what the document does not name."""
    if isinstance(schema, list):
        for part in schema:
            _close(part)
    if not isinstance(schema, dict):
        return
    if schema.get("type") == "object" and "properties" in schema:
        schema.setdefault("additionalProperties", False)
    for part in schema.values():
        _close(part)


def _path(error: ValidationError) -> str:
    """Returns ``$.items[0].status`` for the place of a fault in the answer."""
    return "$" + "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in error.instance_path)


def _short(text: str, most: int = 300) -> str:
    return text if len(text) <= most else text[:most] + "…"


def _pattern(path: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"\\\{\w+\\\}", "[^/]+", re.escape(path)))


@cache
def _read(path: Path) -> Contract:
    return Contract(json.loads(path.read_text("utf-8")))
