from goldenthread.ground.refusals import NotHere, Refused


def test_a_refusal_says_its_own_sentence():
    assert str(NotHere()) == NotHere.sentence


def test_every_refusal_is_one_of_the_tree():
    assert issubclass(NotHere, Refused)
    assert NotHere.status == 404
