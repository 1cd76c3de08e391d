"""Addresses of plans and judgements."""

from django.urls import path

from whatmatters.outcomes.web.aims import following as aims
from whatmatters.outcomes.web.aims import setting
from whatmatters.outcomes.web.control import views as control
from whatmatters.outcomes.web.events import (
    exceptions,
    family,
    gap,
    known,
    notes,
    small_change,
    unchanged,
    urgent,
)
from whatmatters.outcomes.web.judgements import answering, concluding, finding, satisfaction
from whatmatters.outcomes.web.plans import kitchen
from whatmatters.outcomes.web.plans import views as plans
from whatmatters.outcomes.web.routes import views as routes
from whatmatters.outcomes.web.talking import views as talking
from whatmatters.outcomes.web.wayin import asking, referral, waiting
from whatmatters.outcomes.web.writing import following, starting
from whatmatters.outcomes.web.writing import views as writing

urlpatterns = [
    path("waiting/", waiting.people_waiting, name="people_waiting"),
    path("people/<int:person_id>/request/", asking.request_new, name="request_new"),
    path("people/<int:person_id>/eligibility/", asking.eligibility_decide, name="eligibility"),
    path("referrals/<int:referral_id>/", referral.referral, name="referral"),
    path("people/<int:person_id>/conversation/", talking.conversation_new, name="conversation_new"),
    path(
        "conversations/<int:conversation_id>/add/",
        talking.conversation_add,
        name="conversation_add",
    ),
    path("words/<int:statement_id>/", talking.statement_correct, name="statement_correct"),
    path("people/<int:person_id>/outcome/", setting.outcome_new, name="outcome_new"),
    path("outcomes/<int:outcome_id>/", aims.outcome, name="outcome"),
    path("outcomes/<int:outcome_id>/note/", aims.outcome_note, name="outcome_note"),
    path("outcomes/<int:outcome_id>/off-track/", aims.outcome_off_track, name="outcome_off_track"),
    path("outcomes/<int:outcome_id>/replace/", setting.outcome_replace, name="outcome_replace"),
    path("outcomes/<int:outcome_id>/let-go/", setting.outcome_let_go, name="outcome_let_go"),
    path("outcomes/<int:outcome_id>/payable/", setting.outcome_payable, name="outcome_payable"),
    path("plans/<int:version_id>/routes/", routes.plan_routes, name="plan_routes"),
    path("people/<int:person_id>/plan/", starting.plan_start, name="plan_start"),
    path("plans/<int:version_id>/write/", writing.plan_write, name="plan_write"),
    path("plans/<int:version_id>/write/<slug:part>/", writing.plan_part, name="plan_part"),
    path("plans/<int:version_id>/again/", following.plan_again, name="plan_again"),
    path("people/<int:person_id>/note/", notes.note_write, name="note_write"),
    path("people/<int:person_id>/what-i-know/", known.what_i_know, name="what_i_know"),
    path("people/<int:person_id>/control/", control.control, name="control"),
    path("people/<int:person_id>/need/", notes.need_write, name="need_write"),
    path("plans/<int:version_id>/change/", small_change.small_change, name="small_change"),
    path("plans/<int:version_id>/exception/", exceptions.exception_raise, name="exception_raise"),
    path("plans/<int:version_id>/unchanged/", unchanged.plan_unchanged, name="plan_unchanged"),
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
