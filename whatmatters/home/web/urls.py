"""Addresses of pages about several contexts at once."""

from django.urls import path

from whatmatters.home.web.about import about_data
from whatmatters.home.web.between_us import between_us
from whatmatters.home.web.glossary import glossary
from whatmatters.home.web.home import home
from whatmatters.home.web.living.ending import case_close, death_record
from whatmatters.home.web.living.hospital import hospital_stay
from whatmatters.home.web.own_help import own_help
from whatmatters.home.web.own_help_file import own_help_file
from whatmatters.home.web.person_list import person_list
from whatmatters.home.web.record.views import record

urlpatterns = [
    path("", home, name="home"),
    path("about-the-data/", about_data, name="about_data"),
    path("words/", glossary, name="glossary"),
    path("my-offers/", own_help, name="own_help"),
    path("my-offers/file/", own_help_file, name="own_help_file"),
    path("people/", person_list, name="person_list"),
    path("people/<int:person_id>/", record, name="record"),
    path("people/<int:person_id>/between-us/", between_us, name="between_us"),
    path("people/<int:person_id>/hospital/", hospital_stay, name="hospital_stay"),
    path("people/<int:person_id>/death/", death_record, name="death_record"),
    path("people/<int:person_id>/close/", case_close, name="case_close"),
]
