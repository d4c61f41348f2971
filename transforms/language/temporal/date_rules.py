"""The date expressions of English news: a rule each, with an example.

Rules stand in the order in which they are tried: the longer expression before its parts. Months and weekdays count
only when capitalised. The grammar is our own, written from reading news.
"""

import re

from transforms.language.temporal import calendar_readings as calendar
from transforms.language.temporal import present_readings as present
from transforms.language.temporal.date_patterns import CalendarRule, PresentRule, expand

_WEEKDAY_FIRST = r"(?:{WEEKDAY}(?: |{TIME}(?:, | \())?)?(?:the )?"
_TOLD_YEAR = r"(?:,? (?:of )?{YEAR:y1}|,? (?:of )?{REL:rel} year)"
_OF_YEAR = _TOLD_YEAR + "?"
_MONTH_DAY = _WEEKDAY_FIRST + r"{MONTH:m1} (?:the )?{DAY:d1}" + _OF_YEAR
_DAY_MONTH = _WEEKDAY_FIRST + r"{DAY:d1} (?:of )?{MONTH:m1}" + _OF_YEAR
_COUNT = r"(?:{NUMBER:n}|{VAGUE:vague}) {UNIT:unit}s?"

RULES = (
    CalendarRule(
        "2022-03-04", r"(?P<y1>(?:19|20)\d\d)[-/](?P<m>[01]?\d)[-/](?P<d>[0-3]?\d)(?!\d)", calendar.numeric_day
    ),
    CalendarRule("3/14/2022", r"(?P<a>\d\d?)[/.](?P<b>\d\d?)[/.]{YEAR:y1}", calendar.numeric_day),
    CalendarRule("week of March 14", r"week (?:of|beginning|starting) " + _MONTH_DAY, calendar.week_of_day),
    CalendarRule("week of 14 March", r"week (?:of|beginning|starting) " + _DAY_MONTH, calendar.week_of_day),
    CalendarRule(
        "July 18 to August 2, 2023",
        _WEEKDAY_FIRST
        + r"{MONTH:m1} {DAY:d1}(?:,? {YEAR:y1},?|(?:, {DAY}){1,5},?)?(?:{TO}|{ANDDAY})"
        + _WEEKDAY_FIRST
        + r"(?:{MONTH:m2} )?{DAY:d2}(?:,? {YEAR:y2})?",
        calendar.days,
    ),
    CalendarRule(
        "18 to 25 July 2023",
        _WEEKDAY_FIRST
        + r"{DAY:d1}(?: (?:of )?{MONTH:m1}(?:,? {YEAR:y1})?)?(?:{TO}|{AND})"
        + _WEEKDAY_FIRST
        + r"{DAY:d2} (?:of )?{MONTH:m2}(?:,? {YEAR:y2})?",
        calendar.days,
    ),
    PresentRule(
        "May that year",
        r"(?:{PART}|{THEN})?{MONTH:m1}(?: {DAY:d1})?,? (?:of |in )?(?P<way>that(?: same)?|the (?:same|{TURN})) year",
        "anchor",
        present.month_of_year,
    ),
    CalendarRule("Thursday, July 13, 2023", r"{THEN}?" + _MONTH_DAY + r"{TIME}", calendar.days),
    CalendarRule("13 July 2023", r"{THEN}?" + _DAY_MONTH + r"{TIME}", calendar.days),
    CalendarRule("Christmas Eve 2022", r"{HOLIDAY:holiday}" + _OF_YEAR, calendar.holiday),
    CalendarRule(
        "April to June 2022",
        r"{MONTH:m1}(?:,? (?:of )?{YEAR:y1})?(?:{TO}|{AND}){MONTH:m2}(?:,? (?:of )?{YEAR:y2})?",
        calendar.months,
    ),
    CalendarRule("early October 2022", r"(?:{PART}|{THEN})?{MONTH:m1}" + _OF_YEAR, calendar.months),
    CalendarRule(
        "second quarter of 2022",
        r"{ORDINAL:nth} (?P<part>quarter|half) of (?:{YEAR:y1}|{REL:rel} year|the year)",
        calendar.part_of_year,
    ),
    CalendarRule("early summer 2022", r"(?:{PART}|{THEN})?{SEASON}" + _TOLD_YEAR, calendar.years),
    CalendarRule("2001-2005", r"{YEAR:y1}{TO}{YEAR:y2}", calendar.years),
    CalendarRule("2001-05", r"{YEAR:y1} ?- ?(?P<y2>\d\d)(?![\w%]|[.,]\d)", calendar.years),
    CalendarRule("between 2001 and 2005", r"(?<=between ){YEAR:y1} and {YEAR:y2}", calendar.years),
    CalendarRule("late 2023", r"(?:{PART}|{THEN})?(?:year )?{YEAR:y1}", calendar.years),
    PresentRule("the following Monday", r"the {TURN:which} {WEEKDAY:w1}{TIME}", "anchor", present.weekdays),
    PresentRule("the previous November", r"the {TURN:which} {MONTH:m1}", "anchor", present.month_by_present),
    PresentRule(
        "Tuesday of last week", r"{WEEKDAY:w1}{TIME},? (?:of )?{REL:rel} week", "relative", present.weekday_of_week
    ),
    PresentRule(
        "next week on Tuesday", r"{REL:rel} week,? (?:on )?{WEEKDAY:w1}{TIME}", "relative", present.weekday_of_week
    ),
    PresentRule(
        "Monday to Wednesday",
        r"(?:{WHICH:which} )?{WEEKDAY:w1}{TIME}(?:, {WEEKDAY}){0,5}(?:{TO}|{AND}){WEEKDAY:w2}{TIME}",
        "weekday",
        present.weekdays,
    ),
    PresentRule("late on Friday", r"(?:{WHICH:which} )?{THEN}?{WEEKDAY:w1}{TIME}", "weekday", present.weekdays),
    PresentRule("next weekend", r"(?:{WHICH:which}|the) weekend", "weekday", present.weekend),
    PresentRule("last November", r"{WHICH:which} {MONTH:m1}", "relative", present.month_by_present),
    PresentRule(
        "last summer", r"(?:{PART}|{THEN})?{WHICH:which} {SEASON:season}", "relative", present.season_by_present
    ),
    PresentRule(
        "later this month", r"(?:{PART}|{THEN})?{WHICH:which} {SPAN:unit}(?! of)", "relative", present.unit_by_present
    ),
    PresentRule(
        "end of the month", r"(?:{PART}|(?:earlier|later) in the ){SPAN:unit}", "relative", present.unit_by_present
    ),
    PresentRule(
        "the week before last", r"the {SPAN:unit} (?P<way>before last|after next)", "relative", present.unit_after_next
    ),
    PresentRule("the past week", r"the (?:past|last) {SPAN:unit}(?! of)", "relative", present.unit_up_to_now),
    PresentRule(
        "the day after tomorrow",
        r"(?P<word>the day (?:before yesterday|after tomorrow))",
        "relative",
        present.days_away,
    ),
    PresentRule(
        "later today",
        r"{THEN}?(?P<word>today|yesterday|tomorrow|tonight|last (?:night|evening)|this (?:morning|afternoon|evening))"
        r"{TIME}",
        "relative",
        present.days_away,
    ),
    PresentRule("two weeks ago", _COUNT + r" (?P<way>ago)", "relative", present.counted),
    PresentRule(
        "two weeks from now", r"(?:in )?" + _COUNT + r" (?P<way>from (?:now|today))", "relative", present.counted
    ),
    PresentRule("in two weeks", r"(?P<way>in) " + _COUNT + r"(?:'s?)?(?: time)?(?! of)", "relative", present.counted),
    PresentRule("a week later", _COUNT + r" (?P<way>earlier|later)(?! than)", "anchor", present.counted),
    PresentRule("three days before", _COUNT + r" (?P<way>before|after)(?: that)?", "anchor", present.counted),
    PresentRule(
        "the following day",
        r"(?P<way>(?:the|that)(?: very)? (?:following|next|previous|same)) {DAYSPAN:unit}",
        "anchor",
        present.unit_by_event,
    ),
    PresentRule(
        "the month before",
        r"the {DAYSPAN:unit} (?P<way>before|after)(?: that)?",
        "anchor",
        present.unit_by_event,
    ),
    PresentRule("the eve of", r"the eve(?: of|{END})", "anchor", present.eve),
    PresentRule(
        "the same evening",
        r"(?P<way>that(?: same)?|the(?: very)? (?:same|previous|following|next)) {DAYPART}",
        "anchor",
        present.unit_by_event,
    ),
    PresentRule("that day", r"(?P<way>that) {DAYSPAN:unit}{END}", "anchor", present.unit_by_event),
    PresentRule(
        "later that month",
        r"(?:earlier|later) (?:(?:that|the same) {DAYSPAN:unit}|in the day)",
        "anchor",
        present.unit_by_event,
    ),
    PresentRule("the 5th", r"the {NTH:d1}{END}", "month", present.day_of_this_month),
)

