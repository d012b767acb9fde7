from typing import Literal

ProposedGrantPriceFor = Literal["session", "whole"]

PROPOSED_GRANT_PRICE_FOR_VALUES: set[ProposedGrantPriceFor] = {
    "session",
    "whole",
}


def check_proposed_grant_price_for(value: str) -> ProposedGrantPriceFor:
    if value in PROPOSED_GRANT_PRICE_FOR_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PROPOSED_GRANT_PRICE_FOR_VALUES!r}")
