# SPDX-License-Identifier: Apache-2.0
"""Compares a reader's card with a clerk's, field by field, by the rules of Tests/Fixtures/letters/README.md.

The same rules as Tests/LetterReadingTests/Quality, for the built program's `read --json`.
"""

import re

CORE = ["kind", "outNumber", "outDate", "inReplyTo", "cardDeadline"]
FIELDS = CORE + [
    "secondaryKind", "viaAuthority", "sender", "basis", "subject", "taskText", "taskDue", "flags", "attachmentsNamed",
    "signatory", "contact", "replyChannel", "applicantName", "applicantAddress", "applicantPhone", "applicantEmail",
    "applicantCategory", "applicantSignatories",
]
VERDICTS = ["right", "wrong", "invented", "missing"]
CORE_BOUND, FIELD_BOUND = 0.95, 0.90

LOOKALIKES = str.maketrans("abcehikmoptxy", "авсенікмортху")
DASHES = str.maketrans({dash: "-" for dash in "–—‑−‐"})
HELPERS = set(
    "про щодо для від при над під або та що який яка яке які цей його їх наш ваш також прошу просимо прохання через після року "
    "стосовно україни".split())
ABBREVIATIONS = {
    "ода": "обласна державна адміністрація", "облдержадміністрація": "обласна державна адміністрація",
    "ова": "обласна військова адміністрація", "рда": "районна державна адміністрація",
    "рва": "районна військова адміністрація", "гу": "головне управління", "пфу": "пенсійний фонд україни",
    "дпс": "державна податкова служба", "дсу": "державна служба україни", "дснс": "державна служба надзвичайних ситуацій",
    "гунп": "головне управління національної поліції", "жкг": "житлово комунальне господарство", "кму": "кабінет міністрів",
    "моз": "міністерство охорони здоровя", "мон": "міністерство освіти науки", "сбу": "служба безпеки",
    "впо": "внутрішньо переміщених осіб", "кп": "комунальне підприємство", "кнп": "комунальне некомерційне підприємство",
    "ат": "акціонерне товариство", "тов": "товариство обмеженою відповідальністю", "го": "громадська організація",
    "бо": "благодійна організація", "бф": "благодійний фонд", "ду": "державна установа", "ао": "адвокатське обєднання",
    "фоп": "фізична особа підприємець", "осбб": "обєднання співвласників багатоквартирного будинку",
    "дмс": "державна міграційна служба", "рем": "район електричних мереж", "єрдр": "єдиний реєстр досудових розслідувань",
    "мінфін": "міністерство фінансів",
    "мінекономіки": "міністерство економіки",
    "мінсоцполітики": "міністерство соціальної політики",
    "мінрозвитку": "міністерство розвитку громад територій",
    "мінцифри": "міністерство цифрової трансформації",
    "мінкультури": "міністерство культури",
    "виконком": "виконавчий комітет",
}
COMMON = (
    "розгл", "відпов", "повідом", "поінформ", "проінформ", "інформ", "надат", "надіс", "подат", "заяв", "скарг", "клопот",
    "пропозиц", "звернен", "поверн", "пересл", "уточн", "прийн", "запит", "депутат", "представ", "поді", "попередн", "належн",
    "місц", "прожив", "роз", "зазнач", "верхов", "рад", "уповноваж", "особою", "повторн", "результат", "пункт",
    "народн", "участ", "обласн", "державн", "військов", "адміністрац", "облдержадмін")
ROLES = set("адвокат представник представниця в інтересах та інші".split())
STREET_WORDS = set(
    "місто вулиця вулиці будинок буд квартира просп проспект бульв бульвар пров провулок область район кімн кімната корп".split())
DUE_KEYS = ("legal", "internal", "time", "rrule", "at", "upperBound", "target15days")


# Folding

def has_digit(word):
    return any(character.isnumeric() for character in word)


def words(text):
    found, word = [], ""
    for character in (text or "").lower() + " ":
        if character in "'’ʼ`´\u00ad":
            continue
        if character.isalpha() or character.isnumeric():
            word += "е" if character == "ё" else character
        elif word:
            found.append(word.translate(LOOKALIKES) if any("а" <= c <= "я" or c in "іїєґ" for c in word) else word)
            word = ""
    return [part for one in found for part in ABBREVIATIONS.get(one, one).split()]


