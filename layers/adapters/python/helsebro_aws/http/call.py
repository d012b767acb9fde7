"""One call of a route: its caller, body, parameters and idempotency key."""

from __future__ import annotations

import hashlib
import json
import re
from base64 import b64decode
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeVar

from helsebro import ids
from helsebro.caller import Caller
from helsebro.errors import BadInput, Fault
from helsebro.ids import PersonId
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.errors import KeyMissing, UnsupportedMedia, VersionMissing
from helsebro_aws.http.problems import language_of

if TYPE_CHECKING:
    from helsebro.receipt import Receipt
    from helsebro_aws.http.bodies import FaultsOf

BodyShape = TypeVar("BodyShape")
DEFAULT_LIMIT = 25
MOST = 100
UTF8 = frozenset({"utf-8", "utf8"})
LONGEST_KEY = 255
LONGEST_ID = 200
"""Ours are shorter, and DynamoDB refuses a key of more than 1,024 bytes as a fault of the program."""
ID_FORMS: Mapping[str, Callable[[str], bool]] = {
    "clinic_id": ids.is_clinic,
    "person_id": ids.is_person,
    "practitioner_id": ids.is_practitioner,
}
"""Ids in paths that are keys as they stand. AWS refuses to read a key of another form to a function whose
role is limited to a part of the table; every other id is taken apart, and ``ids`` finds that it is none."""


