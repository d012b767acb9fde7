from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.clinic_client_page import ClinicClientPage
from ...models.list_clinic_guarantees_status import (
    ListClinicGuaranteesStatus,
)
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    clinic_id: str,
    *,
    status: ListClinicGuaranteesStatus | Unset = UNSET,
    limit: int | Unset = 25,
    cursor: str | Unset = UNSET,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(accept_language, Unset):
        headers["Accept-Language"] = accept_language

    if not isinstance(x_correlation_id, Unset):
        headers["X-Correlation-Id"] = x_correlation_id

    params: dict[str, Any] = {}

    json_status: str | Unset = UNSET
    if not isinstance(status, Unset):
        json_status = status

    params["status"] = json_status

    params["limit"] = limit

    params["cursor"] = cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/clinics/{clinic_id}/guarantees".format(
            clinic_id=quote(str(clinic_id), safe=""),
        ),
        "params": params,
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ClinicClientPage | Problem | None:
    if response.status_code == 200:
        response_200 = ClinicClientPage.from_dict(response.json())

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
) -> Response[ClinicClientPage | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    clinic_id: str,
    *,
    client: AuthenticatedClient,
    status: ListClinicGuaranteesStatus | Unset = UNSET,
    limit: int | Unset = 25,
    cursor: str | Unset = UNSET,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> Response[ClinicClientPage | Problem]:
    """Lists the clients of a clinic by their guarantees, last issued first

     Lists the clients of a clinic by their guarantees, last issued first.

    They are those whom staff matched to the clinic or who booked there; a practitioner sees the own
    ones.
    `client` is whom the clinic treats: from the match on, while the guarantee is in force and the
    consent
    too. Of a client who booked without a match, the booking says who it is. A client with a session
    that was
    held or missed stays in the list when treated elsewhere: `status` is `ended`, and the sessions
    counted are
    those at the clinic. `status` shows only guarantees of that status. A page may hold fewer than
    `limit` and
    still have a next one.

    Who: clinic-system, clinic-user, member.

    Args:
        clinic_id (str):
        status (ListClinicGuaranteesStatus | Unset):
        limit (int | Unset):  Default: 25.
        cursor (str | Unset):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ClinicClientPage | Problem]
    """

    kwargs = _get_kwargs(
        clinic_id=clinic_id,
        status=status,
        limit=limit,
        cursor=cursor,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    clinic_id: str,
    *,
    client: AuthenticatedClient,
    status: ListClinicGuaranteesStatus | Unset = UNSET,
    limit: int | Unset = 25,
    cursor: str | Unset = UNSET,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> ClinicClientPage | Problem | None:
    """Lists the clients of a clinic by their guarantees, last issued first

     Lists the clients of a clinic by their guarantees, last issued first.

    They are those whom staff matched to the clinic or who booked there; a practitioner sees the own
    ones.
    `client` is whom the clinic treats: from the match on, while the guarantee is in force and the
    consent
    too. Of a client who booked without a match, the booking says who it is. A client with a session
    that was
    held or missed stays in the list when treated elsewhere: `status` is `ended`, and the sessions
    counted are
    those at the clinic. `status` shows only guarantees of that status. A page may hold fewer than
    `limit` and
    still have a next one.

    Who: clinic-system, clinic-user, member.

    Args:
        clinic_id (str):
        status (ListClinicGuaranteesStatus | Unset):
        limit (int | Unset):  Default: 25.
        cursor (str | Unset):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ClinicClientPage | Problem
    """

    return sync_detailed(
        clinic_id=clinic_id,
        client=client,
        status=status,
        limit=limit,
        cursor=cursor,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
    ).parsed


async def asyncio_detailed(
    clinic_id: str,
    *,
    client: AuthenticatedClient,
    status: ListClinicGuaranteesStatus | Unset = UNSET,
    limit: int | Unset = 25,
    cursor: str | Unset = UNSET,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> Response[ClinicClientPage | Problem]:
    """Lists the clients of a clinic by their guarantees, last issued first

     Lists the clients of a clinic by their guarantees, last issued first.

    They are those whom staff matched to the clinic or who booked there; a practitioner sees the own
    ones.
    `client` is whom the clinic treats: from the match on, while the guarantee is in force and the
    consent
    too. Of a client who booked without a match, the booking says who it is. A client with a session
    that was
    held or missed stays in the list when treated elsewhere: `status` is `ended`, and the sessions
    counted are
    those at the clinic. `status` shows only guarantees of that status. A page may hold fewer than
    `limit` and
    still have a next one.

    Who: clinic-system, clinic-user, member.

    Args:
        clinic_id (str):
        status (ListClinicGuaranteesStatus | Unset):
        limit (int | Unset):  Default: 25.
        cursor (str | Unset):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ClinicClientPage | Problem]
    """

    kwargs = _get_kwargs(
        clinic_id=clinic_id,
        status=status,
        limit=limit,
        cursor=cursor,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    clinic_id: str,
    *,
    client: AuthenticatedClient,
    status: ListClinicGuaranteesStatus | Unset = UNSET,
    limit: int | Unset = 25,
    cursor: str | Unset = UNSET,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> ClinicClientPage | Problem | None:
    """Lists the clients of a clinic by their guarantees, last issued first

     Lists the clients of a clinic by their guarantees, last issued first.

    They are those whom staff matched to the clinic or who booked there; a practitioner sees the own
    ones.
    `client` is whom the clinic treats: from the match on, while the guarantee is in force and the
    consent
    too. Of a client who booked without a match, the booking says who it is. A client with a session
    that was
    held or missed stays in the list when treated elsewhere: `status` is `ended`, and the sessions
    counted are
    those at the clinic. `status` shows only guarantees of that status. A page may hold fewer than
    `limit` and
    still have a next one.

    Who: clinic-system, clinic-user, member.

    Args:
        clinic_id (str):
        status (ListClinicGuaranteesStatus | Unset):
        limit (int | Unset):  Default: 25.
        cursor (str | Unset):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ClinicClientPage | Problem
    """

    return (
        await asyncio_detailed(
            clinic_id=clinic_id,
            client=client,
            status=status,
            limit=limit,
            cursor=cursor,
            accept_language=accept_language,
            x_correlation_id=x_correlation_id,
        )
    ).parsed
