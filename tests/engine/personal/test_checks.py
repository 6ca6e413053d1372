"""Check digits accept published numbers and refuse any one digit changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.engine.personal import checks

PUBLISHED = [
    (checks.luhn, "4111111111111111"),
    (checks.nhs, "9434765919"),
    (checks.bsn, "111222333"),
    (checks.tfn, "123456782"),
    (checks.pesel, "44051401359"),
    (checks.verhoeff, "234567890124"),
    (checks.cpf, "52998224725"),
    (checks.insee, "184127645108946"),
    (checks.german_tax_id, "86095742719"),
    (checks.mod97, "GB82WEST12345698765432"),
    (checks.dni, "12345678Z"),
    (checks.dni, "X1234567L"),
    (checks.chinese_id, "11010519491231002X"),
]


@pytest.mark.parametrize(("check", "number"), PUBLISHED)
def test_a_published_number_checks(check, number):
    assert check(number)


@pytest.mark.parametrize(("check", "number"), PUBLISHED)
@given(data=st.data())
def test_one_digit_changed_no_longer_checks(check, number, data):
    places = [place for place, sign in enumerate(number) if sign.isdecimal()]
    place = data.draw(st.sampled_from(places))
    other = data.draw(st.sampled_from([d for d in "0123456789" if d != number[place]]))
    changed = number[:place] + other + number[place + 1 :]
    assert not check(changed)


def test_separators_are_no_part_of_a_number():
    assert checks.bare("12 34-56.78/9") == "123456789"
