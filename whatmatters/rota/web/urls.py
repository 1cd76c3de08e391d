"""Addresses of delivery plans, and of a team's day."""

from django.urls import path

from whatmatters.rota.web import (
    answering,
    day_acts,
    hours,
    hours_acts,
    live,
    needs,
    offers,
    pages,
    staying,
    team_day,
    week,
    week_acts,
    writing,
)

urlpatterns = [
    path("people/<int:person_id>/visits/", pages.delivery, name="delivery"),
    path("people/<int:person_id>/visits/write/", pages.delivery_write, name="delivery_write"),
    path("people/<int:person_id>/visits/who/", writing.delivery_who, name="delivery_who"),
    path(
        "people/<int:person_id>/visits/<int:visit_number>/",
        writing.delivery_visit,
        name="delivery_visit",
    ),
    path(
        "people/<int:person_id>/quiet-times/<int:visit_number>/",
        writing.delivery_quiet,
        name="delivery_quiet",
    ),
    path("visits/<int:delivery_id>/answer/", answering.delivery_answer, name="delivery_answer"),
    path("rota/", team_day.rota_list, name="rota_list"),
    path("rota/hours/", hours.hours_own, name="hours_own"),
    path("rota/my-round/<int:person_id>/staying/", staying.round_staying, name="round_staying"),
    path("rota/workers/<int:worker_id>/hours/", hours_acts.hours_tell, name="hours_tell"),
    path("rota/workers/<int:worker_id>/leave/", hours_acts.hours_leave, name="hours_leave"),
    path("rota/<int:team_id>/hours/", hours.rota_hours, name="rota_hours"),
    path("rota/<int:team_id>/needs/", needs.rota_needs, name="rota_needs"),
    path("rota/<int:team_id>/needs/<int:need_number>/", needs.rota_need, name="rota_need"),
    path("rota/<int:team_id>/weeks/<str:week>/", week.rota_week, name="rota_week"),
    path(
        "rota/<int:team_id>/weeks/<str:week>/make/", week_acts.rota_week_make, name="rota_week_make"
    ),
    path("rota/rosters/<int:roster_id>/accept/", week_acts.rota_accept, name="rota_accept"),
    path("rota/<int:team_id>/<str:day>/", team_day.rota_day, name="rota_day"),
    path("rota/<int:team_id>/<str:day>/shift/", day_acts.rota_shift, name="rota_shift"),
    path("rota/<int:team_id>/<str:day>/strike/", day_acts.rota_strike, name="rota_strike"),
    path("rota/<int:team_id>/<str:day>/worker/", day_acts.rota_ability, name="rota_ability"),
    path("rota/<int:team_id>/<str:day>/make/", day_acts.rota_make, name="rota_make"),
    path("rota/<int:team_id>/<str:day>/happened/", live.rota_happened, name="rota_happened"),
    path("rota/offers/<int:happened_id>/", offers.rota_offer, name="rota_offer"),
]
