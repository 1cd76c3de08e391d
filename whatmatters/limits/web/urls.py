"""Addresses of the register of what blocks a design."""

from django.urls import path

from whatmatters.limits.web import asking, limit_list, one, writing

urlpatterns = [
    path("limits/", limit_list.limit_list, name="limit_list"),
    path("limits/new/", writing.limit_new, name="limit_new"),
    path("limits/<int:limit_id>/", one.limit, name="limit"),
    path("limits/<int:limit_id>/right/", writing.limit_right, name="limit_right"),
    path("limits/<int:limit_id>/ask/", asking.limit_ask, name="limit_ask"),
    path("limits/<int:limit_id>/asked/<int:query_asked>/", asking.limit_query, name="limit_query"),
]
