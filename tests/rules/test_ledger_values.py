"""A journal cannot be built unless it balances; the chain sees every change."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whatmatters.rules.commissioning import Line
from whatmatters.rules.hash_chain import GENESIS, canonical, chain_hash
from whatmatters.rules.ledger import (
    DoesNotBalance,
    Journal,
    JournalKey,
    NothingToPost,
    PostingValue,
    journal_content,
    journal_for,
)

KEY = JournalKey(7, date(2026, 5, 4), date(2026, 4, 6), "outcome_payments.instalment")
amounts = st.integers(-1_000_000, 1_000_000)


def a_line(pence, payer="org:1", payee="org:2"):
    """A line of KEY's rule."""
    return Line(payer, payee, pence, KEY.rule, KEY.rule, {"price_pence": 278300})


@given(st.lists(st.tuples(amounts, st.sampled_from(["org:1", "org:3"])), min_size=1, max_size=6))
def test_every_journal_that_can_be_built_balances(sums):
    lines = [a_line(pence, payer) for pence, payer in sums]
    by_payer = {payer: sum(p for p, who in sums if who == payer) for _, payer in sums}
    if not any(by_payer.values()):
        with pytest.raises(NothingToPost):
            journal_for(KEY, lines)
        return
    journal = journal_for(KEY, lines)
    assert sum(posting.pence for posting in journal.postings) == 0
    assert {p.account: p.pence for p in journal.postings if p.account.startswith("expense")} == {
        f"expense:{payer}": pence for payer, pence in by_payer.items() if pence
    }


def test_a_payment_debits_the_payers_expense_and_a_clawback_turns_it_round():
    assert journal_for(KEY, [a_line(92767)]).postings == (
        PostingValue("expense:org:1", 92767),
        PostingValue("payable:org:1:org:2", -92767),
    )
    assert journal_for(KEY, [a_line(-50094)]).postings == (
        PostingValue("expense:org:1", -50094),
        PostingValue("payable:org:1:org:2", 50094),
    )


@pytest.mark.parametrize("credit", [-99, -101])
def test_an_unbalanced_journal_cannot_be_built(credit):
    postings = (PostingValue("expense:org:1", 100), PostingValue("payable:a:b", credit))
    with pytest.raises(DoesNotBalance):
        Journal(KEY, postings, {})


def test_a_journal_without_postings_or_with_an_empty_one_cannot_be_built():
    with pytest.raises(NothingToPost):
        Journal(KEY, (), {})
    with pytest.raises(NothingToPost):
        Journal(KEY, (PostingValue("expense:org:1", 0),), {})


def test_the_chain_is_this_hash():
    content = canonical(journal_content(journal_for(KEY, [a_line(1)])))
    assert content == (
        b'{"agreement":7,"facts":{"lines":[{"inputs":{"price_pence":278300},"payee":"org:2",'
        b'"payer":"org:1","pence":1,"reason":"outcome_payments.instalment",'
        b'"rule":"outcome_payments.instalment","subject":""}]},"period_corrected":"2026-04-06",'
        b'"period_posted":"2026-05-04","postings":[["expense:org:1",1],["payable:org:1:org:2",-1]],'
        b'"rule":"outcome_payments.instalment","subject":""}'
    )
    assert GENESIS == "0" * 64
    assert len(chain_hash(GENESIS, content)) == 64


@given(st.binary(max_size=40), st.binary(max_size=40))
def test_another_content_or_another_past_is_another_hash(one, other):
    if one != other:
        assert chain_hash(GENESIS, one) != chain_hash(GENESIS, other)
        assert chain_hash(chain_hash(GENESIS, one), b"x") != chain_hash(
            chain_hash(GENESIS, other), b"x"
        )


def test_the_order_of_keys_is_no_part_of_the_content_and_a_float_is_refused():
    assert canonical({"b": 1, "a": {"d": 2, "c": 3}}) == canonical({"a": {"c": 3, "d": 2}, "b": 1})
    with pytest.raises(TypeError):
        canonical({"a": [{"b": 0.1}]})
