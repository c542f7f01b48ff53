"""The words and texts on which the analysis is tried: many, odd and random, always the same."""

import random
import re
import sys
import unicodedata
from functools import cache

import regex

from tests.conftest import CORPUS


def _parts(text: str) -> list[str]:
    """What stands between blanks: lists of many short words are read best like this."""
    return text.split()


SUFFIXES = _parts("""
    s es ed d ing ings ly edly ingly y ies ied er ers est or ator ation ations ational tional
    ion ness fulness ful fully less lessly ment ments ement ity ities ality ability ibility
    able ably ible ance ence ancy ency ant ent ently al ally alism ism ist ogist ogy logy logi
    ic ical icate ative ive iveness ize izer ization ise isation ous ously ousness eed eedly
    us ss sses bli abli
""")
PREFIXES = _parts("""
    un re over inter gener commun past univers later emerg organ y by
""")
FRAMES = _parts("""
    {0} {1} {2} {0}'s {0}’s {2}'S {0}s’ {2}s {1}s ‘{0}’ “{0}?” {0}, {0}. {0}... {0}—{1}
    {0}–{0} anti-{0} {0}-{1} {0}\u2011{0} {0}/{1} {0}.{0} {0}@{0}.org www.{0}.uk/{0} {0}_{0}
    #{0} {0}:{0} O'{1} {0}n't {0}\u00ad{0} {0}\u200b{0} é{0} {0}\u0301 {0}2 2{0} {2}-19
    {2}&{2} {2}+ non-{0}-{0} {0}''{0} '{0} {0}' d’{0}’s {2}/{2} ({0}) [{0}] {0}--{0} {0}\ufe0f
    ﬁ{0} {0}½
""")


@cache
def texts() -> tuple[str, ...]:
    """Every file of the invented archive."""
    paths = sorted(path for path in CORPUS.rglob("*") if path.suffix in (".md", ".yml", ".txt"))
    return tuple(path.read_text(encoding="utf-8", errors="replace") for path in paths)


@cache
def text_words() -> tuple[str, ...]:
    """The words of the texts, as far as they have only the letters a to z."""
    return tuple(sorted({word for text in texts() for word in re.findall("[a-z]+", text.lower())}))


@cache
def plain_words() -> tuple[str, ...]:
    """At least 50,000 words of the letters a to z: those of the texts, and derived from them."""
    bases = text_words()
    derived = {word + suffix for word in bases for suffix in SUFFIXES}
    derived |= {word.removesuffix("e") + suffix for word in bases for suffix in SUFFIXES}
    derived |= {prefix + suffix for prefix in PREFIXES for suffix in SUFFIXES}
    derived |= {prefix + word for word in bases for prefix in PREFIXES}
    return tuple(sorted({*bases, *derived}))


@cache
def framed_words() -> tuple[str, ...]:
    """The same words in capitals, in quotation marks, with apostrophes, hyphens and signs."""
    return tuple(
        FRAMES[number % len(FRAMES)].format(word, word.capitalize(), word.upper())
        for number, word in enumerate(plain_words())
    )


