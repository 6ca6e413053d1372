import pytest

from goldenthread.charter import actions, queries
from goldenthread.charter.models import Promise, PromiseVersion
from goldenthread.charter.policy import MayNotEdit
from goldenthread.charter.rules import CREDIT, READY
from goldenthread.engine.standard import Standard
from goldenthread.ground.models import Stitch

pytestmark = pytest.mark.django_db


def test_ten_promises_stand_in_their_order(charter):
    assert [promise.id for promise in queries.promises()] == [
        "answer-soon",
        "call-back",
        "story-once",
        "ask-first",
        "honest-no",
        "courtesy",
        "taken-seriously",
        "one-owner",
        "leave-lighter",
        "worth-it",
    ]


def test_every_ready_standard_can_run_and_says_how_it_measures():
    for ready in READY:
        standard = Standard.parse(ready.standard)
        assert standard.check() == []
        assert standard.words.endswith(".")
    assert len({ready.standard["measure"] for ready in READY}) >= 6
    assert set("".join(ready.letters for ready in READY)) == set("PROUD")
    assert "ideas of their authors" in CREDIT


def test_each_promise_is_stitched_once(charter):
    lines = Stitch.objects.filter(verb="promise.publish")

    assert lines.count() == 10
    assert lines.first().subject == "charter.promise:answer-soon"


def test_installing_again_adds_nothing_and_changes_nothing(charter, ana, now):
    PromiseVersion.objects.filter(promise="courtesy").update(text="We smile")

    actions.install_ready_charter(by=ana, now=now)

    assert Promise.objects.count() == PromiseVersion.objects.count() == 10
    assert PromiseVersion.objects.get(promise="courtesy").text == "We smile"
    assert Stitch.objects.filter(verb="promise.publish").count() == 10


def test_who_leads_a_team_does_not_install_a_charter(ben, now):
    with pytest.raises(MayNotEdit):
        actions.install_ready_charter(by=ben, now=now)

    assert not Promise.objects.exists()
