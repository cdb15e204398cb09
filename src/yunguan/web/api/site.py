"""The interface itself: who is let in, how errors are said, which addresses there are."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, AuthorizationError, HttpError, ValidationError
from ninja.security import SessionAuth

from yunguan.web.api.figures import router as figures
from yunguan.web.api.registers import router as registers


class LoggedIn(SessionAuth):
    """The browser's session, with the CSRF token that it carries."""

    openapi_description = "登录网页后使用同一会话；修改数据时须带 CSRF 令牌。"

    def authenticate(self, request: HttpRequest, key: str | None) -> Any:
        del key
        return request.user if request.user.is_authenticated else None


api = NinjaAPI(
    title="运管接口",
    version="1",
    description="按登录账号的权限读取台账、办理业务、读取指标。",
    auth=LoggedIn(),
    docs_url=None,
    openapi_url="/openapi.json",
    urls_namespace="api",
)
api.add_router("/registers", registers)
api.add_router("/figures", figures)


def _said(request: HttpRequest, status: int, detail: str, problems: list[dict[str, str]] | None = None) -> HttpResponse:
    return api.create_response(request, {"detail": detail, "problems": problems or []}, status=status)


@api.exception_handler(AuthenticationError)
def _unknown(request: HttpRequest, fault: AuthenticationError) -> HttpResponse:
    del fault
    return _said(request, 401, "请先登录。")


@api.exception_handler(AuthorizationError)
def _not_allowed(request: HttpRequest, fault: AuthorizationError) -> HttpResponse:
    del fault
    return _said(request, 403, "您的角色不能使用此接口。")


@api.exception_handler(Http404)
def _missing(request: HttpRequest, fault: Http404) -> HttpResponse:
    del fault
    return _said(request, 404, "没有找到，或不在您可以查看的范围之内。")


@api.exception_handler(HttpError)
def _refused(request: HttpRequest, fault: HttpError) -> HttpResponse:
    words = "请求有误，请核对请求的格式。" if fault.message.isascii() else fault.message
    return _said(request, fault.status_code, words)


@api.exception_handler(ValidationError)
def _malformed(request: HttpRequest, fault: ValidationError) -> HttpResponse:
    problems = [{"field": str(each["loc"][-1]), "message": "缺少此项，或格式不对。"} for each in fault.errors]
    return _said(request, 422, "请求的内容不合要求，请按接口说明核对。", problems)


def _addresses() -> tuple[list[URLResolver | URLPattern], str, str]:
    """The interface's addresses; its operations answer 401 themselves instead of sending to the login page."""
    patterns, app, space = api.urls
    for each in patterns:
        if isinstance(each, URLPattern) and each.name not in {"openapi-json", "api-root"}:
            setattr(each.callback, "login_required", False)  # noqa: B010 - a function has no such attribute of its own
    return patterns, app, space


addresses = _addresses()
