"""How long a meeting lasted: hours and minutes told in words or digits."""

import re

from transforms.language.lexicon.numbers import NUMBERS, number

_COUNT = rf"(?P<count>\d{{1,3}}(?:\.\d)?|an?|{'|'.join(NUMBERS)}|thirty|forty|forty-five|fifty|sixty|ninety)"
_TENS = {"thirty": 30, "forty": 40, "forty-five": 45, "fifty": 50, "sixty": 60, "ninety": 90}
_HALF = r"(?P<half>(?: |-)(?:and(?: |-)a(?: |-)half|1/2)|½)?"
_MORE = rf"(?:(?:,? and |, | )(?P<more>\d\d?|{'|'.join(NUMBERS)}|thirty|forty|forty-five|fifty)(?: |-)minutes?)?"
_SPAN = re.compile(
    rf"(?<![\w-])(?:(?P<fraction>half(?: an|-an| a)?|three(?:-| )quarters of an|a quarter of an)(?: |-)hours?"
    rf"|(?P<attribute>hour)(?= ?-long)|{_COUNT}{_HALF}(?: |-)(?P<unit>hour|minute)s?(?P<later> and a half)?{_MORE})\b",
    re.IGNORECASE,
)
_POINT_BEFORE = re.compile(r"\b(?:in|within|every|per|last|past|next)(?: about| just)? $", re.IGNORECASE)
_POINT_AFTER = re.compile(
    r"(?:'|’)?(?: of)?[ -](?:ago|later|earlier|before|after|from now|away|notice|drive|flight|ride|journey|delay|"
    r"ceasefire|cease-fire|truce|deadline|ultimatum|strike|a day)\b",
    re.IGNORECASE,
)
_DAY = 24 * 60


def find_duration(text: str) -> int | None:
    """The first duration that the text tells, in minutes; None where there is none or it exceeds a day.

    "nearly" and "more than" are passed over. What tells a point of time or a distance ("two hours later", "in an
    hour", "a two-hour flight") is no duration, and a visit of days is told by its dates.
    """
    for match in _SPAN.finditer(text):
        if _POINT_BEFORE.search(text[: match.start()]) and "-" not in match[0]:
            continue
        if not _POINT_AFTER.match(text[match.end() :]):
            minutes = _minutes(match)
            return minutes if 0 < minutes <= _DAY else None
    return None


def _minutes(match: re.Match[str]) -> int:
    groups = {name: words.lower() for name, words in match.groupdict().items() if words}
    if "fraction" in groups:
        return {"h": 30, "t": 45, "a": 15}[groups["fraction"][0]]
    if "attribute" in groups:
        return 60
    unit = 60 if groups["unit"] == "hour" else 1
    half = unit // 2 if "half" in groups or "later" in groups else 0
    return round(_count(groups["count"]) * unit) + half + int(_count(groups.get("more", "0")))


def _count(word: str) -> float:
    if word in _TENS:
        return _TENS[word]
    return float(word) if word[0].isdigit() else number(word)
