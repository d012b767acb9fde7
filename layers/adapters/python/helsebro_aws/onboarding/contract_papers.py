"""Contract papers: the sealed PDF and the evidence of its signature, each under its digest."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from helsebro.ids import ClinicId
from helsebro.onboarding.contract import ClinicContract
from helsebro_aws.platform import clients
from helsebro_aws.platform.settings import Settings, settings
from helsebro_aws.platform.stored_file import link_to_file, saved_as


class ContractPapers:
    """The contracts in the bucket ``documents``; ``within`` is the timeout of the function in seconds.

    An object is named by the digest of its content: what a crash left behind is never read, since the stored
    contract names another digest.
    """

    def __init__(self, to: Settings = settings, within: int = clients.API_SECONDS) -> None:
        self.settings, self.within = to, within

    @cached_property
    def client(self) -> Any:
        """The S3 client, made on first use."""
        return clients.client("s3", self.settings, self.within)

    def store_contract(self, clinic_id: ClinicId, sha256: str, pdf: bytes) -> None:
        """Stores the sealed PDF."""
        self._put(_contract_name(clinic_id, sha256), pdf, "application/pdf")

    def store_evidence(self, clinic_id: ClinicId, sha256: str, evidence: bytes) -> None:
        """Stores the evidence file."""
        self._put(_evidence_name(clinic_id, sha256), evidence, "application/json")

    def remove_unneeded(self, contract: ClinicContract) -> None:
        """Removes the papers of a clinic but those of a signed contract: a PDF names the signatory.

        A step that ran twice or crashed has left papers which no contract names.
        """
        kept = set(_names_of(contract)) if contract.is_kept else set()
        bucket = self.settings.documents_bucket
        found = self.client.list_objects_v2(Bucket=bucket, Prefix=_folder(contract.clinic_id))
        for each in found.get("Contents", []):
            if each["Key"] not in kept:
                self.client.delete_object(Bucket=bucket, Key=each["Key"])

    def link_to_contract(self, contract: ClinicContract) -> str:
        """Returns a link to the PDF, valid for 60 seconds."""
        name = _contract_name(contract.clinic_id, contract.sha256)
        bucket, header = self.settings.documents_bucket, saved_as(f"contract-{contract.text_version}.pdf")
        return link_to_file(self.client, bucket, name, "application/pdf", header)

    def link_to_evidence(self, contract: ClinicContract) -> str:
        """Returns a link to the evidence of the signature, valid for 60 seconds."""
        assert contract.signature
        name = _evidence_name(contract.clinic_id, contract.signature.evidence_sha256)
        bucket = self.settings.documents_bucket
        header = saved_as(f"contract-evidence-{contract.text_version}.json")
        return link_to_file(self.client, bucket, name, "application/json", header)

    def _put(self, name: str, body: bytes, media_type: str) -> None:
        self.client.put_object(
            Bucket=self.settings.documents_bucket, Key=name, Body=body, ContentType=media_type
        )


def _folder(clinic_id: ClinicId) -> str:
    return f"contracts/{clinic_id}/"


def _names_of(contract: ClinicContract) -> list[str]:
    names = [_contract_name(contract.clinic_id, contract.sha256)]
    if contract.signature:
        names.append(_evidence_name(contract.clinic_id, contract.signature.evidence_sha256))
    return names


def _contract_name(clinic_id: ClinicId, sha256: str) -> str:
    return f"{_folder(clinic_id)}{sha256}.pdf"


def _evidence_name(clinic_id: ClinicId, sha256: str) -> str:
    return f"{_folder(clinic_id)}evidence-{sha256}.json"
