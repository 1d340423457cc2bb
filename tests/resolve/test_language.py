"""The three language files say the same things."""

from __future__ import annotations

from clausier.language.language import LANGUAGES, language

TABLES = ("labels", "names", "titles", "boilerplate", "written", "covers")


def test_all_languages_have_the_same_keys():
    for table in TABLES:
        keys = [set(getattr(language(code), table)) for code in LANGUAGES]
        assert keys[0] == keys[1] == keys[2], table


def test_the_same_places_for_values():
    for table in ("labels", "names", "boilerplate", "covers"):
        for key, english in getattr(language("en"), table).items():
            for code in LANGUAGES:
                words = getattr(language(code), table)[key]
                assert words.count("{") == english.count("{"), (code, table, key)


def test_french_no_break_spaces():
    french = language("fr")
    for table in ("labels", "names", "titles", "boilerplate", "covers"):
        for key, words in getattr(french, table).items():
            assert not any(f" {sign}" in words for sign in ":;!?»"), key
            assert "« " not in words, key
            assert "’" not in words, key


def test_members_are_34_everywhere():
    for code in LANGUAGES:
        words = language(code)
        names = words.boilerplate["members"].replace(f" {words.labels['and']} ", ", ")
        assert len(names.split(", ")) == 34
