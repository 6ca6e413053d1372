import numpy as np

from training import calibration

RANDOM = np.random.default_rng(3)


def heard(labels, wide):
    """Margins of three rivals around their labels."""
    return np.eye(3)[labels] + RANDOM.normal(0, wide, (len(labels), 3))


def test_sides_taken_heed_our_own_sentences_beside_the_tweets():
    tweets = RANDOM.choice(3, 300, p=[0.7, 0.15, 0.15])
    calm = RANDOM.choice(3, 300, p=[0.15, 0.7, 0.15])
    apart = heard(tweets, 0.8), heard(calm, 0.8)
    own = calibration.Heard(apart[1], np.eye(3)[calm])
    slope, shifts = calibration.sided(apart[0], tweets, own)
    alone, plain = calibration.rivals(apart[0], tweets)
    upset = (calibration.side(apart[1] * slope + shifts)[calm == 1] == 0).mean()
    before = (calibration.side((apart[1] * alone + plain) * 2)[calm == 1] == 0).mean()
    assert upset <= before


def test_valence_takes_sides_beyond_a_fifth():
    odds = np.log(np.array([[0.5, 0.3, 0.2], [0.35, 0.4, 0.25], [0.1, 0.2, 0.7]]))
    assert calibration.side(odds).tolist() == [0, 1, 2]
