from typing import Literal

PaperRouteFileType = Literal["imaging-description", "journal", "referral"]

PAPER_ROUTE_FILE_TYPE_VALUES: set[PaperRouteFileType] = {
    "imaging-description",
    "journal",
    "referral",
}


def check_paper_route_file_type(value: str) -> PaperRouteFileType:
    if value in PAPER_ROUTE_FILE_TYPE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PAPER_ROUTE_FILE_TYPE_VALUES!r}")
