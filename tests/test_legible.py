from __future__ import annotations

import random
import time

import pytest

from language.legible import is_legible
from tests.makers import ENGLISH, FRENCH, HANS, HANT

TEXTS = {
    "en": ENGLISH + " Its keeper lives below the lantern and writes down every ship that passes.",
    "fr": FRENCH + " Son gardien habite sous la lanterne et note chaque navire qui passe au large.",
    "de": "Der Leuchtturm steht auf der Nordspitze der Insel und wurde im Jahr 1887 entzündet.",
    "pl": "Latarnia morska stoi na północnym krańcu wyspy i została zapalona w roku 1887.",
    "fi": "Majakka seisoo saaren pohjoiskärjessä, ja se sytytettiin ensimmäisen kerran 1887.",
    "vi": "Ngọn hải đăng đứng ở mũi phía bắc của hòn đảo và được thắp sáng vào năm 1887.",
    "zh-Hans": HANS * 3,
    "zh-Hant": HANT * 3,
    "ja": "灯台は島の北端に立ち、一八八七年に初めて点灯された。高さは三十二メートルである。",
    "ko": "등대는 섬의 북쪽 끝에 서 있으며 천팔백팔십칠 년에 처음으로 불을 밝혔다.",
    "ar": "تقف المنارة عند الطرف الشمالي للجزيرة وقد أضيئت لأول مرة في عام ١٨٨٧.",
    "ru": "Маяк стоит на северной оконечности острова и был впервые зажжён в 1887 году.",
    "several": "English, français, 中文, 日本語, العربية, русский, ελληνικά, עברית, ไทย, हिन्दी. " * 3,
    "figures": "12.50 7.30 1,204 (3.2) $45.00 87 % 15,530 – 2019 2020 2021\n" * 9,
    "program": "for (int i = 0; i < n; ++i) { if (a[i] != b[i]) return -1; } /* x ^ y */\n" * 4,
    "formulae": "∑ x_i² ≤ ‖A‖² · (λ₁ + … + λₙ), f(x) = sin x / (1 + e^{-x}) → 0\n" * 5,
    "digest": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08\n" * 6,
    "base64": "TWFueSBoYW5kcyBtYWtlIGxpZ2h0IHdvcmsuIFdlIGtuZXcgaXQgYWxsIGFsb25n+/4=\n" * 6,
    "addresses": "www.cninfo.com.cn www.hkexnews.hk https://xkcd.com/hjkl?q=wxz qwrt@pqrst.hk\n" * 5,
    "codes": "SKU-8847 QSYS CHGFCNUSG DSPFCNUSG WRKFCNUSG QIBM_DB_SECADM QIBM_DB_SQLADM " * 2,
    "bullets": "\uf0b7 The lantern\n\uf0b7 The quay\n\uf0b7 The pilot station\n" * 4,
    "nothing": "",
}  # fmt: skip


@pytest.mark.parametrize("kind", TEXTS)
def test_what_people_write_is_legible(kind: str) -> None:
    assert is_legible(TEXTS[kind])


def shuffled(text: str, characters: str, seed: int) -> str:
    to = list(characters)
    random.Random(seed).shuffle(to)
    return text.translate(str.maketrans(characters, "".join(to)))


ASCII = "".join(map(chr, range(0x21, 0x7F)))
LETTERS = "abcdefghijklmnopqrstuvwxyz"


PAGES = {
    "en": TEXTS["en"] + " The harbour has a quay of granite, four cranes and a pilot station; ships from "
    "the mainland call twice a week, and in summer an excursion boat brings visitors to the museum.",
    "fr": TEXTS["fr"] + " Le port possède un quai de granit, quatre grues et une vigie abritée ; les bateaux "
    "du continent y font escale deux fois par semaine, et en été une vedette amène des visiteurs.",
    "de": TEXTS["de"] + " Der Hafen hat eine Mole aus Granit, vier Kräne und eine Lotsenstation; zweimal in "
    "der Woche legen Schiffe vom Festland an, und im Sommer bringt ein Ausflugsboot Gäste.",
}  # fmt: skip


@pytest.mark.parametrize("language", PAGES)
@pytest.mark.parametrize("characters", [LETTERS, ASCII])
def test_characters_put_for_others_are_told_nine_times_in_ten(
    language: str, characters: str
) -> None:
    text = PAGES[language].lower()
    told = [not is_legible(shuffled(text, characters, seed)) for seed in range(100)]

    assert sum(told) >= 90


@pytest.mark.parametrize("language", PAGES)
def test_numbers_of_shapes_read_as_characters_are_not_legible(language: str) -> None:
    # What fonts without a table often give: the capital letters of a font come 29 places later.
    text = "".join(one if one.isspace() else chr(max(ord(one) - 29, 1)) for one in PAGES[language])

    assert not is_legible(text)


@pytest.mark.parametrize(("first", "last"), [(0x4E00, 0x9FFF), (0xAC00, 0xD7A3), (0x0100, 0x2FFF)])
def test_characters_at_random_are_not_legible(first: int, last: int) -> None:
    rng = random.Random(first)
    text = "".join(chr(rng.randint(first, last)) for _ in range(400))

    assert not is_legible(text)


def test_controls_and_characters_that_do_not_exist_are_not_legible() -> None:
    assert not is_legible("\x03\x11\x0f The lantern \x02\x04\x05\x06\x07")
    assert not is_legible("\ue012\ue013\ue014\ue015 \ue016\ue017 ab")


def test_a_long_page_is_told_at_once() -> None:
    started = time.perf_counter()
    assert is_legible(ENGLISH * 20_000)
    assert time.perf_counter() - started < 1