def content_words(text):
    return [word for word in words(text) if has_digit(word) or (len(word) >= 3 and word not in HELPERS)]


def same_stem(one, other):
    if one == other:
        return True
    if has_digit(one) or has_digit(other):
        return False
    shared = 0
    for left, right in zip(one, other):
        if left != right:
            break
        shared += 1
    shorter = min(len(one), len(other))
    return shared >= max(3, min(4, shorter), shorter - 3)


def overlap(wanted, found):
    if not wanted:
        return 1.0
    return sum(any(same_stem(word, other) for other in found) for word in wanted) / len(wanted)


def number(text):
    return "".join(text.lower().replace("№", "").split()).translate(DASHES).translate(LOOKALIKES)


def phone(text):
    digits = "".join(character for character in text if character.isnumeric())
    return digits[2:] if len(digits) == 12 and digits.startswith("38") else digits


def numbers(text):
    return {word for word in words(text) if has_digit(word)}


# Agreement of two values

def same_office(wanted, found):
    if "@" in wanted or "@" in found:
        return wanted.lower() == found.lower()
    wanted, found = content_words(wanted), content_words(found)
    return overlap(wanted, found) >= 0.6 and overlap(found, wanted) >= 0.4


def same_person(wanted, found):
    wanted, found = words(wanted), words(found)
    return set(wanted) <= set(found) and len(found) <= len(wanted) + 2


def same_contact(wanted, found):
    names = {word for word in words(wanted) if len(word) > 2 and word != "тел" and not has_digit(word)}
    return phone(found).endswith(phone(wanted)[-6:]) and (not names or bool(names & set(words(found))))


def core_name(name):
    for end in ("(", "в інтересах", "та інші"):
        name = name.split(end)[0]
    return name


def same_name(wanted, found):
    if "«" in wanted:
        return overlap(content_words(core_name(wanted)), content_words(found)) >= 0.6
    return set(words(core_name(wanted))) <= set(words(found)) <= set(words(wanted)) | ROLES


def same_address(wanted, found):
    wanted_words, found_words = words(wanted), words(found)
    names = [word for word in wanted_words if len(word) > 3 and not has_digit(word) and word not in STREET_WORDS]
    return numbers(wanted) == numbers(found) and overlap(names, found_words) == 1.0


def same_category(wanted, found):
    return overlap(content_words(wanted), content_words(found)) >= 0.6


def due_kind(kind):
    if kind in ("relative", "period, upper bound"):
        return "explicit"
    return kind[:-1] if kind.startswith("1 ") and kind.endswith("s") else kind


def normal_due(due):
    """A day with a time in one text is the day and the time."""
    due = dict(due)
    for key in ("legal", "internal"):
        value = due.get(key)
        if value and " " in value:
            due[key], due["time"] = value.split(" ")
    return due


def same_due(wanted, found):
    wanted, found = normal_due(wanted), normal_due(found)
    if due_kind(wanted["type"]) != due_kind(found.get("type", "")) or any(wanted.get(k) != found.get(k) for k in DUE_KEYS):
        return False
    if wanted.get("stated") and wanted["stated"] != found.get("stated"):
        return False
    return overlap(content_words(wanted.get("rule")), content_words(found.get("rule"))) >= 0.6


def task_overlap(wanted, found):
    wanted = content_words(re.sub(r"\([^)]*\)", "", wanted))
    return overlap([word for word in wanted if not word.startswith(COMMON)], content_words(found))


def line(value):
    if value is None or value == []:
        return "–"
    if isinstance(value, dict):
        return ", ".join(f"{key} {item}" for key, item in value.items() if item is not None)
    if isinstance(value, (list, tuple, set)):
        return "; ".join(line(item) for item in value)
    return str(value)


