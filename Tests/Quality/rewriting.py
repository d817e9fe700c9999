# SPDX-License-Identifier: Apache-2.0
"""The same letter with other numbers, names, years, line ends and signs, and the card changed with it.

The same rules as Tests/LetterReadingTests/Quality/Rewriting, but for dates moved by days. What a reader makes of a letter rewritten
must be worth the same.
"""
import copy
import random
import re

# The years 2037 and 2038 have the weekdays of 2026 and 2027, so every term ends on a day of the same kind.
YEARS = 11
KEPT = {"2024", "2025", "2026", "2027", "25", "26", "27"}
# Stems of one gender and declension, and the endings that go with all of them.
GROUPS = [
    ("Іван Роман Степан Богдан Назар Тарас Максим Антон Віктор Руслан Остап", ["", "а", "у", "ові", "ом", "е"]),
    ("Оксан Світлан Галин Ірин Людмил Тетян Олен Нін Раїс Катерин", ["а", "и", "і", "у", "ою", "о"]),
    ("Іван Степан Роман Богдан Федор Максим Антон Остап", ["ович", "овича", "овичу", "івна", "івни", "івні"]),
    ("Захар Тимош Назар Карп Юрч Остап Панас Шевч Мусі Яким", ["енко", "енка", "енку", "енком"]),
    ("Тимощ Панч Савч Іванч Федорч Романч Яремч Мельнич", ["ук", "ука", "уку", "уком"]),
    ("Лозов Марчев Гайов Яров", ["а", "ої", "ій", "ою"]),
]


def rewritten(letter, seed):
    chance = random.Random(f"{seed} {letter['id']}")
    letter = copy.deepcopy(letter)
    letter["id"] += f"~{seed}"
    number_change, name_change = numbers(letter, chance), names(chance)
    # The card of a Russian letter has the Ukrainian form of its names: the tables cannot change both.
    is_russian = re.search("[ыэъ]", letter["text"].lower()) is not None
    for change in (number_change, years) if is_russian else (number_change, name_change, years):
        map_texts(letter, change)
    if letter["receivedAt"].startswith(("2026", "2027")):
        move_dates(letter)
    letter["text"] = signs(lines(letter["text"], chance.choice([60, 72, 90])), chance)
    return letter


def mapped(value, change):
    """Every text in a value, changed; dates of a card are told by their form and left."""
    if isinstance(value, str):
        return value if re.fullmatch(r"\d{4}-\d\d-\d\d(T\d\d:\d\d)?", value) else change(value)
    if isinstance(value, list):
        return [mapped(one, change) for one in value]
    if isinstance(value, dict):
        return {key: one if key in ("flags", "kind", "rrule", "due", "email", "phone") else mapped(one, change)
                for key, one in value.items()}
    return value


def map_texts(letter, change):
    letter["text"] = change(letter["text"])
    letter["envelope"] = {**letter["envelope"], "subject": change(letter["envelope"]["subject"]),
                          "attachments": [change(one) for one in letter["envelope"]["attachments"]]}
    letter["expected"] = {key: one if key in ("kind", "secondaryKind", "replyChannel", "flags") else mapped(one, change)
                          for key, one in letter["expected"].items()}
    if "tolerated" in letter:
        letter["tolerated"] = {key: one if key in ("kind", "flags", "applicant") else mapped(one, change)
                               for key, one in letter["tolerated"].items()}


# Numbers

def numbers(letter, chance):
    card = letter["expected"]
    named = [card["outNumber"], (card["inReplyTo"] or {}).get("number")] + [one["number"] for one in card.get("basis") or []]
    changes = {}
    for number in named:
        # A short number is found only after its «№», else the digits of a date or a house would change with it.
        if number and number not in changes and (len(number) > 5 or f"№ {number}" in letter["text"]):
            changes[number] = "".join(other_digits(group, chance) for group in re.findall(r"\d+|\D+", number))

    def change(text):
        for old, new in changes.items():
            if len(old) > 5:
                text = text.replace(old, new).replace(old.replace("/", "_"), new.replace("/", "_"))
            else:
                # Whatever follows it, but not the beginning of «№ 34/5»: one document must not get two numbers.
                text = new if text == old else re.sub(f"№ {re.escape(old)}(?![\\w/–-])", f"№ {new}", text)
        return text
    return change


def other_digits(group, chance):
    if not group.isdigit() or group in KEPT:
        return group
    return "".join("0" if digit == "0" and place == 0 else str(chance.randint(0 if place else 1, 9))
                   for place, digit in enumerate(group))


# Names

def names(chance):
    words = {}
    for stems, endings in GROUPS:
        stems = stems.split()
        turn = chance.randrange(len(stems))
        for place, stem in enumerate(stems):
            other = stems[(place + turn) % len(stems)]
            for ending in endings:
                words[stem + ending] = other + ending
                words[(stem + ending).upper()] = (other + ending).upper()
    return lambda text: re.sub(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*", lambda match: words.get(match[0], match[0]), text)


# Dates

def years(text):
    """Whole dates and bare years, one or two; a number with other digits and marks around them is none."""
    return re.sub(r"(\D?)(\d[\d./\-–]*)", lambda match: match[1] + later_run(match[2], match[1]), text)


def later_run(run, before):
    later = lambda year: str(int(year) + YEARS)
    if match := re.fullmatch(r"(\d{1,2}[./]\d{2}[./]20)([12]\d)(\.?)", run):
        return match[1] + later(match[2]) + match[3]
    if match := re.fullmatch(r"(\d{2}[./]\d{2}[./])(2\d)(\.?)", run):
        return match[1] + later(match[2]) + match[3]
    if before != "№" and (match := re.fullmatch(r"20([12]\d)(?:([–-])20([12]\d))?(\.?)", run)):
        return "20" + later(match[1]) + (f"{match[2]}20{later(match[3])}" if match[2] else "") + match[4]
    return run


def move_dates(letter):
    def moved(value):
        if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d(T\d\d:\d\d)?", value):
            return f"{int(value[:4]) + YEARS}{value[4:]}"
        if isinstance(value, list):
            return [moved(one) for one in value]
        if isinstance(value, dict):
            return {key: moved(one) for key, one in value.items()}
        return value
    letter["receivedAt"] = moved(letter["receivedAt"])
    letter["expected"] = moved(letter["expected"])


# Lines and signs

def lines(text, width):
    return "\n".join(broken(line, width) for line in text.split("\n"))


def broken(line, width):
    """What is laid out in columns, quoted or a field of a form stays on its line."""
    if len(line) <= width or "   " in line or line.startswith(">") or (": " in line and len(line) <= 2 * width):
        return line
    rows = [""]
    for word in line.split(" "):
        if rows[-1] and len(rows[-1]) + len(word) + 1 > width:
            rows.append("")
        rows[-1] += f" {word}" if rows[-1] else word
    return "\n".join(rows)


def signs(text, chance):
    apostrophe, dash = chance.choice("’'ʼ`"), chance.choice("–—-")
    opening, closing = chance.choice([("«", "»"), ("“", "”"), ('"', '"'), ("„", "“")])
    text = re.sub(r"(?<=[^\W\d_])['’ʼ`]", apostrophe, text)
    text = text.replace("«", opening).replace("»", closing)
    text = re.sub("[–—]", dash, text)
    return re.sub(r"(?<=[№.]) ", "\u00a0", text) if chance.random() < 0.5 else text
