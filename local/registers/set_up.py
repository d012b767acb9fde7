"""Sets the registers up in a stage of the emulator, as an operator does on an account."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa


def set_up(ssm: Any, named: Callable[[str], str], url: str) -> None:
    """Stores the address of the registers, and a client at Maskinporten with a new key.

    ``named`` returns the name of a parameter of the stage.
    """
    made = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    encoding, form = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8
    key = made.private_bytes(encoding, form, serialization.NoEncryption()).decode()
    norway = {"url": url, "issuer": f"{url}/", "client": "helsebro", "kid": "local", "key": key}
    for name, value in (("register-dk", {"url": url}), ("register-no", norway)):
        ssm.put_parameter(Name=named(name), Value=json.dumps(value), Type="SecureString", Overwrite=True)
