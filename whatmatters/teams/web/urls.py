"""Addresses of an organisation's workers and teams."""

from django.urls import path

from whatmatters.teams.web import accounts, joining, leaving, lists, new_team, writing

urlpatterns = [
    path("workers/", lists.worker_list, name="worker_list"),
    path("workers/new/", writing.worker_new, name="worker_new"),
    path("workers/teams/new/", new_team.team_new, name="team_new"),
    path("workers/<int:at_work_id>/", lists.worker, name="worker"),
    path("workers/<int:at_work_id>/change/", writing.worker_change, name="worker_change"),
    path("workers/<int:at_work_id>/join/", joining.worker_join, name="worker_join"),
    path("workers/<int:at_work_id>/leave/", leaving.worker_leave, name="worker_leave"),
    path("workers/<int:at_work_id>/account/", accounts.worker_account, name="worker_account"),
    path("workers/<int:at_work_id>/part/", accounts.worker_part, name="worker_part"),
]
