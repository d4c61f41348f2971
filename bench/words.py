"""The words that made-up news is made of."""


def _listed(text: str) -> list[str]:
    return [entry.strip() for entry in text.replace("\n", " ").split(";")]


_STATES = _listed("""
France, French, Paris; Germany, German, Berlin; Italy, Italian, Rome; Spain, Spanish, Madrid; Poland, Polish,
Warsaw; Norway, Norwegian, Oslo; Sweden, Swedish, Stockholm; Finland, Finnish, Helsinki; Denmark, Danish,
Copenhagen; Austria, Austrian, Vienna; Greece, Greek, Athens; Turkey, Turkish, Ankara; Egypt, Egyptian, Cairo;
Kenya, Kenyan, Nairobi; Ghana, Ghanaian, Accra; Nigeria, Nigerian, Abuja; Morocco, Moroccan, Rabat; India,
Indian, New Delhi; Japan, Japanese, Tokyo; Vietnam, Vietnamese, Hanoi; Indonesia, Indonesian, Jakarta; Malaysia,
Malaysian, Kuala Lumpur; Thailand, Thai, Bangkok; Brazil, Brazilian, Brasilia; Chile, Chilean, Santiago; Peru,
Peruvian, Lima; Mexico, Mexican, Mexico City; Canada, Canadian, Ottawa; Australia, Australian, Canberra;
Kazakhstan, Kazakh, Astana; Armenia, Armenian, Yerevan; Serbia, Serbian, Belgrade; Hungary, Hungarian, Budapest
""")
# Name, adjective, capital.
COUNTRIES = [state.split(", ") for state in _STATES]
GIVEN = _listed("""
Anna; Olav; Mira; Tomas; Lena; Karim; Ines; Jonas; Petra; Milan; Sara; Viktor; Nadia; Emil; Rosa; Felix; Vera;
Anton
""")
SYLLABLES = _listed("""
bar; den; kol; mir; nov; ost; pet; sul; tar; vel; lin; gor; ham; ras; win; dal; fer; jan
""")
OFFICES = _listed("""
Foreign Minister; Prime Minister; President; Trade Minister; Defence Minister; Deputy Foreign Minister
""")
TOPICS = _listed("""
river water; customs rules; grain exports; border crossings; a fisheries accord; energy prices; visas
""")
ADJECTIVES = _listed("""
new; regional; local; early; heavy; modest; sharp; quiet; second; rising; annual; public; narrow; costly; rare;
late
""")
NOUNS = _listed("""
harvest; budget; verdict; storm; bridge; factory; survey; match; museum; strike; road; merger; drought; ferry;
school; hospital; ballot; festival; pipeline; shipment; loan; turbine; railway; stadium; lawsuit; orchard;
reservoir; theatre; laboratory; warehouse
""")
VERBS = _listed("""
delayed; approved; damaged; reopened; financed; criticised; rebuilt; outlined; suspended; doubled; inspected;
reviewed; expanded; cleared; halted; praised; replaced; measured; relocated
""")
AFTER = _listed("""
after weeks of rain; despite warnings; for the third year; in the northern districts; at the end of the quarter;
while prices kept rising; ahead of the holidays; under an older contract; as costs went up; without a word of
reason
""")
SPEAKERS = _listed("""
a clerk; the company; an engineer; residents; the court; a union; the mayor's office; analysts; farmers; the
operator
""")
TOLD = _listed("""
{a} met {b} in {city} on {day} to discuss {topic}.; {a} held talks with {b} in {city} on {day}.; {a} spoke by
phone with {b} on {day} about {topic}.; {a} received {b} in {city} on {day}, the ministry said.; The talks
between {a} and {b} on {day} turned on {topic}.
""")
PLANNED = _listed("""
{a} will meet {b} in {city} on {day}, the ministry said.; {a} is to travel to {city} on {day} for talks with {b}
on {topic}.
""")
STRAYS = _listed("""
Visitors to the {noun} talked of little else.; The {noun} met none of the targets that {speaker} had set.; A
tour of the {noun} is planned for schools.
""")
