"""Addresses of plans and judgements."""

from django.urls import path

from whatmatters.outcomes.web.events import exceptions, family, gap, notes, small_change, urgent
from whatmatters.outcomes.web.judgements import answering, concluding, finding, satisfaction
from whatmatters.outcomes.web.plans import kitchen
from whatmatters.outcomes.web.plans import views as plans
from whatmatters.outcomes.web.writing import following, starting
from whatmatters.outcomes.web.writing import views as writing

urlpatterns = [
    path("people/<int:person_id>/plan/", starting.plan_start, name="plan_start"),
    path("plans/<int:version_id>/write/", writing.plan_write, name="plan_write"),
    path("plans/<int:version_id>/write/<slug:part>/", writing.plan_part, name="plan_part"),
    path("plans/<int:version_id>/again/", following.plan_again, name="plan_again"),
    path("people/<int:person_id>/note/", notes.note_write, name="note_write"),
    path("people/<int:person_id>/need/", notes.need_write, name="need_write"),
    path("plans/<int:version_id>/change/", small_change.small_change, name="small_change"),
    path("plans/<int:version_id>/exception/", exceptions.exception_raise, name="exception_raise"),
    path("plans/<int:version_id>/start-now/", urgent.urgent_start, name="urgent_start"),
    path(
        "exceptions/<int:exception_id>/answer/",
        exceptions.exception_answer,
        name="exception_answer",
    ),
    path("judgements/<int:judgement_id>/family/", family.judgement_family, name="judgement_family"),
    path("plans/<int:version_id>/gap/", gap.plan_gap, name="plan_gap"),
    path("plans/<int:version_id>/withdraw/", following.plan_withdraw, name="plan_withdraw"),
    path("plans/<int:version_id>/", plans.plan_version, name="plan_version"),
    path("plans/<int:version_id>/print/", kitchen.plan_print, name="plan_print"),
    path("plans/<int:version_id>/answer/", plans.plan_answer, name="plan_answer"),
    path("plans/<int:version_id>/beside/<int:other_id>/", plans.plan_compare, name="plan_compare"),
    path(
        "judgements/<int:judgement_id>/answer/",
        answering.judgement_answer,
        name="judgement_answer",
    ),
    path(
        "judgements/<int:judgement_id>/satisfaction/",
        satisfaction.judgement_satisfaction,
        name="judgement_satisfaction",
    ),
    path(
        "judgements/<int:judgement_id>/finding/",
        finding.judgement_finding,
        name="judgement_finding",
    ),
    path(
        "judgements/<int:judgement_id>/conclude/",
        concluding.judgement_conclude,
        name="judgement_conclude",
    ),
]
