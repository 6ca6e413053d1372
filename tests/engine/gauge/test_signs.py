from goldenthread.engine.gauge import customer
from goldenthread.engine.gauge.patterns import wordings
from goldenthread.engine.gauge.signs import SIGNS

WITHOUT_A_SIGN = {"verdict", "wish", "praise", "specific", "asks", "named", "flawless"}


def test_every_wording_speaks_for_a_sign_of_the_table():
    names = {name.removeprefix("=") for table in ("customer", "agent") for name in wordings(table)}
    assert names - WITHOUT_A_SIGN <= SIGNS.keys() | {"asks"}


def test_every_customers_sign_has_wordings():
    told = {name.removeprefix("=") for name in wordings("customer")}
    assert {name for name in SIGNS if name.startswith("c_")} <= told


def test_what_a_customer_says_outweighs_any_one_courtesy():
    courtesies = [
        abs(SIGNS[name].weight) for name in ("greets", "thanks", "apologises", "courteous")
    ]
    assert min(abs(SIGNS[name].weight) for name in customer.BREACHES) > max(courtesies)


def test_every_principle_can_be_seen_and_broken():
    sides = {(sign.letter, sign.seen) for sign in SIGNS.values() if sign.letter}
    assert sides == {(letter, seen) for letter in "PROUD" for seen in (True, False)}
