"""What news sites put around an article: recognised line by line after data/furniture.toml, and removed."""

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Sequence
from importlib import resources

_NAME = r"[A-Z@][\w.'’@-]*"
_NAMES = rf"(?:{_NAME}(?:(?:[ /,&]+(?:(?:and|via|for|in|of|the|de|van|von) )*)(?:{_NAME}|picture alliance))*)"
_LONGEST_FURNITURE = 400
_LONGEST_TAIL = 160
_REPEAT_WORDS = 12
_ADJACENT_REPEAT_WORDS = 4
_PROSE_WORDS = 8
_LIST_MARK = re.compile(r"(?:[\s*•·▪►▶>»|–—-]+|\d{1,2}[.)]\s+)+")
_SENTENCE_END = re.compile(r"[.!?…؟।][\"'”’)\]]*\Z")
_UNSPACED_SENTENCE = re.compile(r".{15,}[。！？][”」』）]?\Z")


def _compiled(kind: str, flags: int = 0) -> re.Pattern[str]:
    """One pattern for all lines of a kind, with the word lists filled in."""
    words = {f"<{name}>": f"(?:{'|'.join(alternatives)})" for name, alternatives in _TABLES["words"].items()}
    words |= {"<names>": _NAMES, "<name>": _NAME}
    pattern = "|".join(f"(?:{pattern})" for line_class in _TABLES[kind] for pattern in line_class["patterns"])
    for mark, alternatives in words.items():
        pattern = pattern.replace(mark, alternatives)
    return re.compile(pattern, flags)


_TABLES = tomllib.loads(resources.files("transforms.data").joinpath("furniture.toml").read_text("utf-8"))
_FURNITURE = _compiled("anywhere", re.IGNORECASE)
_CREDIT = _compiled("credit")
_TAIL = re.compile(rf"(?:{_compiled('tail').pattern})\s*\Z")
_OTHER_ARTICLES = _compiled("list", re.IGNORECASE)


def normal_lines(text: str) -> list[str]:
    """The lines that are not blank, each with single spaces and composed characters."""
    return [line for raw in text.splitlines() if (line := " ".join(unicodedata.normalize("NFC", raw).split()))]


def article_lines(lines: Iterable[str]) -> list[str]:
    """The lines that are the article: no furniture, no credits, no lists of other articles, no long line twice."""
    seen: set[str] = set()
    article: list[str] = []
    last = ""
    for line in _before_other_articles([line for line in lines if not is_furniture(line)]):
        line = without_credit(line)
        key = comparable(line)
        words = len(key.split())
        repeated = key in seen or (key == last and words >= _ADJACENT_REPEAT_WORDS)
        if key and not repeated:
            article.append(line)
        if words >= _REPEAT_WORDS:
            seen.add(key)
        last = key
    return article


def is_furniture(line: str) -> bool:
    """Whether the whole line is what a site puts around its articles."""
    if len(line) > _LONGEST_FURNITURE:
        return False
    bare = _LIST_MARK.sub("", line, count=1) if _LIST_MARK.match(line) else line
    return any(_FURNITURE.fullmatch(form) for form in (bare, bare.rstrip(" .!:"))) or bool(_CREDIT.fullmatch(line))


def without_credit(line: str) -> str:
    """The line without the photographer, agency or account that runs on behind a caption."""
    match = _TAIL.search(line, max(0, len(line) - _LONGEST_TAIL))
    return line[: match.start()] if match else line


def is_prose(line: str) -> bool:
    """Whether the line reads as running text: several words that end as a sentence does."""
    return bool((len(line.split()) >= _PROSE_WORDS and _SENTENCE_END.search(line)) or _UNSPACED_SENTENCE.match(line))


def comparable(line: str) -> str:
    """The words of a line without case, punctuation and spacing: equal for two prints of one line."""
    return " ".join(re.findall(r"\w+", unicodedata.normalize("NFKC", line).casefold()))


def _before_other_articles(lines: Sequence[str]) -> list[str]:
    """The lines without headings of other articles, and without what follows such a heading when no prose does."""
    last_prose = max((i for i, line in enumerate(lines) if is_prose(line)), default=len(lines))
    headings = {i for i, line in enumerate(lines) if _heads_other_articles(line)}
    end = min((i for i in headings if i > last_prose), default=len(lines))
    return [line for i, line in enumerate(lines[:end]) if i not in headings]


def _heads_other_articles(line: str) -> bool:
    return _OTHER_ARTICLES.fullmatch(line.rstrip(" :")) is not None and not is_prose(line)
