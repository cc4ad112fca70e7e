"""The names of territories, languages and currencies in a text, in the other languages."""

from __future__ import annotations

from language.chinese import crosses_word
from language.languages import SPOKEN
from language.spans import Span
from language.tags import family
from language.values.names import named_spans, short_names, spoken_name
from language.values.pairs import paired_spans
from language.values.prepared import forms_of, value_forms
from language.values.value import Name, NameKind

LETTER = 1  # no name is so short but in an abbreviation of two: 中老铁路


def translated_names(text: str, language: str) -> dict[str, tuple[str, ...]]:
    """Return each name that occurs in *text*, as it is written there, with its translations.

    The longest names are taken.  CLDR's names in the other languages come first, then common
    ones; both scripts of Chinese are one language here.  None are known in other languages.
    """
    forms = value_forms(language)
    if forms is None:
        return {}
    meant = _inside_no_word if forms.han else _cased
    others = [tag for tag in SPOKEN if family(tag) != family(language) and value_forms(tag)]
    translations: dict[str, tuple[str, ...]] = {}
    done = 0
    spans = [*named_spans(text, family(language)).items(), *paired_spans(text, language)]
    for (start, end), named in sorted(spans, key=lambda item: (item[0][0], -item[0][1])):
        if start >= done and (end - start == LETTER or meant(text, (start, end), named, language)):
            done = end
            names = [spoken_name(named, tag) for tag in others]
            names += [short for tag in others for short in _short(named, family(tag))]
            translations[text[start:end]] = tuple(dict.fromkeys(names))
    return translations


def _short(named: Name, language: str) -> list[str]:
    """Return what else it is called; "US" and "UE" tell a search too little."""
    least = forms_of(language).names.least
    return [one for one, other in short_names(language) if other == named and len(one) >= least]


def _inside_no_word(text: str, span: Span, _: Name, language: str) -> bool:
    """Tell whether the name is no part of another word, as 马里 is of 马里兰."""
    start, end = span
    follows = text[end : end + 1] in forms_of(language).names.of_a_country  # 中国人, 英国队
    ends = follows or not crosses_word(text[:end], text[end:])
    return ends and not crosses_word(text[:start], text[start:])


def _cased(text: str, span: Span, named: Name, language: str) -> bool:
    """Tell whether the letters are those of a name: "us", "turkey" and "polish" are not names."""
    written = text[slice(*span)]
    if len(written.replace(".", "")) <= 3:
        return written.isupper()
    small = named.kind is NameKind.CURRENCY or (
        named.kind is NameKind.LANGUAGE and forms_of(language).names.small
    )
    return small or written[0].isupper() or not any(map(str.isupper, text))
