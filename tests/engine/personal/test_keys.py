"""One customer has one key, and nobody can read who it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.engine.personal import customer_keys
from goldenthread.engine.types import Identifier, Participant, Role

SECRET = b"a secret of the organisation"


def keys(*identifiers, system="desk", native_id=None, secret=SECRET, region="US"):
    person = Participant(
        0,
        Role.CUSTOMER,
        native_id=native_id,
        identifiers=tuple(Identifier(*one) for one in identifiers),
    )
    return customer_keys(person, secret, system, region=region)


def test_ways_of_writing_one_address_or_number_give_one_key():
    assert keys(("email", " Anna@B.org ")) == keys(("email", "anna@b.org"))
    assert keys(("phone", "020 7946 0018"), region="GB") == keys(("phone", "+44 (0)20 7946-0018"))


def test_an_address_joins_systems_and_a_user_id_does_not():
    assert keys(("email", "a@b.org"), system="x") == keys(("email", "a@b.org"), system="y")
    assert keys(("user_id", "7"), system="x") != keys(("user_id", "7"), system="y")


def test_kinds_of_identifier_never_meet():
    assert len({keys((kind, "12345678")) for kind in ("email", "phone", "user_id", "handle")}) == 4


def test_the_native_id_is_the_user_id():
    assert keys(native_id="77") == keys(("user_id", "77"))


def test_repeats_count_once_and_order_is_kept():
    both = keys(("email", "a@b.org"), ("user_id", "7"), ("email", "A@b.org"))
    assert both == keys(("email", "a@b.org")) + keys(("user_id", "7"))


def test_nobody_without_an_identifier_has_a_key():
    assert keys() == ()
    assert keys(("email", "  ")) == ()


def test_another_secret_gives_another_key():
    assert keys(("email", "a@b.org")) != keys(("email", "a@b.org"), secret=b"other")


def test_an_empty_secret_is_refused():
    with pytest.raises(ValueError, match="needs a secret"):
        keys(("email", "a@b.org"), secret=b"")


@given(st.sampled_from(["email", "phone", "user_id", "handle", "other"]), st.text())
def test_any_identifier_can_be_keyed(kind, value):
    assert all(len(key) == 64 for key in keys((kind, value)))
