"""Pages as a scanner makes them: text of our own in four languages, drawn, tilted and spoilt."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

POINTS_AN_INCH = 72
A4 = 595.0, 842.0  # points
MARGIN, SIZE, PITCH = 64.0, 11.0, 17.0  # points
NOTO = "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc"
LATIN = (
    "/usr/share/fonts/truetype/liberation/LiberationSerif-Regular.ttf",
    "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
)
# Where the faces of a language are in Noto's collection.
FACE = {"zh-Hans": 2, "zh-Hant": 3}
TEXTS = {
    "en": (
        "The harbour office of Port Clement opens at 7:45 every morning, except on the first Monday of a quarter, when the books are closed and the scales are checked by an inspector from the mainland.",
        "Whoever ties up at the north quay pays £12.50 a night for a boat of up to nine metres; each further metre costs £1.80. The fee includes drinking water, but neither electricity nor the use of the crane.",
        "In the winter of 1963 the ice was so thick that the mail was carried across the sound on foot. The postmistress, Mrs. Agnes Quayle, walked the 4.2 miles twice a week and was paid an extra shilling for it.",
        "Since 2019 the lighthouse has been looked after by volunteers. Visitors may climb its 138 steps between May and September; children under six are not admitted to the gallery, and dogs must wait below.",
        "“We never wanted a museum,” says the chairman, Joseph Vickery. “We wanted the lamp to burn.” It burns again: the society bought the old lens back at an auction in Zürich for 31,400 francs.",
        "Complaints must reach the office in writing within fourteen days (harbour@portclement.example). A fee that was paid by mistake is returned in full, provided that the receipt is shown.",
    ),
    "fr": (
        "La capitainerie de Port-Clément ouvre chaque matin à 7 h 45, sauf le premier lundi du trimestre : ce jour-là, les registres sont arrêtés et les balances contrôlées par un inspecteur venu du continent.",
        "Quiconque s’amarre au quai nord acquitte 12,50 € par nuit pour un bateau de neuf mètres au plus ; chaque mètre supplémentaire coûte 1,80 €. L’eau potable est comprise, mais ni l’électricité ni l’usage de la grue.",
        "Durant l’hiver 1963, la glace était si épaisse que le courrier traversait le détroit à pied. La receveuse, Mme Agnès Le Quéré, parcourait deux fois par semaine les sept kilomètres et touchait pour cela un franc de plus.",
        "Depuis 2019, des bénévoles veillent sur le phare. De mai à septembre, les visiteurs peuvent gravir ses 138 marches ; les enfants de moins de six ans ne sont pas admis sur la galerie, et les chiens doivent attendre en bas.",
        "« Nous n’avons jamais voulu d’un musée, dit le président, Joël Kervella. Nous voulions que la lampe brûle. » Elle brûle de nouveau : l’association a racheté l’ancienne lentille aux enchères, à Zürich, pour 31 400 francs.",
        "Les réclamations doivent parvenir au bureau par écrit sous quatorze jours (capitainerie@portclement.example). Toute somme versée par erreur est intégralement remboursée, à condition que le reçu soit présenté.",
    ),
    "zh-Hans": (
        "克莱门特港的港务办公室每天上午七点四十五分开门，每季度的第一个星期一除外：那一天要结账，秤也要由内地派来的检查员校准。",
        "船只停靠北码头，长度九米以内的每晚收费12.50元，每超出一米加收1.80元。费用中包含饮用水，但不包含用电，也不包含使用吊车。",
        "1963年冬天，冰层厚得可以步行过海送信。邮政所的女所长郭淑贞每周两次走完七公里的冰面，为此每月多领一块钱的津贴。",
        "自2019年起，灯塔由志愿者看护。每年五月至九月，游客可以登上138级台阶；六岁以下儿童不得进入塔顶平台，狗须在塔下等候。",
        "“我们从来不想办博物馆，”协会主席魏克利说，“我们只想让那盏灯亮着。”灯果然又亮了：协会在苏黎世的拍卖会上以三万一千四百法郎购回了旧透镜。",
        "投诉须在十四天以内以书面形式送达办公室。因差错而缴纳的费用，凭收据全额退还；遗失收据的，由两名证人签字证明。",
    ),
    "zh-Hant": (
        "克萊門特港的港務辦公室每天上午七點四十五分開門，每季度的第一個星期一除外：那一天要結帳，磅秤也要由本島派來的檢查員校準。",
        "船隻停靠北碼頭，長度九公尺以內的每晚收費125元，每超出一公尺加收18元。費用中包含飲用水，但不包含用電，也不包含使用起重機。",
        "1963年冬天，冰層厚得可以步行過海送信。郵政所的女所長郭淑貞每週兩次走完七公里的冰面，為此每月多領一塊錢的津貼。",
        "自2019年起，燈塔由志工看護。每年五月至九月，遊客可以登上138級臺階；六歲以下兒童不得進入塔頂平臺，狗須在塔下等候。",
        "「我們從來不想辦博物館，」協會主席魏克利說，「我們只想讓那盞燈亮著。」燈果然又亮了：協會在蘇黎世的拍賣會上以三萬一千四百法郎購回了舊透鏡。",
        "申訴須在十四天以內以書面形式送達辦公室。因差錯而繳納的費用，憑收據全額退還；遺失收據的，由兩名證人簽字證明。",
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Scanner:
    """How a page is spoilt: as by a flatbed scanner that stood in an office for years."""

    dpi: int = 200
    skew: float = 1.0  # degrees, clockwise
    noise: float = 12.0  # standard deviation of a pixel, of 255
    blur: float = 0.6  # pixels
    quality: int = 70  # of the JPEG that it makes
    turn: int = 0  # degrees, clockwise: how the sheet was laid in

    def scanned(self, page: Image.Image) -> Image.Image:
        """Return *page* as this scanner would give it."""
        image = page.convert("L").rotate(-self.skew, Image.Resampling.BICUBIC, fillcolor=255)
        image = image.filter(ImageFilter.GaussianBlur(self.blur))
        rng = np.random.default_rng(7)
        pixels = np.asarray(image, np.float32)
        spoilt = np.clip(pixels * 0.9 + 14 + rng.normal(0, self.noise, pixels.shape), 0, 255)
        file = BytesIO()
        Image.fromarray(spoilt.astype(np.uint8)).save(file, "JPEG", quality=self.quality)
        return Image.open(BytesIO(file.getvalue())).rotate(-self.turn, expand=True)


def has_fonts(language: str) -> bool:
    """Whether the fonts to draw *language* are there."""
    return Path(NOTO).exists() if language in FACE else _latin() is not None


def lines_of(language: str, width: float = A4[0] - 2 * MARGIN) -> list[str]:
    """Return our text cut into lines of at most *width* points, paragraph after paragraph."""
    a_line = int(width / SIZE) if language in FACE else int(width / SIZE * 2.1)
    if language in FACE:
        return [p[at : at + a_line] for p in TEXTS[language] for at in range(0, len(p), a_line)]
    return [line for paragraph in TEXTS[language] for line in textwrap.wrap(paragraph, a_line)]


def drawn(lines: list[tuple[float, float, str]], language: str, dpi: int = 200) -> Image.Image:
    """Return an A4 page with each text at its left and top, in points."""
    scale = dpi / POINTS_AN_INCH
    page = Image.new("L", (round(A4[0] * scale), round(A4[1] * scale)), 255)
    font = _font(language, SIZE * scale)
    canvas = ImageDraw.Draw(page)
    for left, top, text in lines:
        canvas.text((left * scale, top * scale), text, fill=0, font=font)
    return page


def page(language: str, dpi: int = 200, *, full: bool = False) -> tuple[Image.Image, list[str]]:
    """Return a page of running text in one column, be it a *full* one, and its lines."""
    lines = lines_of(language)
    if full:
        most = int((A4[1] - 2 * MARGIN) / PITCH)
        lines = (lines * most)[:most]
    places = [(MARGIN, MARGIN + PITCH * at, line) for at, line in enumerate(lines)]
    return drawn(places, language, dpi), lines


def png(image: Image.Image, dpi: int | None = None) -> bytes:
    """Return an image as a PNG file."""
    file = BytesIO()
    image.save(file, "PNG", **({"dpi": (dpi, dpi)} if dpi else {}))
    return file.getvalue()


def edits_between(text: str, other: str) -> int:
    """Return the Levenshtein distance: the fewest characters to insert, remove or replace."""
    row = np.arange(len(other) + 1)
    letters = np.array([ord(letter) for letter in other])
    for count, letter in enumerate(text, start=1):
        changed = np.minimum(row[1:] + 1, row[:-1] + (letters != ord(letter)))
        row = np.concatenate([[count], changed])
        row = np.minimum.accumulate(row - np.arange(len(row))) + np.arange(len(row))
    return int(row[-1])


def character_error(read: str, written: str) -> float:
    """Return the share of characters of *written* that are wrong; spaces and lines are none."""
    got, meant = "".join(read.split()), "".join(written.split())
    return edits_between(got, meant) / len(meant)


def _font(language: str, size: float) -> ImageFont.FreeTypeFont:
    if language in FACE:
        return ImageFont.truetype(NOTO, size, index=FACE[language])
    latin = _latin()
    assert latin is not None
    return ImageFont.truetype(latin, size)


def _latin() -> str | None:
    return next((font for font in LATIN if Path(font).exists()), None)