class Judge:
    """The verdicts on one letter, in `verdicts`: (field, verdict, the clerk's, the reader's)."""

    def __init__(self, letter, found):
        self.letter, self.expected, self.found = letter, letter["expected"], found
        self.tolerated = letter.get("tolerated", {})
        # Another kind that is right too has terms of its own.
        kind = found.get("kind")
        self.is_other_kind = kind != self.expected["kind"] and kind in self.tolerated.get("kind", [])
        self.verdicts = []
        self.core()
        self.texts()
        self.basis()
        self.flags()
        self.attachments()
        self.tasks()
        self.applicant()

    def add(self, field, verdict, wanted, found):
        self.verdicts.append((field, verdict, line(wanted), line(found)))

    def one(self, field, wanted, found, agree=lambda one, other: one == other, tolerated=False):
        if wanted is None and found is None:
            if field in CORE:
                self.add(field, "right", None, None)
        elif tolerated:
            self.add(field, "right", wanted, found)
        elif wanted is None:
            self.add(field, "invented", wanted, found)
        elif found is None:
            self.add(field, "missing", wanted, found)
        else:
            self.add(field, "right" if agree(wanted, found) else "wrong", wanted, found)

    def others(self, key, found, agree):
        return found is not None and any(agree(one, found) for one in self.tolerated.get(key, []))

    def core(self):
        same = lambda one, other: number(one) == number(other)
        wanted, found = self.expected, self.found
        self.one("kind", wanted["kind"], found.get("kind"), tolerated=found.get("kind") in self.tolerated.get("kind", []))
        self.one(
            "outNumber", wanted["outNumber"], found.get("outNumber"), same,
            self.others("outNumber", found.get("outNumber"), same))
        self.one("outDate", wanted["outDate"], found.get("outDate"))
        reply = found.get("inReplyTo")
        self.one(
            "inReplyTo", wanted["inReplyTo"], reply,
            lambda one, other: same(one["number"], other["number"]) and one.get("date") == other.get("date"),
            reply is not None and self.others("inReplyTo", reply["number"], same))
        self.one("cardDeadline", wanted["cardDeadline"], found.get("cardDeadline"), tolerated=self.is_other_kind)

    def texts(self):
        wanted, found = self.expected, self.found
        self.one("secondaryKind", wanted.get("secondaryKind"), found.get("secondaryKind"))
        self.one(
            "viaAuthority", wanted.get("viaAuthority"), found.get("viaAuthority"), same_office,
            "viaAuthority" in self.tolerated)
        if not (wanted["sender"] or "").startswith("("):
            other = self.others("sender", found.get("sender"), same_office)
            none = found.get("sender") is None and self.tolerated.get("senderOptional", False)
            self.one("sender", wanted["sender"], found.get("sender"), same_office, other or none)
        if not (wanted["subject"] or "").startswith("("):
            self.one(
                "subject", wanted["subject"], found.get("subject"), self.same_matter,
                self.others("subject", found.get("subject"), self.same_matter))
        for field, agree in (("signatory", same_person), ("contact", same_contact), ("replyChannel", lambda a, b: a == b)):
            if field in wanted:
                self.one(field, wanted[field], found.get(field), agree)

    def same_matter(self, wanted, found):
        # What the clerk put in brackets helps him find the card again; it may be missing.
        short = re.sub(r"\([^)]*\)", "", wanted)
        known = numbers(" ".join((self.letter["text"], self.letter["envelope"]["subject"], wanted)))
        return overlap(content_words(short), content_words(found)) >= 0.6 and numbers(found) <= known

    def basis(self):
        def same(one, other):
            return (
                number(one["number"]) == number(other["number"]) and one.get("date") == other.get("date")
                and overlap(content_words(one["body"]), content_words(other["body"])) >= 0.5)

        wanted = self.expected.get("basis") or []
        free = {number(one) for one in self.tolerated.get("basis", [])}
        found = [one for one in self.found.get("basis") or [] if number(one["number"]) not in free]
        stray = [one for one in found if not any(same(other, one) for other in wanted)]
        lost = [one for one in wanted if not any(same(one, other) for other in found)]
        if not wanted and not found or self.tolerated.get("basisOptional") and not stray:
            return
        verdict = (
            "right" if not stray and not lost else "invented" if not wanted else "missing" if not found else "wrong")
        self.add("basis", verdict, wanted, found)

    def flags(self):
        free = set(self.tolerated.get("flags", []))
        wanted = set(self.expected.get("flags") or []) - free
        found = set(self.found.get("flags") or []) - free
        verdict = (
            "right" if wanted == found else "invented" if wanted < found else "missing" if found < wanted else "wrong")
        self.add("flags", verdict, sorted(wanted), sorted(found))

    def attachments(self):
        if "attachmentsNamed" not in self.expected:
            return
        wanted, found = self.expected["attachmentsNamed"] or [], self.found.get("attachmentsNamed") or []
        if not wanted and not found:
            return
        if not wanted or not found:
            self.add("attachmentsNamed", "missing" if wanted else "invented", wanted, found)
            return
        right = len(wanted) == len(found) and all(any(self.same_matter(one, other) for other in found) for one in wanted)
        self.add("attachmentsNamed", "right" if right else "wrong", wanted, found)

    def tasks(self):
        judged = len(self.verdicts)
        self.task_pairs()
        if self.is_other_kind:
            self.verdicts[judged:] = [one for one in self.verdicts[judged:] if one[1] == "right"]

    def task_pairs(self):
        rest = list(self.found.get("tasks") or [])
        for wanted in self.expected["tasks"]:
            if not rest:
                self.add("taskText", "missing", wanted["text"], None)
                self.add("taskDue", "missing", wanted["due"], None)
                continue
            best = max(rest, key=lambda one: 2 * same_due(wanted["due"], one["due"]) + task_overlap(wanted["text"], one["text"]))
            rest.remove(best)
            right = task_overlap(wanted["text"], best["text"]) >= 0.6
            self.add("taskText", "right" if right else "wrong", wanted["text"], best["text"])
            self.add("taskDue", "right" if same_due(wanted["due"], best["due"]) else "wrong", wanted["due"], best["due"])
        for stray in rest:
            if not (self.tolerated.get("events") and stray["due"].get("type") == "event"):
                self.add("taskText", "invented", None, stray["text"])
                self.add("taskDue", "invented", None, stray["due"])

    def applicant(self):
        wanted, found = self.expected.get("applicant") or {}, self.found.get("applicant") or {}
        rules = (
            ("Name", "name", "applicantName", same_name), ("Address", "address", "address", same_address),
            ("Phone", "phone", "phone", lambda one, other: phone(one) == phone(other)),
            ("Email", "email", None, lambda one, other: one.lower() == other.lower()),
            ("Category", "category", "category", same_category),
            ("Signatories", "signatories", None, lambda one, other: one == other))
        for name, key, others, agree in rules:
            free = key in self.tolerated.get("applicant", []) or (
                others is not None and self.others(others, found.get(key), agree))
            self.one("applicant" + name, wanted.get(key), found.get(key), agree, free)


