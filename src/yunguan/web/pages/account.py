"""Log in, log out, change the password."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm
from django.contrib.auth.views import LoginView, LogoutView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_http_methods

from yunguan.web.access import person


class LogIn(AuthenticationForm):
    """账号和口令."""

    error_messages = {
        "invalid_login": "账号或口令不对，请核对大小写后重新输入；连续错 5 次将锁定 15 分钟。",
        "inactive": "此账号已停用，请联系系统管理员。",
    }


@method_decorator(login_not_required, name="dispatch")
class Enter(LoginView):
    """The login page."""

    template_name = "web/login.html"
    authentication_form = LogIn
    redirect_authenticated_user = True


@require_http_methods(["GET", "POST"])
def password(request: HttpRequest) -> HttpResponse:
    """Change one's own password; owed at the first login."""
    user = person(request)
    form = PasswordChangeForm(user, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        user.must_change_password = False
        form.save()
        update_session_auth_hash(request, user)
        messages.success(request, "口令已修改。")
        return redirect("home")
    return render(request, "web/password.html", {"form": form}, status=422 if form.errors else 200)


urlpatterns = [
    path("login/", Enter.as_view(), name="login"),
    path("logout/", LogoutView.as_view(), name="logout"),
    path("password/", password, name="password"),
]
