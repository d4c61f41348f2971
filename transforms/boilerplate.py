"""What news sites put around an article: the classes of lines that are not the article, as data, and their removal.

A line is compared whole: a pattern says what all of it is, so that a sentence which only begins like furniture stays.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import NamedTuple


class LineClass(NamedTuple):
    """A kind of line: the pattern its whole text matches, and a line as it is met in life."""

    name: str
    pattern: str
    example: str


_NETWORKS = (
    r"(?:facebook|twitter|x|whatsapp|telegram|e-?mail|mail|linkedin|reddit|pinterest|instagram|tumblr|flipboard|messenger"
    r"|wechat|weibo|threads|bluesky|mastodon|youtube|tiktok|copy (?:the )?link|link copied|print|save|bookmark|more|share|tweet|pin|sms)"
)
_AGENCY = (
    r"(?:AFP|AP|Reuters|dpa|EPA|EFE|ANSA|Xinhua|TASS|PTI|ANI|IANS|UPI|Kyodo|Yonhap|Bloomberg|Getty|Getty Images|Anadolu|AA"
    r"|VOA|RFE/RL|Twitter|Facebook|Instagram|Telegram|X|Shutterstock|Pool)"
)
_NAME = r"[A-Z@][\w.'’@-]*"
_NAMES = rf"{_NAME}(?:[ /,&]+(?:(?:and|via|for|de|van|von|of|the|picture|pictures|alliance)\s+)*(?:{_NAME}|alliance|images|photo))*"

# What fills a line of its own and is never the article. Letter case does not matter.
FURNITURE = (
    LineClass("address", r"(?:https?://|www\.)\S+", "https://n.example/p/4f2"),
    LineClass("e-mail", r"(?:e-?mail:? )?\S+@\S+\.\w+", "desk@n.example"),
    LineClass("age", r"(?:(?:last )?(?:updated|published|posted|modified)?:? ?(?:\d+|an?|one) (?:second|sec|minute|min|hour|hr|day|week|month|year)s? ago|just now)", "11 minutes ago"),
    LineClass("reading time", r"(?:reading time:? )?\d+[- ]min(?:ute)?s?(?: read)?", "4 min read"),
    LineClass("skip link", r"(?:skip|jump|scroll|back|return|go) to (?:the )?(?:main |page |site )?(?:content|navigation|menu|search|footer|top|article|home ?page|homepage)(?: of (?:the )?page)?", "Skip to main content"),
    LineClass("menu", r"(?:menu|home|search|sections?|navigation|log ?in|sign ?in|register|my account|subscribe(?: now)?|donate|contact(?: us)?|about(?: us)?|close|open menu|toggle navigation|next(?: article| post)?|previous(?: article| post)?|load more|show more|see all|view all|read more|continue reading|listen|download|play|mute|ad|live|loading)", "Menu"),
    LineClass("breadcrumb", r"(?:you are here:? ?)?home(?: ?[/>»›|] ?[\w&' -]{2,60})+", "Home » World » Asia"),
    LineClass("comments", r"(?:leave|post|add|write)(?: us)? (?:a|your) (?:comment|reply)(?: cancel reply)?|(?:no|\d+|view|show|see|read|post|join the)?(?: all)? ?(?:comments?|conversation|replies)(?: \(\d+\))?|comments are closed|(?:please )?log ?in to (?:leave a )?comment", "Leave a Comment"),
    LineClass("comment form", r"your e-?mail address will not be (?:published|shared).*|required fields are marked.*|save my name, e-?mail,? and (?:website|site) in this browser.*|(?:name|e-?mail|website) ?\*|notify me of (?:new|follow-?up) (?:posts|comments).*", "Your email address will not be published. Required fields are marked *"),
    LineClass("teaser", r"(?:also |must )?(?:read|watch|see|listen|related|recommended|don[’']?t miss|more on this|in pictures|in photos|explainer|photos|video)(?: (?:also|more|next|this|now|here|later|on this story|stor(?:y|ies)|articles?|coverage|news|topics?|content|links?|video))*(?: ?[:|»›>→]+ ?.{1,200}| ?→)", "Also Read | Ministers sign fisheries pact"),
    LineClass("sharing", rf"(?:(?:share|click to share|follow us|find us|like us|tweet|pin|save|send)(?: (?:this|it|on|via|with|by|to|article|story|post|page|friends|us|your))*:? ?)?(?:{_NETWORKS}(?: ?(?:[,/|•·]|and|or|opens in (?:a )?new window|\(opens in (?:a )?new window\)) ?| |$))+|share(?: this)?(?: article| story| post| page)?:?", "Share on Facebook Twitter WhatsApp"),
    LineClass("newsletter", r"(?:sign up|subscribe|register)(?: now| here| today| free)? (?:to|for|and|with|here|today).{0,160}(?:newsletters?|inbox|e-?mails?|updates|alerts|channel|podcast)\b.{0,80}|get (?:the|our|all) .{0,120}(?:inbox|newsletter).{0,60}|(?:our )?(?:daily|weekly|free)? ?newsletters?", "Sign up for our daily newsletter"),
    LineClass("following", r"(?:follow|find|like|join|subscribe to) (?:us|our (?:whatsapp |telegram |youtube )?(?:channel|page)) (?:on|at|for) .{1,100}|(?:download|get) (?:our|the) .{0,40}\bapp\b.{0,80}", "Follow us on Twitter and Facebook"),
    LineClass("advertisement", r"(?:story continues below (?:this )?|article continues after |continue reading below )?(?:advertise?ments?|advertising|ads?|sponsored(?: content| links?)?|promoted(?: content)?|paid content|scroll to continue)", "Advertisement"),
    LineClass("cookies", r"(?:(?:we|this (?:web)?site|our (?:web)?site|by (?:using|continuing)).{0,120}\bcookies?\b.{0,300}|(?:accept|reject|allow|manage)(?: all)? cookies?(?: settings| preferences)?|cookie (?:policy|settings|preferences|notice)|privacy policy|terms (?:of (?:use|service)|and conditions|& conditions))", "We use cookies to improve your experience."),
    LineClass("copyright", r"(?:©|\(c\)|copyright\b).{0,200}|all rights reserved\.?|(?:this (?:material|content) may not be|no part of this).{0,60}(?:published|reproduced|redistributed|rewritten).{0,200}", "© 2021 Example News. All rights reserved."),
    LineClass("staff", r"[(\[]?(?:(?:additional |further )?(?:reporting|writing|editing|compiled|edited|written|translated|translation|produced)(?: (?:and|&) (?:reporting|writing|editing))* by (?:[\w.'’-]+(?:,| and| &|;|/)? ?){1,24})(?:[;.] ?(?:(?:additional |further )?(?:reporting|writing|editing) by (?:[\w.'’-]+(?:,| and| &)? ?){1,16}))*\.?[)\]]?", "(Reporting by Ann Lee and Bo Ek; Editing by Cy Poe)"),
    LineClass("contributors", r"[(\[]?(?:with (?:inputs?|additional reporting|files|material|agency inputs|reporting) (?:from|by) .{2,80}|(?:this (?:story|report|article) (?:has been|was) (?:published|syndicated|sourced|auto-?generated|edited)).{0,160}|.{2,60} contributed to this (?:report|story|article)\.?)[)\]]?", "(With inputs from agencies)"),
    LineClass("syndication", r"the post .{2,200} (?:first )?appeared (?:first )?on .{2,80}", "The post Ministers sign pact appeared first on Example News."),
    LineClass("tags", r"(?:tags|tagged|topics|keywords|filed under|categories|posted in) ?: ?.{1,200}", "Tags: diplomacy, fisheries"),
)  # fmt: skip

# The same, where letter case tells: names, and the desk's initials.
CREDITS = (
    LineClass("signature", r"(?:[a-z]{2,4}(?:[/, ][a-z]{2,4}){0,4} )?\((?:with )?[A-Z][\w./ ]{1,24}(?:, ?[A-Z][\w./ ]{1,24}){0,5}\)", "ab/cde (AFP, dpa)"),
    LineClass("initials", r"[a-z]{2,4}(?:/[a-z]{2,4}){1,4}", "ab/cde"),
    LineClass("agency", rf"[–—-]* ?(?:{_AGENCY})(?:[/, ]+(?:{_AGENCY}))*", "— Reuters"),
    LineClass("photographer", rf"{_NAME}(?: {_NAME}){{0,3}} ?[/|] ?{_AGENCY}(?: (?:via )?{_AGENCY})?", "Ann Lee/AFP via Getty Images"),
    LineClass("credit", rf"(?:(?i:cover|file|stock|main|feature|lead|header))? ?(?i:photo(?:graph)?s?|image|picture|credit|video|graphic|illustration|collage|source)(?: (?i:credit|by|courtesy|source|from|of)s?){{0,2}} ?: ?(?:(?i:collage|montage|composite|file) ?: ?)?{_NAMES}", "Cover photo: Collage: AFP/Ann Lee"),
)  # fmt: skip

# What runs on behind a caption.
CREDIT_TAILS = (
    LineClass("labelled", rf"\s*[(\[]?(?:Image|Photo|Picture|Credit|Foto|Photograph)s?(?: (?:credit|by|courtesy|source))?: ?{_NAMES}[)\]]?", "Image: Ann Lee/REUTERS"),
    LineClass("account", r"\s*[–—|-]+\s*(?:Twitter|X|Facebook|Instagram|Telegram)\s*/\s*@?\w+", " – Twitter/@example"),
    LineClass("bracketed", rf"\s*[(\[](?:(?:AP|EPA|UN|AFP|Reuters|File|Pool|Handout)\s+)?(?:Photo|Image|Picture)s?(?:/| by | courtesy | via )?[^()\[\]]{{0,60}}[)\]]|\s*\((?:{_NAME} ){{0,3}}{_NAME}/{_AGENCY}[^()]{{0,30}}\)", " (AP Photo/Ann Lee)"),
    LineClass("dashed", rf"(?<=[.!?”\"’])\s*[–—-]+\s*(?:{_NAME} ){{0,3}}(?:{_NAME}/)?{_AGENCY}", ". — Ann Lee/Reuters"),
)  # fmt: skip

# A heading under which a site lists other articles: when no prose follows, all that follows goes with it.
_LISTS = re.compile(
    r"(?:more )?(?:recent|latest|related|top|trending|popular|most (?:read|popular|viewed|recent)|recommended|other|similar|featured|breaking)"
    r"(?: (?:news|posts?|articles?|stor(?:y|ies)|topics?|coverage|content|reads?|videos?|headlines|today|now))*(?: (?:in|from|on|for) .{1,40})?"
    r"|(?:you (?:may|might) (?:also |be )?(?:like|enjoy|interested in)|read (?:also|next)|see also|more (?:from|on|in|about|stories|news)\b.{0,60}"
    r"|around the web|editor[’']?s[’']? (?:picks?|choice)|up next|what to read next|don[’']?t miss|also (?:read|on .{1,30}))",
    re.IGNORECASE,
)
_FURNITURE = re.compile("|".join(f"(?:{c.pattern})" for c in FURNITURE), re.IGNORECASE)
_CREDITS = re.compile("|".join(f"(?:{c.pattern})" for c in CREDITS))
_TAIL = re.compile("(?:" + "|".join(f"(?:{c.pattern})" for c in CREDIT_TAILS) + r")\s*\Z")
_LIST_MARK = re.compile(r"(?:[\s*•·▪►▶>»|–—-]+|\d{1,2}[.)]\s+)+")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*\Z")
_REPEAT_WORDS = 8
_PROSE_WORDS = 8


def normal_lines(text: str) -> list[str]:
    """The non-blank lines, each with single spaces and composed characters."""
    return [line for raw in text.splitlines() if (line := " ".join(unicodedata.normalize("NFC", raw).split()))]


def article_lines(lines: Iterable[str]) -> list[str]:
    """The lines that are the article: no furniture, no credits, no list of other articles behind it, no long line twice."""
    kept = [line for line in _before_other_articles(list(lines)) if not is_furniture(line)]
    seen: set[str] = set()
    article = []
    for line in (_TAIL.sub("", line) for line in kept):
        key = comparable(line)
        if key in seen:
            continue
        if len(key.split()) >= _REPEAT_WORDS:
            seen.add(key)
        article.append(line)
    return article


def is_furniture(line: str) -> bool:
    """Whether the whole line is what a site puts around its articles."""
    bare = _LIST_MARK.sub("", line, count=1) if _LIST_MARK.match(line) else line
    return bool(
        not comparable(line)
        or _FURNITURE.fullmatch(bare.rstrip(" .!:"))
        or _FURNITURE.fullmatch(bare)
        or _CREDITS.fullmatch(line)
    )


def is_prose(line: str) -> bool:
    """Whether the line reads as running text: several words that end as a sentence does."""
    return len(line.split()) >= _PROSE_WORDS and _SENTENCE_END.search(line) is not None


def comparable(line: str) -> str:
    """What is left of a line when case, punctuation and spacing do not count: equal for two prints of one line."""
    return " ".join(re.findall(r"\w+", unicodedata.normalize("NFKC", line).casefold()))


def _before_other_articles(lines: Sequence[str]) -> Sequence[str]:
    """The lines up to the last heading of other articles, where no prose follows it; without such headings otherwise."""
    last_prose = max((i for i, line in enumerate(lines) if is_prose(line) and not is_furniture(line)), default=-1)
    headings = {i for i, line in enumerate(lines) if _LISTS.fullmatch(line.rstrip(" :"))}
    end = min((i for i in headings if i > last_prose >= 0), default=len(lines))
    return [line for i, line in enumerate(lines[:end]) if i not in headings]
