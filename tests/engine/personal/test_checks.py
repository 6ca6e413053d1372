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
    (checks.ahv, "7569217076985"),
    (checks.austrian, "1237010180"),
    (checks.belgian, "85073003328"),
    (checks.bulgarian, "6101057509"),
    (checks.czech, "7103192745"),
    (checks.finnish, "131052308T"),
    (checks.german_pension, "65171239J004"),
    (checks.irish, "1234567FA"),
    (checks.japanese, "123456789018"),
    (checks.medicare, "212345670"),
    (checks.norwegian, "15117424356"),
    (checks.portuguese, "123456789"),
    (checks.romanian, "1800101221144"),
    (checks.swedish, "8112189876"),
    (checks.turkish, "10000000146"),
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
