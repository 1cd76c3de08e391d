"""Pages that carry no mark of ours, by name: those of sign-in. Everything else needs a mark."""

OPEN = frozenset(
    {
        "about_data",
        "glossary",
        "set_language",
        "leave_at_once",
        "account_login",
        "account_logout",
        "account_signup",
        "account_inactive",
        "account_reset_password",
        "account_set_password",
        "mfa_authenticate",
        "sign_in_with_codes",
        "openid_connect_login",
        "openid_connect_callback",
    }
)
# Where somebody proves again, in a session that lacks it, the second factor they have.
PROVE = frozenset({"mfa_reauthenticate", "mfa_reauthenticate_webauthn"})
# Where somebody without a second factor sets one up.
ENROL = frozenset({"account_reauthenticate", "mfa_index", "mfa_activate_totp", "mfa_add_webauthn"})
# A person's own account: nobody else's data is there.
OWN_ACCOUNT = (
    PROVE
    | ENROL
    | {
        "account_change_password",
        "mfa_deactivate_totp",
        "mfa_view_recovery_codes",
        "mfa_generate_recovery_codes",
        "mfa_download_recovery_codes",
        "mfa_list_webauthn",
        "mfa_edit_webauthn",
        "mfa_remove_webauthn",
    }
)
