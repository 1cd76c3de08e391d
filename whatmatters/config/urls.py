"""Every address of the site, by context."""

from django.urls import URLPattern, URLResolver, include, path

from whatmatters.access.web import draft_pages
from whatmatters.frontend import language

urlpatterns: list[URLPattern | URLResolver] = [
    path("sign-in/", include("whatmatters.access.web.urls")),
    path("my-account/", include("whatmatters.access.web.own.urls")),
    path("accounts/", include("whatmatters.access.web.administering.urls")),
    path("begun/", draft_pages.drafts, name="drafts"),
    path("payments/", include("whatmatters.payments.web.urls")),
    path("terms/", include("whatmatters.commissioning.web.urls")),
    path("imports/", include("whatmatters.exchange.web.urls")),
    path("", include("whatmatters.exchange.web.taking_out_urls")),
    path("", include("whatmatters.charging.web.urls")),
    path("", include("whatmatters.blocks.web.urls")),
    path("", include("whatmatters.comparing.web.urls")),
    path("", include("whatmatters.wages.web.urls")),
    path("", include("whatmatters.funds.web.urls")),
    path("", include("whatmatters.direct_payments.web.urls")),
    path("", include("whatmatters.rota.web.urls")),
    path("", include("whatmatters.teams.web.urls")),
    path("", include("whatmatters.episodes.web.urls")),
    path("", include("whatmatters.shifts.web.urls")),
    path("", include("whatmatters.results.web.urls")),
    path("", include("whatmatters.limits.web.urls")),
    path("", include("whatmatters.switching.web.urls")),
    path("", include("whatmatters.payments.web.shift_urls")),
    path("", include("whatmatters.delivery.web.urls")),
    path("", include("whatmatters.home.web.urls")),
    path("", include("whatmatters.insight.web.urls")),
    path("", include("whatmatters.outcomes.web.urls")),
    path("", include("whatmatters.people.web.urls")),
    path("", include("whatmatters.trust.web.urls")),
    path("", include("whatmatters.letters.web.urls")),
    path("language/", language.choose, name="set_language"),
]

handler400 = "whatmatters.frontend.error_pages.bad_request"
handler403 = "whatmatters.frontend.error_pages.denied"
handler404 = "whatmatters.frontend.error_pages.not_found"
handler500 = "whatmatters.frontend.error_pages.server_error"
