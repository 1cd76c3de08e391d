"""A demonstration in which a kind of event never happened has failed, and says which."""

from collections import Counter

from whatmatters.demo.required import REQUIRED, missing


def test_whatever_never_happened_is_named() -> None:
    whole = Counter(dict.fromkeys(REQUIRED, 1)) | Counter({"close": 7})
    assert missing(whole) == ()
    for kind in ("death", "contest", "direct_payment_chosen", "hospital_stay"):
        assert missing(whole - Counter({kind: 1})) == (kind,)


def test_six_closes_are_too_few() -> None:
    assert missing(Counter(dict.fromkeys(REQUIRED, 1)) | Counter({"close": 6})) == ("close",)
