import pytest

from goldenthread.ground.models import Stitch
from goldenthread.ground.thread import SYSTEM, person, stitch

pytestmark = pytest.mark.django_db


def test_a_stitch_says_who_did_what_to_what(ana, field, now):
    line = stitch(by=person(ana), verb="unit.rename", subject=field, at=now, letters=3)

    assert (line.verb, line.subject) == ("unit.rename", f"people.unit:{field.pk}")
    assert (line.by, line.facts) == (ana, {"letters": 3})


def test_a_person_bears_one_pseudonym_for_ever(ana):
    assert person(ana).pseudonym == person(ana).pseudonym


def test_free_text_never_reaches_the_thread(field, now):
    with pytest.raises(ValueError, match="free text"):
        stitch(by=SYSTEM, verb="unit.add", subject=field, at=now, said="nobody called me back")


def test_a_stitch_is_never_edited(field, now):
    line = stitch(by=SYSTEM, verb="unit.add", subject=field, at=now)
    line.verb = "unit.remove"

    with pytest.raises(TypeError):
        line.save()


def test_a_stitch_outlives_the_account(ana, field, now):
    line = stitch(by=person(ana), verb="unit.rename", subject=field, at=now)
    name = line.pseudonym
    Stitch.objects.filter(by=ana).exclude(pk=line.pk).update(by=None)
    ana.delete()

    line.refresh_from_db()
    assert (line.by, line.pseudonym) == (None, name)
