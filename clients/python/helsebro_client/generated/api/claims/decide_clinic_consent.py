from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.clinic_consent import ClinicConsent
from ...models.new_clinic_consent import NewClinicConsent
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    claim_id: str,
    clinic_id: str,
    *,
    body: NewClinicConsent,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(accept_language, Unset):
        headers["Accept-Language"] = accept_language

    if not isinstance(x_correlation_id, Unset):
        headers["X-Correlation-Id"] = x_correlation_id

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/v1/claims/{claim_id}/consent/clinics/{clinic_id}".format(
            claim_id=quote(str(claim_id), safe=""),
            clinic_id=quote(str(clinic_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ClinicConsent | Problem | None:
    if response.status_code == 200:
        response_200 = ClinicConsent.from_dict(response.json())

        return response_200

    if response.status_code == 400:
        response_400 = Problem.from_dict(response.json())

        return response_400

    if response.status_code == 401:
        response_401 = Problem.from_dict(response.json())

        return response_401

    if response.status_code == 403:
        response_403 = Problem.from_dict(response.json())

        return response_403

    if response.status_code == 404:
        response_404 = Problem.from_dict(response.json())

        return response_404

    if response.status_code == 409:
        response_409 = Problem.from_dict(response.json())

        return response_409

    if response.status_code == 413:
        response_413 = Problem.from_dict(response.json())

        return response_413

    if response.status_code == 415:
        response_415 = Problem.from_dict(response.json())

        return response_415

    if response.status_code == 422:
        response_422 = Problem.from_dict(response.json())

        return response_422

    if response.status_code == 429:
        response_429 = Problem.from_dict(response.json())

        return response_429

    if response.status_code == 500:
        response_500 = Problem.from_dict(response.json())

        return response_500

    if response.status_code == 503:
        response_503 = Problem.from_dict(response.json())

        return response_503

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[ClinicConsent | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    claim_id: str,
    clinic_id: str,
    *,
    client: AuthenticatedClient,
    body: NewClinicConsent,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> Response[ClinicConsent | Problem]:
    """Lets the case be passed on to one clinic, or says no to it

     Lets the case be passed on to one clinic, or says no to it.

    The person decides from the age of 15, before that the guardian. A yes is in force for a year,
    together
    with the consent of the case. After a no, or after the year, the clinic no longer reads who the
    client is,
    and nothing is booked or matched there; sessions that are booked stay until they are cancelled.
    Where
    a guarantee is for the clinic, staff get a task to match the client anew. A clinic at work on the
    case
    gets `consent.withdrawn`, and `guarantee.issued` when the consent is back.

    A caseworker records the decision of a person who cannot log in, with its `evidence`: the year
    begins when
    the person said or signed it. What was decided about the clinic after that stays.

    Who: caseworker, member.

    Args:
        claim_id (str):
        clinic_id (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        body (NewClinicConsent): A yes or a no to passing a case on to one clinic.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ClinicConsent | Problem]
    """

    kwargs = _get_kwargs(
        claim_id=claim_id,
        clinic_id=clinic_id,
        body=body,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    claim_id: str,
    clinic_id: str,
    *,
    client: AuthenticatedClient,
    body: NewClinicConsent,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> ClinicConsent | Problem | None:
    """Lets the case be passed on to one clinic, or says no to it

     Lets the case be passed on to one clinic, or says no to it.

    The person decides from the age of 15, before that the guardian. A yes is in force for a year,
    together
    with the consent of the case. After a no, or after the year, the clinic no longer reads who the
    client is,
    and nothing is booked or matched there; sessions that are booked stay until they are cancelled.
    Where
    a guarantee is for the clinic, staff get a task to match the client anew. A clinic at work on the
    case
    gets `consent.withdrawn`, and `guarantee.issued` when the consent is back.

    A caseworker records the decision of a person who cannot log in, with its `evidence`: the year
    begins when
    the person said or signed it. What was decided about the clinic after that stays.

    Who: caseworker, member.

    Args:
        claim_id (str):
        clinic_id (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        body (NewClinicConsent): A yes or a no to passing a case on to one clinic.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ClinicConsent | Problem
    """

    return sync_detailed(
        claim_id=claim_id,
        clinic_id=clinic_id,
        client=client,
        body=body,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
    ).parsed


async def asyncio_detailed(
    claim_id: str,
    clinic_id: str,
    *,
    client: AuthenticatedClient,
    body: NewClinicConsent,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> Response[ClinicConsent | Problem]:
    """Lets the case be passed on to one clinic, or says no to it

     Lets the case be passed on to one clinic, or says no to it.

    The person decides from the age of 15, before that the guardian. A yes is in force for a year,
    together
    with the consent of the case. After a no, or after the year, the clinic no longer reads who the
    client is,
    and nothing is booked or matched there; sessions that are booked stay until they are cancelled.
    Where
    a guarantee is for the clinic, staff get a task to match the client anew. A clinic at work on the
    case
    gets `consent.withdrawn`, and `guarantee.issued` when the consent is back.

    A caseworker records the decision of a person who cannot log in, with its `evidence`: the year
    begins when
    the person said or signed it. What was decided about the clinic after that stays.

    Who: caseworker, member.

    Args:
        claim_id (str):
        clinic_id (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        body (NewClinicConsent): A yes or a no to passing a case on to one clinic.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ClinicConsent | Problem]
    """

    kwargs = _get_kwargs(
        claim_id=claim_id,
        clinic_id=clinic_id,
        body=body,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    claim_id: str,
    clinic_id: str,
    *,
    client: AuthenticatedClient,
    body: NewClinicConsent,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> ClinicConsent | Problem | None:
    """Lets the case be passed on to one clinic, or says no to it

     Lets the case be passed on to one clinic, or says no to it.

    The person decides from the age of 15, before that the guardian. A yes is in force for a year,
    together
    with the consent of the case. After a no, or after the year, the clinic no longer reads who the
    client is,
    and nothing is booked or matched there; sessions that are booked stay until they are cancelled.
    Where
    a guarantee is for the clinic, staff get a task to match the client anew. A clinic at work on the
    case
    gets `consent.withdrawn`, and `guarantee.issued` when the consent is back.

    A caseworker records the decision of a person who cannot log in, with its `evidence`: the year
    begins when
    the person said or signed it. What was decided about the clinic after that stays.

    Who: caseworker, member.

    Args:
        claim_id (str):
        clinic_id (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        body (NewClinicConsent): A yes or a no to passing a case on to one clinic.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ClinicConsent | Problem
    """

    return (
        await asyncio_detailed(
            claim_id=claim_id,
            clinic_id=clinic_id,
            client=client,
            body=body,
            accept_language=accept_language,
            x_correlation_id=x_correlation_id,
        )
    ).parsed
