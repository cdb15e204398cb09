"""The guide to the interface, drawn from its own OpenAPI description and served from this machine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_GET

from yunguan.web.access import WORKERS, open_to
from yunguan.web.api.site import api


@dataclass(frozen=True)
class Operation:
    """One address with its method."""

    method: str
    address: str
    summary: str
    parameters: str
    statuses: str


@open_to(WORKERS)
@require_GET
def api_guide(request: HttpRequest) -> HttpResponse:
    """Every operation of the interface."""
    schema: Any = api.get_openapi_schema()
    return render(request, "web/api.html", {"operations": list(_operations(schema)), "about": schema["info"]})


def _operations(schema: Any) -> Iterator[Operation]:
    for address, methods in schema["paths"].items():
        for method, said in methods.items():
            names = "、".join(each["name"] for each in said.get("parameters", []))
            yield Operation(
                method.upper(), address, said.get("summary", ""), names, "、".join(map(str, said["responses"]))
            )


urlpatterns = [path("api/", api_guide, name="api-guide")]
