// SPDX-License-Identifier: Apache-2.0

/// Why a reply was no decision: what the writer is asked, politely and once.
package enum ReplyQuestion: Hashable, Sendable {
    /// Nothing new in it.
    case empty
    case notUnderstood
    /// A decision with something more beside it: «Погоджую, але …».
    case withReservation
    /// Several decisions in one letter.
    case contradictory
    /// A decision another step is about.
    case notAtThisStep(ReplyVerb)
    case reasonMissing
    case termUnreadable(String)
    case nobodyNamed
    case nameUnknown(String)
    /// The name as written, and the identifiers of those who have it.
    case nameAmbiguous(String, [String])
    case orderMissing(String)

    /// A sentence of the letter that asks.
    package var ukrainian: String {
        switch self {
        case .empty: "У Вашому листі немає нового тексту: лише цитата або підпис."
        case .notUnderstood: "Вашу відповідь не вдалося зрозуміти однозначно."
        case .withReservation:
            "Погодити, підписати чи прийняти із застереженням не можна. Напишіть рішення одним рядком, без доповнень, або «Повертаю: причина»."
        case .contradictory: "У листі кілька різних рішень. Залиште одне."
        case .notAtThisStep(let verb): "На цьому кроці не можна \(verb.ukrainian). Перегляньте, про що просив лист."
        case .reasonMissing: "Не зазначено причини. Додайте її після двокрапки."
        case .termUnreadable(let text): "Не вдалося зрозуміти строк: «\(text)». Зазначте один день, наприклад «до 15.12.2026»."
        case .nobodyNamed: "Не названо виконавця. Почніть рядок із прізвища, наприклад «Шевченко до 15.12 підготувати відповідь»."
        case .nameUnknown(let name): "У переліку працівників немає такої особи: «\(name)». Перевірте прізвище та ініціали."
        case .nameAmbiguous(let name, _): "Під «\(name)» можна розуміти кількох працівників. Додайте ініціали."
        case .orderMissing(let name):
            "Не зазначено, що має зробити \(name). Напишіть доручення, наприклад «підготувати відповідь»."
        }
    }

    /// The same in English.
    package var english: String {
        switch self {
        case .empty: "There is no new text in your letter, only a quotation or a signature."
        case .notUnderstood: "Your reply could not be understood beyond doubt."
        case .withReservation:
            "Nothing can be approved, signed or accepted with a reservation. Write the decision alone on one line, or “Return: reason”."
        case .contradictory: "There are several different decisions in the letter. Leave one."
        case .notAtThisStep(let verb): "At this step it is not possible to \(verb.english). Look at what the letter asked for."
        case .reasonMissing: "The reason is missing. Add it behind a colon."
        case .termUnreadable(let text): "The term could not be read: “\(text)”. Give one day, as in “by 15.12.2026”."
        case .nobodyNamed: "Nobody is named. Begin a line with a surname, as in “Shevchenko to prepare an answer by 15.12”."
        case .nameUnknown(let name): "The staff list has no such person: “\(name)”. Check surname and initials."
        case .nameAmbiguous(let name, _): "“\(name)” fits several people. Add the initials."
        case .orderMissing(let name): "It does not say what \(name) has to do. Write the order, as in “prepare an answer”."
        }
    }
}

extension ReplyVerb {
    var ukrainian: String {
        switch self {
        case .approve: "погодити"
        case .sendBack: "повернути"
        case .sign: "підписати"
        case .resolve: "накласти резолюцію"
        case .accept: "прийняти завдання"
        case .extend: "просити про продовження строку"
        case .draft: "подати проєкт"
        case .sendOut: "зареєструвати та надіслати"
        }
    }

    var english: String {
        switch self {
        case .approve: "approve"
        case .sendBack: "return"
        case .sign: "sign"
        case .resolve: "write a resolution"
        case .accept: "accept a task"
        case .extend: "ask for more time"
        case .draft: "hand in a draft"
        case .sendOut: "register and send"
        }
    }
}
