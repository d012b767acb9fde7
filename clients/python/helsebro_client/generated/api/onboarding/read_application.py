from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.application_status import ApplicationStatus
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    clinic_id: str,
    *,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    helsebro_invitation: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(accept_language, Unset):
        headers["Accept-Language"] = accept_language

    if not isinstance(x_correlation_id, Unset):
        headers["X-Correlation-Id"] = x_correlation_id

    if not isinstance(helsebro_invitation, Unset):
        headers["Helsebro-Invitation"] = helsebro_invitation

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/clinics/{clinic_id}/application".format(
            clinic_id=quote(str(clinic_id), safe=""),
        ),
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ApplicationStatus | Problem | None:
    if response.status_code == 200:
        response_200 = ApplicationStatus.from_dict(response.json())

        return response_200

    if response.status_code == 403:
        response_403 = Problem.from_dict(response.json())

        return response_403

    if response.status_code == 404:
        response_404 = Problem.from_dict(response.json())

        return response_404

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
) -> Response[ApplicationStatus | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    clinic_id: str,
    *,
    client: AuthenticatedClient | Client,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    helsebro_invitation: str | Unset = UNSET,
) -> Response[ApplicationStatus | Problem]:
    """Shows where an application stands, until the contract is signed

     Shows where an application stands, until the contract is signed.

    Who has the token of the mails to the signatory, in the header `Helsebro-Invitation`, reads it
    without a
    login. It names neither the clinic nor a person. A wrong token is answered as an unknown clinic,
    before
    anything is read.

    Who: anyone.

    Args:
        clinic_id (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        helsebro_invitation (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ApplicationStatus | Problem]
    """

    kwargs = _get_kwargs(
        clinic_id=clinic_id,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
        helsebro_invitation=helsebro_invitation,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    clinic_id: str,
    *,
    client: AuthenticatedClient | Client,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    helsebro_invitation: str | Unset = UNSET,
) -> ApplicationStatus | Problem | None:
    """Shows where an application stands, until the contract is signed

     Shows where an application stands, until the contract is signed.

    Who has the token of the mails to the signatory, in the header `Helsebro-Invitation`, reads it
    without a
    login. It names neither the clinic nor a person. A wrong token is answered as an unknown clinic,
    before
    anything is read.

    Who: anyone.

    Args:
        clinic_id (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        helsebro_invitation (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ApplicationStatus | Problem
    """

    return sync_detailed(
        clinic_id=clinic_id,
        client=client,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
        helsebro_invitation=helsebro_invitation,
    ).parsed


async def asyncio_detailed(
    clinic_id: str,
    *,
    client: AuthenticatedClient | Client,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    helsebro_invitation: str | Unset = UNSET,
) -> Response[ApplicationStatus | Problem]:
    """Shows where an application stands, until the contract is signed

     Shows where an application stands, until the contract is signed.

    Who has the token of the mails to the signatory, in the header `Helsebro-Invitation`, reads it
    without a
    login. It names neither the clinic nor a person. A wrong token is answered as an unknown clinic,
    before
    anything is read.

    Who: anyone.

    Args:
        clinic_id (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        helsebro_invitation (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ApplicationStatus | Problem]
    """

    kwargs = _get_kwargs(
        clinic_id=clinic_id,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
        helsebro_invitation=helsebro_invitation,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    clinic_id: str,
    *,
    client: AuthenticatedClient | Client,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    helsebro_invitation: str | Unset = UNSET,
) -> ApplicationStatus | Problem | None:
    """Shows where an application stands, until the contract is signed

     Shows where an application stands, until the contract is signed.

    Who has the token of the mails to the signatory, in the header `Helsebro-Invitation`, reads it
    without a
    login. It names neither the clinic nor a person. A wrong token is answered as an unknown clinic,
    before
    anything is read.

    Who: anyone.

    Args:
        clinic_id (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        helsebro_invitation (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ApplicationStatus | Problem
    """

    return (
        await asyncio_detailed(
            clinic_id=clinic_id,
            client=client,
            accept_language=accept_language,
            x_correlation_id=x_correlation_id,
            helsebro_invitation=helsebro_invitation,
        )
    ).parsed
