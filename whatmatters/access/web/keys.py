"""Security keys (passkeys): allauth's pages, but the last second factor of staff stays."""

from allauth.mfa.adapter import get_adapter
from allauth.mfa.webauthn import views as webauthn
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path


class RemoveKey(webauthn.RemoveWebAuthnView):  # type: ignore[misc]
    """Asks, then removes. allauth asks its adapter before it turns an app off, not for a key."""

    def form_valid(self, form: object) -> HttpResponse:
        """Remove the key, or say why it stays."""
        key = self.object = self.get_object()
        if get_adapter().can_delete_authenticator(key):
            removed: HttpResponse = super().form_valid(form)
            return removed
        context = self.get_context_data() | {"last": True, "page_has_errors": True}
        return render(self.request, self.template_name, context, status=422)


urlpatterns = [
    path("", webauthn.list_webauthn, name="mfa_list_webauthn"),
    path("add/", webauthn.add_webauthn, name="mfa_add_webauthn"),
    path("again/", webauthn.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("keys/<int:pk>/remove/", RemoveKey.as_view(), name="mfa_remove_webauthn"),
    path("keys/<int:pk>/edit/", webauthn.edit_webauthn, name="mfa_edit_webauthn"),
]