def table(pairs):
    """The table by field of (letter, the reader's card) pairs, the differences, and what keeps the set below its bounds."""
    verdicts = [(letter["id"], *one) for letter, found in pairs for one in Judge(letter, found).verdicts]
    spoiled = {id for id, field, verdict, *_ in verdicts if field in CORE and verdict != "right"}
    share = (len(pairs) - len(spoiled)) / len(pairs) if pairs else 1.0
    lines = [f"{len(pairs)} letters; core fields all right in {share:.1%}"]
    lines.append("field".ljust(22) + "".join(name.rjust(9) for name in VERDICTS) + "right".rjust(9))
    short = [] if share >= CORE_BOUND else [f"core fields all right in {share:.1%} of letters"]
    for field in FIELDS:
        counts = [sum(1 for one in verdicts if one[1] == field and one[2] == verdict) for verdict in VERDICTS]
        right = counts[0] / sum(counts) if sum(counts) else 1.0
        lines.append(field.ljust(22) + "".join(str(count).rjust(9) for count in counts) + f"{right:.0%}".rjust(9))
        if field not in CORE and right < FIELD_BOUND:
            short.append(f"{field} right in {right:.1%}")
        if counts[2]:
            short.append(f"{field} invented {counts[2]} times")
    differences = [one for one in verdicts if one[2] != "right"]
    lines += [f"{id} {field} {verdict}: «{wanted}», read «{found}»" for id, field, verdict, wanted, found in differences]
    return "\n".join(lines), short
