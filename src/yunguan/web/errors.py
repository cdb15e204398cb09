"""The pages that say in Chinese what went wrong and where to go from there."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, JsonResponse
from django.template.loader import render_to_string

_WORDS = {
    400: ("请求有误", "地址或提交的内容不完整，系统无法处理。请返回上一页核对后再试。"),
    403: ("没有权限", "您的角色不能打开此页或办理此事。如确需办理，请联系科室负责人或系统管理员。"),
    404: ("没有找到", "此页不存在，或者不在您可以查看的范围之内。请返回工作台重新进入。"),
    405: ("不能这样打开", "此地址不接受这种操作。请从页面上的按钮进入。"),
    409: ("已被他人先行办理", "记录已被他人办理或修改，请刷新后再看。"),
    500: ("系统出错", "系统处理时出错，您的这次操作没有保存。请稍后再试；仍不行请把时间告诉系统管理员。"),
}


def error_page(request: HttpRequest, status: int, message: str = "") -> HttpResponse:
    """The page of a status; for the interface the same words as JSON."""
    title, words = _WORDS[status]
    if request.path.startswith("/api/"):
        return JsonResponse({"detail": message or words}, status=status, json_dumps_params={"ensure_ascii": False})
    page = render_to_string("web/error.html", {"status": status, "title": title, "words": message or words})
    return HttpResponse(page, status=status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400."""
    del exception
    return error_page(request, 400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403, with the words of the refusal where it has any."""
    return error_page(request, 403, str(exception))


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404."""
    del exception
    return error_page(request, 404)


def broken(request: HttpRequest) -> HttpResponse:
    """500."""
    return error_page(request, 500)


def not_allowed(request: HttpRequest, response: HttpResponseNotAllowed) -> HttpResponse:
    """405, keeping the header that lists what is allowed."""
    page = error_page(request, 405)
    page.headers["Allow"] = response.headers["Allow"]
    return page


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form that lay open too long or came from elsewhere."""
    del reason
    return error_page(request, 403, "页面已过期或不是从本系统提交的，请刷新页面后重新提交。")
