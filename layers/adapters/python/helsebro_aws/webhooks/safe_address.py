"""Safe addresses: where a clinic may have its webhooks sent, never into our own network.

An address is checked twice: as written (https, a name with dots, a known port) and, before each sending,
every IP address that its name resolves to. The sender connects to exactly the checked address (promise 13).
"""

from __future__ import annotations

import os
import re
import socket
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import SplitResult, urlsplit

from helsebro.errors import Refused

PORTS = frozenset({443, 8443})
LONGEST_URL = 2048
LABEL = r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?"
NAME = re.compile(rf"(?:{LABEL}\.)+[a-z](?:[a-z0-9-]{{0,61}}[a-z0-9])?")
"""An ASCII name with a dot; its last label begins with a letter, which excludes ``127.1`` and ``0x7f.1``."""
VISIBLE = re.compile(r"[!-~]+")

SPECIAL_IPV4 = tuple(
    ip_network(text)
    for text in (
        "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 "
        "192.0.2.0/24 192.31.196.0/24 192.52.193.0/24 192.88.99.0/24 192.168.0.0/16 192.175.48.0/24 "
        "198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4 168.63.129.16/32"
    ).split()
)
"""IANA's special-purpose registry, and the host agent that one cloud has at a public address."""
GLOBAL_IPV6 = ip_network("2000::/3")
"""The only range for public hosts: NAT64, mapped, compatible, local and multicast addresses are outside."""
SPECIAL_IPV6 = tuple(
    ip_network(text) for text in "2001::/23 2001:db8::/32 2002::/16 2620:4f:8000::/48 3fff::/20".split()
)
"""The parts of 2000::/3 without public hosts: Teredo, ORCHID and benchmarks, documentation, 6to4, AS112."""

Resolve = Callable[[str, int], list[str]]


class AddressRefused(Refused):
    """The address is not safe to send to. ``facts["reason"]`` is ``scheme``, ``host``, ``port``, ``form``,
    ``private`` or ``unknown`` (the name does not resolve)."""

    code = "address-refused"


@dataclass(frozen=True)
class SafeAddress:
    """Where to connect (``ip``, ``port``), the expected name (``host``) and the path (``target``)."""

    host: str
    ip: str
    port: int
    target: str
    encrypted: bool = True


def is_local(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether this is the embedded stack: a clinic's system may be on loopback without a certificate."""
    return environment.get("HELSEBRO_LOCAL_STACK") == "1"


def resolved(host: str, port: int) -> list[str]:
    """Returns the IP addresses of a name, as text."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return []
    return [str(entry[4][0]) for entry in found]


def as_written(url: str, *, local: bool = False) -> None:
    """Raises ``AddressRefused`` for a URL that is unsafe as written; asks no name server."""
    _parts(url, local)


def safe(url: str, *, resolve: Resolve = resolved, local: bool = False) -> SafeAddress:
    """Returns the address to connect to. Raises ``AddressRefused``, also when one of several is private."""
    parts, host, port = _parts(url, local)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    addresses = resolve(host, port)
    if not addresses:
        raise AddressRefused(reason="unknown")
    if local and _is_loopback_name(host) and all(_is_loopback(address) for address in addresses):
        return SafeAddress(host, addresses[0], port, target, parts.scheme == "https")
    if not all(is_public(address) for address in addresses):
        raise AddressRefused(reason="private")
    return SafeAddress(host, addresses[0], port, target)


def is_public(text: str) -> bool:
    """Whether an IP address belongs to a public host and does not embed another address."""
    try:
        address = ip_address(text)
    except ValueError:
        return False
    if isinstance(address, IPv4Address):
        return not any(address in network for network in SPECIAL_IPV4)
    if address.scope_id or address not in GLOBAL_IPV6 or _is_isatap(address):
        return False
    return not any(address in network for network in SPECIAL_IPV6)


def _parts(url: str, local: bool) -> tuple[SplitResult, str, int]:
    if len(url) > LONGEST_URL or not VISIBLE.fullmatch(url) or "\\" in url:
        raise AddressRefused(reason="form")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise AddressRefused(reason="form") from None
    host = (parts.hostname or "").lower()
    if parts.username is not None or parts.password is not None or parts.fragment:
        raise AddressRefused(reason="form")
    if local and _is_loopback_name(host) and parts.scheme in ("http", "https"):
        return parts, host, port or (443 if parts.scheme == "https" else 80)
    if parts.scheme != "https":
        raise AddressRefused(reason="scheme")
    if not NAME.fullmatch(host) or len(host) > 253:
        raise AddressRefused(reason="host")
    if (443 if port is None else port) not in PORTS:
        raise AddressRefused(reason="port")
    return parts, host, port or 443


def _is_loopback_name(host: str) -> bool:
    return host in ("localhost", "127.0.0.1", "::1")


def _is_loopback(text: str) -> bool:
    return ip_address(text).is_loopback


def _is_isatap(address: IPv6Address) -> bool:
    """Whether the lower half contains an IPv4 address (RFC 5214), which a router may extract."""
    return (int(address) >> 32) & 0xFCFFFFFF == 0x00005EFE