_ODD = (
    "¦ ¦'¦’s¦-¦...¦?!¦\n¦\0¦a\0b¦\u2028¦\r\n\t\v\f¦\x85¦council?¦«café»¦cafe\u0301¦CAFÉ",
    "CAFE\u0301S¦naïve-ly¦Straße STRASSE ẞ¦ẞÆ ÆØs Łódź’s ŁŁs Þór đ-ð œ/Œ ǿ ǽ",
    "don't 'don't' don''t don’t donʼt don‘t don＇t ŉ",
    "rock'n'roll¦'tis ʼtis tis'¦'s 's's",
    "the councils' council's COUNCIL'S COUNCIL’S ACEs' ACE's ACEs’s¦s's S'S a's",
    "US U.S. U.S US, us Us U.S.A. U S¦IT WHO AM¦the IT team¦who is WHO¦WHO/UNICEF",
    "WHO IS IT FOR?\nthe WHO¦WHO\nIS\nIT¦PLEASE NOTE: IT IS NOT¦WHO 2021 IT 2022 US",
    "the US NATO¦É.U. e.u.¦E\u0301.U.¦A.M. a.m. P.M.¦ΟΔΟΣ ΟΔΟΣ.ΟΔΟΣ οδός",
    "İstanbul ISTANBUL ıI İİ¦ǅ ǆ Ǆ¦ΐ ῒ ͺ ᾳ ᾼ¦ſ ẛ ſt¦\u212a\u212b\u2126¦Å Å A\u030a",
    "ﬁnance oﬃce ﬅ ﬄ¦ﬁ👍ﬂ¦½ 2½ 1/2 ⅒ ↉¦m² x₂ ① ⑴ ⒈ ㈠ ㍿ ℡ ㎏ ㏂¦Ⅷ ⅷ ⅷs¦𝔘𝔫𝔦 𝟙𝟚¦👍¦👩‍🚒¦👩‍🚒x❤️ok✅️",
    "1️⃣ 2⃣¦🇬🇧GB¦🏴\U000e0067\U000e0062\U000e007f¦a👍b¦👍🏽's¦\ue000¦a\ue000b¦\U000f0000\U0010ffff",
    "of\uf001ce¦\ufffd a\ufffdb¦\uffff\ufffe¦עברית¦שָׁלוֹם¦العَرَبِيَّة¦ﷺ ﷲ ﻼ¦a\u200fב\u200ec",
    "مي\u200cخواهم¦٣٤٥ ۱۲¦ר׳ ע״ב¦東京都庁¦ガ ｶﾞ カ\u3099 ﾞ¦ラーメン ー¦กรุงเทพ กำ¦ពាក្យ¦မြန်မာ¦ລາວ",
    "々〆〇 a東b 東-京¦हिन्दी क़ क्‍ष¦தமிழ்¦한국어 한국어¦\u1100\u1161\u11a8 ᄀ각¦ﾡ ㅤ \u115f\u1160",
    "𐐀𐐨 𐐨y 𐐨s¦𠀀𪜀¦𞤀𞤢¦𝒳s a𝒳ing¦𑄃𑄋𑄴¦\U0001d165\U0001d1c0¦\u0301¦a \u0301b¦\u0301\u0301a",
    "\u20dda\u20dd¦a\u034fb¦=\u0338a¦\u00ad¦anti\u00adsemitism¦anti-\u200bsemitism¦a\u200b\u200bb",
    "\ufeffa\ufeff¦a\u2060-\u2060b¦N\u00adHS¦don\u200b’\u200bt¦council\u200b’\u200bs¦a\u200b",
    "\u200b's¦a\u200d\u0301¦MGLA150621-5878,¦2024/25.¦£6 million¦$1,000¦1,000,000.50¦10:30",
    "1'000¦-5 +5¦name@host.org,¦https://www.x.org/y?z=1&a=b#c_d¦R&D¦C++¦LGBTQ+¦AT&T's",
    "#tag @name¦a-b-c-d¦a--b¦a-.b¦a - b¦-a-¦a_b__c¦a‐b‑c¦a–b—c―d¦a−b¦a·b¦a⁄b¦a‧b",
)

# Separated by a sign that is in none of them.
ODD = (
    *(text for line in _ODD for text in line.split("¦")),
    *("a" + "\u0301" * 40, "x" * 3000, "a-" * 500, "a'" * 500, "'" * 500, "word " * 300),
    *("\u200b" * 500, "a" + "\u200b" * 500),
)

BROKEN = ("\ud800", "a\ud800b", "\udc00\ud800", "ab\udfff", "\ud83d-\ude00", "A\ud83dB \udc00's")
"""Halves of surrogate pairs, which a browser's strings can hold."""


def random_texts(alphabet: str, count: int, seed: int) -> list[str]:
    """Strings of up to 24 characters: a third from an alphabet, the rest common ones and signs."""
    chance = random.Random(seed)
    common = "aeistyEISTY \n'’-./\u00ad\u200b\u0301\u0308s09"
    return [
        "".join(
            chance.choice(alphabet) if chance.random() < 1 / 3 else chance.choice(common)
            for _ in range(chance.randint(1, 24))
        )
        for _ in range(count)
    ]


@cache
def assigned() -> str:
    """Every character that Python's Unicode and that of `regex` know, without halves of pairs.

    The browser's Unicode may be older or newer than either: `test_same_in_browser` takes away what
    is unassigned there.
    """
    characters = map(chr, range(sys.maxunicode + 1))
    known = "".join(c for c in characters if unicodedata.category(c) not in ("Cn", "Cs"))
    return regex.sub(r"\p{Cn}+", "", known)
