"""How a reading function says that its input goes no further."""

from datetime import datetime

from schemas.reject import Reject

_LONGEST_DETAIL = 300


class Refused(Exception):
    """Bad input, not a bug: a fixed word for the reason, and the detail for a person."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(reason, detail)
        self.reason = reason
        self.detail = detail

    def reject(self, stage: str, source: str, published_at: datetime | None = None) -> Reject:
        """The row that tells of it."""
        detail = self.detail[:_LONGEST_DETAIL].encode("utf-8", "replace").decode("utf-8")
        return Reject(stage, source, self.reason, detail, published_at=published_at)
