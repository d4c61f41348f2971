"""Numbers told in words."""

NUMBERS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"),
    *("fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)


def number(word: str) -> int:
    """The value of a number word or of digits; "a" and "an" are one."""
    return int(word) if word.isdigit() else 1 if word in ("a", "an") else NUMBERS.index(word) + 1
