"""A reading: what came of one input of a stream, until it is merged into the tables."""

from dataclasses import dataclass

from schemas.article import Article
from schemas.mention import Mention
from schemas.record import Record
from schemas.reject import Reject


@dataclass(frozen=True, slots=True)
class Reading(Record):
    """An article with all that its text tells and why parts of it do not, or rejects where there is no article.

    One value, so that an article is never anywhere without its mentions.
    """

    article: Article | None
    mentions: tuple[Mention, ...] = ()
    rejects: tuple[Reject, ...] = ()
