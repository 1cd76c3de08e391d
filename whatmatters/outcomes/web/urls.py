"""Addresses of plans and judgements."""

from django.urls import path

from whatmatters.outcomes.web.judgements import answering, concluding, finding, satisfaction
from whatmatters.outcomes.web.plans import views as plans

urlpatterns = [
    path("plans/<int:version_id>/", plans.plan_version, name="plan_version"),
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
