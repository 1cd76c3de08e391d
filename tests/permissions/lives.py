"""What happens to the person of the walk, one after another."""

from tests.permissions import direct, episodes, money, post

LIVES = (money.live_through, post.write_letters, direct.direct_payment, episodes.short_term)
