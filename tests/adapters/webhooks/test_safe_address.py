"""Safe addresses (promise 13): the notations of a private address, and a resolver that changes its answer."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from threading import Thread

import pytest

from helsebro_aws.webhooks.safe_address import (
    AddressRefused,
    Resolve,
    as_written,
    is_local,
    is_public,
    safe,
)
from helsebro_aws.webhooks.sender import post

PUBLIC = "93.184.215.14"
NOW = datetime(2026, 11, 21, tzinfo=UTC)

PRIVATE = """
0.0.0.0 0.1.2.3 10.0.0.0 10.0.0.1 10.255.255.255 100.64.0.1 100.100.100.200 100.127.255.255 127.0.0.1
127.0.0.53 127.1.2.3 127.255.255.255 169.254.0.1 169.254.169.254 169.254.170.2 169.254.169.123 172.16.0.1
172.31.255.255 192.0.0.1 192.0.0.170 192.0.0.192 192.0.2.1 192.31.196.1 192.52.193.1 192.88.99.1 192.168.0.1
192.168.255.255 192.175.48.1 198.18.0.1 198.19.255.255 198.51.100.1 203.0.113.1 224.0.0.1 239.255.255.255
240.0.0.1 255.255.255.255 168.63.129.16
:: ::1 ::127.0.0.1 ::10.0.0.1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:169.254.169.254 ::ffff:0:127.0.0.1
::ffff:93.184.215.14 64:ff9b::7f00:1 64:ff9b::10.0.0.1 64:ff9b::169.254.169.254 64:ff9b:1::10.0.0.1
100::1 2001::1 2001:0:7f00:1::1 2001:2::1 2001:10::1 2001:20::1 2001:db8::1 2002:7f00:1:: 2002:a00:1::
2002:a9fe:a9fe:: 2620:4f:8000::1 3fff::1 5f00::1 fc00::1 fd00:ec2::254 fdff::1 fe80::1 fe80::1%eth0
fec0::1 ff02::1 ff0e::1 4000::1 2a00:1450::5efe:7f00:1 2a00:1450::200:5efe:a00:1 2606:4700::1%eth0
""".split()

ORDINARY = """
93.184.215.14 1.1.1.1 8.8.8.8 100.63.255.255 172.32.0.1 223.255.255.254
2606:4700:4700::1111 2a00:1450:400f:80c::200e 2001:4860:4860::8888
""".split()

ODD_URLS = """
http://clinic.example/ ftp://clinic.example/ file:///etc/passwd gopher://clinic.example/ //clinic.example/
https: https:// https:/// https://:443/ javascript:alert(1) clinic.example HTTPS:clinic.example
https://127.0.0.1/ https://127.1/ https://127.0.1/ https://0/ https://0x7f.1/ https://0x7f000001/
https://0x7f.0.0.1/ https://0177.0.0.1/ https://2130706433/ https://017700000001/ https://127.0.0.1./
https://10.0.0.1/ https://169.254.169.254/latest/meta-data/ https://93.184.215.14/ https://1.2.3/
https://[::1]/ https://[::ffff:127.0.0.1]/ https://[::]/ https://[fe80::1%25eth0]/ https://[2606:4700::1111]/
https://[::1/ https://localhost/ https://localhost./ https://intranet/ https://clinic/ https://clinic.example./
https://１２７.０.０.１/ https://①②⑦.⓪.⓪.①/ https://127。0。0。1/ https://clinic。example/ https://klinik.exämple/
https://clinic.example:80/ https://clinic.example:22/ https://clinic.example:0/ https://clinic.example:65536/
https://clinic.example:-1/ https://clinic.example:６５/ https://clinic.example:9001/ https://clinic.example:443x/
https://user@clinic.example/ https://user:secret@clinic.example/ https://@clinic.example/
https://clinic.example@127.0.0.1/ https://127.0.0.1\\@clinic.example/ https://clinic.example\\.evil.example/
https://clinic.example#@127.0.0.1/ https://clinic.example/#part https://clinic..example/ https://.example/
https://-clinic.example/ https://clinic-.example/ https://clinic.1/ https://clinic.0x1/ https://%31%32%37.0.0.1/
https://clinic%2eexample/ https://clinic%00.example/ https://cl*nic.example/ https://clinic.example%0d%0ax/
""".split()
SPACED_URLS = [
    "",
    " https://clinic.example/",
    "https://clinic.example/ ",
    "https://clinic.example/a b",
    "https://clinic.example/\r\nhost: evil.example",
    "https://cli\tnic.example/",
    "https://clinic.example/\x00",
    "https://clinic.example/" + "a" * 2048,
    "https://" + "a" * 64 + ".example/",
    "https://" + "a.clinic" * 40 + ".example/",
    "https://clinic.example/\udcff",
]


@pytest.mark.parametrize("address", PRIVATE)
def test_no_special_address_is_public_in_any_notation(address: str) -> None:
    assert not is_public(address)
    with pytest.raises(AddressRefused):
        safe("https://clinic.example/hooks", resolve=lambda _host, _port: [address])


@pytest.mark.parametrize(
    "text", ["", "127.1", "0x7f.1", "１２７.0.0.1", "127.0.0.1:80", "clinic.example", "1" * 400]
)
def test_a_text_that_is_not_an_address_is_not_public(text: str) -> None:
    assert not is_public(text)


@pytest.mark.parametrize("address", ORDINARY)
def test_ordinary_addresses_are_public(address: str) -> None:
    assert is_public(address)


def test_the_tables_are_long_enough() -> None:
    assert len(PRIVATE) >= 60
    assert len(ODD_URLS) + len(SPACED_URLS) >= 60


@pytest.mark.parametrize("url", [*ODD_URLS, *SPACED_URLS])
def test_an_odd_url_is_refused_before_its_name_is_resolved(url: str) -> None:
    asked: list[str] = []

    def resolve(host: str, _port: int) -> list[str]:
        asked.append(host)
        return [PUBLIC]

    with pytest.raises(AddressRefused):
        as_written(url)
    with pytest.raises(AddressRefused):
        safe(url, resolve=resolve)
    assert asked == []


@pytest.mark.parametrize(
    ("url", "host", "port", "target"),
    [
        ("https://clinic.example/hooks?a=1&b=2", "clinic.example", 443, "/hooks?a=1&b=2"),
        ("https://clinic.example", "clinic.example", 443, "/"),
        ("https://Clinic.EXAMPLE:8443/x", "clinic.example", 8443, "/x"),
        ("https://xn--klinik-sb-85a.example.dk/%C3%A6", "xn--klinik-sb-85a.example.dk", 443, "/%C3%A6"),
        ("https://a_b.hooks.clinic-one.co.uk/", "a_b.hooks.clinic-one.co.uk", 443, "/"),
    ],
)
def test_an_ordinary_url_is_split_into_its_parts(url: str, host: str, port: int, target: str) -> None:
    address = safe(url, resolve=lambda _host, _port: [PUBLIC])
    assert (address.host, address.ip, address.port, address.target) == (host, PUBLIC, port, target)
    assert address.encrypted


@pytest.mark.parametrize("addresses", [[PUBLIC, "10.0.0.1"], ["10.0.0.1", PUBLIC], [PUBLIC, "::1"], []])
def test_a_name_with_one_private_address_is_refused(addresses: list[str]) -> None:
    with pytest.raises(AddressRefused):
        safe("https://clinic.example/", resolve=lambda _host, _port: addresses)


def always(address: str) -> Resolve:
    return lambda _host, _port: [address]


@contextmanager
def trap() -> Iterator[tuple[int, list[str]]]:
    """A listener on loopback and the connections it got."""
    caught: list[str] = []
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0.05)
        running = [True]

        def wait() -> None:
            while running:
                try:
                    connection, peer = listener.accept()
                except TimeoutError:
                    continue
                caught.append(str(peer))
                connection.close()

        thread = Thread(target=wait)
        thread.start()
        try:
            yield listener.getsockname()[1], caught
        finally:
            running.clear()
            thread.join()


@pytest.mark.parametrize("local", [False, True])
def test_no_public_name_ever_leads_to_a_connection_to_loopback(local: bool) -> None:
    with trap() as (port, caught):
        for address in ("127.0.0.1", "::1", "::ffff:127.0.0.1", "0.0.0.0"):
            for url in ("https://clinic.example:8443/", f"https://clinic.example:{port}/"):
                answer = post(url, b"", {}, NOW, resolve=always(address), local=local)
                assert answer.fault == "address-refused"
        for url in (f"http://127.0.0.1:{port}/", f"https://localhost:{port}/"):
            if not local:
                assert post(url, b"", {}, NOW).fault == "address-refused"
    assert caught == []


def test_a_name_that_resolves_differently_each_time_is_resolved_once() -> None:
    """Control of rebinding: the connection goes to the address that was checked, never to a second answer."""
    answers = iter([[PUBLIC], ["127.0.0.1"], ["127.0.0.1"]])
    asked: list[str] = []

    def rebinding(host: str, _port: int) -> list[str]:
        asked.append(host)
        return next(answers)

    address = safe("https://clinic.example/", resolve=rebinding)
    assert (address.ip, asked) == (PUBLIC, ["clinic.example"])


def test_control_the_trap_catches_a_connection_that_is_allowed() -> None:
    with trap() as (port, caught):
        post(f"http://127.0.0.1:{port}/", b"", {}, NOW, local=True)
    assert len(caught) == 1


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:9402/hooks", "http://localhost:9402/hooks", "https://[::1]:9/"]
)
def test_only_the_embedded_stack_may_send_to_loopback(url: str) -> None:
    assert safe(url, local=True, resolve=lambda _host, _port: ["127.0.0.1"]).port in (9402, 9)
    with pytest.raises(AddressRefused):
        as_written(url)


@pytest.mark.parametrize(
    "url", ["http://clinic.example/", "http://10.0.0.1/", "https://127.1/", "ftp://localhost/"]
)
def test_the_embedded_stack_opens_loopback_only(url: str) -> None:
    with pytest.raises(AddressRefused):
        safe(url, local=True, resolve=lambda _host, _port: ["127.0.0.1"])


@pytest.mark.parametrize(("value", "local"), [("1", True), ("0", False), ("true", False), (None, False)])
def test_only_the_switch_allows_local_addresses(value: str | None, local: bool) -> None:
    assert is_local({} if value is None else {"HELSEBRO_LOCAL_STACK": value}) is local