@dataclass(frozen=True)
class Call:
    """A request as handlers see it; ``caller`` is verified and has one of the route's rights.

    ``own_key`` replaces the idempotency key on routes where the caller need not send one. ``most`` is how
    many entries a page may hold at most (``paged``).
    """

    event: Mapping[str, Any]
    route: str
    caller: Caller
    own_key: str = ""
    most: int = MOST

    @cached_property
    def headers(self) -> dict[str, str]:
        """The headers by lower-case name."""
        return {name.lower(): value for name, value in (self.event.get("headers") or {}).items()}

    @property
    def path(self) -> str:
        """The requested path."""
        return str(self.event.get("rawPath", ""))

    @property
    def language(self) -> str:
        """``da``, ``nb`` or ``en``."""
        return self.language_or("da")

    def language_or(self, otherwise: str) -> str:
        """Returns ``da``, ``nb`` or ``en``: the one that the caller prefers, else ``otherwise``."""
        return language_of(self.headers.get("accept-language", ""), otherwise)

    @cached_property
    def raw_body(self) -> bytes:
        """The bytes of the body as sent."""
        return raw_body(self.event)

    def query(self, name: str) -> str | None:
        """Returns a query parameter, None when absent or empty."""
        return (self.event.get("queryStringParameters") or {}).get(name) or None

    def given(self, name: str) -> str | None:
        """Returns a query parameter as it was sent, None when absent; an empty one stays empty.

        It is for a parameter that filters: an empty filter is a mistake, and not the wish for everything.
        """
        return (self.event.get("queryStringParameters") or {}).get(name)

    def person_id(self) -> PersonId | None:
        """Returns the person that ``?personId=`` names, or None when it is absent or empty."""
        named = self.query("personId")
        return PersonId(named) if named else None

    def limit(self) -> int:
        """Returns ``?limit=``, 1 to 100, default 25, but ``most`` at most; ``page_faults`` judges it."""
        text = self.query("limit") or ""
        return min(int(text) if _is_limit(text) else DEFAULT_LIMIT, self.most)

    def cursor(self) -> str | None:
        """Returns ``?cursor=`` without its seal; None when absent, or sealed for another list or caller."""
        if not self.query("cursor"):
            return None
        from helsebro_aws.http.lists.sealed_cursor import opened

        return opened(self)

    def page_faults(self) -> list[Fault]:
        """Returns the faults of ``limit`` and ``cursor``, which ``paged`` adds to those of the list."""
        faults, limit = [], self.query("limit")
        if limit and not _is_limit(limit):
            faults.append(Fault("/limit", "limit-out-of-range", f"1–{MOST}"))
        if self.query("cursor") and not self.cursor():
            faults.append(Fault("/cursor", "unknown-cursor", ""))
        return faults

    def json(self) -> Any:
        """Returns the body as JSON. Raises ``UnsupportedMedia``, or ``BadInput`` as ``json_body.read``."""
        # Here, as the shapes below: a route without a body loads neither.
        from helsebro_aws.http.fields import json_body

        if "content-type" in self.headers:
            self.must_be("application/json")
        return json_body.read(self.raw_body)

    def must_be(self, *media_types: str) -> None:
        """Raises ``UnsupportedMedia`` unless the body is declared as one of these types, in UTF-8."""
        media, *parameters = self.headers.get("content-type", "").lower().replace(" ", "").split(";")
        charsets = [text.partition("=")[2].strip('"') for text in parameters if text.startswith("charset=")]
        if media not in media_types or not UTF8.issuperset(charsets):
            raise UnsupportedMedia(expected=media_types[0])

    def read(self, shape: type[BodyShape], also: FaultsOf | None = None) -> BodyShape:
        """Returns the body as a pydantic shape. Raises ``BadInput`` with all faults at once.

        ``also`` returns the faults of the body that only its route can know.
        """
        from helsebro_aws.http.bodies import parse

        return parse(shape, self.json(), also)

    @property
    def receipt_record(self) -> str:
        """The name of this call's receipt: a hash of caller, route and key. Raises ``KeyMissing``.

        Without an ``Idempotency-Key`` the key is a clinic's ``webhook-id``, else ``own_key``.
        """
        if "idempotency-key" not in self.headers and self.message_record:
            return self.message_record
        key = self.headers.get("idempotency-key", self.own_key).strip().strip('"')
        if not 1 <= len(key) <= LONGEST_KEY:
            raise KeyMissing()
        return self._record(self.route, key)

    @property
    def message_record(self) -> str | None:
        """The name under which a clinic's signed message is accepted once, over all routes."""
        if not self.caller.is_clinic_system:
            return None
        return self._record("", self.headers.get("webhook-id", ""))

    def _record(self, route: str, key: str) -> str:
        return hashlib.sha256(f"{self.caller.subject}\n{route}\n{key}".encode()).hexdigest()

    @cached_property
    def fingerprint(self) -> str:
        """A hash of path and body that is equal for equal requests; JSON is compared by value."""
        try:
            body = json.dumps(json.loads(self.raw_body), sort_keys=True).encode()
        except (ValueError, RecursionError):
            body = self.raw_body
        return hashlib.sha256(self.path.encode() + b"\n" + body).hexdigest()

    def receipt(self, answer: HttpAnswer, notes: Sequence[Mapping[str, Any]] = ()) -> Receipt:
        """Returns the receipt to commit together with the change that ``answer`` reports, and its notes.

        What the answer tells of the caller's health is encrypted in it (``sealed_answer.without_health``).
        """
        from helsebro.receipt import Receipt
        from helsebro_aws.http.sealed_answer import without_health

        record, message = self.receipt_record, self.message_record
        # The Idempotency-Key is not signed: an intercepted message must not be accepted under another key.
        also = message if message != record else None
        body = without_health(answer.body or {}, record)
        return Receipt(record, self.fingerprint, answer.status, body, also, tuple(notes))

    def expected_version(self) -> int:
        """Returns the version in ``If-Match``. Raises ``VersionMissing`` (428) or ``BadInput`` (400)."""
        text = self.headers.get("if-match", "").strip()
        if not text:
            raise VersionMissing()
        if not re.fullmatch(r'(W/)?"[0-9]{1,9}"|[0-9]{1,9}', text):
            raise BadInput([Fault("/If-Match", "unknown-version", "")], malformed=True)
        return int(re.sub(r"\D", "", text))


def _is_limit(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < LONGEST_KEY and 1 <= int(text) <= MOST


def may_exist(parameters: Mapping[str, str]) -> bool:
    """Whether each parameter of a path has a form that something may have."""
    return all(
        len(text) <= LONGEST_ID and ID_FORMS.get(name, bool)(text) for name, text in parameters.items()
    )


def raw_body(event: Mapping[str, Any]) -> bytes:
    """Returns the bytes of an event's body."""
    body = event.get("body") or ""
    # A half character cannot be encoded as UTF-8; passed on, its bytes are refused as not UTF-8.
    return b64decode(body) if event.get("isBase64Encoded") else body.encode("utf-8", "surrogatepass")


def body_class(name: str) -> type[Any]:
    """Returns the class that ``module.Class`` names under ``helsebro_aws``, loaded on first use.

    A route names the class of its body by text, so that a read never loads pydantic.
    """
    module, _, class_name = name.rpartition(".")
    found: type[Any] = getattr(import_module(f"helsebro_aws.{module}"), class_name)
    return found
