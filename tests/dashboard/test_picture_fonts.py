"""The font of a picture has the letters of its texts."""

import pytest

from dashboard.charts.pictures import picture

SPEC = {
    "data": {"values": [{"x": 1, "name": "mark"}]},
    "mark": "text",
    "encoding": {"text": {"field": "name", "type": "nominal"}},
    "config": {"font": "Inter, Arial, sans-serif"},
}


@pytest.mark.parametrize(
    ("title", "font"),
    [
        ("Deaths in Curaçao – “about” €3 million", "Inter"),
        ("Deaths in Galați", "Liberation Sans"),
        ("Deaths in Łódź", "Liberation Sans"),
    ],
)
def test_a_title_with_letters_that_the_pages_font_lacks_is_drawn_in_one_that_has_them(title, font):
    drawn = picture(SPEC, "svg", "light", title, "a foot", cache=None).decode()
    assert f'font-family="{font}' in drawn