PREPOSITION = re.compile(
    r"(?P<bound>since|until|till|by|before|after|through|prior to|ahead of|within|as of) "
    r"|(?P<length>in|over|for|during) (?=the next )"
    r"|(?:on|in|at|from|during|over|for|of|throughout|between|both) ",
    re.IGNORECASE,
)
# What the expression of any rule begins with: most words do not, and are passed over without trying the rules.
_OPENING = expand(
    r"the (?:\d|{TURN}|{DAYSPAN}|past|last|coming|very|same|eve|{MONTH}|{WEEKDAY})"
    r"|that (?:very|same|{TURN}|{DAYSPAN}|{DAYPART})"
    r"|(?:in )?(?:{NUMBER}|{VAGUE}) {UNIT}|{REL} (?:{SPAN}|{DAYPART}|{SEASON}|past|coming|{MONTH}|{WEEKDAY})"
    r"|(?:week|year|today|yesterday|tomorrow|tonight|{SEASON})\b"
    r"|\d|{ORDINAL} (?:quarter|half)|{MONTH}|{WEEKDAY}|{HOLIDAY}|{PART}|{THEN}"
)
_RULES_UNNAMED = f"(?={_OPENING})(?:{'|'.join(expand(rule.template) for rule in RULES)})"
ANY_DATE = re.compile(
    re.sub(r"\?P<\w+>", "?:", rf"(?<![\w/-])(?:{PREPOSITION.pattern})??(?:the )??{_RULES_UNNAMED}(?!\w|-\w)"),
    re.IGNORECASE,
)
