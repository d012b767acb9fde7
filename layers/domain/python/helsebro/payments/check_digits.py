"""Check digits that the official invoice rules do not check (promises, FI payment codes and CVR).

``tests/domain/payments`` compares them with the package ``python-stdnum``, which takes 45 ms of CPU to load.
"""

from __future__ import annotations

GLN_WEIGHTS = (1, 3) * 6 + (1,)
CVR_WEIGHTS = (2, 7, 6, 5, 4, 3, 2, 1)
NORWEGIAN_ORGANISATION_WEIGHTS = (3, 2, 7, 6, 5, 4, 3, 2, 1)
NORWEGIAN_ACCOUNT_WEIGHTS = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
DOUBLED = str.maketrans("0123456789", "0246813579")
"""Each digit → the sum of the digits of its double."""
FI_LENGTHS = {"71": 15, "75": 16, "73": 0}
KID_LENGTHS = range(2, 26)
NORWEGIAN_ACCOUNT_DIGITS = len(NORWEGIAN_ACCOUNT_WEIGHTS)


def luhn(number: str) -> bool:
    """Whether the last digit fits modulus 10, every second digit from the right doubled (FI id, KID)."""
    if not _digits(number):
        return False
    doubled = number[-2::-2].translate(DOUBLED)
    return (sum(map(int, number[-1::-2])) + sum(map(int, doubled))) % 10 == 0


def gln(number: str) -> bool:
    """Whether it is a global location number: 13 digits, modulus 10 with every second digit tripled."""
    return _weighed(number, GLN_WEIGHTS, modulus=10)


def cvr(number: str) -> bool:
    """Whether it is a Danish company number: 8 digits, modulus 11, no leading zero."""
    return not number.startswith("0") and _weighed(number, CVR_WEIGHTS)


def norwegian_organisation(number: str) -> bool:
    """Whether it is a Norwegian organisation number: 9 digits, modulus 11."""
    return _weighed(number, NORWEGIAN_ORGANISATION_WEIGHTS)


def norwegian_account(number: str) -> bool:
    """Whether it is a Norwegian bank account: 11 digits, modulus 11."""
    return _weighed(number, NORWEGIAN_ACCOUNT_WEIGHTS)


def fi_payment(kind: str, number: str) -> bool:
    """Whether it is a Danish payment slip number: +71 has 15 digits, +75 has 16, +73 none."""
    if kind not in FI_LENGTHS or len(number) != FI_LENGTHS[kind]:
        return False
    return not number or luhn(number)


def kid(number: str) -> bool:
    """Whether it is a Norwegian payment id: modulus 10, or modulus 11 with check digit 10 written ``-``."""
    if len(number) not in KID_LENGTHS:
        return False
    body, check = number[:-1], number[-1]
    return luhn(number) or (_digits(body) and check == _modulus_11(body))


def is_structured(reference: str) -> bool:
    """Whether it is an FI code as Peppol writes it (``71#…``) or a payment id, each with its check digit."""
    kind, mark, number = reference.partition("#")
    return fi_payment(kind, number) if mark else kid(reference)


def _modulus_11(body: str) -> str:
    rest = sum(int(digit) * (2 + place % 6) for place, digit in enumerate(reversed(body))) % 11
    return "0-987654321"[rest]


def _weighed(number: str, weights: tuple[int, ...], modulus: int = 11) -> bool:
    if len(number) != len(weights) or not _digits(number):
        return False
    return sum(int(digit) * weight for digit, weight in zip(number, weights, strict=True)) % modulus == 0


def _digits(number: str) -> bool:
    return number.isascii() and number.isdigit()
