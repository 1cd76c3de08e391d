"""Addresses of the reader's own account, under /my-account/."""

from django.urls import path

from whatmatters.access.web.own import faces, pages, picture

urlpatterns = [
    path("", pages.own_account, name="own_account"),
    path("done/", pages.own_events, name="own_events"),
    path("picture/", picture.own_picture, name="own_picture"),
    path("picture/of/<str:face>/", faces.face, name="face"),
    path("sessions/", pages.own_sessions, name="own_sessions"),
]
