# SPDX-License-Identifier: EUPL-1.2
"""Login name and password, and choosing a password."""

from typing import Any

from allauth.account.forms import LoginForm
from allauth.account.internal.flows.login import clear_authentication_records
from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samvern.access.forms import Form, WorkspaceFormMixin
from samvern.access.login.names import normalised_login
from samvern.access.login.passwords.validators import LONGEST
from samvern.access.models import User


class SignInForm(WorkspaceFormMixin, LoginForm):  # type: ignore[misc]
    """The first page: who, and the password."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        _ask(self.fields["login"], _("Login name"), "username")
        _ask(self.fields["password"], _("Password"), "current-password")
        self.fields["login"].widget.attrs |= {"autocapitalize": "none", "spellcheck": "false"}
        self.fields["password"].validators.append(_not_endless)

    def clean_login(self) -> str:
        """The login name in small letters."""
        return normalised_login(str(self.cleaned_data["login"]))

    def login(self, request: HttpRequest, redirect_url: str | None = None) -> HttpResponse:
        """Go on to the second factor; what an earlier try proved does not count."""
        clear_authentication_records(request)
        response: HttpResponse = super().login(request, redirect_url)
        return response


class ChoosePasswordForm(Form):
    """A new password, twice. The login name stands there for her, and for what keeps passwords."""

    login = forms.CharField(label=_("Login name"), disabled=True)
    password1 = forms.CharField(label=_("New password"), widget=forms.PasswordInput, strip=False)
    password2 = forms.CharField(
        label=_("The new password once more"), widget=forms.PasswordInput, strip=False
    )

    def __init__(self, *args: Any, user: User, **options: Any) -> None:
        super().__init__(*args, **options)
        self.user = user
        self.fields["login"].initial = user.login
        self.fields["login"].widget.attrs["autocomplete"] = "username"
        for name in ("password1", "password2"):
            self.fields[name].widget.attrs["autocomplete"] = "new-password"
        self.fields["password1"].help_text = _(
            "At least 12 characters. Three or four words that do not belong together are good."
        )

    def clean_password1(self) -> str:
        """A password that is not guessed first."""
        password = str(self.cleaned_data["password1"])
        validate_password(password, self.user)
        return password

    def clean(self) -> dict[str, Any]:
        """The two are the same."""
        cleaned = super().clean() or self.cleaned_data
        first, second = cleaned.get("password1"), cleaned.get("password2")
        if first and second and first != second:
            self.add_error("password2", gettext("The two passwords are not the same."))
        return cleaned

    def save(self) -> None:
        """Keep it."""
        self.user.set_password(self.cleaned_data["password1"])
        self.user.save(update_fields=["password"])


class ChangePasswordForm(ChoosePasswordForm):
    """The same for somebody signed in, who knows the present one."""

    present = forms.CharField(
        label=_("Present password"), widget=forms.PasswordInput, strip=False, max_length=LONGEST
    )
    field_order = ("login", "present", "password1", "password2")

    def clean_present(self) -> str:
        """It is hers."""
        given = str(self.cleaned_data["present"])
        if not self.user.check_password(given):
            raise ValidationError(gettext("This is not your present password."))
        return given


def _ask(field: forms.Field, label: Any, autocomplete: str) -> None:
    field.label, field.help_text = label, ""
    field.widget.attrs.pop("placeholder", None)
    field.widget.attrs["autocomplete"] = autocomplete
    field.error_messages["required"] = _("Fill in “%(label)s”.") % {"label": label}


def _not_endless(value: str) -> None:
    if len(value) > LONGEST:
        raise ValidationError(_("Use at most %(n)d characters.") % {"n": LONGEST})
