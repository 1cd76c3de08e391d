"""The menu: registered once, in order, with the current place marked."""

from django.urls import path

from whatmatters.frontend import navigation
from whatmatters.frontend.navigation import Item, entries, items, register


def nothing(request):
    """A view that is never called."""


urlpatterns = [path("a/", nothing, name="first"), path("a/b/", nothing, name="second")]


def test_menu_is_in_order_and_an_item_stands_once(monkeypatch) -> None:
    monkeypatch.setattr(navigation, "_items", {})
    register(Item("Second", "second", frozenset({"finance"}), order=20))
    register(Item("First", "first", order=10))
    register(Item("Second, renamed", "second", order=20))
    assert [item.label for item in items()] == ["First", "Second, renamed"]


def test_the_nearest_page_above_is_the_current_one(rf, settings) -> None:
    settings.ROOT_URLCONF = __name__
    chosen = [Item("First", "first"), Item("Second", "second")]
    shown = entries(chosen, rf.get("/a/b/c/"))
    assert [(e.label, e.url, e.active) for e in shown] == [
        ("First", "/a/", False),
        ("Second", "/a/b/", True),
    ]
    assert [e.active for e in entries(chosen, rf.get("/a/"))] == [True, False]
    assert [e.active for e in entries(chosen, rf.get("/elsewhere/"))] == [False, False]
