from typing import Literal

EndpointDisabledBecauseType0 = Literal["failing", "gone"]

ENDPOINT_DISABLED_BECAUSE_TYPE_0_VALUES: set[EndpointDisabledBecauseType0] = {
    "failing",
    "gone",
}


def check_endpoint_disabled_because_type_0(value: str) -> EndpointDisabledBecauseType0:
    if value in ENDPOINT_DISABLED_BECAUSE_TYPE_0_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {ENDPOINT_DISABLED_BECAUSE_TYPE_0_VALUES!r}"
    )
