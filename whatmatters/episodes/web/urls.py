"""Addresses of short-term episodes."""

from django.urls import path

from whatmatters.episodes.web import ending, extending, listed, one, opening, reading, states

urlpatterns = [
    path("people/<int:person_id>/short-term/", listed.episode_list, name="episode_list"),
    path("people/<int:person_id>/short-term/open/", opening.episode_open, name="episode_open"),
    path("short-term/", states.episode_states, name="episode_states"),
    path("short-term/<int:episode_id>/", one.episode, name="episode"),
    path("short-term/<int:episode_id>/extend/", extending.episode_extend, name="episode_extend"),
    path("short-term/<int:episode_id>/end/", ending.episode_end, name="episode_end"),
    path("short-term/<int:episode_id>/read/", reading.episode_read, name="episode_read"),
    path("short-term/<int:episode_id>/strike/", reading.episode_strike, name="episode_strike"),
]
