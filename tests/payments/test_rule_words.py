"""Every rule that a ledger can hold has a name in both languages: a code is nobody's language."""

import pytest
from django.utils.translation import override

from whatmatters.frontend.statement_words import REASONS, SUMS
from whatmatters.payments.services.settling import SETTLEMENT
from whatmatters.payments.web.rule_words import rule_words
from whatmatters.rules.corrections import LATE_FACT

pytestmark = pytest.mark.once

# A late fact is posted under the rule that it puts right.
POSTED = sorted({*REASONS, *SUMS, SETTLEMENT} - {LATE_FACT})


@pytest.mark.parametrize("rule", POSTED)
def test_a_rule_is_named_in_both_languages(rule: str) -> None:
    told = {}
    for language in ("en-gb", "cy"):
        with override(language):
            told[language] = rule_words(rule)
    assert rule not in told.values()
    assert told["en-gb"] != told["cy"]


def test_what_they_are_called() -> None:
    with override("cy"):
        assert rule_words("outcome_payments.instalment") == "Taliadau canlyniadau: rhandaliad"
        assert rule_words("settlement") == "Talu’r hyn a oedd yn ddyledus"
    assert rule_words("bundled_hours.below") == "Bundled hours: less was used than the band allows"
    assert rule_words("from_elsewhere.thing") == "from_elsewhere.thing"
