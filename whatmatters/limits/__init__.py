"""What blocks a design, and what whoever can change it was asked (R-CW-03, R-NW-04).

Who reads and writes it follows from requirements, section 2. The commissioner designs contracts and
writes it; the finance officer charges people by these rules and reads it; scrutiny asks and defends
choices, and nobody can be told apart in it, so it reads it too. A health board's commissioner
agrees limits: it reads and writes those that are in its own board's hands, and no other. A social
worker, a broker and a provider design no contract: they do not.
"""
