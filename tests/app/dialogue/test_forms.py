"""The forms in which a turn says what it does: each is compiled only when its words are said."""

import pytest

from app.dialogue import forms


@pytest.fixture
def _nothing_compiled():
    forms._compiled.cache_clear()
    yield
    forms._compiled.cache_clear()


@pytest.mark.usefixtures("_nothing_compiled")
def test_a_turn_compiles_few_forms_and_one_without_their_words_none():
    assert not list(forms.said("q4"))
    assert forms._compiled.cache_info().currsize == 0
    assert list(forms.said("laat de gedeelde weg"))
    assert 0 < forms._compiled.cache_info().currsize < len(forms._forms()) / 10


@pytest.mark.parametrize(
    "message", ["zonder OCW", "laat 2024 weg", "ook die van JenV erbij", "en van VWS?", "begin opnieuw"]
)
def test_a_form_that_lacks_a_needed_word_would_not_have_matched(message):
    plain = message.lower().rstrip("?")
    lacking = [f for f in forms._forms() if not all(any(w in plain for w in words) for words in f.needed)]
    assert lacking
    assert [f.text for f in lacking[::7] if forms._compiled(f.text).match(plain)] == []
