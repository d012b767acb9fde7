from typing import Literal

PaperGuidanceFileType = Literal["imaging-description", "journal", "referral"]

PAPER_GUIDANCE_FILE_TYPE_VALUES: set[PaperGuidanceFileType] = {
    "imaging-description",
    "journal",
    "referral",
}


def check_paper_guidance_file_type(value: str) -> PaperGuidanceFileType:
    if value in PAPER_GUIDANCE_FILE_TYPE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PAPER_GUIDANCE_FILE_TYPE_VALUES!r}")
