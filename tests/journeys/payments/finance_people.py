"""Finance people: two people of a payer's finance, with a login each, and the account that it pays from."""

from __future__ import annotations

from functools import partial

from local.demo import login
from local.journey.people import User, Users

PAY_FROM = {
    "name": "Tryg Forsikring A/S",
    "kind": "account-dk",
    "registrationNumber": "0040",
    "accountNumber": "0440116243",
    "bic": "NDEADKKKXXX",
}


def person(users: Users, sub: str, email: str) -> User:
    """Returns a person of the payer's finance, who has just logged in."""
    stack, sub = users.stack, f"{users.payer}-{sub}"
    claims = {"roles": ["finance"], "payer": users.payer, "email": email}
    login.make_user(stack.staff_issuer, sub, claims)
    return User.logged_in(stack, partial(login.token, stack.staff_issuer, stack.staff_client_id, sub))


def people(users: Users) -> tuple[User, User]:
    """Returns who drafts payment files, and who releases them."""
    return (
        person(users, "finance-a", "birthe@example.org"),
        person(users, "finance-b", "carlo@example.org"),
    )
