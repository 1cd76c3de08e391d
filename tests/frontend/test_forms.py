"""Forms: what they take, what they refuse and in which words, and how they are drawn."""

from datetime import date
from uuid import UUID, uuid4

import pytest
from django import forms
from django.template import Context, Template
from django.utils.translation import override

from tests.frontend.strict_html import faults
from whatmatters.frontend.forms import DateField, MoneyField, OneOf, PageForm, WordsField


class Small(PageForm):
    words = WordsField(label="What matters?")
    on = DateField(label="From which day?")
    cost = MoneyField(label="Cost", required=False)
    kind = OneOf([("a", "Better", "It can"), ("b", "Kept")], label="Which?")


def filled(**changes: str) -> Small:
    """The form with every answer given, but for what is changed."""
    answers = {
        "form_token": str(uuid4()),
        "words": "The sea",
        "on-day": "22",
        "on-month": "11",
        "on-year": "2026",
        "cost": "£1,240.50",
        "kind": "a",
    }
    return Small(answers | changes)


def drawn(template: str, **context: object) -> str:
    return Template("{% load govuk wm %}" + template).render(Context(context))


def test_answers_come_out_as_values() -> None:
    form = filled()
    assert form.is_valid()
    assert form.cleaned_data["on"] == date(2026, 11, 22)
    assert form.cleaned_data["cost"] == 124050
    assert isinstance(form.cleaned_data["form_token"], UUID)


def test_token_is_new_on_each_page_and_kept_when_the_page_comes_back() -> None:
    assert drawn("{% form_token f %}", f=Small()) != drawn("{% form_token f %}", f=Small())
    token = str(uuid4())
    assert token in drawn("{% form_token f %}", f=filled(form_token=token, words=""))


def test_a_question_that_the_page_adds_is_named_in_what_is_said_of_it() -> None:
    form = filled()
    form.fields["step"] = OneOf([("a", "Accepted"), ("b", "Declined")], label="What happened?")
    assert form.errors["step"] == ["“What happened?” needs an answer"]


def test_a_form_without_its_token_is_refused_for_the_whole_page() -> None:
    form = filled(form_token="")
    assert not form.is_valid()
    summary = drawn("{% error_summary f %}", f=form)
    assert "This page had lost its number. Please send it again." in summary
    assert "href" not in summary


@pytest.mark.parametrize(
    ("typed", "pence"),
    [("12", 1200), ("£12.5", 1250), ("1,240.50", 124050), ("0", 0), (" £ 3 ", 300)],
)
def test_money_taken(typed: str, pence: int) -> None:
    assert MoneyField().clean(typed) == pence


@pytest.mark.parametrize("typed", ["twelve", "1.234", "12,34", "1e3", "٣", "£", "-5", "9999999999"])
def test_money_refused(typed: str) -> None:
    with pytest.raises(forms.ValidationError):
        MoneyField().clean(typed)


def test_money_less_than_nothing_where_it_may_be() -> None:
    assert MoneyField(allow_negative=True).clean("−£187.20") == -18720
    assert MoneyField(required=False).clean("") is None


@pytest.mark.parametrize("month", ["11", "November", "nov", "Tachwedd", "tach"])
def test_months_in_figures_or_in_either_language(month: str) -> None:
    with override("cy"):
        assert DateField().clean(("2", month, "2026")) == date(2026, 11, 2)


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        (("30", "2", "2026"), "invalid"),
        (("x", "2", "2026"), "invalid"),
        (("1", "ma", "2026"), "invalid"),
        (("1", "", "2026"), "incomplete"),
        (("1", "2", "26"), "short_year"),
        (("", "", ""), "required"),
        (("²", "2", "2026"), "invalid"),
    ],
)
def test_dates_refused(parts: tuple[str, str, str], code: str) -> None:
    with pytest.raises(forms.ValidationError) as refused:
        DateField().clean(parts)
    assert refused.value.code == code


def test_summary_leads_to_each_field_in_order_and_in_the_readers_language() -> None:
    form = Small({"form_token": str(uuid4())})
    with override("cy"):
        html = drawn("{% error_summary f %}{% fields f %}", f=form)
    links = ["#id_words", "#id_on-day", "#id_kind"]
    assert [html.index(f'href="{link}"') for link in links] == sorted(
        html.index(f'href="{link}"') for link in links
    )
    assert '<a href="#id_words">Mae angen ateb i “What matters?”</a>' in html
    assert all(f'id="{link[1:]}"' in html for link in links)
    assert 'aria-describedby="id_words-error"' in html
    assert faults(html) == []


def test_a_services_refusal_stands_by_its_field_or_for_the_whole() -> None:
    form = filled()
    form.is_valid()
    form.refuse("The plan has already been agreed")
    form.refuse("Not before the plan", field="on")
    html = drawn("{% error_summary f %}", f=form)
    assert html.index("The plan has already") < html.index('href="#id_on-day"')


def test_own_words_come_back_letter_for_letter_and_escaped() -> None:
    words = 'Llŷn & ŵyn\n  O’Neill said <b>"no"</b></textarea><script>x</script>'
    html = drawn("{% field f.words %}", f=filled(words=words))
    assert "\n  O’Neill said &lt;b&gt;" in html
    assert "<script>" not in html
    assert faults(html) == []


def test_two_forms_on_one_page_share_no_id() -> None:
    one, two = Small(prefix="one"), Small(prefix="two")
    assert faults(drawn("{% fields a %}{% fields b %}", a=one, b=two)) == []


def test_component_parameters_can_be_overridden_in_the_template() -> None:
    html = drawn('{% field f.cost label__classes="govuk-label--l" classes="wide" %}', f=Small())
    assert 'class="govuk-label govuk-label--l"' in html
    assert "wide" in html
    assert "Cost (optional)" in html
    assert "£" in html


def test_hints_of_choices_and_the_chosen_one() -> None:
    html = drawn("{% field f.kind %}", f=filled(kind="a"))
    assert "It can" in html
    assert html.count(" checked") == 1


def test_html_from_a_value_is_escaped_even_as_html() -> None:
    html = drawn('{% govuk "inset-text" html=words %}', words="<script>x</script>")
    assert "<script>" not in html
    assert "<i>x</i>" in drawn('{% govukblock "inset-text" %}<i>x</i>{% endgovukblock %}')


def test_no_component_of_another_name() -> None:
    with pytest.raises(ValueError, match="not a component"):
        drawn('{% govuk "../x" %}')
