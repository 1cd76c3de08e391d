"""Addresses of blocks."""

from django.urls import path

from whatmatters.blocks.web import (
    answering,
    block_list,
    ending,
    handing_in,
    one_page,
    signing,
    telling,
)

urlpatterns = [
    path("blocks/", block_list.block_list, name="block_list"),
    path("blocks/new/", signing.block_new, name="block_new"),
    path("blocks/<int:block_id>/", one_page.block, name="block"),
    path("blocks/<int:block_id>/next-year/", signing.block_next_year, name="block_next_year"),
    path("blocks/<int:block_id>/amend/<int:review_id>/", signing.block_amend, name="block_amend"),
    path("blocks/<int:block_id>/end/", ending.block_end, name="block_end"),
    path("blocks/<int:block_id>/capacity/", telling.block_capacity, name="block_capacity"),
    path("blocks/<int:block_id>/estimate/", telling.block_estimate, name="block_estimate"),
    path("blocks/<int:block_id>/review/", handing_in.block_review, name="block_review"),
    path("blocks/<int:block_id>/book/", handing_in.block_book, name="block_book"),
    path("blocks/books/<int:book_id>/", answering.book_answer, name="book_answer"),
]
