import json

import numpy as np
import pytest

from goldenthread.engine.gauge import features
from goldenthread.engine.gauge.heads import Heads, chances, loaded, shares
from goldenthread.engine.gauge.types import GaugeUnavailable

TEXTS = ["Thank you so much!", "Two hours on hold and then cut off.", "", "Where is gate 12?"]


def by_hand(heads, text):
    """The margins as the description says they are made, without the compiled pass."""
    encoded = features.encode([text])
    room = features.room(encoded)
    n = features.pieces(encoded.codes, (0, len(text)), features.tables(), room)
    rows = sorted(set(room[0][:n, 0].tolist()))
    length = np.sqrt(np.square(heads.rarity[rows].astype(float)).sum())
    sums = heads.table[rows].astype(float).sum(axis=0)[: len(heads.names)]
    return sums / max(length, 1) * heads.scale + heads.constant


def test_a_margin_is_the_sum_of_its_pieces_over_the_length_of_the_text():
    heads = loaded()
    expected = [by_hand(heads, text) for text in TEXTS]
    np.testing.assert_allclose(heads.margins(TEXTS), expected, rtol=1e-4, atol=1e-4)


def test_a_text_scores_alike_alone_and_in_any_company():
    heads = loaded()
    together = heads.margins(TEXTS * 1500)
    alone = np.concatenate([heads.margins([text]) for text in TEXTS])
    np.testing.assert_array_equal(together[-len(TEXTS) :], alone)


def test_no_text_gives_no_row():
    assert loaded().margins([]).shape == (0, len(loaded().names))


def test_all_28_feelings_are_there_and_neutral_among_them():
    assert len(loaded().columns("feeling")) == 28
    assert "neutral" in loaded().columns("feeling")


def test_weights_for_other_pieces_are_refused(tmp_path):
    told = {"pieces": features.VERSION + 1, "heads": []}
    (tmp_path / "fast.json").write_text(json.dumps(told))
    with pytest.raises(GaugeUnavailable, match="train them again"):
        Heads.load(folder=tmp_path)


def test_rival_readings_share_one_whole():
    odds = np.array([[1.0, 2.0, -40.0], [0.0, 0.0, 0.0]], np.float32)
    np.testing.assert_allclose(shares(odds).sum(axis=1), [1, 1], rtol=1e-6)


def test_odds_that_are_far_out_stay_between_nought_and_one():
    assert chances(np.array([-1e9, 1e9], np.float32)).tolist() == pytest.approx([0, 1])


def test_an_unread_row_stays_not_a_number():
    assert np.isnan(chances(np.array([np.nan], np.float32))).all()
    assert np.isnan(shares(np.array([[np.nan, np.nan]], np.float32))).all()
